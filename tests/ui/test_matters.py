"""The page on what matters most: bars against single runs, shares against the indices."""

import re
from dataclasses import replace

import pytest

from ppn_scenarios import Scenario, baseline, project
from ppn_scenarios.analysis import MEASURES
from ppn_scenarios.analysis.sensitivity import sobol
from ppn_scenarios.analysis.sensitivity_shares import measure_next, shares_by_status
from ppn_scenarios.assumptions import ASSUMPTIONS, LEVERS
from ppn_scenarios.assumptions.measuring import MEASURING
from ppn_scenarios.ui.indices import SAMPLES, indices
from ppn_scenarios.wording import percent, staff

from .reader import address, arrive, assert_sound, cards, table, tables, text, warnings

PAGE = "pages/matters.py"
MINE = Scenario(retention=0.05, leave_psy=0.08)


def said(app):
    """The finding, which is the one box of information."""
    (box,) = app.info
    return box.value


def fte(scenario: Scenario, year: int = 2037) -> float:
    return MEASURES["fte"](project(baseline(), scenario), "england").at(year)[1]


def widest(kind: str) -> tuple[str, float, float]:
    """The lever of a kind that moves staff most, found by single runs of every lever."""
    middle = replace(baseline(), share=baseline().share[0])
    found: list[tuple[str, float, float]] = []
    for name, a in LEVERS.items():
        if a.kind == kind and name != "effects_on":
            runs = (project(middle, replace(MINE, **{name: end})) for end in (a.low, a.high))
            low, high = (float(run.fte[-1].sum()) for run in runs)
            found.append((name, low, high))
    return max(found, key=lambda row: abs(row[2] - row[1]))


def test_the_finding_names_the_levers_that_single_runs_find_widest():
    app = arrive(PAGE, **MINE.changes())
    assert_sound(app)
    words = [f"On your scenario England has **{staff(fte(MINE))} staff in post** in March 2037."]
    for kind, whose in (("choice", "Of what we choose"), ("belief", "Of how the world works")):
        name, low, high = widest(kind)
        a = ASSUMPTIONS[name]
        words.append(
            f"{whose}, most hangs on *{a.label}* ({staff(low)} at {a.show(a.low)} and "
            f"{staff(high)} at {a.show(a.high)})."
        )
    assert said(app) == " ".join(words)


def test_choices_and_beliefs_have_tables_of_their_own_with_both_ends():
    app = arrive(PAGE, show="table", **MINE.changes())
    assert_sound(app)
    for title, kind in (("What we choose:", "choice"), ("How the world works:", "belief")):
        _, *rows = table(app, title)
        by_label = {a.label: (n, a) for n, a in LEVERS.items() if a.kind == kind}
        assert {row[0] for row in rows} <= set(by_label)
        name, a = by_label[rows[0][0]]
        assert rows[0][1] == f"{staff(fte(replace(MINE, **{name: a.low})))} at {a.show(a.low)}"
        assert rows[0][2] == f"{staff(fte(replace(MINE, **{name: a.high})))} at {a.show(a.high)}"


def test_every_lever_is_a_bar_or_is_counted():
    app = arrive(PAGE, show="table", result="systems_led")
    bars = sum(len(table(app, t)) - 1 for t in ("What we choose:", "How the world works:"))
    (line,) = [c.value for c in app.caption if "move it by nothing" in c.value]
    moving, still = map(int, re.findall(r"\d+", line))
    assert moving == bars
    effects = sum(1 for a in LEVERS.values() if a.group == "Does leadership change staffing?")
    assert moving + still + effects + 1 == len(LEVERS)  # one says how many boards are counted
    assert "*ICS boards that leads are counted in*" in text(app)


