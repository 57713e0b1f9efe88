"""The page that compares: its numbers against single runs, what it refuses, what it keeps."""

import math
import re
from dataclasses import replace

import pytest

from ppn_scenarios import Scenario, baseline, project
from ppn_scenarios.analysis import MEASURES
from ppn_scenarios.assumptions import ASSUMPTIONS, PRESETS, with_preset
from ppn_scenarios.sharing.kept import Kept
from ppn_scenarios.tables.database import data_version
from ppn_scenarios.ui.compare.chosen import label
from ppn_scenarios.ui.compare.prices import each
from ppn_scenarios.ui.kept import MOST, make, suggested
from ppn_scenarios.wording import staff
from ppn_scenarios.wording.places import places

from .reader import address, arrive, assert_sound, table, text, warnings

PAGE = "pages/compare.py"
MINE = Scenario(retention=0.05, leave_psy=0.08, mandate=1, places_other=6_500)


def said(app):
    """The finding, which is the one box of information."""
    (box,) = app.info
    return box.value


def fte(scenario: Scenario, year: int = 2037) -> float:
    return MEASURES["fte"](project(baseline(), scenario), "england").at(year)[1]


def plain(markdown: str) -> str:
    """Markdown as a reader sees it: marks that are escaped, and no word joiners."""
    return re.sub(r"\\(?=[^\w\s])", "", markdown).replace("\u2060", "")


def hundreds(value: float) -> str:
    """A difference of England's staff, as the page rounds it."""
    return f"{100 * round(value / 100):,}"


def side_by_side(app):
    """The table of headline numbers: cells by row, and the heading."""
    head, *rows = table(app, "England, March 2037; costs")
    return head, {label: cells for label, *cells in rows}


def test_the_finding_says_what_single_runs_say():
    app = arrive(PAGE, **MINE.changes())
    assert_sound(app)
    now, was = fte(MINE), fte(Scenario())
    alone = {n: fte(Scenario(**{n: v})) - was for n, v in MINE.changes().items()}
    beliefs = alone["leave_psy"]
    choices = sum(alone.values()) - beliefs
    together = now - was - beliefs - choices
    assert said(app) == (
        f"Under *My scenario*, England has **{staff(now)} staff in post** in March 2037: "
        f"**+{hundreds(now - was)}** against things as they stand. The largest effect is that of "
        f"*Therapist and practitioner places* (+{hundreds(alone['places_other'])} alone). "
        f"Added one by one, beliefs make −{hundreds(-beliefs)} and choices "
        f"+{hundreds(choices)}. Together they do {hundreds(-together)} less "
        "than one by one."
    )


def test_the_table_of_causes_adds_up_to_the_whole():
    app = arrive(PAGE, show="table", **MINE.changes())
    head, *rows = table(app, "Staff in post: what each change does alone")
    assert head == ["Change", "Kind", "Effect"]
    kinds = [kind for _, kind, _ in rows]
    assert kinds == ["How the world works", "What we choose", "What we choose", "", ""]
    assert rows[-2][0] == "Together, beyond one by one"
    numbers = [int(e.replace("−", "-").replace(",", "")) for _, _, e in rows]
    assert sum(numbers[:-1]) == pytest.approx(numbers[-1], abs=200)  # rounded to the hundred
    assert any("1 change does nothing to this result alone" in c.value for c in app.caption)


def test_headline_numbers_stand_side_by_side_with_their_difference():
    app = arrive(PAGE, compared="as_things_stand.together", **MINE.changes())
    head, rows = side_by_side(app)
    assert head == [
        *("Result", "My scenario", "As things stand"),
        "Leadership and growth together, under my beliefs",
    ]
    together = with_preset(MINE, PRESETS["together"])
    assert together.leave_psy == 0.08
    values = [fte(s) for s in (MINE, Scenario(), together)]
    assert [cell.split(" (")[0] for cell in rows["Staff in post (FTE)"]] == [*map(staff, values)]
    assert rows["Trusts with a leader in post"] == ["89% (+26 points)", "63%", "89% (+26 points)"]
    assert set(rows) >= {
        *("Staff, 8 in 10 draws", "Reading A of the 2023 plan", "ICSs with a lead in post"),
        *("Need met by clinical staff", "Funded posts that are vacant", "Cost of pay"),
        *("Cost of training", "Cost of leadership posts"),
    }
    assert all(re.fullmatch(r"\d+%; not by 2037", c) for c in rows["Reading C of the 2023 plan"])
    assert all(re.fullmatch(r"[\d,]+ to [\d,]+", cell) for cell in rows["Staff, 8 in 10 draws"])
    mine, none, other = rows["Difference, 8 in 10 draws"]
    assert none == ""
    assert all(re.fullmatch(r"(0|[+−][\d,]+) to [+−][\d,]+", cell) for cell in (mine, other))


