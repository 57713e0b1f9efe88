"""A client that speaks to the app as a browser does, and may say what no browser would."""

import asyncio
from dataclasses import dataclass, field
from typing import Any, Final

import websockets
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from streamlit.proto.WidgetStates_pb2 import WidgetState

LIMIT: Final = 90  # seconds for one run on a busy machine


@dataclass
class Run:
    """What one run of a page sent: its elements, and whether it ended as it should."""

    elements: list[Any] = field(default_factory=list)
    blocks: list[Any] = field(default_factory=list)
    ended: int = -1

    def of(self, kind: str) -> list[Any]:
        """The elements of one kind."""
        return [getattr(e, kind) for e in self.elements if e.WhichOneof("type") == kind]

    @property
    def faults(self) -> list[str]:
        """What the run says went wrong: traces, and the app's own words for a fault."""
        return [f"{e.type}: {e.message} {list(e.stack_trace)}" for e in self.of("exception")]

    @property
    def sound(self) -> bool:
        """Whether the run ended, without a fault of any kind."""
        told = [box.body for box in self.of("alert") if "quote the reference" in box.body]
        return self.ended == 0 and not self.faults and not told

    @property
    def widgets(self) -> dict[str, tuple[str, Any]]:
        """The widgets by their keys, each with its kind and what was sent of it."""
        found = {}
        for element in self.elements:
            kind = element.WhichOneof("type")
            sent = getattr(element, kind)
            id = getattr(sent, "id", "")
            if id.startswith("$$ID-"):
                found[id.split("-", 2)[2]] = (kind, sent)
        return found

    @property
    def text(self) -> str:
        """All that the run sent, as one text to look for secrets in."""
        return "\n".join(str(e) for e in (*self.elements, *self.blocks))


class Client:
    """One visitor on a channel of their own."""

    def __init__(self, url: str, page: str = "", query: str = "") -> None:
        """Remember where to go; `page` is the name of a page, none for the first."""
        self.url, self.page, self.query = url, page, query
        self.hash = ""
        self.states: dict[str, WidgetState] = {}
        self.shown = Run()
        self.sent: dict[str, ForwardMsg] = {}

    async def __aenter__(self) -> "Client":
        """Open the channel."""
        channel = self.url.replace("http", "ws", 1) + "/_stcore/stream"
        said = [websockets.Subprotocol("streamlit")]
        self.socket = await websockets.connect(channel, subprotocols=said, max_size=None)
        return self

    async def __aexit__(self, *_: object) -> None:
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

    async def press(self, key: str) -> Run:
        """Run the page again with a button pressed, by its key."""
        id = self.shown.widgets[key][1].id
        return await self.rerun(trigger=state(id, "trigger_value", True))

    async def heard(self) -> Run:
        """What is sent until the run has ended."""
        run = Run()
        while True:
            sent = ForwardMsg.FromString(await asyncio.wait_for(self.socket.recv(), LIMIT))
            if sent.WhichOneof("type") == "ref_hash":  # the same as was sent before
                sent = self.sent[sent.ref_hash]
            elif sent.hash:
                self.sent[sent.hash] = sent
            kind = sent.WhichOneof("type")
            if kind == "navigation":
                pages = sent.navigation.app_pages
                self.hash = next(p.page_script_hash for p in pages if p.url_pathname == self.page)
            elif kind == "delta" and sent.delta.WhichOneof("type") == "new_element":
                run.elements.append(sent.delta.new_element)
            elif kind == "delta" and sent.delta.WhichOneof("type") == "add_block":
                run.blocks.append(sent.delta.add_block)
            elif kind == "page_info_changed":
                self.query = sent.page_info_changed.query_string
            elif kind == "script_finished" and sent.script_finished in (0, 1):
                run.ended = sent.script_finished
                self.shown = run
                return run


def state(id: str, kind: str, value: Any) -> WidgetState:
    """The state of a widget, as a message says it; `kind` is a field of the message."""
    made = WidgetState(id=id)
    if kind.endswith("_array_value"):
        getattr(made, kind).data.extend(value)
    else:
        setattr(made, kind, value)
    return made
