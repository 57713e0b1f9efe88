"""The list of every target: what is asked, what follows, and what this model cannot say."""

from typing import Final

from ppn_scenarios.analysis import Answer
from ppn_scenarios.analysis.chances import Chance
from ppn_scenarios.analysis.passports.targets import of_targets
from ppn_scenarios.assumptions import TARGETS, Scenario
from ppn_scenarios.assumptions.targets import STANDINGS
from ppn_scenarios.wording import (
    first_met,
    in_draws,
    march,
    met_between,
)
from ppn_scenarios.wording.places import Place
from ppn_scenarios.wording.targets import amount, projected

from .answers import projection, targets
from .draws import every_chance
from .folded import folded
from .passport import offer
from .table import show_table

PAST: Final = "past"


def show_targets(scenario: Scenario, place: Place) -> None:
    """Draw every target in a panel, which is built once it is opened."""
    folded("Every target: asked for, projected, first met", "targets", show_all, scenario, place)


def show_all(scenario: Scenario, place: Place) -> None:
    """Draw the targets that the model projects, and below them those it does not."""
    found = targets(scenario, place.code).values()
    often = every_chance(scenario, place.code)
    show_table(
        f"Targets that the model projects, {place.name}",
        (
            "Target",
            "Asked for",
            "By",
            "This scenario",
            "First met",
            "Reached in",
            "First met, 8 in 10 draws",
            "Standing",
        ),
        [
            (
                answer.target,
                amount(answer.threshold, answer.unit),
                march(answer.due) if answer.due else "no date set",
                projected(answer),
                first_met(answer),
                *how_often(answer, often[answer.id]),
                STANDINGS[answer.standing],
            )
            for answer in found
            if answer.projected
        ],
        numbers=(1, 3),
        wraps=True,
        passport="targets",
    )
    offer("targets", lambda: of_targets(TARGETS, projection(scenario), place.code), scenario)
    others = [answer for answer in found if not answer.projected]
    show_table(
        "Targets that this model cannot answer, and why",
        ("Target", "Why not", "Standing"),
        [(a.target, a.why_not, STANDINGS[a.standing]) for a in others],
        source="Declared with each target, in the assumptions log.",
    )


def how_often(answer: Answer, chance: Chance) -> tuple[str, str]:
    """Write in how many draws a target is reached and when first; of the past, nothing."""
    if answer.standing == "past":
        return PAST, PAST
    return in_draws(chance.share), met_between(chance.early, chance.late)