@pytest.mark.parametrize("place", ["Y56", "QWE"])
def test_a_place_has_ranges(place):
    app = arrive(PAGE, place=place, **MINE.changes())
    assert_sound(app)
    assert re.search(r"\*\*[\d,]+ to [\d,]+ staff in post\*\*", said(app))


@pytest.mark.parametrize("result", ["trusts_led", "staff_gap", "people_seen", "cost"])
def test_every_result_has_a_finding_and_parts(result):
    app = arrive(PAGE, result=result, year=2033, show="table", **MINE.changes())
    assert_sound(app)
    assert "March 2033" in said(app)
    assert "against things as they stand" in said(app)


# Nothing changed, or nothing that counts


def test_with_nothing_changed_the_page_shows_and_offers_ready_made_plans():
    app = arrive(PAGE)
    assert_sound(app)
    assert said(app).startswith("You have changed nothing yet")
    change = fte(PRESETS["together"].scenario) - fte(Scenario())
    assert f"**+{hundreds(change)}** against things as they stand" in said(app)
    head, _ = side_by_side(app)
    assert head[1:] == [
        *("As things stand (my scenario)", "Keep more", "Train more"),
        "Leadership and growth together",
    ]
    assert address(app) == {}
    app.button(key="start_train_more").click().run()
    assert app.session_state["scenario"] == PRESETS["train_more"].scenario
    head, _ = side_by_side(app)
    assert head[1:] == ["My scenario", "As things stand"]


def test_with_nothing_changed_and_nothing_compared_the_page_still_says_where_we_are():
    app = arrive(PAGE, compared="none")
    assert_sound(app)
    assert said(app).startswith("You have changed nothing yet")
    assert f"**{staff(fte(Scenario()))} staff in post**" in said(app)


def test_a_lever_whose_switch_is_off_is_said_to_count_for_nothing():
    app = arrive(PAGE, mandate_year=2031)
    assert_sound(app)
    assert "**no change** against things as they stand" in said(app)
    assert "Nothing that differs moves this result alone." in said(app)
    assert "It counts for nothing while *Every organisation must have the post* is off" in text(app)


def test_a_place_has_ranges_over_both_proxies_in_differences_bars_and_prices():
    mine = {"retention": 0.05, "leave_psy": 0.08, "places_other": 6_500}
    app = arrive(PAGE, place="QWE", show="table", **mine)
    assert_sound(app)
    values = [
        MEASURES["fte"](project(baseline(), s), "QWE").values[:, -1]
        for s in (Scenario(), Scenario(**mine))
    ]
    found = values[1] - values[0]  # by the middle, then by each proxy
    ends = rf"\+{10 * math.floor(found.min() / 10)} to \+{10 * math.ceil(found.max() / 10)}"
    assert re.search(rf"\*\*{ends}\*\* against things as they stand", said(app))
    _, *rows = table(app, f"{places()['QWE'].name}, March 2037; costs")
    shown = {label: cells for label, *cells in rows}
    assert re.search(rf"\({ends}\)", shown["Staff in post (FTE)"][0])
    causes = table(app, "Staff in post: what each change does alone")
    assert re.fullmatch(ends, causes[-1][-1])
    assert all(re.fullmatch(r"[+−]?\d+ to [+−]?\d+", row[-1]) for row in causes[1:])
    _, *prices = table(app, f"{places()['QWE'].name}, all years")
    assert all(" to " in row[1] for row in prices if row[1] != "no change")
    captions = " ".join(str(c.value) for c in app.caption)
    assert captions.count("a range over two proxies") == 2
    national = arrive(PAGE, show="table", **mine)
    assert "two proxies" not in " ".join(str(c.value) for c in national.caption)
    assert " to " not in table(national, "Staff in post: what each change does")[1][-1]


