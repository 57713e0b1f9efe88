"""What lessons say of other numbers, and of when the model moves, is true of both."""

import math
from functools import cache

import numpy as np
import pytest

from ppn_scenarios import Scenario, baseline
from ppn_scenarios.analysis.lever_effect import LeverEffect, lever_effect
from ppn_scenarios.assumptions import LEVERS

NOW = Scenario()
START = int(NOW.plan_start)
SHOWS = 10.0  # FTE: less is not seen


@cache
def effect_of(name: str) -> LeverEffect:
    """What a lever does from things as they stand."""
    return lever_effect(baseline(), NOW, name)


def within_a_year(hazard: float, years: float = 1) -> float:
    """Of 100, those to whom something of a yearly rate happens."""
    return 100 * (1 - math.exp(-hazard * years))


def seeking(places: float) -> tuple[float, float, float]:
    """Newly qualified therapists and practitioners who seek a post, and practitioners who train."""
    therapists, practitioners = (
        places * float(share) * NOW.fill_other for share in baseline().inputs.other_places_share[1:]
    )
    return (
        therapists * (1 - NOW.noncompletion_ther) * NOW.uptake_ther,
        practitioners * (1 - NOW.noncompletion_prac) * NOW.uptake_prac,
        therapists * NOW.career_ther,
    )


PSYCHOLOGISTS = (1 - NOW.noncompletion_psy) ** 3 * NOW.uptake_psy  # who seek a post, for a place
STARTERS = NOW.places_other * NOW.fill_other
PRACTITIONER_STARTERS = STARTERS * float(baseline().inputs.other_places_share[2])
ROOM = baseline().fte
EXAMPLES = [
    ("places_cp", "example", f"about {100 * PSYCHOLOGISTS:.0f} more psychologists"),
    ("fill_cp", "example", f"At 95%, {0.05 * NOW.places_cp:.0f} of 1,080 places"),
    ("fill_cp", "example", f"about {0.05 * NOW.places_cp * PSYCHOLOGISTS:.0f} fewer psychologists"),
    ("growth_cp_capt", "example", f"about {round(1.26 * NOW.places_cp, -1):,.0f} a year"),
    ("places_other", "example", f"about {round(sum(seeking(1_000)[:2]), -1):.0f} more people"),
    ("places_other", "example", f"About {round(seeking(1_000)[2], -1):.0f} of those who start"),
    ("fill_other", "message", f"about {0.05 * NOW.places_other:.0f} starters a year"),
    ("career_psy", "example", f"25% is {NOW.career_psy * NOW.places_cp:.0f} practitioners"),
    ("career_ther", "example", f"35% is {0.35 * (STARTERS - PRACTITIONER_STARTERS):.0f} practit"),
    ("vacancy0", "example", f"about {round(ROOM / (1 - NOW.vacancy0), -2):,.0f} funded posts"),
    ("vacancy0", "example", f"about {round(ROOM / (1 - 0.024), -2):,.0f}."),
    ("fill_time", "example", f"at most {100 / (1 + NOW.lead_turnover * NOW.fill_time):.0f} of 100"),
    ("fill_time", "example", f"At nine months it is {100 / (1 + NOW.lead_turnover * 0.75):.0f}."),
    ("lead_turnover", "example", f"about {within_a_year(NOW.lead_turnover):.0f} of 100 leaders"),
    ("encouragement", "example", f"about {within_a_year(NOW.h_encourage):.0f} in 100"),
    ("encouragement", "example", f"it is about {within_a_year(NOW.h_encourage * 2.2):.0f}."),
    ("h_encourage", "example", f"about {within_a_year(NOW.h_encourage, 5):.0f} in five years"),
    ("mandate", "acts", f"about {within_a_year(NOW.h_mandate):.0f} in 100"),
    ("mandate", "acts", f"in a year and {within_a_year(NOW.h_mandate, 3):.0f} in three"),
    ("h_mandate", "example", f"{within_a_year(NOW.h_mandate, 2):.0f} in two years"),
    ("h_mandate", "example", f"At 250% a year, {within_a_year(2.5):.0f} do"),
    ("abolish", "example", f"about {within_a_year(0.1, 10):.0f} in 100 would be gone"),
    ("demand_growth", "example", f"grows by {100 * (1 + NOW.demand_growth) ** 14 - 100:.0f}%"),
    ("uptake_ther", "example", f"{1_000 * NOW.uptake_ther:.0f} seek a post"),
    ("availability", "example", f"{1_000 * (1 - NOW.availability):.0f} of 1,000"),
    ("noncompletion_psy", "example", f"{100 * (1 - NOW.noncompletion_psy) ** 3:.0f} of 100"),
]


