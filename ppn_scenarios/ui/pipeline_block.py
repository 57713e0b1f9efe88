"""The pipeline: who is in training, when they qualify, and who finds no post."""

from collections.abc import Mapping

import streamlit as st

from ppn_scenarios.analysis.flows import in_whole_people
from ppn_scenarios.analysis.passports import Passport
from ppn_scenarios.analysis.passports import pipeline as passports
from ppn_scenarios.analysis.passports.measures import of_measures
from ppn_scenarios.analysis.pipeline import Training, training
from ppn_scenarios.analysis.place_measures import MEASURES
from ppn_scenarios.assumptions import Scenario
from ppn_scenarios.model.baseline import FAMILIES, Array
from ppn_scenarios.sharing.view import View
from ppn_scenarios.wording import march, percent_range
from ppn_scenarios.wording.places import Place

from .answers import projection
from .cards import Card, show_cards
from .charts.people_bars import PeopleBar, show_people
from .flows import COLOUR_OF, about, group_names, people, run_of
from .passport import offer
from .section import section
from .sums import show_sum
from .take_away import titled

SOME = 0.5  # people: fewer are nobody
LINES: Mapping[str, str] = {
    "+ Started": "started",
    "− Qualified": "qualified",
    "− Left their course": "lost",
}
WAITING: Mapping[str, str] = {
    "+ Qualified and looking for an NHS post": "seeking",
    "− Hired at once": "hired",
    "− Hired after waiting": "hired_later",
    "− Stopped looking": "gave_up",
}


def show_pipeline(scenario: Scenario, place: Place, view: View) -> None:
    """Draw who is in training and who waits for a post, as bars or as tables that add up."""
    found = training(run_of(scenario, view), place.code, int(view.flow_year))
    section("Who is in training, and when do they qualify?")
    show_state(scenario, found, place)
    if view.show == "table":
        show_training(found, place)
        show_waiting(found, place)
    else:
        st.markdown(
            f"**In training on 31 March {found.year - 1}, by the year in which they qualify**: "
            "places added now show in posts only when a course is over."
        )
        with titled(
            f"In training in {place.said} on 31 March {found.year - 1}: "
            f"{said(found.opening, place)} people, by the year in which they qualify"
        ):
            show_people(bars(scenario, place, view, found), "pipeline", passport="pipeline")
    offer("pipeline", lambda: made(scenario, place, view), scenario)


def show_state(scenario: Scenario, found: Training, place: Place) -> None:
    """Draw how many are in training, qualify, wait for a post, and how many posts are vacant."""
    cards = [
        Card(
            label=f"In training, {march(found.year - 1)}",
            value=said(found.opening, place),
            lines=(f"{said(found.started, place)} start in the year after",),
        ),
        Card(
            label=f"Qualify in the year to {march(found.year)}",
            value=said(found.qualified, place),
            lines=(f"{said(found.seeking, place)} of them look for an NHS post",),
        ),
        Card(
            label=f"Qualified and without a post, {march(found.year)}",
            value=said(found.waiting, place),
        ),
    ]
    if len(found.groups) == len(FAMILIES):  # vacancies of professions rest on made-up shares
        vacant = MEASURES["vacancy_rate"](projection(scenario), place.code).at(found.year)
        label = f"Funded posts vacant, {march(found.year)}"
        cards.append(Card(label=label, value=percent_range(*vacant)))
    show_cards(cards, "Training and waiting", passport="pipeline")


def said(values: Array, place: Place) -> str:
    """Write a number of people of all groups (ways, P)."""
    every = values.sum(axis=-1)
    return written(every, place)


def written(values: Array, place: Place) -> str:
    """Write a number of people (ways,): rounded for England, a range elsewhere."""
    if place.level != "england":
        return people(values)
    return about(float(values[0])) if values[0] >= SOME else "none"


def bars(scenario: Scenario, place: Place, view: View, found: Training) -> list[PeopleBar]:
    """Return a bar for each group and year of qualifying in which there is anybody."""
    family = run_of(scenario, view).baseline.inputs.family
    return [
        PeopleBar(
            name=f"{found.year + j}: {group_names()[group]}",
            people=float(found.to_go[0, i, j]),
            label=written(found.to_go[:, i, j], place),
            colour=COLOUR_OF[int(family[i])],
        )
        for i, group in enumerate(found.groups)
        for j in range(found.to_go.shape[-1])
        if found.to_go[0, i, j] >= SOME
    ]


def show_training(found: Training, place: Place) -> None:
    """Draw the table of training, which adds up exactly."""
    before, after = f"In training, {march(found.year - 1)}", f"= in training, {march(found.year)}"
    signs = {"started": 1, "qualified": -1, "lost": -1}
    show_adding("How training adds up", found, place, (before, LINES, after), signs)


def show_waiting(found: Training, place: Place) -> None:
    """Draw the table of those who qualified and have no post, which adds up exactly."""
    before, after = f"Without a post, {march(found.year - 1)}", f"= without, {march(found.year)}"
    signs = {"seeking": 1, "hired": -1, "hired_later": -1, "gave_up": -1}
    show_adding("Qualified and without a post", found, place, (before, WAITING, after), signs)


def show_adding(
    caption: str,
    found: Training,
    place: Place,
    lines: tuple[str, Mapping[str, str], str],
    signs: Mapping[str, int],
) -> None:
    """Draw one table that adds up: by group in England, by proxy elsewhere."""
    training_is_it = "started" in signs
    opening = found.opening if training_is_it else found.waiting_before
    closing = found.closing if training_is_it else found.waiting
    flows = {name: sign * getattr(found, name) for name, sign in signs.items()}
    national = place.level == "england"
    cells = [(0, i) for i in range(len(found.groups))] if national else []
    columns = [
        in_whole_people(
            float(opening[way, i]),
            {name: float(v[way, i]) for name, v in flows.items()},
            float(closing[way, i]),
        )
        for way, i in cells
    ]
    columns += [
        in_whole_people(
            float(opening[way].sum()),
            {name: float(v[way].sum()) for name, v in flows.items()},
            float(closing[way].sum()),
        )
        for way in range(1 if national else len(opening))
    ]
    groups = [*found.groups, "all"] if national else []
    year = f"{place.name}, year to {march(found.year)} (people)"
    show_sum(f"{caption}: {year}", lines, columns, groups, "pipeline")


def made(scenario: Scenario, place: Place, view: View) -> list[Passport]:
    """Return the passports of training and waiting, and of vacant posts."""
    run, year = run_of(scenario, view), int(view.flow_year)
    return [
        *passports.of_training(run, place.code, year),
        *of_measures(["vacancy_rate"], projection(scenario), place.code, year),
    ]
