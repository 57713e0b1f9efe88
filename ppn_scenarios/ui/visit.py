"""What a reader has set: a scenario and a view, kept through pages, reloads and links."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from typing import Any, Final

import streamlit as st

from ppn_scenarios.assumptions import Scenario
from ppn_scenarios.sharing import link
from ppn_scenarios.sharing.meant import unknown
from ppn_scenarios.sharing.scenes import Scene, written
from ppn_scenarios.sharing.told import told
from ppn_scenarios.sharing.view import View, allows
from ppn_scenarios.tables.database import data_version
from ppn_scenarios.wording.places import places
from ppn_scenarios.workshop.history import History
from ppn_scenarios.workshop.session import Session

from .clock import zone

PLAIN: Final = View()


@dataclass(frozen=True)
class Visit:
    """A scenario and the view of it: together, all that a link carries."""

    scenario: Scenario
    view: View

    @property
    def parameters(self) -> dict[str, str]:
        """The parameters of a link to this visit."""
        return link.write(self.scenario, self.view)

    @property
    def dated(self) -> dict[str, str]:
        """The same with the version of the data and the reader's day, as a link is handed on."""
        return link.stamped(self.parameters, data_version(), datetime.now(zone()).date())


def visit() -> Visit:
    """Return what the reader has set; on arrival, what their link says.

    The session is the only truth: levers show it and change it through callbacks, so a lever that
    is not drawn keeps its value. The address is read once, when a session starts.
    """
    state = st.session_state
    if "scenario" not in state:
        given = {name: st.query_params.get_all(name) for name in st.query_params}
        state.scenario, state.view, state.notes = link.read(given, places(), data_version())
        scenes, notes = written.read(state.view.scenes, places())
        state.notes += notes
        take_session(Session(history=History(state.scenario), scenes=scenes))
    return Visit(state.scenario, state.view)


def write_address(now: Visit) -> None:
    """Put the visit in the address bar, and only when it differs: each write is a Back step.

    What an arriving link says of its making stays until something else changes; then the address
    says the data and the day, for people copy it from here.
    """
    stamps = (link.DATA_NAME, link.DAY_NAME)
    present = {n: st.query_params.get_all(n) for n in st.query_params if n not in stamps}
    if present != {name: [value] for name, value in now.parameters.items()}:
        st.query_params.from_dict(now.dated)


def history() -> History:
    """Return the scenario in force with those before it and, after an undo, those ahead."""
    state = st.session_state
    return History(state.scenario, state.past, state.future)


def set_scenario(scenario: Scenario) -> None:
    """Make a scenario the one in force: a step that can be undone."""
    go(history().to(scenario))


def go(there: History) -> None:
    """Put a history in force and record the move: the one place where a scenario changes."""
    state = st.session_state
    state.record = state.record.moved(state.scenario, there.present, datetime.now(UTC))
    state.scenario, state.past, state.future = there.present, there.past, there.future
    state.replaying = ""


def current_session() -> Session:
    """Return all that the reader has made, apart from the view."""
    state = st.session_state
    kept = tuple(state.kept.values())
    return Session(
        history=history(),
        record=state.record,
        kept=kept,
        draft=state.draft,
        room=state.room,
        scenes=state.scenes,
        beyond=state.beyond,
    )


def take_session(session: Session) -> None:
    """Put a whole session in force: on arrival, and when an earlier one is taken up."""
    state, there = st.session_state, session.history
    state.scenario, state.past, state.future = there.present, there.past, there.future
    state.record, state.kept = session.record, {one.name: one for one in session.kept}
    state.draft, state.room, state.beyond = dict(session.draft), session.room, session.beyond
    state.replaying = ""
    set_scenes(session.scenes)


def set_scenes(scenes: tuple[Scene, ...]) -> None:
    """Keep the reader's own scenes, in the link too where it has room for them."""
    st.session_state.scenes = scenes
    set_view(scenes=written.for_link(scenes))


def undo() -> None:
    """Take back the last step."""
    go(history().undo())


def redo() -> None:
    """Take back the last undo."""
    go(history().redo())


def take_lever(name: str, key: str) -> None:
    """Take the new value of a lever's control into the scenario."""
    change_lever(name, st.session_state[key])


def change_lever(name: str, value: object) -> None:
    """Give a lever a value; a value that cannot be is named and refused."""
    sent: Any = float(value) if isinstance(value, int | float) else told(str(value))
    try:
        changed = Scenario(**(st.session_state.scenario.changes() | {name: sent}))
    except ValueError as refusal:
        st.session_state.notes.append(f"{refusal}. It was left as it was.")
    else:
        set_scenario(changed)


def set_view(**settings: object) -> None:
    """Change some settings of the view; one that cannot be is named and refused.

    A browser sends what a control shows, but whoever speaks to the server may send anything.
    """
    state = st.session_state
    for name, value in settings.items():
        plain = value == getattr(PLAIN, name)
        if isinstance(value, str) and (plain or allows(name, value, places())):
            state.view = replace(state.view, **{name: value})
        else:
            state.notes.append(unknown(name, str(value), places()))


def take_view(name: str, key: str) -> None:
    """Take a new value of the view."""
    if (value := st.session_state[key]) is not None:
        set_view(**{name: value})


def mirrored(key: str, value: object, take: Callable[..., None], *args: object) -> dict[str, Any]:
    """Return the arguments of a widget that shows `value` and hands changes to `take`.

    The value is assigned on every run before the widget is drawn: that is what carries it from
    page to page, and why no `value=` may be given.
    """
    st.session_state[key] = value
    return {"key": key, "on_change": take, "args": args}