def test_an_effect_of_leadership_is_said_to_be_the_reader_s_hypothesis():
    app = arrive(PAGE, effects_on=1, eps_ret=0.05)
    assert "It is part of your hypothesis, which this page leaves out" in text(app)
    assert "counts for nothing while *Let leadership" not in text(app)


def test_an_own_date_of_a_choice_that_is_not_made_is_said_to_count_for_nothing():
    app = arrive(PAGE, retention_start=2031)
    assert_sound(app)
    assert "It counts for nothing while *Fewer people leaving* is not changed" in text(app)


def test_beliefs_alone_are_said_to_be_no_plan():
    app = arrive(PAGE, leave_psy=0.08, leave_ther=0.12)
    assert "All of it comes from what you believe and none from what you choose." in said(app)


@pytest.mark.parametrize(
    ("changed", "says"),
    [
        ({"leave_psy": 0.08}, "*Psychologists leaving*, which is what you believe and no choice."),
        ({"retention": 0.03, "encouragement": 1.2}, "*Fewer people leaving*."),
    ],
)
def test_what_one_cause_makes_is_not_called_most_of_the_change(changed, says):
    words = said(arrive(PAGE, **changed))
    assert words.endswith(f" against things as they stand. All of it comes from {says}")


def test_no_hypothesis_on_leadership_reaches_a_number():
    changed = {"effects_on": 1, "eps_ret": 0.05, "mandate": 1}
    app, plain = arrive(PAGE, **changed), arrive(PAGE, mandate=1)
    assert said(app) == said(plain)
    assert side_by_side(app) == side_by_side(plain)
    assert "Your hypothesis, kept apart" in warnings(app)


def test_most_is_said_to_come_from_a_cause_only_where_it_does():
    together = {"leave_psy": 0.08, "places_other": 6_000, "post_growth": 0}
    whole = fte(Scenario(**together)) - fte(Scenario())
    assert 0.5 < (fte(Scenario(post_growth=0)) - fte(Scenario())) / whole < 1.25
    assert "Most comes from *Growth in funded posts*" in said(arrive(PAGE, **together))
    offset = {"leave_psy": 0.068, "places_other": 5_200}
    whole = fte(Scenario(**offset)) - fte(Scenario())
    assert (fte(Scenario(leave_psy=0.068)) - fte(Scenario())) / whole > 1.25
    assert "The largest effect is that of *Psychologists leaving*" in said(arrive(PAGE, **offset))


# What cannot be compared


def test_boards_counted_differently_are_refused_with_the_reason_and_the_rest_is_compared():
    app = arrive(PAGE, boards=36, retention=0.05, result="systems_led")
    assert_sound(app)
    assert "(ICSs with a lead in post)" in said(app)
    assert plain(said(app)).endswith(
        "As things stand: counted in 42 boards, not 36. Give both the same setting to compare "
        "them, or choose another result."
    )
    _, rows = side_by_side(app)
    mine, stand = rows["ICSs with a lead in post"]
    assert re.fullmatch(r"\d+%", mine)
    assert stand == "not compared: counted in 42 boards, not 36"
    assert rows["Staff in post (FTE)"][0].endswith("(+900)")
    assert "Left out, because it cannot be compared: As things stand." in text(app)


def test_need_by_another_method_is_refused_with_the_reason():
    app = arrive(PAGE, need_method=3, retention=0.05)
    _, rows = side_by_side(app)
    assert rows["Need met by clinical staff"][1] == (
        "not compared: staff needed by another method: Need grows from the posts of 2023"
    )
    app = arrive(PAGE, need_method=2, result="staff_gap")
    assert_sound(app)
    assert plain(said(app)).endswith(
        "As things stand: staff needed by another method: Need grows from the posts of 2023. "
        "Choose another way to work out the staff needed, or another result."
    )
    _, rows = side_by_side(app)
    assert all(cell.startswith("not compared: ") for cell in rows["Need met by clinical staff"])


def keeping(app, name: str, **levers: float):
    """Keep the scenario under a name, then set others."""
    app.text_input(key="keep_name").set_value(name).run()
    app.button(key="keep").click().run()
    app.session_state["scenario"] = Scenario(**levers)
    return app.run()


