"""A link brings back the scenario that wrote it, and nothing that a stranger put into it."""

import csv
import json
import re
from dataclasses import asdict
from datetime import date
from pathlib import Path
from random import Random
from urllib.parse import parse_qs, urlencode

import pytest
from hypothesis import assume, example, given
from hypothesis import strategies as st

from ppn_scenarios.assumptions import ASSUMPTIONS, LEVERS, PRESETS, Scenario
from ppn_scenarios.assumptions.goals import OURS
from ppn_scenarios.server.limits import LONGEST_ADDRESS
from ppn_scenarios.server.preview import settings_in
from ppn_scenarios.sharing import link, scenario_file
from ppn_scenarios.sharing.kept import Kept
from ppn_scenarios.sharing.view import LABELS, LONGEST_SCENES, LONGEST_TEXT, MOST_PLANS, View
from ppn_scenarios.sharing.view import values as values_of
from tests.model.valid import scenarios, some_dates
from tests.sharing.as_written import as_written, core

PLACES = ("england", "Y56", "QMJ", "QWE")
DATES = ("places_cp_start", "places_cp_ramp")  # the others are made alike
KNOWN = {*ASSUMPTIONS, "place", "show", "v"}
STAMPS = ("d", "on")
MARKUP = re.compile(r"[<\[`]")

views = st.builds(View, place=st.sampled_from(PLACES), show=st.sampled_from(("chart", "table")))
texts = st.text(max_size=80)
nonsense = st.sampled_from(
    [
        "", " ", "plenty", "nan", "NaN", "inf", "-inf", "1e309", "1e999", "1_0", "+5",
        "5,0", "0x10", "１０８０", "٥", "--1", "1e5e5", ".5", "5.", "1e-5.5", "-", "e",
        "<script>alert(1)</script>", "[x](http://x)", "![](http://x)", "`rm`", "$x$", ":smile:",
        "'; drop table w;--", "=1+1", "\x00", "\u202e", "\ud800", "9" * 400, "0" * 400 + "1",
    ]
)  # fmt: skip


def given_as(written: dict[str, str]) -> dict[str, list[str]]:
    """Parameters as a web server hands them over: a list for each name."""
    return {name: [value] for name, value in written.items()}


def on_grid() -> st.SearchStrategy[Scenario]:
    """Scenarios that the sliders can make: every lever at one of its positions."""
    values = {name: st.sampled_from(lever.positions) for name, lever in LEVERS.items()}
    dates = st.integers(0, 2**32).map(some_dates)
    return st.builds(lambda v, d: Scenario(**v, **d), st.fixed_dictionaries(values), dates)


# There and back.


@given(on_grid(), views)
def test_what_sliders_can_make_comes_back_exactly(scenario: Scenario, view: View) -> None:
    written = link.write(scenario, view)
    assert link.read(given_as(written), PLACES) == (scenario, view, [])


@given(scenarios(), views)
def test_any_scenario_comes_back_to_nine_digits(scenario: Scenario, view: View) -> None:
    written = link.write(scenario, view)
    back, seen, notes = link.read(given_as(written), PLACES)
    assert notes == []
    assert seen == view
    for name in ASSUMPTIONS:
        assert getattr(back, name) == pytest.approx(getattr(scenario, name), rel=1e-8), name
        assert getattr(back, name) == float(f"{getattr(scenario, name):.9g}"), name


@pytest.mark.parametrize("value", [0.0001234567894, 1e-05, 1.2e-100, 0.02999999999999])
def test_small_numbers_come_back_to_nine_digits(value: float) -> None:
    written = link.write(Scenario(growth_cp_capt=value))
    scenario, _, notes = link.read(given_as(written), PLACES)
    assert notes == []
    assert scenario.growth_cp_capt == pytest.approx(value, rel=1e-8)


@given(scenarios(), views)
def test_writing_what_was_read_gives_the_same_link(scenario: Scenario, view: View) -> None:
    once, *_ = link.read(given_as(link.write(scenario, view)), PLACES)
    written = link.write(once, view)
    again, *_ = link.read(given_as(written), PLACES)
    assert link.write(again, view) == written


