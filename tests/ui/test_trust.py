"""The page on trust: limits first, what the answer rests on, checks, roles and changes."""

import re

import numpy as np
import pytest

from ppn_scenarios import Scenario, baseline
from ppn_scenarios.analysis.draws import DRAWN, counts, inverse, values_of
from ppn_scenarios.analysis.passports.checks import of_checks
from ppn_scenarios.analysis.sensitivity import results
from ppn_scenarios.analysis.uncertainty import as_one_area
from ppn_scenarios.analysis.validation.check import OUTCOMES
from ppn_scenarios.assumptions import ASSUMPTIONS, STATUSES
from ppn_scenarios.assumptions.limits import LIMITS, ROLES
from ppn_scenarios.ui import changelog, spread, trust
from ppn_scenarios.ui.charts.stacks import STATUS_COLOURS, Part, laid_out
from tests.analysis.passports.test_passports import ran

from .reader import ROOT, arrive, assert_sound, headings, table, text, warnings

PAGE = "pages/trust.py"


def said() -> str:
    """The answer of the page."""
    (box,) = arrive(PAGE).info
    return str(box.value)


def test_the_answer_counts_the_checks_and_says_what_failed() -> None:
    record = (ROOT / "docs" / "VALIDATION.md").read_text("utf-8")
    passed, failed, untested = map(
        int,
        re.findall(r"(\d+) checks passed, (\d+) failed, (\d+) could not be tested", record)[0],
    )
    assert said().startswith(
        f"**Not as a forecast.** Of {passed + failed + untested} checks, {passed} passed, "
        f"{failed} failed and {untested} could not be tested. What failed: Total FTE"
    )
    assert sum(trust.counts(trust.checks()).values()) == passed + failed + untested
    assert set(trust.HEADINGS) == set(OUTCOMES)


def test_the_count_of_checks_is_worked_out_again_by_its_code() -> None:
    made = of_checks(trust.checks())
    assert [term.label for term in made.terms] == ["Passed", "Failed", "Could not be tested"]
    assert ran(made.code) == made.value


def test_the_share_without_a_source_lies_where_another_method_puts_it() -> None:
    # All figures without a source as one group, by picking and freezing (Saltelli 2008): what the
    # group does alone, and with all that it does together with the others.
    s, n, one = Scenario(), 2048, as_one_area(baseline())
    u = np.random.default_rng(7).random((2, n, len(DRAWN)))
    group = [name for name in DRAWN if ASSUMPTIONS[name].status == "none" and counts(s, name)]

    def fte(mine: np.ndarray, others: np.ndarray) -> np.ndarray:
        drawn = {
            name: inverse(
                name, (mine if name in group else others)[:, i], getattr(s, name), widened=False
            )
            for i, name in enumerate(DRAWN)
            if counts(s, name)
        }
        return results(one, values_of(s, n, drawn), "fte", 2037)

    a, b = fte(u[0], u[0]), fte(u[1], u[1])
    frozen = fte(u[0], u[1])  # the group as in a, all others as in b
    variance = np.concatenate([a, b]).var()
    alone = float(np.mean(a * frozen) - a.mean() * frozen.mean()) / variance
    together = float(np.mean((frozen - b) ** 2)) / 2 / variance
    low, middle, high = spread.shares(s, "fte")["none"]
    assert low - 0.05 < alone < high
    assert low < together < high + 0.05
    assert middle == pytest.approx((alone + together) / 2, abs=0.06)
    assert f"**{100 * middle:.0f}% of the spread of staff in March 2037" in said()


def test_limits_stand_before_any_result_but_the_answer() -> None:
    app = arrive(PAGE)
    everything = text(app)
    assert [everything.index(limit) for limit in LIMITS] == sorted(map(everything.index, LIMITS))
    assert headings(app.main)[:2] == ["What it cannot do", "What the answer rests on"]
    assert_sound(app)


def test_every_input_is_counted_by_what_it_rests_on_with_its_share_of_the_spread() -> None:
    head, *rows = table(arrive(PAGE), "What every input rests on")
    assert head[1:4] == ["Levers", "Other inputs", "Policy figures"]
    assert [row[0] for row in rows[:4]] == [STATUSES[status] for status in STATUS_COLOURS]
    for column, file in ((2, "model_input.csv"), (3, "policy_figure.csv")):
        lines = (ROOT / "data" / file).read_text("utf-8").strip().splitlines()
        assert sum(int(row[column]) for row in rows) == len(lines) - 1
    for column in (4, 5):
        found = [re.match(r"(\d+)%", row[column]) for row in rows]
        assert 98 <= sum(int(m[1]) for m in found if m) <= 102  # but for rounding, all of it


def test_nobody_has_assured_it_and_the_page_says_so() -> None:
    app = arrive(PAGE)
    assert warnings(app)["Not yet assured"] == "Quote nothing from it as evidence."
    assert dict(table(app, "Roles")[1:]) == ROLES


def test_a_reader_sees_the_spread_of_their_own_scenario() -> None:
    mine = Scenario(mandate=1)
    assert spread.shares(mine, "trusts_led") != spread.shares(Scenario(), "trusts_led")
    (box,) = arrive(PAGE, mandate=1).info
    share = spread.shares(mine, "trusts_led")["none"][1]
    assert f"and {100 * share:.0f}% of the spread of trusts with a leader" in box.value


def test_what_each_version_did_to_the_results_is_read_from_the_changelog() -> None:
    found = changelog.entries(changelog.FILE.read_text("utf-8"))
    assert [e.title for e in found][-1] == "0.1.0 (model version 1)"
    assert all(e.statement.startswith("Headline results") for e in found)
    assert ("Staff in post", "37,906 FTE") in found[-1].rows
    app = arrive(PAGE)
    assert table(app, f"Results as stated with {found[-1].title}") == [
        list(row) for row in found[-1].rows
    ]
    assert all(f"**{e.title}.** {e.statement}" in text(app) for e in found)


def test_a_version_that_hides_what_it_did_is_refused_by_name() -> None:
    with pytest.raises(ValueError, match=r"what 0\.2 did to the results"):
        changelog.entries("# Changelog\n\n## 0.2\n\nWe changed things.\n")


def test_a_table_of_the_changelog_is_read_without_its_line_of_dashes() -> None:
    text = "## 1\n\nHeadline results: as below.\n\n| A | B |\n| --- | --- |\n| 1 | 2-3 |\n\nMore.\n"
    (entry,) = changelog.entries(text)
    assert entry.rows == (("A", "B"), ("1", "2-3"))


def test_the_parts_of_a_bar_follow_one_another_and_narrow_ones_are_not_written_in() -> None:
    parts = [Part("none", "No source", 0.7), Part("borrowed", "Borrowed", 0.2)]
    wide, middling = laid_out("Spread", parts)
    assert (wide["start"], wide["end"], middling["start"]) == (0.0, 0.7, 0.7)
    assert (wide["label"], middling["label"]) == ("No source: 70%", "20%")
    assert laid_out("Spread", [Part("derived", "Our arithmetic", 0.03)])[0]["label"] == ""


def test_the_words_of_a_check_are_shown_without_the_marks_of_code() -> None:
    said = "".join(element.value for element in arrive(PAGE).html)
    assert "fit_adoption(points) fits it" in said
    assert "`" not in said
