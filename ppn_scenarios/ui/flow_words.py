"""What a year's flows say, in words made from the numbers."""

from typing import Final

import streamlit as st

from ppn_scenarios.assumptions import LEVERS, Scenario
from ppn_scenarios.sharing.view import View
from ppn_scenarios.wording import listed, march
from ppn_scenarios.wording.places import Place

from .flows import CAUSES, ROUTES, balance_of, told
from .shortage_block import in_a_year


def show_finding(scenario: Scenario, place: Place, view: View) -> None:
    """Say the answer in words made from the numbers."""
    st.info(finding(scenario, place, view))


def finding(scenario: Scenario, place: Place, view: View) -> str:
    """Return the finding: who joins, who goes, and what that makes of staff in post."""
    b = balance_of(scenario, place, view).together()
    said, national = told(b, place), place.level == "england"
    some = {k for k, v in (dict(b.joined) | dict(b.left)).items() if v.max() >= 0.5}
    routes = [f"{said.joined[k]} {SAID[k]}" for k in ROUTES if k in some]
    causes = [f"{said.left[k]} {SAID[k]}" for k in CAUSES if k in some]
    guess = "" if national else "an estimated "
    words = [
        f"In the year to {march(b.year)}, on these assumptions, {guess}**{said.joins} people "
        f"join** the psychological professions in {place.said}."
        + (f" They are {listed(routes)}." if routes else ""),
        f"**{said.leaves} go**" + (f": {listed(causes)}." if causes else "."),
        f"Staff in post {said.turn} from {said.opening} to {said.closing} people."
        if national
        else f"Staff in post {said.turn}: {said.opening} people before, {said.closing} after.",
        in_a_year(scenario, place, view),
        rests_on(national),
    ]
    return " ".join(words)


def rests_on(national: bool) -> str:
    """Say how many of the beliefs behind the flows have no source, and whose flows are counted."""
    behind = [a for a in LEVERS.values() if a.group in BEHIND and a.kind == "belief"]
    none = sum(a.status == "none" for a in behind)
    nobody = "" if national else " Nobody publishes joiners or leavers by place."
    return (
        f"**{none} of the {len(behind)} rates and shares behind these flows are placeholders**: no "
        f"source was found for them.{nobody}"
    )


BEHIND: Final = ("Training", "Staff leaving and joining", "Funded posts")
SAID: Final = {
    "hired_new": "newly qualified",
    "hired_unplaced": "who qualified earlier and had no post",
    "hired_returners": "who return",
    "hired_external": "from outside the NHS in England",
    "voluntary": "leave the NHS",
    "retired": "retire",
    "moved_out": "practitioners move into training",
}
