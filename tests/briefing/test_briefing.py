"""What a board is told: the numbers and sentences of the pages, as slides and as a report."""

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from io import BytesIO
from typing import Any

import pypdf
import pytest
from pptx import Presentation

from ppn_scenarios.analysis import MEASURES
from ppn_scenarios.analysis.goals import Goal
from ppn_scenarios.assumptions import LEVERS, Scenario
from ppn_scenarios.assumptions.limits import LIMITS
from ppn_scenarios.briefing import Briefing, briefing
from ppn_scenarios.briefing.goal import goal as what_it_takes
from ppn_scenarios.briefing.ground import ground
from ppn_scenarios.model import project
from ppn_scenarios.opening import baseline
from ppn_scenarios.sharing.chart_numbers import numbers
from ppn_scenarios.sharing.markup import plain, runs
from ppn_scenarios.sharing.report import report
from ppn_scenarios.sharing.report.letters import said as unshown
from ppn_scenarios.sharing.report.letters import without_shape
from ppn_scenarios.sharing.slides import slides
from ppn_scenarios.ui import chances_block, home
from ppn_scenarios.ui.answers import projection
from ppn_scenarios.wording import staff, staff_range
from ppn_scenarios.wording.leaders import finding as who_leads
from ppn_scenarios.wording.places import places
from tests.briefing.conftest import LINK, NOTE, PLAN, SUPPOSED, part_of


@pytest.fixture(scope="module")
def deck(found: Briefing) -> Any:
    return Presentation(BytesIO(slides(found)))


def words(found: Briefing, id: str) -> str:
    return " ".join(part_of(found, id).words)


def test_a_briefing_says_what_the_home_page_says(found: Briefing) -> None:
    england = places()["england"]
    assert part_of(found, "on_track").words == (home.finding(PLAN, england),)
    assert chances_block.said(PLAN, england) in part_of(found, "three_lines").words
    assert part_of(found, "leading").words == (who_leads(projection(PLAN), england),)


def test_the_headline_has_the_staff_of_the_model(found: Briefing) -> None:
    fte = MEASURES["fte"](project(baseline(), PLAN), "england").at(2037)[1]
    assert f"England in March 2037: {staff(fte)} staff" in found.headline


def test_the_lines_are_those_of_the_model_in_every_year(found: Briefing) -> None:
    chart = part_of(found, "three_lines").chart
    assert chart is not None
    drawn = {series.name: series.values for series in chart.series}
    mine = MEASURES["fte"](project(baseline(), PLAN), "england").mid
    assert drawn["My scenario"][-15:] == pytest.approx(tuple(mine))
    assert chart.categories[-15:] == tuple(map(str, range(2023, 2038)))
    assert len({(s.dash, s.name) for s in chart.series}) == len(chart.series)


def test_a_hypothesis_is_said_once_and_moves_no_other_number(found: Briefing) -> None:
    without = project(baseline(), PLAN)
    supposed = project(baseline(), SUPPOSED)
    plain_fte, moved = (MEASURES["fte"](p, "england").at(2037)[1] for p in (without, supposed))
    assert moved > plain_fte + 100, "else the test could not fail"
    assert "Our hypothesis, kept apart" in words(found, "changed")
    for part in found.parts:
        if part.id != "changed":
            assert staff(moved) not in " ".join((part.title, *part.words)), part.id


def test_what_we_changed_has_the_reason_and_leaves_the_hypothesis_out(found: Briefing) -> None:
    table = part_of(found, "changed").table
    assert table is not None
    assert len(table.rows) == 3
    row = next(row for row in table.rows if "What our trusts told us" in row)
    assert row[1:3] == ("3%", "0%")


def test_places_are_ranges_in_the_order_of_names(found: Briefing) -> None:
    part = part_of(found, "by_place")
    assert part.table is not None
    regions = [row[0] for row in part.table.rows][1:]
    assert regions == sorted(regions)
    assert len(part.more[0].rows) == 42
    assert all(" to " in row[1] for row in part.table.rows[1:])


def test_every_lever_is_there_with_what_it_rests_on(found: Briefing) -> None:
    table = part_of(found, "assumptions").more[0]
    assert [row[0] for row in table.rows if not all(row)] == []
    assert len(table.rows) == len(LEVERS)


