"""The minutes say what was written down and moved, and no text in them becomes markup."""

from datetime import UTC, datetime, timedelta
from html.parser import HTMLParser
from zoneinfo import ZoneInfo

from ppn_scenarios.assumptions import Scenario
from ppn_scenarios.sharing.kept import Kept
from ppn_scenarios.workshop.expectation import Expectation, Voice
from ppn_scenarios.workshop.history import History
from ppn_scenarios.workshop.minutes import Minutes
from ppn_scenarios.workshop.minutes_files import markdown, web_page
from ppn_scenarios.workshop.record import QUESTIONS, Finding, Prediction, Record
from ppn_scenarios.workshop.session import Session

NINE = datetime(2026, 7, 1, 9, 0, tzinfo=UTC)
PLAN = Scenario(retention=0.05)
HOSTILE = "<script>alert(1)</script> [a](javascript:1) | **x** ![i](http://e.com/a.png) العربية 🙂"


def minutes(text: str = "Would fewer leavers do?", why: str = "as nursing has it") -> Minutes:
    """Minutes of a session with one move, one finding and one kept scenario."""
    record = Record().moved(Scenario(), PLAN, NINE).because(why)
    said = dict.fromkeys(QUESTIONS, text)
    record = record.found(Finding(at=NINE + timedelta(minutes=5), scenario=PLAN, **said))
    room = Expectation(measure="fte", place="england", voices=(Voice(40_000, 45_000),))
    told = Prediction(at=NINE + timedelta(minutes=3), scenario=PLAN, room=room)
    record = record.predicted(told)
    kept = (Kept(name="Ours", scenario=PLAN, note=text[:90]),)
    return Minutes(
        session=Session(history=History(PLAN, (Scenario(),)), record=record, kept=kept),
        at=NINE + timedelta(hours=1),
        zone=ZoneInfo("Europe/London"),
        zone_name="Europe/London",
        versions={"Model version": "1", "Data version": "abcd"},
        link=lambda scenario: f"https://explorer.example/?retention={scenario.retention:g}",
        answer=lambda scenario: f"Answer for {scenario.retention:g}.",
        told=lambda one: ("How many?", text, f"The model on {one.scenario.retention:g}."),
    )


class Reader(HTMLParser):
    """The tags and the words of a page."""

    def __init__(self) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.links: list[str | None] = []
        self.words = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.links += [value for name, value in attrs if name in ("href", "src")]

    def handle_data(self, data: str) -> None:
        self.words += data


def read(page: str) -> Reader:
    reader = Reader()
    reader.feed(page)
    return reader


def test_both_files_hold_every_answer_move_reason_version_and_link():
    page, text = read(web_page(minutes())).words, markdown(minutes()).replace("\\", "")
    for found in (page, text):
        for said in (
            *QUESTIONS.values(),
            "Would fewer leavers do?",
            "Fewer people leaving: 0% to 5%",
            "as nursing has it",
            "Model version",
            "abcd",
            "https://explorer.example/?retention=0.05",
            "Answer for 0.05.",
            "What the room expected, before it saw the answer",
            "1 July 2026, 10:03",
            "The model on 0.05.",
            "Kept: Ours",
            "not a forecast",
        ):
            assert said in found, said


def test_times_are_the_readers_own():
    page = read(web_page(minutes())).words
    assert "1 July 2026, 10:00" in page, "nine in UTC is ten in London in summer"
    assert "Europe/London" in page


def test_no_text_becomes_markup_in_the_web_page():
    reader = read(web_page(minutes(HOSTILE, HOSTILE)))
    assert not {"script", "img"} & set(reader.tags)
    assert {str(link)[:9] for link in reader.links} == {"https://e"}
    assert "<script>alert(1)</script>" in reader.words, "it is shown as typed"


def test_no_text_becomes_markup_in_markdown():
    text = markdown(minutes(HOSTILE, HOSTILE))
    assert "<script>" not in text
    assert "](" not in text
    rows = [line for line in text.splitlines() if line.startswith("|")]
    unescaped = [row.replace("\\|", "").count("|") for row in rows]
    assert set(unescaped) == {4, 5, 6}, "no text adds a cell"


def test_the_web_page_stands_alone_and_its_tables_are_marked_up():
    page = web_page(minutes())
    reader = read(page)
    assert page.startswith("<!doctype html>\n<html lang='en-GB'>")
    assert reader.tags.count("h1") == 1
    assert reader.tags.count("table") == reader.tags.count("caption") == 5
    assert not {"script", "link", "img", "iframe"} & set(reader.tags)


def test_a_session_without_anything_makes_minutes_too():
    nothing = Session(history=History(Scenario()))
    made = Minutes(**{**vars(minutes()), "session": nothing})
    assert "None." in markdown(made)
    assert "Nothing is changed: as things stand" in web_page(made)
