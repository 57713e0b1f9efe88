"""What the page on places shows can be made again from its passport."""

import contextlib
import io

import numpy as np
import pytest

from ppn_scenarios import Scenario, baseline, project
from ppn_scenarios.analysis import MEASURES
from ppn_scenarios.analysis.atlas import MAPPED, PROXIED
from ppn_scenarios.analysis.passports import supply
from ppn_scenarios.analysis.passports.apart import alike
from ppn_scenarios.analysis.passports.places import of_luck, of_map, of_place
from ppn_scenarios.analysis.supply import funnel, need_weighted, over_counts, slope
from ppn_scenarios.assumptions import ASSUMPTIONS
from ppn_scenarios.tables import queries

MINE = Scenario(retention=0.05, mandate=1, places_other=6_000)
RUN = project(baseline(), MINE)


def ran(code: str) -> float:
    """What a piece of Python prints."""
    out = io.StringIO()
    with contextlib.redirect_stdout(out):
        exec(compile(code, "passport", "exec"), {})  # noqa: S102 - our own text
    return float(out.getvalue())


@pytest.mark.parametrize("place", ["england", "Y56", "QWE"])
@pytest.mark.parametrize("measure", MAPPED)
def test_the_code_of_a_passport_prints_what_the_map_shows(measure: str, place: str) -> None:
    (passport,) = of_place(measure, RUN, place, 2035)
    shown = MAPPED[measure](RUN, 2035)[place]
    assert passport.value == pytest.approx(shown.mid, rel=1e-12)
    assert (passport.low, passport.high) in {(shown.low, shown.high), (None, None)}
    assert ran(passport.code) == pytest.approx(passport.value, rel=1e-12)


@pytest.mark.parametrize("measure", [name for name in MAPPED if name != "width"])
def test_the_count_of_places_alike_is_made_again(measure: str) -> None:
    made = alike(measure, RUN, 2037)
    assert len(made) == 1 + (measure in PROXIED), "and of those clearly apart, by the proxies"
    for passport in made:
        assert ran(passport.code) == passport.value


def test_places_listed_beside_have_passports_without_their_levers() -> None:
    made = of_map("per_100k", RUN, ["england"], 2037, ["QWE", "QJK"])
    assert [bool(passport.rests_on) for passport in made] == [True, *[False] * 4]
    assert ran(made[-1].code) == pytest.approx(made[-1].value, rel=1e-12)


def test_what_has_no_value_has_no_passport() -> None:
    run = project(baseline(), Scenario(need_method=2))
    assert of_map("need_met", run, ["QWE", "england"], 2030) == []


def test_the_levers_behind_a_rate_move_it_by_as_much_as_they_say() -> None:
    (passport,) = of_place("per_100k", RUN, "QWE", 2037)
    people = RUN.baseline.population[RUN.baseline.areas.index("QWE")] / 1e5
    widest, swing = passport.rests_on[0], passport.swings[0]
    lever = ASSUMPTIONS[widest]
    plans = [Scenario(**MINE.changes() | {widest: end}) for end in (lever.low, lever.high)]
    ends = [MEASURES["fte"](project(baseline(), plan), "QWE").mid[-1] for plan in plans]
    assert np.ptp(ends) / people == pytest.approx(swing)


@pytest.mark.parametrize("extra", [0.0, 0.2])
def test_the_slope_and_the_funnel_are_made_again(extra: float) -> None:
    systems = queries.systems()
    score = systems["imd_average_score"].to_numpy(float)
    counts = {
        "By patients": systems["registered_population"].to_numpy(float),
        "By residents": queries.residents()["residents"].to_numpy(float),
    }
    need = [need_weighted(people, score, extra) for people in counts.values()]
    whole = over_counts([slope(RUN, 2037, people, score) for people in need])
    passport = supply.of_slope(RUN, 2037, counts, score, extra, whole)
    assert ran(passport.code) == pytest.approx(passport.value, rel=1e-12)
    assert whole.low < passport.value < whole.high
    each = supply.of_counts(RUN, 2037, counts, score, extra)
    assert sum(made.value for made in each) / 2 == pytest.approx(passport.value)
    assert [ran(made.code) for made in each] == pytest.approx([made.value for made in each])
    found = MAPPED["per_100k"](RUN, 2037)
    low, high = funnel(found["england"].mid, MINE.participation, need[0], 0.998)
    by_need = RUN.baseline.population / need[0]
    out = sum(
        found[a].high * w < lo or found[a].low * w > hi
        for a, w, lo, hi in zip(RUN.baseline.areas, by_need, low, high, strict=True)
    )
    assert ran(supply.of_funnel(RUN, 2037, out, extra).code) == 42 - out


@pytest.mark.parametrize("place", ["england", "QT6"])
def test_the_ends_of_chance_are_made_again(place: str) -> None:
    for passport in of_luck(RUN, place, 2033):
        assert ran(passport.code) == pytest.approx(passport.value, rel=1e-12)