def compare_with(app, *keys: str):
    return app.multiselect(key="compared").set_value(list(keys)).run()


@pytest.mark.parametrize(
    ("stamp", "reason"),
    [
        ({"model": "0", "data": data_version()}, "made with version 0 of the model, not 1"),
        ({"data": "0badc0de"}, f"made with data 0badc0de, not {data_version()}"),
    ],
)
def test_a_scenario_kept_with_other_versions_is_refused_until_it_is_run_again(stamp, reason):
    app = arrive(PAGE, retention=0.05)
    old = Kept(name="Last year", scenario=Scenario(places_other=6_000), **stamp)
    app.session_state["kept"] = {"Last year": old}
    app.run()
    compare_with(app, "kept:Last year", "as_things_stand")
    assert_sound(app)
    assert f"Last year: {reason}. Run it again with today's model" in plain(said(app))
    _, rows = side_by_side(app)
    assert {cells[1] for cells in rows.values()} == {f"not compared: {reason}", ""}
    assert rows["Staff in post (FTE)"][2] == staff(fte(Scenario()))
    app.button(key="again_0").click().run()
    _, rows = side_by_side(app)
    assert rows["Staff in post (FTE)"][1] == staff(fte(Scenario(places_other=6_000)))


# Keeping


def test_a_kept_scenario_is_compared_loaded_and_removed():
    app = keeping(arrive(PAGE, retention=0.05), "Keep people", places_other=6_000)
    head, _ = side_by_side(app)
    assert head[1:] == ["My scenario", "As things stand", "Keep people"]  # there was room
    compare_with(app, "kept:Keep people", "train_more")
    assert_sound(app)
    head, _ = side_by_side(app)
    assert head[1:] == ["My scenario", "Keep people", "Train more"]
    before, now = fte(Scenario(retention=0.05)), fte(Scenario(places_other=6_000))
    assert f"**+{hundreds(now - before)}** against *Keep people*" in said(app)
    assert address(app)["compared"] == "train_more"
    assert "not those that you keep" in text(app)
    app.button(key="load_0").click().run()
    assert app.session_state["scenario"] == Scenario(retention=0.05)
    app.button(key="remove_0").click().run()
    assert_sound(app)
    assert app.session_state["kept"] == {}
    head, _ = side_by_side(app)
    assert head[1:] == ["My scenario", "Train more"]


@pytest.mark.parametrize(
    "name",
    ["**bold** <b>x</b> $x$", "[a](https://x.test) :red[b] `c`", "www.x.test", "مقترح", "💡 idea"],
)
def test_a_name_is_shown_as_typed_and_makes_no_markup(name):
    app = keeping(arrive(PAGE, retention=0.05), name, places_other=6_000)
    compare_with(app, f"kept:{name}")
    assert_sound(app)
    head, _ = side_by_side(app)
    assert head[2] == name
    shown = [m.value for m in [*app.markdown, *app.info, *app.caption]] + [said(app)]
    bare = [v for v in shown if name in v and re.search(r"[*<\[$`:.]", name)]
    assert not bare  # every mark is escaped where Markdown would read it
    assert not [h.value for h in app.html if "<b>x</b>" in h.value]


@pytest.mark.parametrize(
    ("name", "why"),
    [
        ("x" * 61, "is 61 characters long; the most is 60"),
        ("a\u202eb", "holds characters that cannot be shown"),
        ("My Scenario", "is the name of another scenario"),
        ("train MORE", "is the name of another scenario"),
        ("kept before", "is the name of another scenario"),
    ],
)
def test_a_name_that_will_not_do_is_refused_in_words(name, why):
    with pytest.raises(ValueError, match=why):
        make(name, Scenario(), ["Kept before"])


def test_a_refusal_is_shown_and_nothing_is_kept():
    app = arrive(PAGE, retention=0.05)
    app.text_input(key="keep_name").set_value("Train more").run()
    app.button(key="keep").click().run()
    assert "is the name of another scenario" in warnings(app)["It was not kept"]
    assert app.session_state["kept"] == {}


def test_no_more_are_kept_than_fit_on_a_page():
    with pytest.raises(ValueError, match="12 scenarios are kept already"):
        make("One more", Scenario(), [str(i) for i in range(MOST)])


