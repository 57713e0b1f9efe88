"""The page on leadership: what it says is what other runs and the data files say."""

import csv
import re

import pytest
from streamlit.testing.v1 import AppTest

from ppn_scenarios import Scenario, baseline, project
from ppn_scenarios.analysis import MEASURES
from ppn_scenarios.analysis.breakeven import break_even
from ppn_scenarios.analysis.uncertainty import simulate
from ppn_scenarios.assumptions import ASSUMPTIONS
from ppn_scenarios.wording.places import places

from .reader import ROOT, arrive, assert_sound, cards, finding, table, tables, text

PAGE = "pages/leaders.py"
FEW: dict[str, float] = {
    "leave_psy": 0.1,
    "leave_ther": 0.14,
    "promote_lead": 0.01,
    "retire": 0.04,
    "external": 0,
    "places_cp": 900,
    "mandate": 1,
}


def shares(cells: list[str]) -> list[float]:
    """The percentages in some cells, each the last of its cell."""
    return [float(re.findall(r"(\d+)%", cell)[-1]) / 100 for cell in cells]


Changes = dict[str, float]


def at(measure: str, changes: Changes, place: str = "england", year: int = 2037) -> float:
    return float(MEASURES[measure](project(baseline(), Scenario(**changes)), place).at(year)[1])


def unfolded(**query: str | float) -> AppTest:
    """The page with every part that comes second opened."""
    app = arrive(PAGE, **query)
    for name in ("fold_roles", "fold_levels", "fold_repay"):
        app.session_state[name] = True
    return app.run()


@pytest.mark.parametrize("place", ["england", "Y58", "QWU", "QF7"])
@pytest.mark.parametrize("changes", [{}, {"mandate": 1, "exec_seat": 0.5}])
def test_the_answer_is_what_the_front_door_gives(place: str, changes: Changes) -> None:
    said = finding(arrive(PAGE, place=place, **changes))
    found = re.search(r"\*\*(\d+)% of trusts\*\*.*exists in (\d+)%", said)
    assert found
    asked = [at("trusts_led", changes, place), at("trusts_posts", changes, place)]
    assert [float(n) / 100 for n in found.groups()] == pytest.approx(asked, abs=0.005)
    systems = re.search(r"ICSs? (?:\*\*|has a lead in post with a chance of \*\*)(\d+)%", said)
    assert systems
    assert float(systems[1]) / 100 == pytest.approx(at("systems_led", changes, place), abs=0.005)


def test_of_a_place_with_one_trust_a_chance_is_said_and_no_share_of_trusts() -> None:
    said = finding(arrive(PAGE, place="QSL"))
    (found,) = re.findall(r"the one trust in Somerset has .*? with a chance of \*\*(\d+)%", said)
    assert float(found) / 100 == pytest.approx(at("trusts_led", {}, "QSL"), abs=0.005)
    assert "% of trusts**" not in said


def test_the_first_screen_says_that_nobody_has_counted_and_takes_what_a_reader_knows() -> None:
    app = arrive(PAGE)
    assert "**Nobody has counted who leads today**: 37% of trusts in 2026 is a placeholder" in (
        finding(app)
    )
    app.session_state["starting_shares"] = True
    app.run()
    app.slider(key="start_cppo_base_acute").set_value(0.5).run()
    assert app.session_state["scenario"].cppo_base_acute == 0.5
    now = (47 * 0.8 + 118 * 0.5 + (16 + 14) * 0.25 + 10 * 0.05) / 205
    assert f"{100 * now:.0f}% of trusts in 2026" in finding(app)


def test_four_ways_stand_in_the_table_of_years_and_in_that_of_types() -> None:
    app = arrive(PAGE, show="table", exec_seat=0.5, mandate=1)
    rows = table(app, "Trusts in England, share")
    assert rows[0][1:] == [
        "Post exists",
        "Leader in post",
        "With time and support",
        "Among the executives",
        "1 draw in 10 below",
        "1 draw in 10 above",
    ]
    measures = ("trusts_posts", "trusts_led", "trusts_supported", "trusts_executive")
    asked = [at(measure, {"exec_seat": 0.5, "mandate": 1}) for measure in measures]
    assert shares(rows[-1][1:5]) == pytest.approx(asked, abs=0.005)
    types = {row[0]: row for row in table(app, "Who leads in England")}
    assert types["ICSs"][-2:] == ["not modelled", "not modelled"]
    assert shares(types["Mental health trusts"][2:3]) == [0.8]
    assert not app.get("vega_lite_chart")