def test_the_limits_are_all_there(found: Briefing) -> None:
    assert set(LIMITS) <= set(part_of(found, "limits").words)


@pytest.mark.usefixtures("found")
def test_progress_only_goes_forward(told: list[tuple[float, str]]) -> None:
    shares = [share for share, _ in told]
    assert shares == sorted(shares)
    assert 0 < shares[0] < shares[-1] < 1


def test_every_slide_has_a_title_of_its_own_notes_and_status(deck: Any) -> None:
    titles = [slide.shapes.title.text_frame.text for slide in deck.slides]
    assert all(titles)
    assert len(set(titles)) == len(titles)
    for slide in deck.slides:
        said = " ".join(s.text_frame.text for s in slide.shapes if s.has_text_frame)
        assert "Not yet assured. Model 1, data " in said
        assert "27 November 2026" in said
        assert "Not yet assured" in slide.notes_slide.notes_text_frame.text


def test_every_finding_is_the_title_of_a_slide(deck: Any, found: Briefing) -> None:
    titles = [slide.shapes.title.text_frame.text for slide in deck.slides]
    assert titles[0] == found.headline
    assert [t for t in titles[1:] if "(table" not in t] == [p.title for p in found.parts]


def test_charts_on_slides_are_native_and_have_the_numbers_of_the_briefing(
    deck: Any, found: Briefing
) -> None:
    drawn = [shape.chart for slide in deck.slides for shape in slide.shapes if shape.has_chart]
    made = [part.chart for part in found.parts if part.chart]
    assert len(drawn) == len(made) == 2
    for chart, said in zip(drawn, made, strict=True):
        assert list(chart.plots[0].categories) == list(said.categories)
        for line, series in zip(chart.plots[0].series, said.series, strict=True):
            assert line.name == series.name
            assert list(line.values) == pytest.approx(list(series.values), nan_ok=True)


def test_charts_tables_and_pictures_on_slides_have_text_alternatives(deck: Any) -> None:
    shapes = [shape for slide in deck.slides for shape in slide.shapes]
    seen = [s for s in shapes if s.has_chart or s.has_table or s.shape_type == 13]
    assert len(seen) > 8
    for shape in seen:
        assert len(shape._element.xpath(".//p:cNvPr")[0].get("descr")) > 20


def test_every_table_of_the_briefing_is_on_the_slides_with_all_its_rows(
    deck: Any, found: Briefing
) -> None:
    rows = [
        tuple(cell.text_frame.text.strip() for cell in row.cells)
        for slide in deck.slides
        for shape in slide.shapes
        if shape.has_table
        for row in list(shape.table.rows)[1:]
    ]
    assert rows == [row for part in found.parts if part.table for row in part.table.rows]


def test_no_word_of_a_table_is_wider_than_its_column(deck: Any) -> None:
    tables = [s.table for slide in deck.slides for s in slide.shapes if s.has_table]
    assert len(tables) >= 6
    for table in tables:
        for row in table.rows:
            for column, cell in zip(table.columns, row.cells, strict=True):
                points = cell.text_frame.paragraphs[0].runs[0].font.size.pt
                longest = max(map(len, cell.text_frame.text.split() or [""]))
                # Half a letter's height is the mean width of a letter of a plain font.
                assert longest * points / 2 <= column.width.pt, cell.text_frame.text


def test_words_that_have_a_slide_for_themselves_are_larger(found: Briefing) -> None:
    part = part_of(found, "limits")
    short = replace(part, words=("One sentence.",))
    deck: Any = Presentation(BytesIO(slides(replace(found, parts=(short, part)))))
    said = [p.runs[0] for slide in deck.slides for s in slide.shapes if s.has_text_frame
            for p in s.text_frame.paragraphs if p.runs]  # fmt: skip
    sizes = [r.font.size.pt for r in said if "One sentence" in r.text or LIMITS[0] in r.text]
    assert sizes[0] == 20
    assert 14 <= sizes[1] < 20


