"""What the last change moved: the results that moved most, each with where it came from."""

import math
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

import streamlit as st

from ppn_scenarios.analysis import MEASURES
from ppn_scenarios.analysis.passports import Passport
from ppn_scenarios.analysis.passports.changes import Asked, of_difference
from ppn_scenarios.assumptions import Scenario
from ppn_scenarios.model import HORIZON
from ppn_scenarios.wording import march
from ppn_scenarios.wording.places import places
from ppn_scenarios.wording.results import RESULTS

from .answers import projection
from .hypothesis import without_hypothesis
from .passport import offer
from .replay import last_move
from .visit import Visit, set_view, visit

MOST: Final = 4  # results listed
FOLLOWED: Final = tuple(name for name in RESULTS if name != "staff_gap")  # need met says the same
PAGE: Final = "pages/compare.py"


@dataclass(frozen=True)
class Moved:
    """One result before and after a change: low, middle and high of each."""

    measure: str
    was: tuple[float, float, float]
    now: tuple[float, float, float]
    change: tuple[float, float, float]

    @property
    def size(self) -> float:
        """How far it moved: of a share its points, of an amount the part of what it was."""
        change = abs(self.now[1] - self.was[1])
        if RESULTS[self.measure].unit == "share":
            return change
        return change / abs(self.was[1]) if self.was[1] else change

    @property
    def said(self) -> str:
        """The result in words, from and to."""
        result = RESULTS[self.measure]
        change = result.changes((self.change[0], self.change[2]), self.now[1])
        was, now = result.write(*self.was), result.write(*self.now)
        return f"{result.label}: {was} before, {now} now ({change})"


def moved(before: Scenario, after: Scenario, place: str) -> list[Moved]:
    """Return the results that moved most between two scenarios, the largest first.

    A result that moves by less than is written, or that has no value, is left out.
    """
    found = each(without_hypothesis(before), without_hypothesis(after), place)
    return sorted(found, key=lambda one: -one.size)[:MOST]


def each(before: Scenario, after: Scenario, place: str) -> Iterator[Moved]:
    """Yield each result that moved."""
    for name in FOLLOWED:
        one, other = (MEASURES[name](projection(s), place) for s in (before, after))
        was, now = one.at(HORIZON), other.at(HORIZON)
        if math.isnan(was[1]) or math.isnan(now[1]):
            continue
        if RESULTS[name].change(now[1] - was[1], now[1]) != "no change":
            yield Moved(name, was, now, other.less(one).at(HORIZON))


def show_moved(now: Visit) -> None:
    """Draw what the last change moved, each result as the way to what explains it."""
    last, place = last_move(), places()[now.view.place]
    if not last:
        st.markdown("Move a lever. Then the results that moved most stand here.")
        return
    st.markdown(f"**{last.said}**")
    found = moved(last.before, now.scenario, place.code)
    if not found:
        st.markdown("It moved none of the results that are followed here.")
        return
    st.caption(f"{place.name}, {march(HORIZON)}; what moved most comes first")
    for one in found:
        key = f"moved_{one.measure}"
        if st.button(one.said, key=key, type="tertiary", on_click=look, args=(one.measure,)):
            st.switch_page(PAGE, query_params=visit().dated)
    offer("moved", lambda: made(found, last.before, now.scenario, place.code), now.scenario)


def look(measure: str) -> None:
    """Turn the view to a result."""
    set_view(result=measure, year=str(HORIZON))


def made(found: list[Moved], before: Scenario, after: Scenario, place: str) -> list[Passport]:
    """Return the passport of each difference."""
    return [
        of_difference(
            Asked(
                label=f"{RESULTS[one.measure].label}, {march(HORIZON)}, by the last change",
                unit=RESULTS[one.measure].unit,
                measure=one.measure,
                place=place,
                year=HORIZON,
                was=without_hypothesis(before),
                now=without_hypothesis(after),
            ),
            *(
                MEASURES[one.measure](projection(without_hypothesis(s)), place)
                for s in (before, after)
            ),
        )
        for one in found
    ]