@pytest.mark.parametrize("place", ["england", "QWU"])
def test_the_band_of_leaders_in_post_is_that_of_draws_made_again(place: str) -> None:
    app = arrive(PAGE, place=place, show="table", mandate=1)
    wanted = ("trusts_led", place)
    found = simulate(baseline(), Scenario(mandate=1), [wanted], n=512, small=place != "england")[
        wanted
    ]
    ordered = sorted(found.values[:, -1])
    low, high = ordered[51], ordered[460]
    (years,) = (r for c, r in tables(app).items() if c.startswith("Trusts") and "share by" in c)
    assert shares(years[-1][5:]) == pytest.approx([low, high], abs=0.005)
    assert f"{100 * low:.0f}% to {100 * high:.0f}% of trusts" in text(app)


def test_the_ceiling_is_explained_and_drawn() -> None:
    app = arrive(PAGE, mandate=1)
    said = text(app)
    assert "**100% of posts is at most about 92% of people.**" in said
    assert "a post takes about 5 months to fill" in said  # 0.39 of twelve
    assert "a post in 98% of them and a leader in 90%" in said
    limit = [c for c in app.get("vega_lite_chart") if "most that can be in post" in c.proto.alt]
    assert len(limit) == 2


@pytest.mark.parametrize("place", ["england", "QWU"])
def test_policies_stand_side_by_side_on_the_readers_own_beliefs(place: str) -> None:
    beliefs: Changes = {"h_encourage": 0.2, "fill_time": 0.5}
    policies: dict[str, Changes] = {
        "Encouraged as now": {},
        "Encouraged harder": {"encouragement": 1.2},
        "Paid for nationally": {"funding": 1},
        "Required": {"mandate": 1},
    }
    app = arrive(PAGE, place=place, encouragement=0.5, **beliefs)
    rows = {row[0]: row for row in table(app, "Each policy in")}
    for name, sets in policies.items():
        mine = beliefs | sets
        asked = [
            at("trusts_posts", mine, place),
            at("trusts_led", mine, place, 2030),
            at("trusts_led", mine, place),
            at("systems_led", mine, place),
        ]
        assert shares(rows[name][1:5]) == pytest.approx(asked, abs=0.005), name


def test_my_own_mixture_is_drawn_beside_the_policies_and_one_of_them_is_named_as_mine() -> None:
    mixed = arrive(PAGE, show="table", encouragement=0.5)
    rows = next(r for c, r in tables(mixed).items() if "under each policy" in c)
    assert rows[0][-1] == "My scenario"
    mine = at("trusts_led", {"encouragement": 0.5})
    assert shares(rows[-1][-1:])[0] == pytest.approx(mine, abs=0.005)
    required = arrive(PAGE, show="table", mandate=1)
    rows = next(r for c, r in tables(required).items() if "under each policy" in c)
    assert "My scenario" not in rows[0]
    assert any(row[0] == "Required (set here)" for row in table(required, "Each policy in"))


def test_places_where_senior_people_may_run_out_are_listed_by_name_and_no_others() -> None:
    app = arrive(PAGE, **FEW)
    rows = table(app, "Where senior people may run out")[1:]
    names = [row[0] for row in rows]
    assert names == sorted(names)
    assert all(" to " in row[1] or "fewer than" in row[1] or "up to" in row[1] for row in rows)
    run = project(baseline(), Scenario(**FEW))
    wanted = run.posts.sum(axis=-1) + run.system_posts
    short = (run.pool.min(axis=0) < wanted.max(axis=0)).any(axis=0)
    assert len(rows) == short.sum() > 0
    assert f"**{len(rows)} of its ICSs may have fewer senior people than posts**" in text(app)
    assert not [c for c in tables(arrive(PAGE)) if "may run out" in c]


def test_every_ics_is_listed_in_the_order_of_the_alphabet_on_a_click() -> None:
    app = arrive(PAGE)
    app.session_state["every_system"] = True
    app.run()
    rows = table(app, "Senior people by ICS")[1:]
    names = [row[0] for row in rows]
    assert len(names) == 42
    assert names == sorted(names)
    run = project(baseline(), Scenario())
    posts = (run.posts.sum(axis=-1) + run.system_posts)[0, -1]
    by_name = dict(zip([places()[code].name for code in run.baseline.areas], posts, strict=True))
    for name, _, _, told, _ in rows:
        exact = by_name[name]
        assert told == (f"{exact:.0f}" if exact >= 9.95 else f"{exact:.1f}"), name


def test_what_the_posts_take_is_what_would_be_gained_if_leaders_were_replaced() -> None:
    mine: Changes = {"mandate": 1, "plan_start": 2026}
    shown = cards(arrive(PAGE, **mine))
    gained = {
        measure: at(measure, mine | {"backfill": 1.0}) - at(measure, mine)
        for measure in ("clinical_fte", "people_seen")
    }
    fte = float(next(v for k, v in shown.items() if k.startswith("Clinical time")).replace(",", ""))
    people = next(v for k, v in shown.items() if k.startswith("People not seen"))
    cost = next(v for k, v in shown.items() if k.startswith("Cost a year"))
    assert fte == pytest.approx(gained["clinical_fte"], abs=5)
    assert float(people.replace(",", "")) == pytest.approx(gained["people_seen"], abs=5)
    assert cost == f"£{float(format(at('leadership_cost', mine) / 1000, '.2g')):g} million"