def test_the_defaults_need_no_parameters() -> None:
    assert link.write(Scenario()) == {}
    assert link.write(Scenario(), View()) == {}
    assert link.read({}, PLACES) == (Scenario(), View(), [])


def test_only_what_differs_is_written_with_the_version() -> None:
    written = link.write(Scenario(places_cp=1_200, retention=0.05), View(place="QWE"))
    assert written == {"v": "1", "places_cp": "1200", "retention": "0.05", "place": "QWE"}


def test_the_longest_link_is_short_enough_to_be_read() -> None:
    ends = Scenario(**{k: a.low if a.default != a.low else a.high for k, a in ASSUMPTIONS.items()})
    written = link.write(ends, View("QWE", "table"))
    assert sum(len(k) + len(v) for k, v in written.items()) < link.LONGEST / 2


def test_every_parameter_s_name_is_its_own() -> None:
    assert not set(ASSUMPTIONS) & {*LABELS, *link.STAMPS}
    assert not set(LABELS) & set(link.STAMPS)


# What strangers write.


def unusable(query: dict[str, list[str]]) -> int:
    """How many parameters cannot be used, by a reading of the rules apart from the code's."""
    count = 0
    for name, values in as_written(query).items():
        if name == "v":
            count += [core(value) for value in values] != ["1"]
        elif name in STAMPS:
            continue  # told of by themselves, below
        elif name not in KNOWN or len(values) != 1:
            count += 1
        elif name in ("place", "show"):
            count += core(values[0]) not in (PLACES if name == "place" else ("chart", "table"))
        else:
            lever, text = ASSUMPTIONS[name], core(values[0])
            number = re.fullmatch(r"-?[0-9]+(\.[0-9]+)?(e[+-][0-9]{2,3})?", text)
            value = float(text) if number and len(text) < 40 else float("nan")
            whole = lever.unit not in {"switch", "financial year"} or value.is_integer()
            count += not (lever.low <= value <= lever.high and whole)
    return count


@given(
    st.dictionaries(
        st.one_of(st.sampled_from(sorted(KNOWN)), nonsense, texts),
        st.lists(
            st.one_of(nonsense, texts, st.floats().map(str), st.integers().map(str)), max_size=3
        ),
        max_size=8,
    )
)
@example({"mandate_year": ["2028.5"]})
@example({"places_cp": []})
@example({"v": ["1", "1"]})
@example({"places_cp": ["1100", "1200"]})
@example({"PLACES_CP": ["1100"]})
def test_no_link_raises_and_every_unusable_thing_is_named(query: dict[str, list[str]]) -> None:
    scenario, view, notes = link.read(query, PLACES)
    Scenario(**asdict(scenario))  # in range, or this would refuse it
    assert view.place in PLACES
    assert view.show in ("chart", "table")
    too_long = sum(len(n) + sum(map(len, v)) for n, v in query.items()) > link.LONGEST
    assert too_long or unusable(query) <= len(notes)
    for note in notes:
        assert not MARKUP.search(note)
        assert note.isprintable()
        assert len(note) < 400


@pytest.mark.parametrize("name", [*LEVERS, *DATES, *sorted(LABELS.keys() - LONGEST_TEXT.keys())])
@given(value=nonsense)
def test_nonsense_is_passed_over_and_said(name: str, value: str) -> None:
    assume(value not in PLACES)
    scenario, view, notes = link.read({name: [value]}, PLACES)
    assert (scenario, view) == (Scenario(), View())
    label = ASSUMPTIONS[name].label if name in ASSUMPTIONS else LABELS[name]
    assert len(notes) == 1
    assert notes[0].startswith(f"{label}: ")


@pytest.mark.parametrize("name", [*LEVERS, *DATES])
def test_a_value_out_of_range_is_said_with_its_range(name: str) -> None:
    lever = ASSUMPTIONS[name]
    scenario, _, notes = link.read({name: [f"{lever.high + lever.step:.9g}"]}, PLACES)
    assert scenario == Scenario()
    assert len(notes) == 1
    assert lever.show(lever.high) in notes[0]
    assert f"It stays at {lever.show(lever.default)}." in notes[0]


