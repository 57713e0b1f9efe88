"""Links that were altered, made up or made long ago: the page stays up and says what it did."""

from datetime import UTC, datetime
from urllib.parse import parse_qs, urlsplit

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from ppn_scenarios.assumptions import ASSUMPTIONS, Scenario
from ppn_scenarios.tables.queries import data_version
from ppn_scenarios.ui.address import of_scenario

from .reader import HOME, PAGES, address, arrive, assert_sound, finding, levers, menu, warnings

UNUSED = "Some of this link could not be used"
SINCE = "This link was made before something changed"
LABEL = ASSUMPTIONS["retention"].label
NO_NUMBER = [
    "",
    "plenty",
    "nan",
    "inf",
    "-inf",
    "1e999",
    "1_0",
    "٠",
    "0,05",
    "0x1",
    "1e5000",
    "+0.1",
]
OUT_OF_RANGE = ["-1", "0.13", "12", "1e+09", "99999999", "-0.000000001"]


@pytest.mark.parametrize("value", NO_NUMBER)
def test_what_is_no_number_is_named_and_refused(value):
    app = arrive(retention=value, leave_psy=0.1)
    assert_sound(app)
    note = warnings(app)[UNUSED]
    assert LABEL in note
    assert "is not a number" in note
    assert "It stays at 0%" in note
    assert app.session_state["scenario"] == Scenario(leave_psy=0.1), "the rest of the link is used"
    assert address(app) == {"v": "1", "leave_psy": "0.1"}


@pytest.mark.parametrize("value", OUT_OF_RANGE)
def test_a_value_beyond_its_range_is_refused_with_the_range(value):
    app = arrive(retention=value)
    assert_sound(app)
    note = warnings(app)[UNUSED]
    assert LABEL in note
    assert "0% to 12%" in note
    assert app.session_state["scenario"] == Scenario()


@pytest.mark.parametrize("name", ["mandate", "cap_mode", "effects_on", "mandate_year"])
def test_a_switch_or_a_year_that_is_not_whole_is_refused(name):
    lever = ASSUMPTIONS[name]
    app = arrive(HOME, **{name: lever.low + 0.5})
    assert_sound(app)
    assert lever.label in warnings(app)[UNUSED]
    assert "not a whole number" in warnings(app)[UNUSED]
    assert app.session_state["scenario"] == Scenario()


def test_a_parameter_given_twice_is_not_guessed():
    app = arrive(retention=["0.05", "0.06"], place=["Y56", "Y58"], v=["1", "1"])
    assert_sound(app)
    note = warnings(app)[UNUSED]
    assert f"{LABEL}: the link gives it 2 times" in note
    assert "Place: the link gives it 2 times" in note
    assert "version 1, 1" in warnings(app)[SINCE]
    assert app.session_state["scenario"] == Scenario()
    assert app.selectbox(key="place").value == "england"


@pytest.mark.parametrize(
    ("name", "value", "label", "fix"),
    [
        (
            "place",
            "QZZ",
            "Place",
            "A place has a code such as Y61 or QHG: choose one from",
        ),
        ("place", "London", "Place", "London has the code Y56: if that is meant, choose it"),
        ("place", "", "Place", "A place has a code such as"),
        ("show", "pie", "Chart or table", "Set it on a page, or ask for the link again."),
        ("show", "tables", "Chart or table", "The link may mean “table”."),
    ],
)
def test_an_unknown_place_or_view_is_named_with_the_fix(name, value, label, fix):
    app = arrive(**{name: value})
    assert_sound(app)
    note = warnings(app)[UNUSED]
    assert f"{label}: “{value}” is not one that we know. It was left as it was. {fix}" in note
    assert app.selectbox(key="place").value == "england"
    assert app.segmented_control(key="show").value == "chart"


@pytest.mark.parametrize("page", PAGES)
def test_an_unknown_setting_is_named_on_every_page(page):
    app = arrive(page, wage="1", retention=0.05)
    assert_sound(app)
    assert "“wage” is not a setting" in warnings(app)[UNUSED]
    assert app.session_state["scenario"] == Scenario(retention=0.05)


@pytest.mark.parametrize("version", ["0", "2", "", "one"])
def test_a_link_of_another_version_is_used_and_says_so(version):
    app = arrive(v=version, retention=0.05)
    assert_sound(app)
    assert f"made with version {version} of the model" in warnings(app)[SINCE]
    assert UNUSED not in warnings(app), "nothing failed"
    assert app.session_state["scenario"] == Scenario(retention=0.05)
    assert address(app) == {"v": "1", "retention": "0.05"}


def test_a_sound_link_says_nothing():
    app = arrive(v="1", retention="0.05", place="Y56", show="table")
    assert not app.warning
    assert "dismiss_notes" not in {button.key for button in app.button}


