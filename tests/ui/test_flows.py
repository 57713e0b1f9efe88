"""The page on flows: what it says is what the picture and the tables hold, and they add up."""

from itertools import pairwise

import numpy as np
import pytest

from ppn_scenarios.analysis.flows import JOINED, LEFT, Balance
from ppn_scenarios.assumptions import ASSUMPTIONS, Scenario
from ppn_scenarios.sharing.view import View
from ppn_scenarios.ui import flow_block
from ppn_scenarios.ui.charts import flow as chart
from ppn_scenarios.ui.flows import balance_of, people
from ppn_scenarios.wording.places import places

from .reader import address, arrive, assert_sound, cards, table

PAGE = "pages/flows.py"
ENGLAND = places()["england"]


def said(app) -> str:
    return str(app.info[0].value)


def number(text: str) -> int:
    return int(text.replace(",", "").replace("−", "-"))


@pytest.mark.parametrize(
    ("split", "place", "show"),
    [
        ("families", "Y56", "chart"),
        ("families", "QT6", "table"),
        ("professions", "QT6", "chart"),
        ("professions", "england", "table"),
    ],
)
def test_every_view_opens_from_its_link_and_stays_in_it(split, place, show):
    app = arrive(PAGE, split=split, place=place, show=show, flow_year=2031)
    assert_sound(app)
    assert not app.warning
    assert address(app)["flow_year"] == "2031"
    assert ("split" in address(app)) == (split == "professions")
    assert "year to March 2031" in said(app)


@pytest.mark.parametrize(
    "query", [{}, {"post_growth": 0, "retention": 0.12}, {"split": "professions"}]
)
def test_the_table_of_england_adds_up_exactly_in_every_column(query):
    app = arrive(PAGE, **query)
    rows = table(app, "How the year adds up")
    for column in range(1, len(rows[0])):
        opening, *flows, closing = (number(row[column]) for row in rows[1:])
        assert opening + sum(flows[:4]) - sum(flows[4:]) == closing


def test_the_cards_and_the_finding_are_the_table_s_last_column_rounded():
    app = arrive(PAGE)
    column = [number(row[-1]) for row in table(app, "How the year adds up")[1:]]
    values = [number(value) for value in list(cards(app).values())[:4]]
    assert values == [
        round(column[0], -2),
        round(sum(column[1:5]), -1),
        round(sum(column[5:8]), -1),
        round(column[-1], -2),
    ]
    assert f"**{values[1]:,} people join**" in said(app)
    assert f"**{values[2]:,} go**" in said(app)


def test_the_first_lines_say_how_much_of_it_rests_on_placeholders():
    groups = {"Training", "Staff leaving and joining", "Funded posts"}
    behind = [a for a in ASSUMPTIONS.values() if a.group in groups and a.kind == "belief"]
    # Own dates of choices are choices, so these are all of the rates and shares of the page.
    none = [a for a in behind if a.status == "none"]
    answer = said(arrive(PAGE))
    assert f"**{len(none)} of the {len(behind)} rates and shares" in answer
    assert "placeholders" in answer
    assert "Nobody publishes joiners or leavers by place" in said(arrive(PAGE, place="QT6"))


def test_a_place_is_never_one_number():
    app = arrive(PAGE, place="QWE")
    people = [v for label, v in cards(app).items() if not label.startswith("Funded posts")]
    assert all(" to " in value or value == "fewer than 5" for value in people)
    assert "an estimated" in said(app)
    heads = table(app, "How the year adds up")[0]
    assert len(heads) == 4, "each way of sharing England out has a column of its own"


def test_fewer_than_five_people_of_a_place_are_never_a_number():
    for split in ("families", "professions"):
        app = arrive(PAGE, place="QT6", split=split, show="table")
        for caption in ("Joiners and leavers", "How the year adds up"):
            for row in table(app, caption)[1:]:
                numbers = [part for cell in row[1:] for part in cell.split(" to ")]
                assert not {"0", "1", "2", "3", "4"} & set(numbers), row


