"""The scenario file: what is kept comes back, and what cannot be used is refused in words."""

import json
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ppn_scenarios.assumptions import ASSUMPTIONS, Scenario
from ppn_scenarios.assumptions.version import MODEL_VERSION
from ppn_scenarios.sharing import scenario_file
from ppn_scenarios.sharing.kept import LONGEST_NAME, LONGEST_NOTE, LONGEST_REASON, Kept, tidy
from ppn_scenarios.sharing.scenario_file import LARGEST, SavedFileError
from ppn_scenarios.sharing.upgrades import LaterFileError, upgraded
from ppn_scenarios.ui.kept import MOST as MOST_AT_ONCE
from ppn_scenarios.workshop.shape import MOST_KEPT
from tests.sharing.some import names, scenarios, words

kept = st.builds(
    Kept,
    name=names,
    scenario=scenarios,
    note=words,
    reasons=st.dictionaries(st.sampled_from(sorted(ASSUMPTIONS)), words, max_size=4),
    data=st.just("abcd1234"),
)


def file_of(**changes: Any) -> dict[str, Any]:
    """The contents of a sound file, with some fields changed."""
    text = scenario_file.write([Kept(name="Plan", scenario=Scenario(retention=0.05))], "abcd1234")
    found: dict[str, Any] = json.loads(text)
    return found | changes


def refused(content: object) -> str:
    """Why a file is refused."""
    raw = content if isinstance(content, bytes) else json.dumps(content).encode()
    with pytest.raises(SavedFileError) as refusal:
        scenario_file.read(raw)
    assert "Traceback" not in str(refusal.value)
    return str(refusal.value)


@given(st.lists(kept, min_size=1, max_size=3, unique_by=lambda one: one.name))
def test_what_is_kept_comes_back_exactly(some: list[Kept]) -> None:
    text = scenario_file.write(some, "abcd1234")
    assert scenario_file.read(text.encode()) == (some, [])


@given(st.floats(0, 0.12))
def test_a_value_between_the_steps_of_a_slider_comes_back_to_the_last_digit(value: float) -> None:
    one = Kept(name="Plan", scenario=Scenario(retention=value), data="abcd1234")
    (back,), _ = scenario_file.read(scenario_file.write([one], "abcd1234").encode())
    assert back.scenario.retention == value


def test_a_file_holds_every_value_so_that_a_changed_default_does_not_change_it() -> None:
    assert set(file_of()["scenarios"][0]["levers"]) == set(ASSUMPTIONS)


@given(st.binary(max_size=400))
def test_no_bytes_do_worse_than_being_refused(content: bytes) -> None:
    with pytest.raises(SavedFileError):
        scenario_file.read(content)


@given(st.recursive(st.none() | st.integers() | st.text(), st.lists, max_leaves=8))
def test_no_json_does_worse_than_being_refused(content: object) -> None:
    refused(content)


@given(position=st.integers(0, 200), byte=st.binary(min_size=1, max_size=1))
def test_a_file_with_one_byte_changed_is_read_or_refused(position: int, byte: bytes) -> None:
    raw = bytearray(json.dumps(file_of()).encode())
    raw[position : position + 1] = byte
    try:
        found, _ = scenario_file.read(bytes(raw))
    except SavedFileError:
        return
    assert len(found) == 1


def test_a_truncated_file_says_where_it_breaks_off() -> None:
    assert "line 1" in refused(json.dumps(file_of()).encode()[:100])


def test_a_huge_file_is_not_read() -> None:
    assert "bytes long" in refused(b" " * (LARGEST + 1))


def test_a_deeply_nested_file_is_refused() -> None:
    assert "nested" in refused(b"[" * 100_000)


def test_a_file_of_a_newer_explorer_says_so() -> None:
    assert "newer explorer" in refused(file_of(version=2))


@pytest.mark.parametrize(
    ("levers", "said"),
    [
        ({"retention": 5}, "Fewer people leaving: 5 is outside 0 to 0.12"),
        ({"wages": 1}, "“wages” is no lever. Delete it."),
        (
            {"retention": "0.05"},
            "scenarios › 1 › levers › retention: it should be a number, without quotation marks",
        ),
        ({"retention": None}, "retention"),
        ({"mandate": True}, "mandate"),
    ],
)
def test_a_bad_lever_is_named_with_what_to_do(levers: dict[str, Any], said: str) -> None:
    assert said in refused(file_of(scenarios=[{"name": "Plan", "levers": levers}]))


@pytest.mark.parametrize("number", ["NaN", "Infinity", "-Infinity", "1e999"])
def test_what_is_no_number_is_refused(number: str) -> None:
    text = json.dumps(file_of()).replace('"retention": 0.05', f'"retention": {number}')
    assert number in text
    refused(text.encode())


