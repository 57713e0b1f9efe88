"""A visitor without a browser: opens a page and moves a lever, in Streamlit's own protocol."""

import asyncio
import random
import time
from dataclasses import dataclass, field
from typing import Final
from urllib.parse import urlencode

import websockets
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg

from ppn_scenarios.assumptions import ASSUMPTIONS

LEVER: Final = "retention"  # what visitors move
OTHERS: Final = ("growth_cp_capt", "leave_psy", "vacancy0")  # that make each one's scenario theirs
PATIENCE: Final = 120  # seconds until a visitor gives up


@dataclass
class Waits:
    """How long visitors waited, in seconds, counted from when they wanted to do something."""

    first: list[float] = field(default_factory=list)  # for their first page
    change: list[float] = field(default_factory=list)
    sent: list[int] = field(default_factory=list)  # bytes of the answers to changes
    failed: int = 0


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
            raw = await asyncio.wait_for(self.socket.recv(), PATIENCE)
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


async def visit(port: int, query: str, until: float, think: float, waits: Waits, seed: int) -> None:
    """Open the page and change a lever every `think` seconds, until a time comes."""
    chance = random.Random(seed)
    await asyncio.sleep(chance.random() * think)
    url = f"ws://127.0.0.1:{port}/_stcore/stream"
    try:
        began = time.monotonic()
        async with websockets.connect(
            url, subprotocols=[websockets.Subprotocol("streamlit")], max_size=None, open_timeout=60
        ) as socket:
            visitor = Visitor(socket)
            await visitor.arrive(query)
            waits.first.append(time.monotonic() - began)
            due = time.monotonic() + think * chance.random()
            while due < until:
                await asyncio.sleep(max(0, due - time.monotonic()))
                await visitor.move(values(chance))
                await visitor.finished()
                waits.change.append(time.monotonic() - due)
                waits.sent.append(visitor.bytes)
                due += think * chance.uniform(0.8, 1.2)
    except (OSError, TimeoutError, websockets.WebSocketException):
        waits.failed += 1


async def flood(port: int, query: str, until: float, seed: int = 0) -> int:
    """Change a lever as fast as the channel takes it, and read nothing but what must be."""
    chance, sent = random.Random(seed), 0
    url = f"ws://127.0.0.1:{port}/_stcore/stream"
    while time.monotonic() < until:
        try:
            async with websockets.connect(url, max_size=None, open_timeout=60) as socket:
                visitor = Visitor(socket)
                await visitor.arrive(query)
                hearing = asyncio.create_task(_hear(socket))
                while time.monotonic() < until:
                    await asyncio.wait_for(visitor.move(values(chance)), until - time.monotonic())
                    sent += 1
                hearing.cancel()
        except (OSError, TimeoutError, websockets.WebSocketException):
            await asyncio.sleep(0.1)
    return sent


async def _hear(socket: websockets.ClientConnection) -> None:
    async for _ in socket:
        pass
