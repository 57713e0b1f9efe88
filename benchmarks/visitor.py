"""A visitor without a browser: opens a page and moves a lever, in Streamlit's own protocol."""

import asyncio
import random
import time
from dataclasses import dataclass, field
from typing import Any, Final
from urllib.parse import urlencode

import websockets
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg

from ppn_scenarios.assumptions import ASSUMPTIONS

from .served import Server

LEVER: Final = "retention"  # what visitors move
OTHERS: Final = ("growth_cp_capt", "leave_psy", "vacancy0")  # that make each one's scenario theirs
PATIENCE: Final = 120  # seconds until a visitor gives up
# Nothing waits for a visitor to read, so that one can leave at once.
CHANNEL: Final[dict[str, Any]] = {
    "max_size": None,
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
    a = ASSUMPTIONS[LEVER]
    return a.low + a.step * chance.randint(0, round((a.high - a.low) / a.step))


class Visitor:
    """One open channel, and what is known of the page that it shows."""

    def __init__(self, socket: websockets.ClientConnection) -> None:
        self.socket = socket
        self.lever, self.page, self.bytes = "", "", 0

    async def finished(self) -> None:
        """Hear the page until it is drawn."""
        self.bytes = 0
        while True:
            async with asyncio.timeout(PATIENCE):  # wait_for would now and then miss a farewell
                raw = await self.socket.recv()
            if not isinstance(raw, bytes):
                continue
            self.bytes += len(raw)
            message = ForwardMsg.FromString(raw)
            kind = message.WhichOneof("type")
            if kind == "new_session":
                self.page = message.new_session.page_script_hash
            elif kind == "delta":
                id = message.delta.new_element.slider.id
                if id.endswith(f"lever_{LEVER}") or (id and not self.lever):
                    self.lever = id
            elif kind == "script_finished" and message.script_finished in (0, 2):
                return

    async def arrive(self, query: str) -> None:
        """Ask for the first page."""
        ask = BackMsg()
        ask.rerun_script.query_string = query
        await self.socket.send(ask.SerializeToString())
        await self.finished()

    async def move(self, value: float) -> None:
        """Move the lever, and wait for nothing."""
        ask = BackMsg()
        ask.rerun_script.page_script_hash = self.page
        state = ask.rerun_script.widget_states.widgets.add(id=self.lever)
        state.double_array_value.data.append(value)
        await self.socket.send(ask.SerializeToString())


async def working(
    server: Server, query: str, waits: Waits, chance: random.Random, hurry: Hurry
) -> None:
    """Open the page, wait until all are there, then change a lever every so often."""
    url = f"ws://127.0.0.1:{server.port}/_stcore/stream"
    arrived = False
    try:
        began = time.monotonic()
        async with websockets.connect(url, **CHANNEL) as socket:
            visitor = Visitor(socket)
            await visitor.arrive(query)
            waits.first.append(time.monotonic() - began)
            arrived = True
            hurry.arrived()
            await hurry.all_there.wait()
            due = time.monotonic() + hurry.think * chance.random()
            while due < hurry.until:
                await asyncio.sleep(max(0, due - time.monotonic()))
                used = server.cpu()
                await visitor.move(values(chance))
                await visitor.finished()
                waits.change.append(time.monotonic() - due)
                waits.work.append(server.cpu() - used)
                waits.sent.append(visitor.bytes)
                due = max(due + hurry.think * chance.uniform(0.8, 1.2), time.monotonic())
    except (OSError, TimeoutError, websockets.WebSocketException):
        waits.failed += 1
        if not arrived:
            hurry.arrived()


async def flood(port: int, query: str, seed: int) -> None:
    """Change a lever as fast as the channel takes it, and hear nothing; for ever."""
    chance = random.Random(seed)
    url = f"ws://127.0.0.1:{port}/_stcore/stream"
    while True:
        try:
            async with websockets.connect(url, **CHANNEL) as socket:
                visitor = Visitor(socket)
                await visitor.arrive(query)
                hearing = asyncio.create_task(_hear(socket))
                try:
                    while True:
                        await visitor.move(values(chance))
                        await asyncio.sleep(0)
                finally:
                    hearing.cancel()
        except (OSError, TimeoutError, websockets.WebSocketException):
            await asyncio.sleep(0.1)


async def hurried(port: int, query: str, seed: int) -> None:
    """Change a lever as soon as the last change is drawn; for ever."""
    chance = random.Random(seed)
    url = f"ws://127.0.0.1:{port}/_stcore/stream"
    async with websockets.connect(url, **CHANNEL) as socket:
        visitor = Visitor(socket)
        await visitor.arrive(query)
        while True:
            await visitor.move(values(chance))
            await visitor.finished()


async def _hear(socket: websockets.ClientConnection) -> None:
    async for _ in socket:
        pass
