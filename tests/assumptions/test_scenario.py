"""A scenario is one value for every assumption: it cannot be changed and cannot be wrong."""

from dataclasses import FrozenInstanceError, asdict, replace

import pytest

from ppn_scenarios.assumptions import ASSUMPTIONS, PRESETS, Scenario


def test_the_defaults_are_as_things_stand_and_change_nothing() -> None:
    assert Scenario().changes() == {}
    assert PRESETS["as_things_stand"].scenario == Scenario()


def test_it_cannot_be_changed() -> None:
    with pytest.raises(FrozenInstanceError):
        Scenario().places_cp = 1_200.0  # type: ignore[misc]


def test_equal_values_make_equal_scenarios_however_they_were_written() -> None:
    assert Scenario(places_cp=1_200) == Scenario(places_cp=1_200.0)
    assert hash(Scenario(mandate=1)) == hash(Scenario(mandate=1.0))
    assert Scenario(mandate=1) != Scenario()
    assert len({Scenario(), Scenario(places_cp=1_080), Scenario(places_cp=1_090)}) == 2


def test_every_value_is_a_float() -> None:
    scenario = Scenario(mandate=1, places_cp=1_200)
    assert all(type(getattr(scenario, name)) is float for name in ASSUMPTIONS)


def test_changes_are_what_differs_in_the_order_declared() -> None:
    scenario = Scenario(post_growth=0.05, encouragement=0.5, places_cp=1_080)
    assert scenario.changes() == {"encouragement": 0.5, "post_growth": 0.05}
    assert list(scenario.changes()) == ["encouragement", "post_growth"]


def test_beliefs_only_puts_back_choices_and_keeps_beliefs() -> None:
    scenario = Scenario(places_cp=1_200, mandate=1, leave_psy=0.08, effects_on=1)
    assert scenario.beliefs_only() == Scenario(leave_psy=0.08, effects_on=1)
    assert Scenario().beliefs_only() == Scenario()


@pytest.mark.parametrize("name", ASSUMPTIONS)
def test_a_value_out_of_range_is_refused_by_name(name: str) -> None:
    lever = ASSUMPTIONS[name]
    with pytest.raises(ValueError, match="is outside") as refusal:
        Scenario(**{name: lever.high + lever.step})
    assert lever.label in str(refusal.value)


def test_a_name_that_is_no_assumption_is_refused() -> None:
    with pytest.raises(TypeError, match="nonsense"):
        Scenario(nonsense=1.0)  # type: ignore[call-arg]


@pytest.mark.parametrize("key", PRESETS)
def test_a_preset_sets_choices_and_leaves_beliefs_alone(key: str) -> None:
    preset = PRESETS[key]
    assert preset.label
    assert preset.meaning.endswith(".")
    assert all(ASSUMPTIONS[name].kind == "choice" for name in preset.scenario.changes())


@pytest.mark.parametrize("key", [key for key in PRESETS if key != "as_things_stand"])
def test_a_preset_changes_something_and_no_two_are_the_same(key: str) -> None:
    assert PRESETS[key].scenario.changes()
    same = [k for k, preset in PRESETS.items() if preset.scenario == PRESETS[key].scenario]
    assert same == [key]


@pytest.mark.parametrize("key", PRESETS)
def test_a_preset_stands_on_the_grid_of_its_sliders(key: str) -> None:
    for name, value in PRESETS[key].scenario.changes().items():
        lever = ASSUMPTIONS[name]
        steps = (value - lever.low) / lever.step
        assert steps == pytest.approx(round(steps), abs=1e-6), name


def test_equal_scenarios_have_one_hash_and_a_changed_copy_keeps_none_of_it() -> None:
    first, again = Scenario(retention=0.05), Scenario(retention=0.05)
    assert hash(first) == hash(again)
    changed = replace(first, retention=0.1)
    assert hash(changed) == hash(Scenario(retention=0.1)) != hash(first)
    assert {first: 1}[again] == 1
    assert first == Scenario(retention=0.05), "a kept hash is no part of what is compared"
    assert set(asdict(first)) == set(ASSUMPTIONS)
