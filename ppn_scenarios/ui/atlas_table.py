"""The table of places behind the map: by region and name, never by value."""

from typing import Final

from ppn_scenarios.analysis import ENGLAND
from ppn_scenarios.analysis.places import place_index
from ppn_scenarios.assumptions import Scenario
from ppn_scenarios.opening import baseline
from ppn_scenarios.sharing.view import View
from ppn_scenarios.wording import march
from ppn_scenarios.wording.places import LEVELS, Place, places

from .mapped import SHOWN, class_of, classes, estimates
from .table import show_table

COUNTED: Final = (
    "Registered people: NHS England, GP registrations, December 2025. Trusts: NHS Workforce "
    "Statistics, November 2025, by the ICS of their headquarters."
)


def listed(place: Place, level: str) -> list[Place]:
    """Return the places to list: England, then regions with their ICSs, or one region's."""
    regions = dict(zip(baseline().areas, baseline().regions, strict=True))
    mine = regions.get(place.code, place.code)
    return [
        p
        for p in places().values()
        if p.code == ENGLAND
        or (level == "region" and p.level == "region")
        or (level == "ics" and mine in (ENGLAND, p.code, regions.get(p.code)))
    ]


def show_places(scenario: Scenario, place: Place, view: View) -> None:
    """Draw the table of places: what is counted, then the measure as a range."""
    found = estimates(scenario, view.measure, int(view.map_year))
    b, shown = baseline(), SHOWN[view.measure]
    stands = "How wide it is" if view.measure == "width" else "Against England"
    body = []
    for p in listed(place, view.map_level):
        here = place_index(b, p.code)
        verdict = classes(view.measure)[class_of(view.measure, found, p.code)].meaning
        body.append(
            (
                p.name if p.level != "region" else f"{p.name} ({LEVELS[p.level].lower()})",
                f"{b.population[here].sum():,.0f}",
                f"{b.trusts[here].sum():.0f}",
                shown.range(found[p.code]),
                "" if p.code == ENGLAND else verdict,
            )
        )
    show_table(
        f"{shown.label}, {march(int(view.map_year))}: by region and name, never by value",
        ("Place", "Registered people", "Trusts", "Value", stands),
        body,
        numbers=(1, 2, 3),
        wide=(4,),
        passport="map",
        source=COUNTED,
    )
