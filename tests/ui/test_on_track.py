"""The home page's uncertainty, its three lines, what makes the difference, and the reverse test."""

import re

import pytest

from ppn_scenarios import Scenario, baseline, project
from ppn_scenarios.analysis import MEASURES
from ppn_scenarios.analysis.uncertainty import simulate

from .reader import HOME, arrive, assert_sound, opened, table, tables, text

BOTH = {"leave_ther": 0.08, "retention": 0.05, "h_encourage": 0.2, "mandate": 1}
READINGS = {"A": 40_924, "B": 50_078, "C": 64_452}


def number(words: str) -> float:
    return float(words.replace(",", "").replace("−", "-"))


def middle(scenario: Scenario, measure: str, place: str) -> float:
    return float(MEASURES[measure](project(baseline(), scenario), place).at(2037)[1])


def test_the_split_of_a_place_s_difference_holds_both_proxies() -> None:
    said = text(arrive(HOME, place="Y56", **BOTH))
    found = re.search(
        r"Of \+([\d,]+) to \+([\d,]+) staff, ([\d,]+) to ([\d,]+) come from what you believe "
        r"\(.*?\) and ([\d,]+) to ([\d,]+) from what we do \(",
        said,
    )
    assert found
    ends = [*map(number, found.groups())]
    runs = [
        MEASURES["fte"](project(baseline(), Scenario(**s)), "Y56").values[:, -1]
        for s in ({}, {"leave_ther": 0.08, "h_encourage": 0.2}, BOTH)
    ]
    # Each is of the middle rounded to ten, so its ends may lie ten beyond those of the runs.
    for (low, high), (before, after) in zip(
        (ends[:2], ends[2:4], ends[4:]), ((0, 2), (0, 1), (1, 2)), strict=True
    ):
        by_way = runs[after] - runs[before]
        assert low == pytest.approx(by_way.min(), abs=20)
        assert high == pytest.approx(by_way.max(), abs=20)
        assert low <= by_way[0] <= high


@pytest.mark.parametrize("place", ["england"])
def test_the_sentence_on_what_makes_the_difference_adds_up_to_the_runs(place: str) -> None:
    said = text(arrive(HOME, place=place, **BOTH))
    beliefs = {"leave_ther": 0.08, "h_encourage": 0.2}
    for measure, name, step in (
        ("fte", "staff", 100 if place == "england" else 10),
        ("trusts_led", "points of trusts", 0.01),
    ):
        found = re.search(
            rf"Of \+([\d,]+) {name}[^,]*, ([\d,]+) come from what you believe \(.*?\) and "
            r"([\d,]+) from what we do \(",
            said,
        )
        assert found, name
        whole, believed, done = map(number, found.groups())
        assert believed + done == whole
        unit = 0.01 if step == 0.01 else 1
        values = [middle(Scenario(**s), measure, place) for s in ({}, beliefs, BOTH)]
        assert whole * unit == pytest.approx(values[2] - values[0], abs=step / 2)
        assert believed * unit == pytest.approx(values[1] - values[0], abs=step)
        assert done * unit == pytest.approx(values[2] - values[1], abs=step)


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({}, None),
        ({"retention": 0.05}, r"All of \+[\d,]+ staff comes from what we do \(fewer people"),
        ({"leave_ther": 0.08}, r"All of \+[\d,]+ staff comes from what you believe \(therapists"),
        (
            {"leave_ther": 0.14, "retention": 0.05},
            r"−[\d,]+ staff in all: −[\d,]+ from what you believe .* and \+[\d,]+ from what we do",
        ),
        ({"mandate": 1}, r"All of \+26 points of trusts .* comes from what we do \(every"),
    ],
)
def test_the_sentence_fits_what_was_changed(changes, said) -> None:
    page = text(arrive(HOME, **changes))
    assert ("What makes the difference" in page) == (said is not None)
    assert said is None or re.search(said, page)


def test_short_forms_keep_their_letters_where_a_lever_is_named_within_a_sentence() -> None:
    page = text(arrive(HOME, external=0))
    assert "(joiners from outside the NHS in England: 0 people a year)" in page


def test_the_answer_says_itself_that_it_is_one_case_and_where_its_chance_stands() -> None:
    page = text(arrive(HOME, retention=0.05, places_other=6500))
    assert "With each belief as it is set, reading A is reached. That is one case" in page
    assert page.count("How likely is that") == 2  # named in the answer, and the block itself


def test_three_honest_lines_stand_in_the_table_only_where_they_differ() -> None:
    rows = table(arrive(HOME, show="table", **BOTH), "Staff in England")
    assert rows[0][2:] == ["As things stand", "My beliefs alone", "My scenario"]
    ends = [number(cell) for cell in rows[-1][2:]]
    beliefs = Scenario(leave_ther=0.08, h_encourage=0.2)
    expected = [middle(s, "fte", "england") for s in (Scenario(), beliefs, Scenario(**BOTH))]
    assert ends == pytest.approx(expected, abs=50)
    led = table(arrive(HOME, show="table", **BOTH), "Trusts in England")
    assert "My beliefs alone: leader in post" in led[0]