def test_other_roles_are_those_of_the_file_and_say_what_was_recalled() -> None:
    with (ROOT / "data" / "role_adoption.csv").open(encoding="utf-8", newline="") as lines:
        rows = list(csv.DictReader(lines))
    said = table(unfolded(), "Other roles, when somebody counted")[1:]
    assert len(said) == len(rows)
    by_note = {row[-1]: row for row in said}
    for row in rows:
        (cells,) = [cells for note, cells in by_note.items() if note.startswith(row["note"])]
        assert cells[1].startswith(f"{100 * float(row['share']):.0f}%")
    (guardian,) = [row for row in said if row[0] == "Freedom to Speak Up Guardian"]
    assert guardian[2] == "January 2017, after 0.8 to 1.9 years", "no years to the hundredth"
    assert [row[2] for row in said if row[3] == "law"] == ["since 1990"]
    assert "2014, as it began" in [row[2] for row in said]
    recalled = [row for row in said if "recalled, and not re-read" in row[-1]]
    assert [row[0] for row in recalled] == ["Medical director and chief nurse"]


def test_three_levels_are_named_as_the_recommendation_names_them() -> None:
    rows = table(unfolded(boards=36), "Three levels of leadership")
    assert [row[0] for row in rows[1:]] == ["Neighbourhood", "Organisation", "System"]
    assert rows[1][2].startswith("Not modelled")
    assert "36 boards" in rows[3][2]


def test_the_break_even_stands_beside_the_range_that_is_looked_at() -> None:
    rows = table(unfolded(), "Fall in leaving where leadership is full")
    found = break_even(baseline(), Scenario())
    assert found.effect is not None
    said = {row[0]: row[1:] for row in rows[1:]}
    assert said["Range looked at"] == ["−2%", "5.4%"]
    assert float(said["Needed to repay"][0].rstrip("%")) == pytest.approx(
        100 * found.effect, abs=0.05
    )
    assert said["Needed to repay"][0] == "2%", "as the words on it say: 2.0%"
    assert said["What every result assumes"] == ["0%", "0%"]


def test_an_effect_that_is_on_moves_nothing_on_the_page_and_is_said_apart() -> None:
    on = arrive(PAGE, mandate=1, effects_on=1, eps_ret=0.054, eps_train=0.1)
    off = arrive(PAGE, mandate=1)
    assert finding(on) == finding(off)
    assert tables(on) == tables(off)
    assert cards(on) == cards(off)
    assert any("No study has shown such an effect" in box.value for box in on.warning)


EXTREMES = {
    "a requirement before the plan starts": {
        "mandate": 1,
        "mandate_year": 2026,
        "plan_start": 2036,
    },
    "nobody leads and few will": {
        **{name: 0.0 for name in ASSUMPTIONS if name.startswith("cppo_base") or name == "ics_base"},
        "h_encourage": 0.08,
        "ceiling_encouraged": 0.6,
        "abolish": 0.1,
    },
    "everyone leads already": {
        name: 1.0 for name in ASSUMPTIONS if name.startswith("cppo_base") or name == "ics_base"
    },
    "leaders are all replaced": {"backfill": 1, "mandate": 1, "plan_start": 2026},
    "few to choose from": FEW,
    "no time to lead": {"lead_wte": 0.2, "support": 0, "exec_seat": 0},
}


@pytest.mark.parametrize("place", ["england", "QWU"])
@pytest.mark.parametrize("changes", EXTREMES.values(), ids=list(EXTREMES))
def test_the_page_says_something_sensible_at_every_extreme(changes, place: str) -> None:
    app = unfolded(place=place, **changes)
    assert_sound(app)
    for rows in tables(app).values():
        said = [float(n) for row in rows[1:] for cell in row for n in re.findall(r"(\d+)%", cell)]
        assert all(0 <= number <= 100 for number in said)


@pytest.mark.parametrize("place", ["Y56", "QHL", "QNQ"])
def test_every_chart_says_in_words_what_it_shows_and_where_its_numbers_are(place: str) -> None:
    app = unfolded(place=place)
    assert_sound(app)
    charts = app.get("vega_lite_chart")
    assert len(charts) == 6
    assert all("The same numbers" in chart.proto.alt for chart in charts)
    listed = unfolded(place=place, show="table")
    assert not listed.get("vega_lite_chart")
    assert len(tables(listed)) == len(tables(app)) + 4


@pytest.mark.parametrize("key", ["ways", "policies", "seniors", "taken", "roles", "repay"])
def test_every_passport_of_the_page_opens(key: str) -> None:
    app = unfolded(mandate=1)
    app.button(key=f"passport_{key}").click().run()
    assert_sound(app)
    assert "Make it again" in text(app)
