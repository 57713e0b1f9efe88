"""How sure a place's staff are: both proxies, then chance, then all else that is not known."""

import streamlit as st

from ppn_scenarios.analysis import ENGLAND, MEASURES
from ppn_scenarios.analysis.atlas import PER
from ppn_scenarios.analysis.passports import Passport
from ppn_scenarios.analysis.passports.draws import of_band
from ppn_scenarios.analysis.passports.measures import of_measure
from ppn_scenarios.analysis.passports.places import of_luck
from ppn_scenarios.analysis.places import place_index
from ppn_scenarios.analysis.small_areas import chance_band
from ppn_scenarios.assumptions import Scenario
from ppn_scenarios.opening import baseline
from ppn_scenarios.sharing.view import View
from ppn_scenarios.wording import march, staff_range
from ppn_scenarios.wording.places import Place

from .answers import projection
from .draws import DRAWS, outcomes
from .mapped import estimates
from .passport import offer
from .table import show_table


def show_sure(scenario: Scenario, place: Place, view: View) -> None:
    """Draw, when opened, how each thing that is not known widens the range of a place's staff."""
    more = st.expander("How sure is the number of staff?", key="place_sure", on_change="rerun")
    if not more.open:
        return
    with more:
        year = int(view.map_year)
        show_table(
            f"Staff in {place.said}, {march(year)} (FTE)",
            ("What is allowed for", "Range"),
            ranges(scenario, place, year),
            numbers=(1,),
            passport="sure",
        )
        st.markdown(
            "Even the widest of these leaves out what the model leaves out, and other proxies, "
            "which moved places by up to a fifth. In a small place chance alone can move numbers "
            "by more than any lever."
        )
        offer("sure", lambda: made(scenario, place, year), scenario)


def ranges(scenario: Scenario, place: Place, year: int) -> list[tuple[str, str]]:
    """Return the range of a place's staff by what it allows for, from the least to all."""
    run = projection(scenario)
    low, mid, high = MEASURES["fte"](run, place.code).at(year)
    luck = chance_band(run, place.code).at(year)
    band, t = outcomes(scenario, place.code)["fte"].band(), run.years.index(year)
    rows = [
        ("Two proxies for where staff work", staff_range(low, mid, high)),
        ("Chance alone: who happens to leave and to come", staff_range(*luck)),
    ]
    if place.code != ENGLAND:
        people = float(baseline().population[place_index(baseline(), place.code)].sum()) / PER
        both = estimates(scenario, "per_100k", year)[place.code]
        ends = (both.low * people, both.mid * people, both.high * people)
        rows.append(("Both, as the map shows them", staff_range(*ends)))
    else:
        rows[0] = ("Nothing: as this explorer shows it", staff_range(mid, mid, mid))
    draws = staff_range(band.p10[t], band.p50[t], band.p90[t])
    return [*rows, (f"Every belief over its range too ({DRAWS} draws, 8 in 10 of them)", draws)]


def made(scenario: Scenario, place: Place, year: int) -> list[Passport]:
    """Return the passports of the ranges."""
    run = projection(scenario)
    found = outcomes(scenario, place.code)["fte"]
    return [
        of_measure("fte", run, place.code, year),
        *of_luck(run, place.code, year),
        of_band(found, "fte", scenario, place.code, year),
    ]