def test_without_a_name_a_scenario_is_kept_under_what_it_changes():
    app = keeping(arrive(PAGE, retention=0.05), "")
    assert list(app.session_state["kept"]) == ["Fewer people leaving 5%"]
    far = Scenario(**{name: a.high for name, a in ASSUMPTIONS.items()})
    for scenario in (Scenario(), far, MINE):
        name = suggested(scenario, [])
        assert make(name, scenario, []).name == name
        assert suggested(scenario, [name]) != name


# Links


def test_a_link_carries_which_ready_made_scenarios_are_compared():
    app = arrive(PAGE, compared="mandate.my_beliefs", retention=0.05, leave_psy=0.08)
    head, _ = side_by_side(app)
    assert head[1:] == [
        *("My scenario", "Require leadership, under my beliefs"),
        "My beliefs alone",
    ]
    compare_with(app, "encourage")
    assert address(app)["compared"] == "encourage"
    compare_with(app)
    assert address(app)["compared"] == "none"


@pytest.mark.parametrize("text_", ["mandate.mandate", "x", "", "a.b.c.d", "mandate,encourage"])
def test_a_link_that_compares_what_is_not_there_says_so(text_):
    app = arrive(PAGE, compared=text_, retention=0.05)
    assert_sound(app)
    assert "Compared with" in warnings(app)["Some of this link could not be used"]


def test_ready_made_scenarios_are_named_with_beliefs_only_where_these_differ():
    assert label("mandate", Scenario(retention=0.1)) == "Require leadership"
    assert label("mandate", Scenario(leave_psy=0.1)) == "Require leadership, under my beliefs"
    assert label("as_things_stand", Scenario(leave_psy=0.1)) == "As things stand"


# Prices


def test_prices_say_what_cannot_be_bought():
    app = arrive(PAGE, **MINE.changes())
    head, *rows = table(app, "England, all years to March 2037")
    assert head[-1] == "£ per FTE-year"
    found = {name: cells for name, *cells in rows}
    assert found["Psychologists leaving"][-1] == "a belief, not bought"
    assert found["Every organisation must have the post"][-1] == "takes clinical time"
    assert re.fullmatch(r"£\d+,000", found["Therapist and practitioner places"][-1])
    assert "quote none" in text(app)


def test_costs_that_a_reader_has_priced_are_counted_and_others_have_no_column():
    app = arrive(PAGE, retention=0.05, replacement_price=10)
    assert_sound(app)
    head, *rows = table(app, "England, all years to March 2037")
    assert head[-2] == "Cover and replacing"
    found = {name: cells for name, *cells in rows}
    assert found["Fewer people leaving"][-2] == "no change"  # alone, while nothing is priced
    assert found["Together, beyond one by one"][-2].startswith("−£")
    _, shown = side_by_side(app)
    assert "Replacing leavers" in shown
    plain = arrive(PAGE, retention=0.05)
    assert "Cover and replacing" not in table(plain, "England, all years to March 2037")[0]
    assert "Replacing leavers" not in side_by_side(plain)[1]


def test_a_price_is_written_for_each_way_that_time_and_cost_can_go():
    from ppn_scenarios.analysis.prices import Price

    some = Price(("retention",), "choice", 90.0, 10.0, 600.0, 0.0, 0.0)
    assert each(some) == "£60,000"
    assert each(replace(some, staff=-10.0, pay=-600.0)) == "£60,000 saved for each lost"
    assert each(replace(some, pay=-600.0)) == "adds time, costs no more"
    assert each(replace(some, staff=-10.0)) == "takes clinical time"
    assert each(replace(some, staff=0.0)) == "adds no clinical time"


# Passports


@pytest.mark.parametrize("key", ["causes", "lines", "headlines", "prices"])
def test_every_drawer_opens_and_names_what_it_explains(key):
    app = arrive(PAGE, compared="as_things_stand.together", boards=36, **MINE.changes())
    before = {e.label for e in app.expander}
    app.button(key=f"passport_{key}").click().run()
    assert_sound(app)
    names = [e.label for e in app.expander if e.label not in before]
    assert len(names) >= 3
    assert len(names) == len(set(names))
