"""The passports of the numbers side by side."""

from dataclasses import replace

from ppn_scenarios.analysis import MEASURES
from ppn_scenarios.analysis.comparable import unlike
from ppn_scenarios.analysis.paired import paired
from ppn_scenarios.analysis.passports import Passport
from ppn_scenarios.analysis.passports.changes import Asked, of_difference, of_paired
from ppn_scenarios.analysis.passports.draws import among_beliefs, of_band
from ppn_scenarios.analysis.passports.measures import MAKINGS, of_measures
from ppn_scenarios.analysis.passports.targets import of_targets
from ppn_scenarios.model import HORIZON
from ppn_scenarios.ui.answers import projection
from ppn_scenarios.ui.draws import outcomes
from ppn_scenarios.wording import march
from ppn_scenarios.wording.on_track import READINGS
from ppn_scenarios.wording.places import Place

from .cells import SHARES, costs, refused
from .chosen import Compared, Comparison


def made(found: Comparison, place: Place) -> list[Passport]:
    """Return the passports of the table, scenario by scenario, with its name before each."""
    passports = []
    for column in found.columns:
        some = [m for m in measured(found) if not refused(found, column, m)]
        if "fte" not in some:
            continue
        run = projection(column.scenario)
        mine = of_measures(some, run, place.code, HORIZON)
        mine += of_targets(READINGS, run, place.code)
        draws = outcomes(column.scenario, place.code)["fte"]
        band = of_band(draws, "fte", column.scenario, place.code, HORIZON)
        mine.append(among_beliefs(band, mine[0]))
        mine += differences_of(found, column, place)
        passports += [replace(one, label=f"{column.name}: {one.label}") for one in mine]
    return passports


def measured(found: Comparison) -> tuple[str, ...]:
    """Return the measures of the table."""
    return ("fte", *SHARES, *costs(found))


def differences_of(found: Comparison, column: Compared, place: Place) -> list[Passport]:
    """Return the passports of the differences in brackets."""
    was, passports = found.was, []
    for measure in measured(found):
        if column.scenario == was.scenario or refused(found, column, measure):
            continue
        if unlike(measure, was.made, column.made):
            continue
        now, before = (
            MEASURES[measure](projection(one.scenario), place.code) for one in (column, was)
        )
        asked = Asked(
            label=f"{MAKINGS[measure].label}, {march(HORIZON)}, against {was.name}",
            unit=MAKINGS[measure].unit,
            measure=measure,
            place=place.code,
            year=HORIZON,
            was=was.scenario,
            now=column.scenario,
        )
        passports.append(of_difference(asked, before, now))
        if measure == "fte":
            both = (outcomes(one.scenario, place.code)["fte"] for one in (column, was))
            passports.append(of_paired(asked, paired(*both)))
    return passports
