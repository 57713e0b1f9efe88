"""The passport of what a lever does: its code makes the difference again."""

import contextlib
import io

import pytest

from ppn_scenarios import Scenario, baseline
from ppn_scenarios.analysis.lever_effect import lever_effect
from ppn_scenarios.analysis.passports.lever import of_change


@pytest.mark.parametrize(
    ("name", "result", "position"),
    [
        ("places_cp", "fte", 1_400),
        ("mandate", "trusts_led", 0),
        ("post_cost", "leadership_cost", 20),
    ],
)
def test_its_code_prints_the_difference(name: str, result: str, position: float) -> None:
    scenario = Scenario(mandate=1, retention=0.05)
    effect = lever_effect(baseline(), scenario, name)
    passport = of_change(effect, scenario, result, position, 2032)
    assert passport.value == pytest.approx(effect.change(result, position)[2032 - 2023])
    out = io.StringIO()
    with contextlib.redirect_stdout(out):
        exec(compile(passport.code, "passport", "exec"), {})  # noqa: S102 - our own text
    assert float(out.getvalue()) == pytest.approx(passport.value, rel=1e-12)
    assert passport.rests_on == (name,)