def test_a_link_compares_with_three_scenarios_and_with_no_fourth() -> None:
    three = "as_things_stand.keep_more.train_more"
    assert link.read({"compared": [three]}, PLACES)[1].compared == three
    _, view, (note,) = link.read({"compared": [f"{three}.together"]}, PLACES)
    assert view == View()
    assert note.startswith("Compared with: ")


def test_one_bad_value_does_not_spoil_the_others() -> None:
    query = {
        "places_cp": ["1200"],
        "retention": ["plenty"],
        "place": ["Atlantis"],
        "show": ["table"],
    }
    scenario, view, notes = link.read(query, PLACES)
    assert scenario == Scenario(places_cp=1_200)
    assert view == View(show="table")
    assert len(notes) == 2


@pytest.mark.parametrize(
    "query",
    [
        {"places_cp": ["1" * 100_000]},
        {"x" * 100_000: ["1"]},
        {"places_cp": ["1100"] * 2_000},
        {f"x{i}": ["1"] for i in range(2_000)},
    ],
    ids=["value", "name", "values", "names"],
)
def test_a_huge_link_is_not_read_and_gets_one_note(query: dict[str, list[str]]) -> None:
    scenario, view, notes = link.read(query, PLACES)
    assert (scenario, view) == (Scenario(), View())
    assert len(notes) == 1
    assert "characters long" in notes[0]


def test_a_link_of_another_version_says_so() -> None:
    scenario, _, notes = link.read({"v": ["0"], "places_cp": ["1200"]}, PLACES)
    assert scenario == Scenario(places_cp=1_200)
    assert len(notes) == 1
    assert "version 0" in notes[0]


def test_a_stranger_s_text_is_told_short_and_without_markup() -> None:
    (note,) = link.read({"<b>[x](http://evil)`" + "y" * 200: ["1"]}, PLACES)[2]
    assert not MARKUP.search(note)
    told = note.split("”")[0].removeprefix("“")
    assert (len(told), told[-1]) == (61, "…"), "sixty characters of it"


OLD_LINKS = Path(__file__).parent / "old_links.csv"


def old_links() -> list[dict[str, str]]:
    """Links that people have sent: they open as they always did, for ever."""
    with OLD_LINKS.open(encoding="utf-8") as lines:
        return list(csv.DictReader(lines))


@pytest.mark.parametrize("row", old_links(), ids=lambda row: row["what"])
def test_old_links_open_as_they_always_did(row: dict[str, str]) -> None:
    query = parse_qs(row["query"], keep_blank_values=True)
    scenario, view, notes = link.read(query, (*PLACES, row["place"]))
    expected = json.loads(row["values"])
    assert {name: getattr(scenario, name) for name in expected} == expected
    assert (view.place, view.show) == (row["place"], row["show"])
    looked = json.loads(row["view"] or "{}")
    assert {name: getattr(view, name) for name in looked} == looked
    assert len(notes) == int(row["notes"])


def test_a_link_of_every_kind_of_parameter_is_kept_for_ever() -> None:
    kept = {name for row in old_links() for name in parse_qs(row["query"])}
    assert {*LABELS, *link.STAMPS} <= kept, "add a link with the new parameter to old_links.csv"


# What a sharer writes, and when.


def test_a_title_and_a_note_travel_as_they_were_written() -> None:
    view = View(title="Пляны 🧭 خطة", remark="<b>Ask</b> the board: =1+1?")
    written = link.write(Scenario(), view)
    assert link.read(given_as(written), PLACES) == (Scenario(), view, [])


@pytest.mark.parametrize(
    "text", ["a" * 61, "a" * 10_000, "a\u202eb", "a\x00b", " a", "a  b", "a\nb", " "]
)
def test_a_title_that_cannot_be_shown_is_left_out_and_said(text: str) -> None:
    scenario, view, notes = link.read({"title": [text], "retention": ["0.05"]}, PLACES)
    assert view == View()
    assert len(notes) == 1
    if len(text) < link.LONGEST:
        assert scenario == Scenario(retention=0.05)
        assert "longer than 60 characters or holds some that cannot be shown" in notes[0]


