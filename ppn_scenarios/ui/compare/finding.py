"""What the plan changes, in words made from the numbers."""

from collections.abc import Callable, Sequence
from typing import Final

import streamlit as st

from ppn_scenarios.analysis import MEASURES
from ppn_scenarios.analysis.comparable import unlike_as_a_whole
from ppn_scenarios.analysis.differences import differences
from ppn_scenarios.analysis.waterfall import Part, Waterfall, ends
from ppn_scenarios.assumptions import ASSUMPTIONS, PRESETS, Scenario, with_preset
from ppn_scenarios.model.required import WORKLOAD
from ppn_scenarios.ui.answers import projection
from ppn_scenarios.ui.visit import Visit, set_scenario
from ppn_scenarios.wording import literal, march
from ppn_scenarios.wording.places import Place
from ppn_scenarios.wording.results import About, Result

from .answers import causes_of
from .chosen import AS_THINGS_STAND, MINE, Compared, Comparison

MOST: Final = (0.5, 1.25)  # of the whole change: what can be called most of it


def show_finding(found: Comparison, about: About, place: Place) -> None:
    """Say the answer, or why there is none, in words made from the numbers."""
    st.info(finding(found, about, place))


def finding(found: Comparison, about: About, place: Place) -> str:
    """Return the finding in short sentences."""
    was, now, result, year = found.was, found.now, about.result, about.year
    words = []
    if found.unchanged:
        words.append(
            "You have changed nothing yet: your scenario is things as they stand. "
            + ("Ready-made plans are shown until you do." if now != was else "")
        )
    if reasons := found.apart(about.measure):
        words.append(
            f"*{literal(now.name)}* cannot be compared with {lower(was)} on this result "
            f"({result.label}). {literal('; '.join(reasons))}. {remedy(found)}"
        )
        return " ".join(words)
    each = causes_of(was.scenario, now.scenario, place.code)
    ways = [way.waterfall(about.measure, year) for way in each]
    if now == was:
        value = result.write(
            *MEASURES[about.measure](projection(now.scenario), place.code).at(year)
        )
        return " ".join([*words, f"{sentence(result, value, place, year, now)}."])
    low, mid, high = MEASURES[about.measure](projection(now.scenario), place.code).at(year)
    change = result.changes(ends(ways, lambda way: way.change), mid)
    words.append(
        f"{sentence(result, result.write(low, mid, high), place, year, now)}: "
        f"**{change}** against {lower(was)}."
    )
    return " ".join([*words, *by_cause(ways, result)])


def remedy(found: Comparison) -> str:
    """Return what the reader can do about scenarios that cannot be compared."""
    if unlike_as_a_whole(found.was.made, found.now.made):
        return "Run it again with today's model and data, below, to compare it."
    if WORKLOAD in (found.was.scenario.need_method, found.now.scenario.need_method):
        return "Choose another way to work out the staff needed, or another result."
    return "Give both the same setting to compare them, or choose another result."


def sentence(result: Result, value: str, place: Place, year: int, whose: Compared) -> str:
    """Return what a scenario gives, as the start of a sentence."""
    said = result.said.format(value=value, place=place.said, when=march(year))
    return f"Under *{literal(whose.name)}*, {said}"


def lower(one: Compared) -> str:
    """Return a scenario's name within a sentence."""
    plain = one.key == AS_THINGS_STAND or (one.key == MINE and one.scenario == Scenario())
    return "things as they stand" if plain else f"*{literal(one.name)}*"


def by_cause(ways: Sequence[Waterfall], result: Result) -> list[str]:
    """Return what the change comes from: the largest cause, beliefs and choices, the rest.

    `ways` are the same change by each way of sharing England out; words go by the middle, the
    first, and numbers are ranges where the ways differ.
    """
    fall = ways[0]
    if not fall.parts:
        return []
    biggest = max(fall.parts, key=lambda part: abs(part.effect))
    if not biggest.effect:
        return ["Nothing that differs moves this result alone."]
    whole = max(abs(fall.start), abs(fall.end))
    if fall.is_of_one:
        which = ", which is what you believe and no choice" if biggest.kind == "belief" else ""
        return [f"All of it comes from *{named(biggest)}*{which}."]

    def write(of: Callable[[Waterfall], float]) -> str:
        return result.changes(ends(ways, of), whole)

    # Not where other effects took away what it added: then it is the largest, and not most of it.
    mostly = fall.change and MOST[0] <= biggest.effect / fall.change <= MOST[1]
    most = "Most comes from" if mostly else "The largest effect is that of"
    words = [f"{most} *{named(biggest)}* ({write(lambda way: way.effect(biggest.causes))} alone)."]
    kinds = {part.kind for part in fall.parts if part.effect}
    if len(kinds) == 2:
        words.append(
            f"Added one by one, beliefs make {write(lambda way: way.of('belief'))} and "
            f"choices {write(lambda way: way.of('choice'))}."
        )
    elif kinds == {"belief"}:
        words.append("All of it comes from what you believe and none from what you choose.")
    if len([part for part in fall.parts if part.effect]) > 1:
        words.append(together(fall, write))
    return words


def together(fall: Waterfall, write: Callable[[Callable[[Waterfall], float]], str]) -> str:
    """Say what causes do together beyond what each does alone."""
    said = in_order(write(lambda way: way.together))
    if said == "no change":
        return "Together they do what they do one by one."
    if said.startswith("less than"):
        return "Together they do very nearly what they do one by one."
    more = (fall.together > 0) == (fall.change - fall.together > 0)
    return f"Together they do {said} {'more' if more else 'less'} than one by one."


def in_order(said: str) -> str:
    """Return a difference without its sign, the smaller end first: "−40 to −30" is "30 to 40"."""
    parts = [part.lstrip("+−") for part in said.split(" to ")]
    return " to ".join(reversed(parts) if said.startswith("−") else parts)


def named(part: Part) -> str:
    """Return what a part of a change is called."""
    return ASSUMPTIONS[part.levers[0]].label


def invite(now: Visit, found: Comparison) -> None:
    """Offer ready-made plans to a reader who has changed nothing."""
    if not found.unchanged:
        return
    if differences(Scenario(), now.scenario):
        st.caption("What you have changed counts only while a switch is on, and the switch is off.")
    st.markdown("Move a lever, or start from a ready-made plan:")
    with st.container(horizontal=True):
        for name, preset in PRESETS.items():
            if name != AS_THINGS_STAND:
                st.button(
                    preset.label,
                    key=f"start_{name}",
                    help=preset.meaning,
                    on_click=set_scenario,
                    args=(with_preset(now.scenario, preset),),
                )
