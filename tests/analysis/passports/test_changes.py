"""Passports of what a change does: each adds up, and its code makes it again."""

import pytest

from ppn_scenarios import Scenario, baseline
from ppn_scenarios.analysis.paired import paired
from ppn_scenarios.analysis.passports.changes import Asked, of_all, of_paired
from ppn_scenarios.analysis.passports.prices import Between, of_prices
from ppn_scenarios.analysis.prices import PRICED, prices
from ppn_scenarios.analysis.uncertainty import simulate
from ppn_scenarios.analysis.waterfall import alone

from .test_passports import ran

WAS = Scenario(leave_psy=0.08)
NOW = Scenario(mandate=1, mandate_year=2030, retention=0.08, places_other=6_000, external=1_200)


@pytest.mark.parametrize("place", ["england", "QWE"])
@pytest.mark.parametrize(
    ("measure", "unit", "year"), [("fte", "FTE", 2037), ("trusts_led", "share", 2033)]
)
def test_the_code_of_each_bar_prints_it(measure: str, unit: str, year: int, place: str) -> None:
    asked = Asked(
        label="Staff in post" if measure == "fte" else "Trusts with a leader",
        unit=unit,
        measure=measure,
        place=place,
        year=year,
        was=WAS,
        now=NOW,
    )
    fall = alone(baseline(), WAS, NOW, [measure], place).waterfall(measure, year)
    made = of_all(asked, fall, most=2)
    assert made[0].value == fall.end - fall.start
    bars = [passport.value for passport in made[1:]]
    assert sum(bars) == pytest.approx(made[0].value, rel=1e-9, abs=1e-9)
    for passport in made:
        assert ran(passport.code) == pytest.approx(
            passport.value, rel=1e-6, abs=1e-9 * max(abs(fall.start), 1)
        )
    if measure == "fte":
        assert any("other" in passport.label for passport in made)
        assert set(made[-1].rests_on) == {
            *("mandate", "mandate_year", "retention", "places_other", "external", "leave_psy"),
        }


@pytest.mark.parametrize("place", ["england", "QWE"])
def test_the_code_of_each_price_prints_it(place: str) -> None:
    between = Between(WAS, NOW, place)
    found = prices(alone(baseline(), WAS, NOW, PRICED, place))
    made = of_prices(found, between)
    assert {passport.label.split(": ")[0] for passport in made} == {
        *("All changes", "Together, beyond one by one", "Psychologists leaving"),
        *("Every organisation must have the post", "Therapist and practitioner places"),
        *("Fewer people leaving", "Joiners from outside the NHS in England"),
    }
    for passport in made:
        assert ran(passport.code) == pytest.approx(passport.value, rel=1e-9)


@pytest.mark.parametrize("place", ["england", "QWE"])
def test_the_code_of_a_difference_in_draws_prints_it(place: str) -> None:
    drawn = [
        simulate(baseline(), plan, [("fte", place)], n=64, small=place != "england")["fte", place]
        for plan in (NOW, WAS)
    ]
    asked = Asked(
        label="Staff", unit="FTE", measure="fte", place=place, year=2037, was=WAS, now=NOW
    )
    passport = of_paired(asked, paired(*drawn))
    assert ran(passport.code) == pytest.approx(passport.value, rel=1e-9)
    assert passport.low is not None
    assert passport.high is not None
    assert passport.low < passport.value < passport.high