def test_a_place_has_ranges_in_the_numbers_of_its_chart_and_says_what_is_drawn() -> None:
    devon = briefing(PLAN, places()["QJK"], ticked=(), in_short=True)
    chart = part_of(devon, "three_lines").chart
    assert chart is not None
    assert chart.title == "Staff in Devon by year to 31 March, the middle of two estimates"
    assert chart.categories[0] == "2023"
    rows = numbers(chart).rows
    mine = numbers(chart).head.index("My scenario")
    low, mid, high = MEASURES["fte"](project(baseline(), PLAN), "QJK").at(2037)
    assert rows[-1][mine] == staff_range(low, mid, high)
    assert " to " in rows[-1][mine]
    assert f"My scenario: {rows[0][mine]} in 2023, {rows[-1][mine]} in 2037" in chart.alt


def test_nothing_on_a_slide_lies_outside_it(deck: Any) -> None:
    for slide in deck.slides:
        for shape in slide.shapes:
            assert shape.left >= 0
            assert shape.top >= 0
            assert shape.left + shape.width <= deck.slide_width
            assert shape.top + shape.height <= deck.slide_height


def test_a_table_longer_than_a_slide_goes_on_under_a_title_of_its_own(found: Briefing) -> None:
    part = part_of(found, "changed")
    assert part.table is not None
    rows = tuple((f"Lever {i}", *("a long reason " * 20,) * 5) for i in range(12))
    long = replace(part, table=replace(part.table, rows=rows))
    deck: Any = Presentation(BytesIO(slides(replace(found, parts=(long,)))))
    titles = [slide.shapes.title.text_frame.text for slide in deck.slides]
    assert titles[2:4] == [f"{part.title} (table)", f"{part.title} (table, 2)"]
    tables = [s.table for slide in deck.slides for s in slide.shapes if s.has_table]
    assert sum(len(table.rows) - 1 for table in tables) == 12


def test_a_readers_own_words_are_shown_as_they_were_typed(deck: Any) -> None:
    said = [s.text_frame.text for slide in deck.slides for s in slide.shapes if s.has_text_frame]
    assert any(NOTE in text for text in said)


def test_the_qr_code_leads_back_to_the_scenario(deck: Any) -> None:
    pictures = [s for s in deck.slides[0].shapes if s.shape_type == 13]
    assert [p.click_action.hyperlink.address for p in pictures] == [LINK]


def test_a_link_too_long_for_a_qr_code_is_written_out(found: Briefing) -> None:
    long = replace(found, link="https://example.org/?" + "x" * 3_000, parts=found.parts[:1])
    deck: Any = Presentation(BytesIO(slides(long)))
    said = " ".join(s.text_frame.text for s in deck.slides[0].shapes if s.has_text_frame)
    assert "Open this scenario: https://example.org/?xxx" in said
    assert report(long).pdf


def nodes(element: Any) -> Iterator[Any]:
    """Every element of the structure tree."""
    element = element.get_object()
    if not hasattr(element, "get"):
        return
    yield element
    kids = element.get("/K", [])
    for kid in kids if isinstance(kids, list) else [kids]:
        yield from nodes(kid)


def test_a_report_has_headings_table_headers_and_alternatives(pdf: bytes, found: Briefing) -> None:
    reader: Any = pypdf.PdfReader(BytesIO(pdf))
    tree = list(nodes(reader.trailer["/Root"]["/StructTreeRoot"]))
    kinds = [node.get("/S") for node in tree]
    assert kinds.count("/H1") >= len(found.parts)
    tables = sum(bool(p.table) + len(p.more) + bool(p.chart) for p in found.parts)
    assert kinds.count("/Table") == tables
    assert kinds.count("/TH") > 3 * tables
    figures = [node for node in tree if node.get("/S") == "/Figure"]
    alts = [str(node.get("/Alt", "")) for node in figures]
    charts = [part.chart.alt for part in found.parts if part.chart]
    assert [alt for alt in alts if alt in charts] == charts
    assert all(alts)


def test_a_report_says_what_the_slides_say(pdf: bytes, found: Briefing) -> None:
    pages = pypdf.PdfReader(BytesIO(pdf)).pages
    said = re.sub(r"\s+", "", "".join(page.extract_text() for page in pages)).replace("­", "")
    for part in found.parts:
        for text in (part.title, *map(plain, part.words)):
            assert re.sub(r"\s+", "", text)[:60] in said, text


def text_of(pdf: bytes) -> str:
    return " ".join(page.extract_text() for page in pypdf.PdfReader(BytesIO(pdf)).pages)