@pytest.mark.parametrize("page", PAGES)
def test_the_note_stays_until_it_is_dismissed(page):
    app = arrive(page, retention="plenty")
    app.slider(key="lever_leave_psy").set_value(0.1).run()
    assert UNUSED in warnings(app)
    app.button(key="dismiss_notes").click().run()
    assert_sound(app)
    assert UNUSED not in warnings(app)
    assert app.session_state["scenario"] == Scenario(leave_psy=0.1)
    assert "dismiss_notes" not in {button.key for button in app.button}
    app.run()
    assert UNUSED not in warnings(app)


def test_many_problems_are_counted_and_not_all_told():
    app = arrive(**{f"bad{i}": "1" for i in range(40)})
    assert_sound(app)
    lines = warnings(app)[UNUSED].splitlines()
    assert len(lines) == 13
    assert lines[-1] == "- and 28 more"


@pytest.mark.parametrize("page", PAGES)
def test_a_link_of_100_kilobytes_is_not_read_and_says_so(page):
    app = arrive(page, retention="0.05", junk="x" * 100_000)
    assert_sound(app)
    note = warnings(app)[UNUSED]
    assert "It was not read" in note
    assert len(note) < 300
    assert app.session_state["scenario"] == Scenario()
    assert address(app) == {}, "the long text is gone from the address"


def test_a_link_with_every_lever_changed_is_short_enough_to_be_read():
    app = arrive(HOME, **{name: a.high for name, a in ASSUMPTIONS.items()})
    assert UNUSED not in warnings(app)
    assert app.session_state["scenario"] == Scenario(**{n: a.high for n, a in ASSUMPTIONS.items()})


@pytest.mark.parametrize(
    "text",
    ["<script>alert(1)</script>", "![](http://x.example/a.png)", "[a](http://x.example)", "`$x$`"],
)
def test_a_strangers_text_is_repeated_without_its_markup(text):
    app = arrive(**{"retention": text, "place": text, text: "1"})
    assert_sound(app)
    note = warnings(app)[UNUSED]
    assert len(note.splitlines()) == 3
    assert not set(note) & set("<>[]`$")
    assert "](" not in note


NAMES = st.sampled_from([*ASSUMPTIONS, "v", "place", "show"]) | st.text(max_size=12)
VALUES = (
    st.text(max_size=30)
    | st.floats().map(str)
    | st.floats().map("{:.9g}".format)
    | st.integers().map(str)
    | st.sampled_from(["england", "QWU", "table", "1", "0"])
)


@settings(max_examples=25)
@given(st.dictionaries(NAMES, st.lists(VALUES, min_size=1, max_size=2), max_size=6))
@example({"retention": ["0.05\x00"]})
@example({"place": ["Y56\n"]})
@example({"": [""]})
@example({"retention": ["0.1199999999999999999999"]})
@example({"embed": ["true"], "embed_options": ["show_toolbar"]})
def test_no_link_at_all_brings_the_page_down(query):
    app = arrive(HOME, **query)
    assert_sound(app)
    assert finding(app)
    told = UNUSED in warnings(app)
    used = set(address(app)) - {"v"}
    # Whatever was given is either in force, or the default that needs no naming, or told.
    dropped = set(query) - {"v"} - used
    harmless = {
        name
        for name in dropped & set(ASSUMPTIONS)
        if len(query[name]) == 1 and number(query[name][0]) == ASSUMPTIONS[name].default
    }
    harmless |= {n for n in ("place", "show") if query.get(n) in (["england"], ["chart"])}
    assert told or dropped <= harmless, (query, address(app))


def number(text: str) -> float | None:
    """The number that a text is, if it is one."""
    try:
        return float(text)
    except ValueError:
        return None


def test_the_address_bar_says_data_and_day_as_soon_as_something_is_changed():
    app = arrive(v="1", retention="0.05", d="older", on="2026-01-02")
    assert app.query_params["d"] == "older", "what an arriving link says of its making stays"
    levers(app)["retention"].set_value(0.06).run()
    assert app.query_params["d"] in (data_version(), [data_version()])
    day = datetime.now(UTC).date().isoformat()
    assert app.query_params["on"] in (day, [day])
    assert address(app) == {"v": "1", "retention": "0.06"}
    carried = {"v": "1", "retention": "0.06", "d": data_version(), "on": day}
    assert [link.carries for link in menu(app)] == [carried] * len(PAGES)


def test_a_link_to_a_scenario_names_the_data_and_the_day_and_leads_to_the_first_page():
    found = urlsplit(of_scenario(Scenario(retention=0.05)))
    assert found.path == "/"
    said = parse_qs(found.query)
    assert said["retention"] == ["0.05"]
    assert said["d"] == [data_version()]
    assert of_scenario(Scenario()) == "/"
