"""Visitors without a browser: how each opens a page and moves a lever, kindly or not."""

import asyncio
import random
import time
import urllib.request
from collections.abc import AsyncIterable
from dataclasses import dataclass, field
from typing import Any, Final
from urllib.parse import urlencode

from websockets.exceptions import WebSocketException

from ppn_scenarios.assumptions import ASSUMPTIONS

from .served import Running
from .wire import PATIENCE, Reader, opened

MOVED: Final = "retention"  # the lever that visitors move
LEVER: Final = f"lever_{MOVED}"  # its slider
OTHERS: Final = ("growth_cp_capt", "leave_psy", "vacancy0")  # that make each one's scenario theirs
ANSWERED: Final = 200
# Nothing waits for a visitor to read, so that one can leave at once.
CHANNEL: Final[dict[str, Any]] = {
    "max_queue": None,
    "open_timeout": PATIENCE,
    "close_timeout": 1,
}


@dataclass
class Waits:
    """How long visitors waited, in seconds, counted from when they wanted to do something."""

    first: list[float] = field(default_factory=list)  # for their first page
    change: list[float] = field(default_factory=list)
    work: list[float] = field(default_factory=list)  # CPU seconds of the server meanwhile
    sent: list[int] = field(default_factory=list)  # bytes of the answers to changes
    told: int = 0  # how often a browser was told the next findings ahead
    failed: int = 0


class Hurry:
    """How a crowd goes about it: how many come, how long each thinks, and until when."""

    def __init__(self, count: int, think: float) -> None:
        self.left, self.think, self.until = count, think, float("inf")
        self.all_there = asyncio.Event()
        self.here = asyncio.Event()

    def arrived(self) -> None:
        """Count one more; when all have come, whoever waits for them hears it."""
        self.left -= 1
        if not self.left:
            self.here.set()

    def begin(self, seconds: float) -> None:
        """Let all begin, and stop after some time."""
        self.until = time.monotonic() + seconds
        self.all_there.set()


def own_scenario(chance: random.Random) -> str:
    """Return the link of a scenario that nobody else is likely to have."""
    values = {"v": "1"}
    for name in OTHERS:
        a = ASSUMPTIONS[name]
        values[name] = f"{a.low + (a.high - a.low) * chance.random():.6g}"
    return urlencode(values)


def values(chance: random.Random) -> float:
    """Return a value of the lever on one of its steps."""
    a = ASSUMPTIONS[MOVED]
    return a.low + a.step * chance.randint(0, round((a.high - a.low) / a.step))


async def ask_ahead(url: str, reader: Reader, waits: Waits) -> None:
    """Ask for the next findings as a browser with a hand on the lever, when the page says."""
    await asyncio.sleep(reader.wait)
    if await asyncio.to_thread(status, f"{url}/ahead/{MOVED}?{reader.query}") == ANSWERED:
        waits.told += 1


def status(url: str) -> int:
    """Return with which status a server answers."""
    with urllib.request.urlopen(url, timeout=PATIENCE) as answer:
        return int(answer.status)


async def working(
    server: Running,
    query: str,
    waits: Waits,
    chance: random.Random,
    hurry: Hurry,
    ahead: bool = True,
) -> None:
    """Open the page, wait until all are there, then change a lever every so often.

    With `ahead` they ask for the next findings after each change, as this app's pages do.
    """
    arrived, asking = False, None
    try:
        began = time.monotonic()
        async with opened(f"{server.url}/?{query}", **CHANNEL) as reader:
            waits.first.append(time.monotonic() - began)
            arrived = True
            hurry.arrived()
            await hurry.all_there.wait()
            due = time.monotonic() + hurry.think * chance.random()
            while due < hurry.until:
                await asyncio.sleep(max(0, due - time.monotonic()))
                if asking:
                    asking.cancel()
                used = server.cpu_ms()
                await reader.run(LEVER, values(chance))
                waits.change.append(time.monotonic() - due)
                waits.work.append((server.cpu_ms() - used) / 1e3)
                waits.sent.append(reader.sent)
                if ahead:
                    asking = asyncio.create_task(ask_ahead(server.url, reader, waits))
                due = max(due + hurry.think * chance.uniform(0.8, 1.2), time.monotonic())
    except (OSError, RuntimeError, TimeoutError, WebSocketException):
        waits.failed += 1
        if not arrived:
            hurry.arrived()
    finally:
        if asking:
            asking.cancel()


async def flood(url: str, query: str, seed: int) -> None:
    """Change a lever as fast as the channel takes it, and hear nothing; for ever."""
    chance = random.Random(seed)
    while True:
        try:
            async with opened(f"{url}/?{query}", **CHANNEL) as reader:
                hearing = asyncio.create_task(_hear(reader.socket))
                try:
                    while True:
                        await reader.ask(LEVER, values(chance))
                        await asyncio.sleep(0)
                finally:
                    hearing.cancel()
        except (OSError, TimeoutError, WebSocketException):
            await asyncio.sleep(0.1)


async def hurried(url: str, query: str, seed: int) -> None:
    """Change a lever as soon as the last change is drawn; for ever."""
    chance = random.Random(seed)
    async with opened(f"{url}/?{query}", **CHANNEL) as reader:
        while True:
            await reader.run(LEVER, values(chance))


async def _hear(socket: AsyncIterable[object]) -> None:
    async for _ in socket:
        pass
