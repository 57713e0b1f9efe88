"""A reader without a browser, who speaks Streamlit's own protocol: one change, one answer."""

import asyncio
import json
from collections import Counter
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import Any, Final
from urllib.parse import urlsplit

from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from websockets.asyncio.client import connect
from websockets.typing import Origin, Subprotocol

AHEAD: Final = "ppn_ahead"  # see ppn_scenarios/ui/ahead.py
PATIENCE: Final = 120  # seconds until a reader gives up
PAUSE: Final = 0.012  # seconds between changes, so that each is a run of its own


@dataclass
class Reader:
    """One session over a websocket; the address and the page are kept as a browser keeps them."""

    socket: Any
    query: str = ""
    name: str = ""  # of the page asked for, as in its path
    page: str = ""
    sent: int = 0  # bytes that came from the server with the last run
    messages: int = 0
    wait: float = 0.0  # seconds until a browser asks for the next findings, as the page says
    kinds: Counter[str] = field(default_factory=Counter)  # of the elements of the last run
    widgets: dict[str, str] = field(default_factory=dict)  # the key of a slider, and its id

    async def run(self, slider: str = "", value: float = 0.0) -> None:
        """Run the page, with one slider moved where it is named; wait until it has ended."""
        await self.ask(slider, value)
        await self.drawn()

    async def ask(self, slider: str = "", value: float = 0.0) -> None:
        """Ask for a run, and wait for nothing."""
        ask = BackMsg()
        ask.rerun_script.query_string = self.query
        ask.rerun_script.page_script_hash = self.page
        if not self.page:
            ask.rerun_script.page_name = self.name
        if slider:
            state = ask.rerun_script.widget_states.widgets.add(id=self.widgets[slider])
            state.double_array_value.data.append(value)
        await self.socket.send(ask.SerializeToString())

    async def drawn(self) -> None:
        """Hear the page until a run has ended."""
        kind, self.sent, self.messages = "", 0, 0
        self.kinds.clear()
        while kind != "script_finished":
            async with asyncio.timeout(PATIENCE):  # wait_for would now and then miss a farewell
                raw = await self.socket.recv()
            self.sent += len(raw)
            self.messages += 1
            message = ForwardMsg.FromString(raw)
            kind = str(message.WhichOneof("type"))
            self.hear(kind, message)

    def hear(self, kind: str, message: ForwardMsg) -> None:
        """Keep what a browser would keep of a message."""
        if kind == "navigation":
            self.page = message.navigation.page_script_hash
        elif kind == "page_info_changed":
            self.query = message.page_info_changed.query_string
        elif kind == "delta" and message.delta.WhichOneof("type") == "add_block":
            self.kinds[str(message.delta.add_block.WhichOneof("type"))] += 1
        elif kind == "delta":
            element = message.delta.new_element
            self.kinds[str(element.WhichOneof("type"))] += 1
            if element.WhichOneof("type") == "exception":
                raise RuntimeError(element.exception.message)
            if element.WhichOneof("type") == "slider":
                key = element.slider.id.split("-")[-1]
                self.widgets[key] = element.slider.id
            if element.bidi_component.component_name == AHEAD:
                self.wait = json.loads(element.bidi_component.json)["wait"]


@asynccontextmanager
async def opened(url: str, **channel: Any) -> AsyncIterator[Reader]:
    """Open a session at an address and run its page once; `channel` is how its socket is opened."""
    parts = urlsplit(url)
    stream = f"ws://{parts.netloc}/_stcore/stream"
    async with connect(
        stream,
        origin=Origin(f"http://{parts.netloc}"),
        subprotocols=[Subprotocol("streamlit")],
        max_size=None,
        **channel,
    ) as socket:
        reader = Reader(socket, query=parts.query, name=parts.path.strip("/"))
        await reader.run()
        yield reader