@pytest.mark.parametrize("system_fonts", [True, False], ids=["fonts as here", "no font installed"])
def test_letters_that_no_font_has_are_said_by_name_and_the_others_are_shown(
    found: Briefing, system_fonts: bool
) -> None:
    # A number that Unicode gives to no letter, so that no font has one, beside those of every font.
    short = replace(found, name="Zoë \u0378 plan", parts=found.parts[:1])
    made = report(short, system_fonts=system_fonts)
    assert "one character is shown as “?”" in made.unshown
    assert "U+0378" in made.unshown
    said = text_of(made.pdf)
    assert "Zoë ? plan" in said
    assert "Not shown." in said
    assert "U+0378" in said


def test_a_report_can_be_made_where_no_font_is_installed(found: Briefing) -> None:
    short = replace(found, parts=found.parts[:3])
    pages = pypdf.PdfReader(BytesIO(report(short, system_fonts=False).pdf)).pages
    fonts = {
        str(font.get_object()["/BaseFont"])
        for page in pages
        for font in page["/Resources"]["/Font"].values()  # type: ignore[index]
    }
    assert all("Libertinus" in font for font in fonts)
    said = " ".join(page.extract_text() for page in pages)
    assert all(part.title.split()[0] in said for part in short.parts)


@pytest.mark.parametrize(
    ("diagnostic", "letters"),
    [
        (
            'the text `"計"` could not be displayed\nthe text `"画"` could not be displayed',
            {"計", "画"},
        ),
        (r'the text `"\u{1f600}"` could not be displayed', {"😀"}),
        ("something else went wrong", set()),
    ],
)
def test_letters_without_a_shape_are_read_from_what_the_layout_says(
    diagnostic: str, letters: set[str]
) -> None:
    assert without_shape(diagnostic) == letters


def test_many_letters_without_a_shape_are_named_and_then_counted() -> None:
    said = unshown({"計", "😀", *(chr(0xE100 + i) for i in range(7))})
    assert "9 characters are shown as “?”" in said
    assert "U+8A08 (a Chinese, Japanese or Korean character); U+E100; " in said
    assert "and 3 more." in said
    assert unshown(set()) == ""


def test_the_numbers_of_a_chart_stand_in_a_table_too(found: Briefing) -> None:
    chart = part_of(found, "three_lines").chart
    assert chart is not None
    table = numbers(chart)
    assert table.rows[0][:2] == ("2019", "18,400")
    fte = MEASURES["fte"](project(baseline(), PLAN), "england").at(2037)[1]
    assert staff(fte) in table.rows[-1]


@pytest.mark.parametrize(
    ("goal", "says"),
    [
        (Goal("T4A", 2024), "too late to change"),
        (Goal("T1", 2037, level=0.3), "already reached"),
        (Goal("T6", 2032, "QJK"), "cannot be answered here"),
    ],
)
def test_a_goal_that_is_met_gone_or_has_no_answer_is_said_so(goal: Goal, says: str) -> None:
    on = ground(
        PLAN,
        places()[goal.place],
        reasons={},
        note="",
        goal=goal,
        ticked=("retention",),
        least="cost",
        made=date(2026, 11, 27),
    )
    assert says in what_it_takes(on, lambda tried: None).title


def test_an_area_without_a_trust_has_a_briefing_too() -> None:
    trusts = baseline().trusts.sum(axis=1)
    code = next((a for a, n in zip(baseline().areas, trusts, strict=True) if n < 1), "QT6")
    made = briefing(Scenario(), places()[code], ticked=())
    assert f"{places()[code].opening} in March 2037: an estimated" in made.headline
    assert slides(made)
    assert report(made).pdf


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("a **b** *c*", [("a ", 0, 0), ("b", 1, 0), (" ", 0, 0), ("c", 0, 1)]),
        (r"\*not\* so", [("*not* so", 0, 0)]),
        ("**open", [("open", 1, 0)]),
        ("", []),
        ("ends with \\", [("ends with \\", 0, 0)]),
    ],
)
def test_what_stands_out_is_read_as_pages_read_it(text: str, said: list[Any]) -> None:
    assert [(r.text, int(r.strong), int(r.emphasised)) for r in runs(text)] == said
