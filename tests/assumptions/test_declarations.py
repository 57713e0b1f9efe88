"""Every assumption is declared whole, on its own grid, and refuses what it cannot be."""

import csv
import math
from pathlib import Path

import pytest

from ppn_scenarios.assumptions import ASSUMPTIONS, GROUPS, KINDS, STATUSES, Assumption, Scenario
from ppn_scenarios.assumptions.assumption import assume, assumptions_of
from ppn_scenarios.assumptions.lesson import TITLES, Lesson

LEVERS = pytest.mark.parametrize("name", ASSUMPTIONS)
GOOD = {
    "label": "Funded posts",
    "meaning": "How many.",
    "group": "Funded posts",
    "moves": "staff",
    "kind": "choice",
    "unit": "rate",
    "default": 0.03,
    "low": 0.0,
    "high": 0.06,
    "step": 0.01,
    "distribution": "triangular",
    "source_id": "placeholder",
    "status": "none",
    "lesson": Lesson(**dict.fromkeys(TITLES, "A text.")),  # type: ignore[arg-type]
}


@LEVERS
@pytest.mark.parametrize("end", ["default", "low", "high"])
def test_default_and_ends_are_whole_steps_apart(name: str, end: str) -> None:
    lever = ASSUMPTIONS[name]
    steps = (getattr(lever, end) - lever.low) / lever.step
    assert steps == pytest.approx(round(steps), abs=1e-6), "a slider could never be set to it"


@LEVERS
def test_the_range_is_a_range_and_holds_the_default(name: str) -> None:
    lever = ASSUMPTIONS[name]
    assert lever.low <= lever.default <= lever.high
    assert lever.low < lever.high
    assert 0 < lever.step <= lever.high - lever.low


@LEVERS
def test_every_declaration_says_what_it_is_and_what_it_rests_on(name: str) -> None:
    lever = ASSUMPTIONS[name]
    assert lever.meaning.endswith(".")
    assert lever.label[0].isupper()
    assert not lever.label.endswith(".")
    assert lever.source_id
    assert lever.status in STATUSES
    assert lever.kind in KINDS
    assert lever.group in GROUPS


@LEVERS
def test_its_source_is_in_the_table_of_sources(name: str, root: Path) -> None:
    with (root / "data" / "source.csv").open(encoding="utf-8") as lines:
        known = {row["source_id"] for row in csv.DictReader(lines)}
    assert ASSUMPTIONS[name].source_id in known


@LEVERS
def test_a_number_without_a_source_says_so(name: str) -> None:
    lever = ASSUMPTIONS[name]
    nothing = lever.source_id in {"placeholder", "own-work"}
    assert (lever.status == "none") == nothing


def test_labels_are_told_apart() -> None:
    labels = [lever.label for lever in ASSUMPTIONS.values()]
    assert len(set(labels)) == len(labels)


@LEVERS
def test_switches_are_off_or_on_and_dates_are_whole_years(name: str) -> None:
    lever = ASSUMPTIONS[name]
    if lever.unit == "switch":
        assert (lever.low, lever.high, lever.step) == (0, 1, 1)
    if lever.unit == "financial year":
        assert lever.step == 1
        assert lever.low == int(lever.low)


def test_leadership_does_nothing_to_staffing_unless_someone_says_so() -> None:
    for name in ("effects_on", "eps_ret", "eps_rec", "eps_train", "eps_prod"):
        assert ASSUMPTIONS[name].default == 0


@LEVERS
@pytest.mark.parametrize(
    "wrong", [math.nan, math.inf, -math.inf, 1e308, -1e308, True, "5", None, 1j]
)
def test_what_is_no_number_in_range_is_refused_by_the_lever_s_name(
    name: str, wrong: object
) -> None:
    lever = ASSUMPTIONS[name]
    with pytest.raises(ValueError, match=r".") as refusal:
        lever.check(wrong)  # type: ignore[arg-type]
    assert str(refusal.value).startswith(f"{lever.label}: ")


@LEVERS
def test_a_value_past_either_end_is_refused_and_the_range_said(name: str) -> None:
    lever = ASSUMPTIONS[name]
    for value in (lever.low - lever.step, lever.high + lever.step):
        with pytest.raises(ValueError, match="is outside") as refusal:
            lever.check(value)
        assert f"{lever.low:g} to {lever.high:g}" in str(refusal.value)
        assert lever.show(lever.high) in str(refusal.value)


@LEVERS
def test_both_ends_are_accepted_and_held_as_floats(name: str) -> None:
    lever = ASSUMPTIONS[name]
    for value in (lever.low, lever.default, lever.high):
        assert lever.check(value) == value
        assert isinstance(lever.check(value), float)


@pytest.mark.parametrize("name", ["mandate", "mandate_year"])
def test_a_switch_or_a_date_is_whole(name: str) -> None:
    lever = ASSUMPTIONS[name]
    with pytest.raises(ValueError, match="not a whole number"):
        lever.check(lever.low + 0.5)


@pytest.mark.parametrize(
    ("unit", "value", "shown"),
    [
        ("share", 0.953, "95.3%"),
        ("rate", 0.0025, "0.25% a year"),
        ("people a year", 1080, "1,080 people a year"),
        ("years", 1, "1 year"),
        ("years", 1.5, "1.5 years"),
        ("financial year", 2028, "1 April 2028"),
        ("FTE", 0.6, "0.6 FTE"),
        ("FTE per person", 0.83, "0.83 FTE per person"),
        ("index", 0.5, "0.5"),
        ("£ thousand", 75, "£75k"),
        ("switch", 1, "on"),
        ("switch", 0, "off"),
    ],
)
def test_values_are_written_as_people_read_them(unit: str, value: float, shown: str) -> None:
    lever = Assumption(**(GOOD | {"unit": unit, "default": value, "low": 0, "high": 9999}))  # type: ignore[arg-type]
    assert lever.show(value) == shown


@pytest.mark.parametrize(
    "wrong",
    [
        {"group": "Other"},
        {"moves": "mountains"},
        {"kind": "wish"},
        {"unit": "furlongs"},
        {"distribution": "normal"},
        {"status": "certain"},
        {"default": 0.07},
        {"default": math.nan},
    ],
)
def test_a_declaration_that_contradicts_itself_is_refused(wrong: dict[str, object]) -> None:
    with pytest.raises(ValueError, match=r"^Funded posts: "):
        Assumption(**(GOOD | wrong))  # type: ignore[arg-type]


def test_a_declaration_that_does_not_say_what_it_moves_is_refused() -> None:
    with pytest.raises(TypeError, match="'moves'"):
        assume(**{word: said for word, said in GOOD.items() if word != "moves"})


def test_a_field_is_declared_with_its_assumption_and_its_default() -> None:
    field = assume(**GOOD)
    assert field.default == 0.03
    assert field.metadata["assumption"].label == "Funded posts"
    assert list(ASSUMPTIONS) == list(assumptions_of(Scenario))
