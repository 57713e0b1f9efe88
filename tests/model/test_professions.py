"""Splitting families into professions, and counting ICS leads by boards after mergers."""

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings

from ppn_scenarios.assumptions import Scenario
from ppn_scenarios.model import Baseline, Profession, Projection, project, split
from ppn_scenarios.opening import baseline
from tests.model.valid import scenarios
from tests.round_numbers import round_inputs, two_areas

PARTS = (
    Profession(name="clinical", family="psychologists", share=0.75),
    Profession(name="health", family="psychologists", share=0.25),
    Profession(name="talking", family="therapists", share=1.0),
    Profession(name="school", family="practitioners", share=0.4),
    Profession(name="wellbeing", family="practitioners", share=0.6),
)


def by_family(run: Projection, values: np.ndarray) -> np.ndarray:
    """Sum an array of (..., P) over the professions of each family."""
    family = run.baseline.inputs.family
    return np.stack([values[..., family == f].sum(axis=-1) for f in range(3)], axis=-1)


def in_parts() -> Baseline:
    return two_areas(inputs=split(round_inputs(), PARTS))


@settings(max_examples=15)
@given(scenarios())
def test_professions_add_up_to_the_family_they_belong_to(scenario: Scenario) -> None:
    """Rates are the family's own, so a split may change no total."""
    whole, parts = project(two_areas(), scenario), project(in_parts(), scenario)
    for name in ("fte", "clinical_fte", "unplaced", "establishment", "needed"):
        np.testing.assert_allclose(
            by_family(parts, getattr(parts, name)),
            getattr(whole, name),
            rtol=1e-9,
            atol=1e-9,
            err_msg=name,
        )
    for name in ("people_seen", "pay_cost", "training_cost", "leadership_cost", "pool"):
        np.testing.assert_allclose(getattr(parts, name), getattr(whole, name), rtol=1e-9)


def test_a_profession_with_a_longer_course_of_its_own_qualifies_later() -> None:
    longer = [replace_years(p, 3) if p.name == "school" else p for p in PARTS]
    run = project(two_areas(inputs=split(round_inputs(), longer)), Scenario())
    started, done = run.flows.starts.sum(-2), run.flows.completions.sum(-2)
    school, wellbeing = (run.baseline.inputs.names.index(n) for n in ("school", "wellbeing"))
    kept = 0.9  # one in ten practitioner trainees is lost each year
    assert done[1, wellbeing] == pytest.approx(started[0, wellbeing] * kept)
    assert done[3, school] == pytest.approx(started[0, school] * kept**3)


def replace_years(profession: Profession, years: float) -> Profession:
    return replace(profession, course_years=years)


@pytest.mark.parametrize(
    ("parts", "said"),
    [
        ((*PARTS[:-1], replace(PARTS[-1], share=0.5)), "practitioners add up to 0.9"),
        ((*PARTS, replace(PARTS[0], share=0.0)), "named twice"),
        ((*PARTS[:-1], replace(PARTS[-1], family="doctors")), "'doctors' is not one of"),
        ((*PARTS[:-1], replace(PARTS[-1], share=1.2)), "1.2 is not between 0 and 1"),
        ((replace(PARTS[0], course_years=9.0), *PARTS[1:]), "9 years is not 1 to 5"),
        (PARTS[2:], "psychologists add up to 0"),
    ],
)
def test_a_split_that_cannot_be_is_refused_by_name(
    parts: tuple[Profession, ...], said: str
) -> None:
    with pytest.raises(ValueError, match=said):
        split(round_inputs(), parts)


def test_the_twelve_professions_of_the_tables_add_up_to_englands_published_staff() -> None:
    run = project(baseline(by_profession=True), Scenario())
    assert len(run.baseline.inputs.names) == 12
    assert run.fte[:, 0].sum(axis=(-2, -1)) == pytest.approx(27_800)


def test_clinical_psychology_places_train_clinical_psychologists_alone() -> None:
    run = project(baseline(by_profession=True), Scenario())
    starts = dict(zip(run.baseline.inputs.names, run.flows.starts[0, 0].sum(axis=0), strict=True))
    assert starts["clinical_psychologist"] == pytest.approx(1080)
    assert starts["counselling_psychologist"] == starts["health_psychologist"] == 0


@pytest.mark.parametrize("number", [42, 36, 26])
def test_there_is_one_lead_wanted_for_each_board_however_many_there_are(number: int) -> None:
    run = project(baseline(), Scenario(boards=number))
    assert run.systems.sum(axis=-1) == pytest.approx(number)
    assert run.systems_led[..., 3, :].sum(axis=-1) == pytest.approx(0.15 * number)


def test_merging_boards_changes_no_staff_before_leaders_are_counted() -> None:
    many, few = (project(baseline(), Scenario(boards=n)) for n in (42, 26))
    np.testing.assert_array_equal(many.in_post, few.in_post)
    assert (few.system_posts[..., -1, :].sum() < many.system_posts[..., -1, :].sum()).all()


def test_leaders_with_support_and_with_a_seat_are_counted_apart() -> None:
    run = project(two_areas(), Scenario(support=0.5, exec_seat=0.2, plan_start=2026))
    late = run.led[-1]
    assert run.led_supported[-1] == pytest.approx(late * 0.5)
    assert run.led_executive[-1] == pytest.approx(late * 0.2)
    titles = project(two_areas(), Scenario(lead_wte=0.3, plan_start=2026))
    assert (titles.led_supported[-1] == 0).all()
