"""A client that speaks to the app as a browser does, and may say what no browser would."""

import asyncio
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from types import TracebackType
from typing import Any, Final
from urllib.parse import quote

import websockets
from google.protobuf.message import Message
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from streamlit.proto.WidgetStates_pb2 import WidgetState

LIMIT: Final = 90  # seconds for one run on a busy machine


@dataclass
class Run:
    """What one run of a page sent: its elements, and whether it ended as it should."""

    elements: list[Message] = field(default_factory=list)
    ended: int = -1

    def of(self, kind: str) -> list[Any]:
        """The elements of one kind."""
        return [getattr(e, kind) for e in self.elements if e.WhichOneof("type") == kind]  # type: ignore[arg-type]

    @property
    def faults(self) -> list[str]:
        """What the run says went wrong: traces, and the app's own words for a fault."""
        return [f"{e.type}: {e.message} {list(e.stack_trace)}" for e in self.of("exception")]

    @property
    def widgets(self) -> dict[str, tuple[str, Any]]:
        """The widgets by their keys, each with its kind and what was sent of it."""
        found = {}
        for element in self.elements:
            kind = element.WhichOneof("type")  # type: ignore[arg-type]
            sent = getattr(element, kind)
            id = getattr(sent, "id", "")
            if id.startswith("$$ID-"):
                found[id.split("-", 2)[2]] = (kind, sent)
        return found

    @property
    def text(self) -> str:
        """All that the run sent, as one text to look for secrets in."""
        return "\n".join(str(e) for e in self.elements)


class Client:
    """One visitor on a channel of their own."""

    def __init__(self, port: int, page: str = "", query: str = "", **headers: str) -> None:
        """Remember where to go; `page` is the name of a page, none for the first."""
        self.url = f"ws://127.0.0.1:{port}/_stcore/stream"
        self.page, self.query, self.headers = page, query, headers
        self.hash = ""
        self.states: dict[str, WidgetState] = {}
        self.shown = Run()

    async def __aenter__(self) -> "Client":
        """Open the channel."""
        self.socket = await websockets.connect(
            self.url, subprotocols=["streamlit"], max_size=None, additional_headers=self.headers
        )
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None
    ) -> None:
        """Close it."""
        await self.socket.close()

    async def rerun(self, *forged: WidgetState, trigger: WidgetState | None = None) -> Run:
        """Run the page again with the states so far and those that are forged, and hear it out."""
        message = BackMsg()
        message.rerun_script.query_string = self.query
        message.rerun_script.page_name = self.page
        if self.hash:
            message.rerun_script.page_script_hash = self.hash
        self.states |= {state.id: state for state in forged}
        for state in (*self.states.values(), *((trigger,) if trigger else ())):
            message.rerun_script.widget_states.widgets.append(state)
        await self.socket.send(message.SerializeToString())
        return await self.heard()

    async def heard(self) -> Run:
        """What is sent until the run has ended."""
        run = Run()
        while True:
            sent = ForwardMsg.FromString(await asyncio.wait_for(self.socket.recv(), LIMIT))
            kind = sent.WhichOneof("type")
            if kind == "new_session":
                self.hash = sent.new_session.page_script_hash
            elif kind == "delta" and sent.delta.WhichOneof("type") == "new_element":
                run.elements.append(sent.delta.new_element)
            elif kind == "page_info_changed":
                self.query = sent.page_info_changed.query_string
            elif kind == "script_finished" and sent.script_finished in (0, 1, 2):
                run.ended = sent.script_finished
                self.shown = run
                return run


def state(id: str, kind: str, value: Any) -> WidgetState:
    """The state of a widget, as a message says it; `kind` is a field of the message."""
    made = WidgetState(id=id)
    if kind in ("string_value", "double_value", "int_value", "bool_value", "trigger_value", "json_value"):
        setattr(made, kind, value)
    elif kind in ("double_array_value", "int_array_value", "string_array_value"):
        getattr(made, kind).data.extend(value)
    elif kind == "string_trigger_value":
        made.string_trigger_value.data = value
    else:
        raise ValueError(f"{kind} is no field of a state")
    return made
