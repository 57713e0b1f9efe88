"""Numbers and sentences as people say them; every expected text is written by hand."""

from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ppn_scenarios import wording
from ppn_scenarios.analysis import Answer
from ppn_scenarios.assumptions import ASSUMPTIONS
from ppn_scenarios.assumptions.label import within
from ppn_scenarios.sharing.labels import LEAST_GAP, kept_apart
from ppn_scenarios.ui.levers import explained, labelled
from ppn_scenarios.ui.table import cell_html, row_html
from ppn_scenarios.wording.numbers import few, heads_range, in_draws, points, signed_range
from ppn_scenarios.wording.on_track import verdict


@pytest.mark.parametrize(
    ("value", "said"),
    [
        (37_949.9, "37,900"),
        (37_950.1, "38,000"),
        (10_049.0, "10,000"),
        (9_994.9, "9,990"),
        (3_004.0, "3,000"),
        (846.0, "850"),
        (4.9, "0"),
        (0.0, "0"),
    ],
)
def test_staff_are_said_to_the_hundred_or_the_ten(value, said):
    assert wording.staff(value) == said


@pytest.mark.parametrize(
    ("thousand", "said"),
    [
        (0, "no extra cost"),
        (-49, "no extra cost"),
        (60, "£60,000 more"),
        (-4_200, "£4.2 million less"),
    ],
)
def test_what_costs_less_than_fifty_thousand_more_costs_no_more(thousand, said):
    assert wording.dearer(thousand) == said


@pytest.mark.parametrize(
    ("low", "high", "said"),
    [
        (0, 4, "fewer than 5"),
        (2.0, 4.6, "up to 5"),
        (4.9, 7.2, "up to 8"),
        (12.3, 15.2, "12 to 16"),
        (7, 7, "7"),
    ],
)
def test_people_are_said_in_whole_ones_rounded_outwards(low, high, said):
    assert heads_range(low, high) == said


@pytest.mark.parametrize(
    ("value", "said"), [(9.94, "9.9"), (9.96, "10"), (12.4, "12"), (99.4, "99"), (846, "850")]
)
def test_a_small_amount_keeps_a_decimal_and_a_large_one_is_rounded_as_staff(value, said):
    assert few(value) == said


@pytest.mark.parametrize(
    ("share", "said"),
    [
        (0, "none of the draws"),
        (0.04, "fewer than 1 of 20 draws"),
        (0.06, "about 1 of 10 draws"),
        (0.94, "about 9 of 10 draws"),
        (0.96, "more than 19 of 20 draws"),
        (1, "every draw"),
    ],
)
def test_draws_are_said_in_tenths_and_at_the_ends_in_twentieths(share, said):
    assert in_draws(share) == said


def test_a_difference_that_is_a_range_is_rounded_outwards():
    assert signed_range(-14, 6, 500) == "−20 to +10"
    assert signed_range(-140, 260, 20_000) == "−200 to +300"


@pytest.mark.parametrize(
    ("label", "said"),
    [
        ("Joiners from outside the NHS", "joiners from outside the NHS"),
        ("ICSs with a lead", "ICSs with a lead"),
        ("NHS staff", "NHS staff"),
        ("A pay rise", "a pay rise"),
        ("", ""),
    ],
)
def test_a_label_within_a_sentence_begins_small_unless_it_begins_with_a_short_form(label, said):
    assert within(label) == said


@pytest.mark.parametrize(
    ("share", "said"),
    [
        (0.26, "+26 points"),
        (-0.012, "−1 point"),
        (0.0051, "+1 point"),
        (-0.003, "−0.3 points"),
        (0.0006, "+0.1 points"),
        (-0.0004, "hardly any change"),
        (1e-10, "no change"),
    ],
)
def test_a_difference_of_shares_is_said_in_points(share, said):
    assert points(share) == said


@pytest.mark.parametrize(
    ("thousand", "said"),
    [
        (0.0, "£0"),
        (0.4, "£0"),
        (7.0, "£7,000"),
        (60.6, "£61,000"),
        (996.0, "£1 million"),
        (9_640.0, "£9.6 million"),
        (75_499.0, "£75 million"),
        (128_000.0, "£130 million"),
        (995_100.0, "£1 billion"),
        (1_092_000.0, "£1.1 billion"),
        (2_954_000.0, "£3 billion"),
        (-56_300.0, "−£56 million"),
    ],
)
def test_money_is_said_to_two_figures_in_the_unit_that_people_say(thousand, said):
    assert wording.pounds(thousand) == said


def test_a_range_of_money_is_rounded_outwards():
    assert wording.pounds_range(75_900, 78_000, 81_100) == "£75 million to £82 million"
    assert wording.pounds_range(996_000, 1e6, 1_010_000) == "£990 million to £1.1 billion"
    assert wording.pounds_range(78_400, 78_400, 78_400) == "£78 million"