def test_a_link_that_is_handed_on_says_its_data_and_its_day() -> None:
    written = link.stamped(link.write(Scenario(retention=0.05)), "abcd1234", date(2026, 11, 7))
    assert written == {"v": "1", "retention": "0.05", "d": "abcd1234", "on": "2026-11-07"}
    assert link.stamped({}, "abcd1234", date(2026, 11, 7)) == {}
    assert link.read(given_as(written), PLACES, "abcd1234") == (
        Scenario(retention=0.05),
        View(),
        [],
    )


def test_an_old_link_opens_with_a_dated_note_of_what_changed() -> None:
    query = {"v": ["0"], "d": ["abcd1234"], "on": ["2026-11-07"], "retention": ["0.05"]}
    scenario, _, (model, data) = link.read(query, PLACES, "ffff0000")
    assert scenario == Scenario(retention=0.05)
    assert model.startswith("This link was made on 7 November 2026 with version 0 of the model")
    assert "version abcd1234 of the data; this is version ffff0000" in data


def test_a_link_without_the_version_of_its_data_opens_without_a_note() -> None:
    assert link.read({"v": ["1"], "retention": ["0.05"]}, PLACES, "ffff0000")[2] == []


@pytest.mark.parametrize("day", ["", "yesterday", "2026-13-01", "٢٠٢٦-١١-٠٧", "9" * 50])
def test_a_day_that_is_no_date_is_said(day: str) -> None:
    (note,) = link.read({"on": [day]}, PLACES)[2]
    assert "is not a date" in note


def test_200_scenarios_come_back_equal_through_a_link_and_through_a_file() -> None:
    rng = Random(5)
    for i in range(200):
        names = rng.sample(sorted(ASSUMPTIONS), rng.randint(0, len(ASSUMPTIONS)))
        plan = Scenario(**{name: rng.choice(ASSUMPTIONS[name].positions) for name in names})
        written = urlencode(link.write(plan))
        back, _, notes = link.read(parse_qs(written, keep_blank_values=True), PLACES)
        assert (back, notes) == (plan, [])
        one = Kept(name=f"Plan {i}", scenario=plan, data="abcd1234")
        (kept,), said = scenario_file.read(scenario_file.write([one], "abcd1234").encode())
        assert (kept, said) == (one, [])


def longest(name: str) -> float:
    """A lever's value of nine digits, where it can have one, or its longest."""
    a = ASSUMPTIONS[name]
    some = [a.low, a.high, a.low + (a.high - a.low) * 0.123456789]
    return max((v for v in some if can_be(name, v)), key=lambda v: len(link.number(v)))


def can_be(name: str, value: float) -> bool:
    try:
        return ASSUMPTIONS[name].check(value) != ASSUMPTIONS[name].default
    except ValueError:
        return False


def test_the_longest_link_that_can_be_made_is_read_and_taken_by_the_server() -> None:
    said = {"title": "🧭" * 60, "remark": "🧭" * 300, "scenes": "eN" + "A" * (LONGEST_SCENES - 2)}
    chosen = {"ticked": ".".join(OURS), "compared": ".".join(list(PRESETS)[:3]), "place": "QWE"}
    chosen["plans"] = ".".join(["mine", *list(PRESETS)[: MOST_PLANS - 1]])
    listed = {name: max(values_of(name), key=len) for name in LABELS if values_of(name)}
    view = View(**listed | said | chosen)
    scenario = Scenario(**{name: longest(name) for name in ASSUMPTIONS})
    written = link.stamped(link.write(scenario, view), "abcd12345678", date(2026, 11, 28))
    assert len(written) > len(ASSUMPTIONS) + 20
    found, seen, notes = link.read(given_as(written), (*PLACES, "QWE"))
    assert (seen, notes) == (view, [])
    assert found.changes() == pytest.approx(scenario.changes(), rel=1e-8)
    query = urlencode(written)
    assert len(query) < LONGEST_ADDRESS
    assert settings_in(query).keys() == written.keys()
