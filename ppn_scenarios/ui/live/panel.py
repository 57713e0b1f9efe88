"""The live levers on a page: a quiet switch, and the panel that it opens."""

import json
import math
from base64 import b64encode
from functools import lru_cache
from typing import Any, Final

import streamlit as st

from ppn_scenarios.analysis import ENGLAND, MEASURES
from ppn_scenarios.analysis.passports import Passport
from ppn_scenarios.analysis.positions import GRADED, MOVING, READINGS, Positions, positions
from ppn_scenarios.assumptions import ASSUMPTIONS, KINDS, Scenario
from ppn_scenarios.model import HORIZON
from ppn_scenarios.opening import baseline
from ppn_scenarios.ui.answers import as_things_stand
from ppn_scenarios.ui.home_passports import of_leaders, of_staff
from ppn_scenarios.ui.hypothesis import without_hypothesis
from ppn_scenarios.ui.levers import labelled
from ppn_scenarios.ui.passport import offer
from ppn_scenarios.ui.visit import Visit, change_lever, mirrored, set_view
from ppn_scenarios.wording import march, rounding, staff
from ppn_scenarios.wording.places import Place

from .drawing import DRAWING
from .look import CSS, HTML
from .moving import MOVING as SCRIPT

KEY: Final = "live_levers"
KEPT: Final = 16  # scenarios, some 50 kB each
_PANEL = st.components.v2.component("ppn_live", html=HTML, css=CSS, js=DRAWING + SCRIPT)
WORDS: Final = {
    "resting": "Move a lever: the numbers and lines follow before you let go.",
    "preview": "Preview: an exact run at each step. Let go to keep it.",
    "working": "Kept. The whole page follows.",
    "mine": "My scenario",
    "stands": "As things stand",
    "table": "The same numbers as a table",
    "caption": "England on 31 March",
    "columns": (
        "Year",
        "Staff, my scenario",
        "Staff, as things stand",
        "Trusts led, my scenario",
        "Trusts led, as things stand",
    ),
}
STAFF_ALT: Final = (
    "Lines by year: staff under my scenario, staff as things stand, and dashed levels that "
    "readings of the 2023 plan ask for. The same numbers are in the table below."
)
LED_ALT: Final = (
    "Lines by year: share of trusts with a leader in post under my scenario, and as things stand. "
    "The same numbers are in the table below."
)


def show_live(now: Visit, place: Place) -> None:
    """Draw the switch and, once it is on, the main levers with what they do as they move."""
    on = now.view.live == "on"
    st.toggle(
        "Try levers live",
        help="The main levers with a preview while you drag. The levers in the panel do the same "
        "without it.",
        **mirrored("live", on, take_switch),
    )
    if not on:
        return
    if place.code != ENGLAND:
        st.caption(
            f"Live levers show England only. Choose England above to try them, or use the panel of "
            f"levers for {place.said}."
        )
        return
    plain = without_hypothesis(now.scenario)
    st.session_state.setdefault("live_heard", 0)
    with st.container(key="live_box"):
        _PANEL(
            data={**sent(plain), "heard": st.session_state.live_heard},
            key=KEY,
            on_moved_change=lambda: take(getattr(st.session_state[KEY], "moved", None)),
        )
        offer("live", lambda year: made(plain, place, year), plain, as_things_stand().years)
        st.caption(
            "Each step of these levers was run beforehand, so every number is exact; only a line "
            "on its way from one run to the next is drawn in between. Arrow keys work too. "
            "Switches, dates and all other levers are in the panel."
        )


def take_switch() -> None:
    """Take the switch into the view."""
    set_view(live="on" if st.session_state.live else "off")


def take(handed: object) -> None:
    """Take a lever that was let go into the scenario; whatever else a browser sends is left."""
    match handed:
        case {"name": str(name), "value": int() | float() as value} if name in GRADED:
            st.session_state.live_heard = st.session_state.get("live_heard", 0) + 1
            change_lever(name, value)


def made(scenario: Scenario, place: Place, year: int) -> list[Passport]:
    """Return the passports of the numbers where the levers are."""
    return [*of_staff(scenario, place, year), *of_leaders(scenario, place, year)]


def sent(scenario: Scenario) -> dict[str, Any]:
    """Return what the browser needs: levers and their words, exact runs, and what is behind."""
    found: dict[str, Any] = json.loads(written(scenario))
    return found


@lru_cache(maxsize=KEPT)
def written(scenario: Scenario) -> str:
    """Return the same as JSON: a text that is kept for all is changed by nobody."""
    found = positions(baseline(), scenario)
    fte, led = (MEASURES[m](as_things_stand(), ENGLAND).mid.tolist() for m in MOVING)
    highest = max(*found.asked, float(found.rows[:, : len(found.years)].max()), *fte)
    top = 10_000 * math.ceil(highest / 10_000)
    data = {
        "levers": [described(name, found) for name in found.at],
        "years": list(found.years),
        "rows": b64encode(found.rows.astype("<f4").tobytes()).decode(),
        "asked": len(found.asked),
        "step": rounding(fte[-1]),
        "words": WORDS,
        "numbers": [
            f"Staff in post (FTE), {march(HORIZON)}",
            f"Trusts with a leader, {march(HORIZON)}",
            "Of the 2023 plan, by how it is read",
        ],
        "charts": [
            {
                "title": "Staff in England, FTE",
                "kind": "staff",
                "alt": STAFF_ALT,
                "top": top,
                "ticks": list(range(0, top + 1, 20_000)),
                "stands": fte,
                "asked": [
                    {"label": f"{target.line.split(':')[0]} {staff(level)}", "value": level}
                    for target, level in zip(READINGS, found.asked, strict=True)
                ],
            },
            {
                "title": "Trusts with a leader in post",
                "kind": "share",
                "alt": LED_ALT,
                "top": 1,
                "ticks": [0, 0.5, 1],
                "stands": led,
                "asked": [],
            },
        ],
    }
    return json.dumps(data)


def described(name: str, found: Positions) -> dict[str, Any]:
    """Return a lever for the browser: its label, its positions in words, and where it is."""
    a = ASSUMPTIONS[name]
    return {
        "name": name,
        "label": labelled(a),
        "kind": KINDS[a.kind],
        "at": list(found.at[name]),
        "shown": [a.show(value) for value in found.at[name]],
        "first": found.first(name),
        "now": found.now[name],
    }