def test_a_difference_of_money_says_its_direction():
    assert wording.signed_pounds(56_300) == "+£56 million"
    assert wording.signed_pounds(-56_300) == "−£56 million"
    assert wording.signed_pounds(0.2) == wording.signed_pounds(-0.2) == "no change"
    assert wording.dearer(12_300) == "£12 million more"
    assert wording.dearer(-1_234) == "£1.2 million less"
    assert wording.dearer(49) == "no extra cost"


@given(st.floats(0.5, 9e6))
def test_money_said_is_never_more_than_a_twentieth_from_the_truth(thousand):
    number, *unit = wording.pounds(thousand).removeprefix("£").split()
    size = {"million": 1e3, "billion": 1e6}[unit[0]] if unit else 1e-3
    assert float(number.replace(",", "")) * size == pytest.approx(thousand, rel=0.051)


def test_a_published_number_is_said_as_it_was_published():
    assert wording.staff(27_800, exact=True) == "27,800"
    assert wording.staff(18_411, exact=True) == "18,411"


@pytest.mark.parametrize(
    ("low", "mid", "high", "said"),
    [
        (812.0, 836.0, 855.0, "810 to 860"),
        (376.0, 380.0, 384.0, "370 to 390"),
        (37_940.0, 37_940.0, 37_940.0, "37,900"),
        (9_980.0, 10_020.0, 10_060.0, "9,900 to 10,100"),
    ],
)
def test_a_range_is_rounded_outwards_so_that_an_estimate_never_looks_exact(low, mid, high, said):
    assert wording.staff_range(low, mid, high) == said


@pytest.mark.parametrize(
    ("value", "said"), [(0.0, "0%"), (0.626, "63%"), (1.0, "100%"), (1.204, "120%")]
)
def test_a_share_is_said_in_whole_percent(value, said):
    assert wording.percent(value) == said


def test_shares_are_a_range_where_their_ends_differ():
    assert wording.percent_range(0.588, 0.7, 0.926) == "59% to 93%"
    assert wording.percent_range(0.926, 0.926, 0.926) == "93%"
    assert wording.percent_range(0.84, 0.92, 0.9963) == "84% to 99%", "a miss never reads as a hit"
    assert wording.percent_range(0.9963, 0.9963, 0.9963) == "99%"
    assert wording.percent_range(0.84, 0.92, 1.0) == "84% to 100%"


@pytest.mark.parametrize(
    ("value", "said"),
    [
        (0.0, "0"),
        (0.04, "fewer than 1"),
        (0.94, "fewer than 1"),
        (0.96, "1"),
        (2.0, "2"),
        (2.5, "2.5"),
        (9.97, "10"),
        (128.7, "129"),
    ],
)
def test_an_expected_number_of_organisations_is_said_without_false_precision(value, said):
    assert wording.count(value) == said


@pytest.mark.parametrize(
    ("found", "all_of", "said"),
    [
        (128.7, 205.0, "about 129 of 205"),
        (0.0, 205.0, "0 of 205"),
        (42.0, 42.0, "42 of 42"),
        (0.3, 4.0, "fewer than 1 of 4"),
        (1.2, 2.0, "about 1.2 of 2"),
        (0.3, 1.0, "one organisation or a part of one: read it as a chance"),
    ],
)
def test_a_number_out_of_all_is_said_as_expected_and_not_as_counted(found, all_of, said):
    assert wording.of_organisations(found, all_of) == said


def test_one_organisation_has_a_chance_and_no_count():
    assert wording.expected(0.25, 1.0) == "25%"
    assert wording.expected(1.0, 2.0) == "1 (50%)"
    assert wording.expected(1.25, 5.0) == "1.2 (25%)"
    assert wording.expected(12.0, 48.0) == "12 (25%)"


@pytest.mark.parametrize(
    ("change", "whole", "said"),
    [
        (0.0, 37_900.0, "no change"),
        (49.0, 37_900.0, "no change"),
        (-49.0, 37_900.0, "no change"),
        (1_260.0, 37_900.0, "+1,300"),
        (-1_260.0, 37_900.0, "−1,300"),
        (6.0, 850.0, "+10"),
        (-14.0, 850.0, "−10"),
    ],
)
def test_a_difference_has_its_sign_and_the_rounding_of_the_whole(change, whole, said):
    assert wording.signed(change, whole) == said


@pytest.mark.parametrize(
    ("parts", "said"),
    [(["A"], "A"), (["A", "B"], "A and B"), (["A", "B", "C"], "A, B and C")],
)
def test_a_list_ends_in_and(parts, said):
    assert wording.listed(parts) == said


def answer(**details: object) -> Answer:
    """An answer about a target of 100."""
    known = Answer(
        id="T4A", target="", standing="", unit="FTE", threshold=100.0, due=2037, projected=True
    )
    return replace(known, **details)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("early", "late", "kept", "said"),
    [
        (None, None, False, "not by 2037"),
        (2030, 2030, True, "March 2030"),
        (2029, 2031, True, "March 2029 to March 2031"),
        (2029, None, True, "March 2029 at the earliest, or not by 2037"),
        (2024, 2024, False, "March 2024, but not kept"),
    ],
)
def test_when_a_target_is_first_met_is_a_year_a_range_or_never(early, late, kept, said):
    met = answer(first_year_early=early, first_year_late=late, kept=kept)
    assert wording.first_met(met) == said