@pytest.mark.parametrize(
    ("values", "text"),
    [
        ([3.0, 2.0, 4.9], "fewer than 5"),
        ([0.0, 0.0, 0.0], "fewer than 5"),
        ([5.0, 4.0, 6.0], "up to 6"),
        ([50.0, 40.0, 60.2], "40 to 60"),
        ([50.1, 49.9, 50.2], "50"),
        ([151.0, 140.0, 162.0], "140 to 170"),
    ],
)
def test_people_of_a_place_are_written_as_a_range(values, text):
    assert people(np.array(values)) == text


def whole(columns, ribbons):
    where = chart.placed(columns, ribbons)
    return {id: y2 - y for id, (y, y2) in where.items()}


@pytest.mark.parametrize("scenario", [Scenario(), Scenario(external=0, leave_prac=0.22)])
@pytest.mark.parametrize("split", ["families", "professions"])
@pytest.mark.parametrize("year", ["2024", "2037"])
def test_nothing_is_lost_in_the_picture(scenario, split, year):
    """Every bar is as high as what comes in, and as what goes out; no two bars meet."""
    b = balance_of(scenario, ENGLAND, View(split=split, flow_year=year))
    columns, ribbons = flow_block.picture(b, ENGLAND)
    heights = whole(columns, ribbons)
    scale = max(heights.values()) / max(
        sum(r.people for r in ribbons if id in (r.source, r.target)) / (1 if i != 1 else 2)
        for i, column in enumerate(columns)
        for id in [bar.id for bar in column]
    )
    for bar in columns[1]:
        into = sum(r.people for r in ribbons if r.target == bar.id)
        out = sum(r.people for r in ribbons if r.source == bar.id)
        assert into == pytest.approx(out, rel=1e-9)
        assert heights[bar.id] == pytest.approx(into * scale, rel=1e-6)
    where = chart.placed(columns, ribbons)
    for column in columns:
        for above, below in pairwise(column):
            assert where[above.id][1] < where[below.id][0]
        assert where[column[0].id][0] >= 0
        assert where[column[-1].id][1] <= 1 + 1e-9


def test_where_more_leave_than_join_the_picture_shows_a_fall():
    few = {k: ASSUMPTIONS[k].low for k in ("external", "places_cp", "places_other")}
    empty = Scenario(**few, leave_psy=0.1, leave_ther=0.14, leave_prac=0.22)
    view = View(flow_year="2030")
    b = balance_of(empty, ENGLAND, view)
    assert (b.closing < b.opening).any()
    columns, ribbons = flow_block.picture(b, ENGLAND)
    assert flow_block.FALL in {bar.id for bar in columns[0]}
    fall = sum(r.people for r in ribbons if r.source == flow_block.FALL)
    assert fall == pytest.approx((b.opening - b.closing).clip(0)[0].sum())


def a_year(opening, closings) -> Balance:
    """A year of three groups written by hand: all who come are new, all who go leave."""
    end = np.array(closings)
    over = end - opening
    return Balance(
        2030,
        ("psychologists", "therapists", "practitioners"),
        np.arange(3),
        np.broadcast_to(np.array(opening), end.shape),
        {name: over.clip(0) * (name == "hired_new") for name in JOINED},
        {name: (-over).clip(0) * (name == "voluntary") for name in LEFT},
        end,
    )


@pytest.mark.parametrize(
    ("closing", "growth", "fall"),
    [
        ([1_060, 970, 1_000], "60", "30"),
        ([1_003, 900, 1_000], "3", "100"),  # few who grew are not set against those who fell
        ([900, 900, 1_000], "0", "200"),
        ([1_060.4, 1_030.4, 1_000], "91", "0"),  # 90.8 of all groups together
    ],
)
def test_growth_and_fall_of_england_are_those_of_the_groups_that_grew_and_fell(
    closing, growth, fall
):
    said = flow_block.net(a_year([1_000] * 3, [closing]), ENGLAND)
    assert said == {flow_block.GROWTH: growth, flow_block.FALL: fall}


def test_growth_and_fall_of_a_place_are_ranges_of_the_groups_that_grew_and_fell():
    ways = [[1_060, 970, 1_000], [1_055, 980, 1_000], [1_066, 960, 1_000]]
    said = flow_block.net(a_year([1_000] * 3, ways), places()["QT6"])
    assert said == {flow_block.GROWTH: "55 to 66", flow_block.FALL: "20 to 40"}


