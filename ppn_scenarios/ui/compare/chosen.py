"""Which scenarios are held beside the reader's own, and from which one to which the page goes."""

from dataclasses import dataclass
from typing import Final

import streamlit as st

from ppn_scenarios.analysis.comparable import Made, unlike
from ppn_scenarios.analysis.lines import BELIEVED
from ppn_scenarios.analysis.lines import MINE as MY_SCENARIO
from ppn_scenarios.assumptions import PRESETS, Scenario, with_preset
from ppn_scenarios.assumptions.label import within
from ppn_scenarios.assumptions.version import MODEL_VERSION
from ppn_scenarios.opening import baseline
from ppn_scenarios.sharing.view import MOST_COMPARED, MY_BELIEFS, NOTHING_COMPARED, View
from ppn_scenarios.tables.database import data_version
from ppn_scenarios.ui.hypothesis import without_hypothesis
from ppn_scenarios.ui.kept import kept
from ppn_scenarios.ui.visit import Visit, mirrored, set_view

MINE: Final = "mine"
AS_THINGS_STAND: Final = "as_things_stand"
TO_SHOW: Final = ("keep_more", "train_more", "together")  # while nothing has been changed
KEPT: Final = "kept:"


@dataclass(frozen=True)
class Compared:
    """A scenario as the page compares it: without the hypothesis on leadership."""

    key: str
    name: str
    made: Made

    @property
    def scenario(self) -> Scenario:
        """The scenario."""
        return self.made.scenario


@dataclass(frozen=True)
class Comparison:
    """The scenarios side by side, the reader's first, and the two that causes lie between."""

    columns: tuple[Compared, ...]
    was: Compared
    now: Compared

    @property
    def mine(self) -> Compared:
        """The reader's own scenario."""
        return self.columns[0]

    def apart(self, measure: str) -> tuple[str, ...]:
        """Return why a measure of the two cannot be compared, and of which; nothing if it can."""
        for one, other in ((self.was, self.now), (self.now, self.was)):
            if reasons := unlike(measure, one.made, other.made):
                return tuple(f"{one.name}: {within(r)}" for r in reasons)
        return ()

    @property
    def unchanged(self) -> bool:
        """Whether the reader has changed nothing that counts here."""
        return self.mine.scenario == Scenario()


def today(scenario: Scenario) -> Made:
    """Return a scenario as this explorer works it out."""
    plain = without_hypothesis(scenario)
    return Made(scenario=plain, model=MODEL_VERSION, data=data_version(), year=baseline().year)


def keys(now: Visit) -> tuple[str, ...]:
    """Return the keys of what is compared: those of the link, and those kept in this session."""
    held = held_by(now.view)
    nothing_yet = without_hypothesis(now.scenario) == Scenario()
    return TO_SHOW if nothing_yet and held == (AS_THINGS_STAND,) else held


def held_by(view: View) -> tuple[str, ...]:
    """Return the keys that the reader has chosen, those kept in their session included."""
    linked = tuple(k for k in view.compared.split(".") if k != NOTHING_COMPARED)
    held: tuple[str, ...] = st.session_state.get("compared_keys", linked)
    if tuple(key for key in held if not key.startswith(KEPT)) != linked:
        held = linked  # a link, or another page, has set it since
    return tuple(k for k in held if not k.startswith(KEPT) or k.removeprefix(KEPT) in kept())


def also(key: str) -> None:
    """Compare with one more scenario, if there is room for it."""
    held = held_by(st.session_state.view)
    if len(held) < MOST_COMPARED:
        st.session_state.compared_keys = (*held, key)


def take(key: str) -> None:
    """Take what the reader compares with: what all readers have goes into the link."""
    chosen = tuple(st.session_state[key])
    st.session_state.compared_keys = chosen
    shared = ".".join(k for k in chosen if not k.startswith(KEPT)) or NOTHING_COMPARED
    set_view(compared=shared)


def named(key: str, scenario: Scenario) -> Compared:
    """Return one scenario to compare with; presets share the reader's beliefs."""
    if key.startswith(KEPT):
        one = kept()[key.removeprefix(KEPT)]
        plain = without_hypothesis(one.scenario)
        year = baseline().year
        return Compared(
            key, one.name, Made(scenario=plain, model=one.model, data=one.data, year=year)
        )
    return Compared(key, label(key, scenario), today(values(key, scenario)))


def values(key: str, scenario: Scenario) -> Scenario:
    """Return the scenario that a key names, beside the reader's."""
    if key == AS_THINGS_STAND:
        return Scenario()
    return scenario.beliefs_only() if key == MY_BELIEFS else with_preset(scenario, PRESETS[key])


def label(key: str, scenario: Scenario) -> str:
    """Return the name of a scenario to compare with."""
    if key.startswith(KEPT):
        return key.removeprefix(KEPT)
    if key == MY_BELIEFS:
        return BELIEVED
    believes = bool(scenario.beliefs_only().changes()) and key != AS_THINGS_STAND
    return PRESETS[key].label + (", under my beliefs" if believes else "")


def choose_compared(now: Visit) -> Comparison:
    """Draw the choice of what to compare with, and return the comparison."""
    scenario, chosen = without_hypothesis(now.scenario), keys(now)
    offered = [*PRESETS, *(KEPT + name for name in kept())]
    if scenario.beliefs_only() != Scenario() or MY_BELIEFS in chosen:
        offered.insert(1, MY_BELIEFS)
    st.multiselect(
        "Compare with (the first is what yours is held against)",
        offered,
        format_func=lambda key: label(key, scenario),
        max_selections=MOST_COMPARED,
        placeholder="Choose up to three scenarios",
        **mirrored("compared", list(chosen), take, "compared"),
    )
    return comparison(scenario, chosen)


def comparison(scenario: Scenario, chosen: tuple[str, ...]) -> Comparison:
    """Return the comparison of the reader's scenario with those chosen."""
    nothing_yet = scenario == Scenario()
    name = "As things stand (my scenario)" if nothing_yet else MY_SCENARIO
    mine = Compared(MINE, name, today(scenario))
    others = [
        named(key, scenario) for key in chosen if not (nothing_yet and key == AS_THINGS_STAND)
    ]
    if nothing_yet:
        return Comparison((mine, *others), mine, others[-1] if others else mine)
    was = others[0] if others else named(AS_THINGS_STAND, scenario)
    return Comparison((mine, *others), was, mine)