def test_a_whole_number_of_more_than_25_digits_is_refused_before_it_is_read() -> None:
    text = json.dumps(file_of())
    for digits, said in ((25, "is outside 0 to 0.12"), (26, "A number with 26 digits")):
        edited = text.replace('"retention": 0.05', f'"retention": {"9" * digits}')
        assert said in refused(edited.encode())


def test_the_first_eight_mistakes_are_told_and_the_others_counted() -> None:
    levers = {f"no_lever_{i}": 1 for i in range(10)}
    lines = refused(file_of(scenarios=[{"name": "Plan", "levers": levers}])).splitlines()
    assert len(lines) == 9
    assert lines[-1] == "and 2 more"


def test_a_field_given_twice_is_refused_for_either_could_be_meant() -> None:
    text = json.dumps(file_of()).replace('"retention": 0.05', '"retention": 0.05, "retention": 0.1')
    assert "“retention” is given twice" in refused(text.encode())


def test_two_scenarios_of_one_name_are_refused() -> None:
    one = file_of()["scenarios"][0]
    assert "Two scenarios are named “Plan”" in refused(file_of(scenarios=[one, one]))


def test_an_unknown_field_is_named() -> None:
    assert "colour" in refused(file_of(colour="red"))


def test_levers_that_a_file_lacks_are_counted_aloud() -> None:
    content = file_of(scenarios=[{"name": "Plan", "levers": {"retention": 0.1}}])
    (found,), (note,) = scenario_file.read(json.dumps(content).encode())
    assert found.scenario == Scenario(retention=0.1)
    assert f"{len(ASSUMPTIONS) - 1} levers are not in the file" in note


def test_a_file_of_another_model_version_opens_and_says_so() -> None:
    found, (note,) = scenario_file.read(json.dumps(file_of(model="0")).encode())
    assert found[0].model == "0"
    assert f"version 0 of the model; this is version {MODEL_VERSION}" in note


def test_a_byte_order_mark_does_no_harm() -> None:
    assert scenario_file.read(b"\xef\xbb\xbf" + json.dumps(file_of()).encode())[1] == []


def test_older_shapes_are_upgraded_one_version_at_a_time() -> None:
    steps = {1: lambda f: f | {"b": f["a"] + 1}, 2: lambda f: f | {"c": f["b"] + 1}}
    assert upgraded({"version": 1, "a": 1}, steps, 3) == {"version": 3, "a": 1, "b": 2, "c": 3}
    with pytest.raises(LaterFileError):
        upgraded({"version": 4}, steps, 3)


@pytest.mark.parametrize("name", ["Плян 🧭", "خطة", "a" * LONGEST_NAME, "<b>=1+1</b>"])
def test_names_of_any_script_are_kept_as_they_are(name: str) -> None:
    assert Kept(name=name, scenario=Scenario()).name == name


def test_the_most_that_people_keep_with_all_they_can_write_makes_a_file_that_can_be_read() -> None:
    many = [
        Kept(
            name=f"{n}".ljust(LONGEST_NAME, "a"),
            scenario=Scenario(retention=0.05),
            note="é" * LONGEST_NOTE,
            reasons=dict.fromkeys(ASSUMPTIONS, "a" * LONGEST_REASON),
            data="abcd1234",
        )
        for n in range(MOST_AT_ONCE)
    ]
    back, _ = scenario_file.read(scenario_file.write(many, "abcd1234").encode())
    assert back == many
    assert scenario_file.MOST > MOST_KEPT, "a file for a room has one more: that on screen"


@pytest.mark.parametrize("name", ["", "  ", "a\x00b", "a\u202eb", "a" * 10_000])
def test_names_that_cannot_be_shown_are_refused(name: str) -> None:
    with pytest.raises(ValueError, match="name"):
        Kept(name=name, scenario=Scenario())


def test_a_reason_is_for_a_lever() -> None:
    with pytest.raises(ValueError, match="no lever"):
        Kept(name="Plan", scenario=Scenario(), reasons={"wages": "why"})
    blank = replace(Kept(name="Plan", scenario=Scenario()), reasons={"retention": "  "})
    assert blank.reasons == {}


def test_spaces_are_put_in_order() -> None:
    assert tidy("  a \n b ", 10, "x") == "a b"


def test_no_refusal_speaks_the_language_of_the_checker() -> None:
    one = {"name": 1, "note": "a" * 3_000, "levers": [], "reasons": {"retention": 2}, "x": 1}
    bad: list[object] = [
        [],
        {},
        {"format": "x"},
        file_of(scenarios={}),
        file_of(scenarios=[one, 3]),
    ]
    for content in bad:
        for jargon in ("input should", "instance", "dictionary", "ScenarioFile", "{", "type="):
            assert jargon not in refused(content)
