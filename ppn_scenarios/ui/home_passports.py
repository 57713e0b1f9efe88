"""The passports of the figures of the home page, group by group."""

from collections.abc import Mapping
from typing import Final

from ppn_scenarios.analysis import ENGLAND
from ppn_scenarios.analysis.breakeven import BreakEven
from ppn_scenarios.analysis.leaders import posts_and_people
from ppn_scenarios.analysis.passports import Passport
from ppn_scenarios.analysis.passports.draws import among_beliefs, of_band, of_chance
from ppn_scenarios.analysis.passports.leaders import ceiling, of_kind
from ppn_scenarios.analysis.passports.measures import (
    against,
    as_it_stands,
    of_measure,
    of_measures,
)
from ppn_scenarios.analysis.passports.published import of_estimate, of_history
from ppn_scenarios.analysis.passports.repaid import of_break_even
from ppn_scenarios.analysis.passports.targets import of_targets
from ppn_scenarios.analysis.place_measures import IF_COUNTED
from ppn_scenarios.analysis.uncertainty import Outcomes
from ppn_scenarios.assumptions import Scenario
from ppn_scenarios.model import HORIZON
from ppn_scenarios.opening import baseline
from ppn_scenarios.wording.leaders import TODAY
from ppn_scenarios.wording.on_track import READINGS
from ppn_scenarios.wording.places import Place, organisations

from .answers import as_things_stand, headlines, projection

OF_HEADLINES: Final = "headlines"  # the passports of both blocks, and of their charts and tables
DRAWN: Final = ("fte", "trusts_led")
SHARES: Final = ("trusts_led", "trusts_posts", "systems_led", "systems_posts")
THE_REST: Final = (
    "clinical_fte",
    "need_met",
    "posts_filled",
    "unplaced",
    "people_seen",
    "trusts_supported",
    "trusts_executive",
    "pay_cost",
    "training_cost",
    "leadership_cost",
)


def of_headlines(scenario: Scenario, place: Place, year: int) -> list[Passport]:
    """Return the passports of staff and of leaders; before these are shown, of staff alone."""
    leaders = of_leaders(scenario, place, year) if year >= TODAY else []
    return [*of_staff(scenario, place, year), *leaders]


def of_staff(scenario: Scenario, place: Place, year: int) -> list[Passport]:
    """Return the passports of the numbers of staff: projected, asked for and published."""
    run, before = projection(scenario), as_things_stand()
    found = [of_measure("fte", run, place.code, year)]
    if scenario != Scenario():
        found += [
            against("fte", run, before, place.code, year),
            as_it_stands(of_measure("fte", before, place.code, year)),
        ]
    if year == HORIZON:
        found += of_targets(READINGS, run, place.code)
    if place.code == ENGLAND:
        return [*found, *(of_history(baseline(), known) for known in baseline().history)]
    return [*found, of_estimate(baseline(), place.code)]


def of_leaders(scenario: Scenario, place: Place, year: int) -> list[Passport]:
    """Return the passports of the shares with a post and with a leader, and of their ceiling."""
    return [*both(SHARES, scenario, place, year), ceiling(scenario)]


def of_types(scenario: Scenario, place: Place, year: int) -> list[Passport]:
    """Return the passports of posts and people of each type of organisation."""
    run = projection(scenario)
    kinds = [row.kind for row in posts_and_people(run, place.code, year)]
    return [
        passport
        for kind in kinds
        for passport in of_kind(kind, organisations()[kind], run, place.code, year)
    ]


def of_the_rest(scenario: Scenario, place: Place, year: int) -> list[Passport]:
    """Return the passports of what else follows, and of the costs that a reader has priced."""
    run = projection(scenario)
    priced = tuple(name for name in IF_COUNTED if getattr(run, name).any())
    return both((*THE_REST, *priced), scenario, place, year)


def both(measures: tuple[str, ...], scenario: Scenario, place: Place, year: int) -> list[Passport]:
    """Return the passports of measures under a scenario, and as things stand if that differs."""
    found = of_measures(measures, projection(scenario), place.code, year)
    if scenario != Scenario():
        found += map(as_it_stands, of_measures(measures, as_things_stand(), place.code, year))
    return found


def of_draws(
    scenario: Scenario, found: Mapping[str, Outcomes], effect: BreakEven
) -> list[Passport]:
    """Return the passports of England's draws, and of the effect that would repay the posts."""
    shown = of_measures(DRAWN, projection(scenario), ENGLAND, HORIZON)
    known = headlines(scenario, ENGLAND)
    bands = [
        among_beliefs(of_band(found[measure], measure, scenario, ENGLAND, HORIZON), of)
        for measure, of in zip(DRAWN, shown, strict=True)
    ]
    chances = [
        among_beliefs(of_chance(found["fte"], known[id], scenario, ENGLAND), shown[0])
        for id in READINGS
    ]
    return [*bands, *shown, *chances, *of_break_even(effect, baseline(), scenario)]