def test_the_headline_share_is_that_of_the_indices_of_this_scenario():
    app = arrive(PAGE, **MINE.changes())
    found = sobol(baseline(), MINE, "fte", 2037, n=SAMPLES)
    low, share, high = shares_by_status(found)["none"]
    assert cards(app)["Of the uncertainty, from figures without a source"] == percent(share)
    assert f"{percent(low)} to {percent(high)}" in text(app)
    best = measure_next(found)[0]
    assert cards(app)["Measure this next"] == percent(best.first)
    lever = ASSUMPTIONS[best.name]
    assert f"of the uncertainty would go if we knew: {lever.label}" in text(app)
    assert MEASURING[lever.group] in text(app)
    rows = {row[0]: row[1] for row in table(app, "The uncertainty by what its figures rest on")}
    assert rows["No source: a placeholder"] == percent(share)


def test_shares_are_worked_out_once_and_progress_is_told_the_first_time_alone():
    told = []
    scenario = Scenario(retention=0.11)
    first = indices(scenario, "fte", 2031, lambda done, of: told.append((done, of)))
    assert told[-1][0] == told[-1][1] > 1_000
    counted = len(told)
    assert indices(scenario, "fte", 2031, lambda done, of: told.append((done, of))) is first
    assert len(told) == counted


def test_ranges_are_not_called_probabilities_and_independence_is_said():
    said_ = text(arrive(PAGE))
    assert "**Ranges are not probabilities.**" in said_
    assert "take beliefs as independent" in said_


@pytest.mark.parametrize("result", ["trusts_led", "need_met", "staff_gap", "people_seen", "cost"])
def test_every_result_and_year_can_be_asked_about_by_link(result):
    app = arrive(PAGE, result=result, year=2031, show="table", **MINE.changes())
    assert_sound(app)
    assert "March 2031" in said(app)
    assert address(app)["result"] == result
    assert any(name.startswith("What we choose:") for name in tables(app))
    app.selectbox(key="result").set_value("fte").run()
    assert "result" not in address(app)
    assert "staff in post" in said(app)


@pytest.mark.parametrize("page", [PAGE, "pages/levers.py"])
def test_what_is_worked_out_for_england_alone_says_so_to_who_has_chosen_a_place(page):
    says = "You look at South West London. What stands here is worked out for England alone"
    assert says in text(arrive(page, place="QWE"))
    assert "for England alone" not in text(arrive(page))


def test_short_forms_keep_their_letters_in_the_words_of_panels():
    led = arrive(PAGE, result="systems_led", show="table")
    assert "**ICSs with a lead in post in England, March 2037**: % of ICSs" in text(led)
    assert "What we choose: ICSs with a lead in post with each lever" in "".join(tables(led))
    assert "FTE short of the staff needed" in text(arrive(PAGE, result="staff_gap"))


def test_a_result_without_a_value_is_said_to_have_none():
    app = arrive(PAGE, need_method=2, result="need_met")
    assert_sound(app)
    assert "has no value to compare" in said(app)
    assert not tables(app)
    app.selectbox(key="result").set_value("fte").run()
    assert_sound(app)
    assert "most hangs on" in said(app)


def test_a_hypothesis_on_leadership_is_said_apart_and_moves_nothing_else():
    plain = arrive(PAGE, show="table", mandate=1)
    app = arrive(PAGE, show="table", mandate=1, effects_on=1, eps_ret=0.03)
    assert_sound(app)
    assert said(app) == said(plain)
    assert tables(app) == tables(plain)
    assert cards(app) == cards(plain)
    box = warnings(app)["Your hypothesis, kept apart"]
    assert "*Effect on leaving*" in box
    assert "No study has shown such an effect" in box
    assert "Your hypothesis, kept apart" not in warnings(plain)


@pytest.mark.parametrize("key", ["swings", "spread"])
def test_every_drawer_opens_and_names_what_it_explains(key):
    app = arrive(PAGE, **MINE.changes())
    before = {e.label for e in app.expander}
    app.button(key=f"passport_{key}").click().run()
    assert_sound(app)
    names = [e.label for e in app.expander if e.label not in before]
    assert len(names) == len(set(names)) > 10
