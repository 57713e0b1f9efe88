"""A number passport adds up, names what moves the figure, and its code makes it again."""

import contextlib
import io
from dataclasses import replace

import pytest

from ppn_scenarios import Scenario, baseline, project
from ppn_scenarios.analysis.passports import Passport, Term
from ppn_scenarios.analysis.passports.measures import MAKINGS, of_measure

MINE = Scenario(retention=0.05, mandate=1, places_other=6_000)


def ran(code: str) -> float:
    """What a piece of Python prints."""
    out = io.StringIO()
    with contextlib.redirect_stdout(out):
        exec(compile(code, "passport", "exec"), {})  # noqa: S102 - our own text
    return float(out.getvalue())


@pytest.mark.parametrize("place", ["england", "Y56", "QWE"])
@pytest.mark.parametrize("measure", MAKINGS)
def test_the_code_of_a_passport_prints_its_value(measure: str, place: str) -> None:
    passport = of_measure(measure, project(baseline(), MINE), place, 2037)
    assert ran(passport.code) == pytest.approx(passport.value, rel=1e-12)


def test_a_passport_that_does_not_add_up_is_refused() -> None:
    sound = Passport(
        label="Staff",
        value=6.0,
        unit="FTE",
        formula="a x b",
        terms=(Term(label="a", value=2, unit="number"), Term(label="b", value=3, unit="number")),
        combine=lambda a, b: a * b,
        bias="none known",
        code="print(6)",
    )
    with pytest.raises(ValueError, match="Staff: its terms give"):
        replace(sound, value=6.1)


def test_the_levers_behind_staff_are_those_that_move_it_and_no_leadership_post() -> None:
    behind = of_measure("fte", project(baseline(), Scenario()), "england", 2037).rests_on
    assert {"participation", "leave_psy", "places_other", "external", "retention"} <= set(behind)
    assert not {"h_encourage", "lead_wte", "fill_time", "exec_seat"} & set(behind)