@pytest.mark.parametrize("place", ["england", "QWU"])
def test_the_draws_of_the_page_are_those_of_the_front_door(place: str) -> None:
    """Made again here with the seed and number stated, and counted by plain Python."""
    app = arrive(HOME, place=place, show="table", retention=0.05)
    wanted = ("fte", place)
    found = simulate(
        baseline(), Scenario(retention=0.05), [wanted], n=512, small=place != "england"
    )[wanted].values[:, -1]
    low, mid, high = (sorted(found)[i] for i in (51, 256, 460))
    step = 100 if place == "england" else 10
    last = table(app, "512 draws of staff")[-1]
    assert last[0] == "2037"
    assert [number(cell) for cell in last[1:]] == pytest.approx([low, mid, high], abs=step / 2)
    said = text(app)
    spread = re.search(r"Eight in ten give ([\d,]+) to ([\d,]+) staff", said)
    assert spread
    assert [number(end) for end in spread.groups()] == pytest.approx([low, high], abs=step)
    if place == "england":
        for letter, threshold in READINGS.items():
            share = sum(value >= threshold for value in found) / 512
            assert in_words(share) in said_of_reading(said, letter)


def in_words(share: float) -> str:
    if share == 0:
        return "none of the draws"
    return f"about {max(1, round(10 * share))} of 10 draws" if share >= 0.05 else "fewer than 1"


def said_of_reading(said: str, letter: str) -> str:
    """The words on one reading, alone or with others of the same chance."""
    found = re.findall(r"readings? ([ABC](?:(?:, | and )[ABC])*) in ([^,]*?draws)", said)
    return str(next(words for letters, words in found if letter in letters))


def test_every_target_says_in_how_many_draws_it_is_reached_and_the_past_is_past() -> None:
    rows = table(opened("targets", growth_cp_capt=0.4, places_cp=1400), "Targets that the model")
    often = {row[0]: (row[5], row[6]) for row in rows[1:]}
    assert rows[0][5:7] == ["Reached in", "First met, 8 in 10 draws"]
    starts = next(v for k, v in often.items() if k.startswith("More than 1,300"))
    assert starts[0] == "every draw"  # at least 85% are filled: 1,400 x 1.4 x 0.85
    assert often["10,500 more psychological professionals by 2024"] == ("past", "past")
    led = next(v for k, v in often.items() if k.startswith("A chief"))
    assert led == ("none of the draws", "later than 2037")


def test_the_reverse_test_stands_beside_the_pace_of_2019_to_2023() -> None:
    assert not any("must join" in caption for caption in tables(arrive(HOME)))
    app = opened("joining")
    rows = table(app, "FTE who must join a year")
    assert rows[0][1:4] == ["At 8%", "At 11%", "At 14%"]
    said = {row[0]: [number(cell.split(" ")[0]) / 1000 for cell in row[1:4]] for row in rows[1:]}
    assert said["2019 to 2023"] == pytest.approx([4.2, 4.9, 5.6], abs=0.06)
    assert said["Reading A"] == pytest.approx([3.8, 4.9, 6.0], abs=0.06)
    assert said["Reading B"] == pytest.approx([4.9, 6.2, 7.5], abs=0.06)
    assert said["Reading C"] == pytest.approx([6.6, 8.2, 9.9], abs=0.06)
    multiples = [re.search(r"×(\d\.\d)\)", row[4]) for row in rows[2:]]
    assert all(multiples)
    assert len(app.get("vega_lite_chart")) == 4


@pytest.mark.parametrize("place", ["Y56", "QWU"])
def test_a_place_says_what_cannot_be_said_of_it(place: str) -> None:
    app = opened("joining", place=place)
    assert_sound(app)
    assert "Not said here, because it is published for England alone" in text(app)
    assert not any("must join" in caption for caption in tables(app))


def test_a_place_is_drawn_also_where_organisations_follow_one_another() -> None:
    app = arrive(HOME, place="QWU", h_imitation=0.5, need_method=1)
    assert_sound(app)
    assert "Eight in ten give" in text(app)


@pytest.mark.parametrize(("key", "panel"), [("chances", "sure"), ("joiners", "joining")])
def test_the_passports_of_draws_and_of_joiners_open(key: str, panel: str) -> None:
    app = opened(panel, **BOTH)
    app.button(key=f"passport_{key}").click().run()
    assert_sound(app)
    assert "Make it again" in text(app)


def test_a_places_difference_is_the_same_range_in_the_finding_and_where_it_is_split() -> None:
    page = arrive("app.py", place="QJK", retention=0.05)
    said = " ".join(str(x.value) for x in [*page.info, *page.markdown])
    (found,) = re.findall(r"Staff against things as they stand: (\+\d+ to \+\d+)\.", said)
    (split,) = re.findall(r"All of (\+\d+ to \+\d+) staff comes", said)
    assert found == split