@pytest.mark.parametrize(
    ("lows_and_highs", "said"),
    [
        (((50, 60), (40, 50)), "no reading is reached by then"),
        (((100, 120), (40, 50)), "reading A is reached"),
        (((100, 120), (101, 102)), "readings A and B are reached"),
        (((90, 120), (40, 50)), "reading A may be reached"),
        (((90, 120), (80, 110)), "readings A and B may be reached"),
        (((101, 120), (99, 101)), "reading A is reached and reading B may be reached"),
    ],
)
def test_the_verdict_says_what_is_reached_and_what_only_may_be(lows_and_highs, said):
    readings = [
        answer(id=f"T4{letter}", low=float(low), value=(low + high) / 2, high=float(high))
        for letter, (low, high) in zip("AB", lows_and_highs, strict=True)
    ]
    assert verdict(readings) == said


def test_labels_that_would_overlap_are_moved_apart_around_their_middle():
    apart = kept_apart({"mine": 0.52, "now": 0.50, "far": 0.9}, height=1.0)
    half = LEAST_GAP / 2
    assert apart == pytest.approx({"now": 0.51 - half, "mine": 0.51 + half, "far": 0.9})


def test_labels_that_do_not_overlap_stay_where_their_lines_end():
    ends = {"a": 100.0, "b": 200.0}
    assert kept_apart(ends, height=300.0) == ends


def test_a_pushed_label_pushes_the_next():
    apart = kept_apart({"a": 1.0, "b": 1.0, "c": 1.0}, height=1.0)
    assert sorted(apart.values()) == pytest.approx([1.0 - LEAST_GAP, 1.0, 1 + LEAST_GAP])


@given(st.lists(st.floats(0, 1e6), min_size=1, max_size=8), st.floats(1, 1e6))
def test_labels_keep_their_order_and_their_distance(ends: list[float], height: float):
    named = {str(i): value for i, value in enumerate(ends)}
    apart = kept_apart(named, height)
    found = [apart[name] for name, _ in sorted(named.items(), key=lambda item: item[1])]
    for below, above in pairwise(found):
        assert above - below >= LEAST_GAP * height * (1 - 1e-9) - 1e-9 * max(ends)
    assert sum(found) == pytest.approx(sum(ends), rel=1e-9, abs=1e-6 * height)


def test_text_in_a_table_is_never_markup():
    assert cell_html("<b>&'\"") == "&lt;b&gt;&amp;&#x27;&quot;"


@pytest.mark.parametrize(
    "address", ["javascript:alert(1)", "data:text/html,x", " https://x.example", "//x", ""]
)
def test_only_a_web_address_becomes_a_link(address):
    assert cell_html(("<i>", address)) == "&lt;i&gt;"


def test_a_web_address_becomes_a_link_that_cannot_break_out_of_its_quotes():
    assert cell_html(("A & B", "https://x.example/?a='><script>")) == (
        "<a href='https://x.example/?a=&#x27;&gt;&lt;script&gt;' rel='noopener noreferrer'>"
        "A &amp; B</a>"
    )


def test_the_first_cell_of_a_row_is_its_heading():
    assert row_html(["2037", "1"], ["", "number"]) == (
        "<th scope='row' class=''>2037</th><td class='number'>1</td>"
    )


def test_a_row_with_a_cell_too_many_is_refused():
    with pytest.raises(ValueError, match="zip"):
        row_html(["2037", "1", "2"], ["", ""])


def test_a_lever_without_a_source_says_so_in_its_label_and_its_help():
    lever = ASSUMPTIONS["leave_psy"]
    assert labelled(lever) == "Psychologists leaving · no source"
    assert "**No source was found: a placeholder.**" in explained(lever)
    assert "As things stand: 6% a year. Range: 3% a year to 10% a year." in explained(lever)


def test_a_borrowed_number_says_so_in_its_help():
    assert labelled(ASSUMPTIONS["lead_turnover"]) == "Leaders leaving the role"
    assert "Borrowed: published for another place, role or time." in explained(
        ASSUMPTIONS["lead_turnover"]
    )


def test_a_lever_in_people_names_its_unit():
    assert labelled(ASSUMPTIONS["places_cp"]).endswith(", people a year")


@pytest.mark.parametrize("name", ASSUMPTIONS)
def test_what_a_lever_says_agrees_with_what_it_rests_on(name):
    lever = ASSUMPTIONS[name]
    assert ("no source" in labelled(lever)) == lever.is_placeholder
    assert ("No source was found" in explained(lever)) == lever.is_placeholder
    assert lever.is_placeholder <= (lever.status == "none")
    assert lever.meaning.replace("$", r"\$") in explained(lever)


def test_a_dollar_sign_in_a_lever_is_not_read_as_a_formula():
    lever = replace(ASSUMPTIONS["leave_psy"], meaning="$1 or $2")
    assert r"\$1 or \$2" in explained(lever)