def test_every_picture_says_in_words_what_it_shows():
    pictures = arrive(PAGE, places_cp=1400).get("vega_lite_chart")
    assert len(pictures) == 4
    assert all("under Table" in picture.proto.alt for picture in pictures)


def test_professions_say_that_no_split_is_published():
    app = arrive(PAGE, split="professions", show="table")
    assert any("No split by profession is published" in m.value for m in app.markdown)
    assert len(table(app, "Joiners and leavers")) == 1 + 12 + 1


def test_both_sums_of_training_add_up_exactly_in_every_column():
    app = arrive(PAGE, show="table", post_growth=0, flow_year=2034)
    for caption, signs in (
        ("How training adds up", (1, -1, -1)),
        ("Qualified and without a post", (1, -1, -1, -1)),
    ):
        rows = table(app, caption)
        for column in range(1, len(rows[0])):
            opening, *flows, closing = (number(row[column]) for row in rows[1:])
            assert opening + sum(s * n for s, n in zip(signs, flows, strict=True)) == closing


def test_it_says_whether_posts_or_people_are_short_in_the_year():
    assert "**People are short, not posts**" in said(arrive(PAGE))
    assert "**Posts are short, not people**" in said(arrive(PAGE, flow_year=2037, post_growth=0))
    mixed = said(arrive(PAGE, flow_year=2030, post_growth=0, places_cp=1400))
    assert "short for psychological therapists" in mixed
    assert "eople are short for" in mixed
    off = arrive(PAGE, cap_mode=0)
    assert_sound(off)
    assert any("posts do not limit hiring" in m.value for m in off.markdown)


def test_worse_before_better_is_shown_only_where_places_change():
    plain = arrive(PAGE)
    assert any("there is nothing to compare" in m.value for m in plain.markdown)
    app = arrive(PAGE, places_cp=1400, show="table")
    assert_sound(app)
    rows = table(app, "People in post in England with the plan's places")
    by_year = {row[0]: [number(cell) for cell in row[1:]] for row in rows[1:]}
    lowest = min(by_year.items(), key=lambda item: item[1][0])
    (words,) = [m.value for m in app.markdown if m.value.startswith("Your plan, against")]
    assert f"All staff are fewest in March {lowest[0]}, by {round(-lowest[1][0], -1):,}" in words
    assert f"there are more: in March 2037 **by {round(by_year['2037'][0], -1):,}**" in words


@pytest.mark.parametrize(
    ("query", "words"),
    [
        ({"places_cp": 900}, "In March 2037 they are still fewer"),
        ({"places_newrole": 1000}, "never fewer, and more in March 2037 **by"),
        ({"places_cp": 1400, "post_growth": 0}, "places alone add nobody"),
        ({"places_other": 7000, "place": "QT6"}, "fewest in March 2028, by fewer than 5"),
    ],
)
def test_worse_before_better_is_told_from_the_numbers(query, words):
    app = arrive(PAGE, **query)
    assert_sound(app)
    (told,) = [m.value for m in app.markdown if m.value.startswith("Your plan, against")]
    assert words in told
    assert len(app.get("vega_lite_chart")) == 4


def test_the_stated_share_is_set_against_ceilings_and_called_neither_true_nor_false():
    app = arrive(PAGE)
    app.session_state["trust_share"] = True
    app.run()
    assert_sound(app)
    rows = {row[0]: row for row in table(app, "Mental health trusts, England")[1:]}
    assert rows["All psychological professions counted in March 2023"][2] == "11.7%"
    assert rows["Scientific, therapeutic and technical staff"][2] == "18%"
    assert any("neither confirmed nor refuted" in m.value for m in app.markdown)


@pytest.mark.parametrize("end", ["low", "high"])
@pytest.mark.parametrize("query", [{"split": "professions"}, {"place": "QT6", "show": "table"}])
def test_the_page_stands_with_all_levers_at_one_end(end, query):
    ends = {name: getattr(a, end) for name, a in ASSUMPTIONS.items()}
    app = arrive(PAGE, **(ends | query), flow_year=2037)
    assert_sound(app)