@pytest.mark.parametrize(("name", "which", "words"), EXAMPLES)
def test_arithmetic_in_a_lesson_is_that_of_the_levers_that_it_uses(
    name: str, which: str, words: str
) -> None:
    assert words in LEVERS[name].lesson.texts()[which]


def test_new_roles_give_as_many_practitioners_as_their_example_says() -> None:
    found = 250 * NOW.fill_other * (1 - NOW.noncompletion_prac) * NOW.uptake_prac
    assert found == pytest.approx(180, abs=5)
    assert "about 180 more practitioners" in LEVERS["places_newrole"].lesson.example


@pytest.mark.parametrize(
    ("name", "years", "words"),
    [
        ("places_cp", 4, "more from the fourth year of the plan"),
        ("places_other", 2, "more from the second year on"),
        ("growth_cp_capt", 6, "fewer until about 2032"),
    ],
)
def test_staff_get_fewer_before_they_get_more_for_as_long_as_the_lesson_says(
    name: str, years: int, words: str
) -> None:
    course = effect_of(name).course("fte", SHOWS)
    assert course.worst is not None
    assert course.worst[1] < 0
    assert course.turns == START + years
    assert words in LEVERS[name].lesson.acts


@pytest.mark.parametrize(
    ("name", "years", "words"),
    [
        ("retention", 1, "shows in the first year of the plan"),
        ("places_newrole", 2, "staff rise from the second year of the plan"),
    ],
)
def test_more_staff_show_in_the_year_that_the_lesson_says(
    name: str, years: int, words: str
) -> None:
    course = effect_of(name).course("fte", SHOWS)
    assert course.first == START + years
    assert course.worst is None
    assert words in LEVERS[name].lesson.acts


def test_the_lead_of_encouragement_is_widest_when_its_lesson_says() -> None:
    assert effect_of("encouragement").course("trusts_led", 0.005).widest[0] == START + 5
    assert "widest after about five years" in LEVERS["encouragement"].lesson.acts


def test_more_posts_than_people_change_nothing_as_the_lessons_on_posts_say() -> None:
    growth, limit = effect_of("post_growth"), effect_of("cap_mode")
    assert np.abs(growth.change("fte", LEVERS["post_growth"].high)).max() < SHOWS
    assert not limit.moved
    assert "Where people are short" in LEVERS["post_growth"].lesson.acts
    assert "people are what is short" in LEVERS["cap_mode"].lesson.message


def test_a_limit_shows_more_in_each_year_as_its_lesson_says() -> None:
    path = np.abs(effect_of("ceiling_encouraged").change("trusts_led", 0.95))
    assert (np.diff(path[3:]) > 0).all()
    assert "more in each later one" in LEVERS["ceiling_encouraged"].lesson.acts


def test_boards_that_merge_leave_the_share_where_it_is_as_their_lesson_says() -> None:
    assert "systems_led" not in effect_of("boards").moved
    assert "the line of shares stays" in LEVERS["boards"].lesson.acts


def test_acute_trusts_move_the_national_share_most_of_all_starting_shares() -> None:
    widest = {
        name: effect_of(name).most("trusts_led") for name in LEVERS if name.startswith("cppo_base_")
    }
    assert max(widest, key=widest.__getitem__) == "cppo_base_acute"
    assert "more than any other starting share" in LEVERS["cppo_base_acute"].lesson.message
