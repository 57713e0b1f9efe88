"""One web page of a session: whole, the same in every number, and nothing in it runs or fetches."""

import re
from base64 import b64decode
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from html.parser import HTMLParser
from itertools import pairwise

import pytest

from ppn_scenarios.analysis import MEASURES
from ppn_scenarios.assumptions import LEVERS, Scenario
from ppn_scenarios.briefing import Briefing, Table, briefing
from ppn_scenarios.model import project
from ppn_scenarios.opening import baseline
from ppn_scenarios.sharing.chart_numbers import numbers
from ppn_scenarios.sharing.kept import Kept
from ppn_scenarios.sharing.markup import plain
from ppn_scenarios.sharing.offline import offline
from ppn_scenarios.sharing.scenario_file import read, write
from ppn_scenarios.sharing.scenes import STORYLINE, Scene
from ppn_scenarios.wording import staff
from ppn_scenarios.wording.places import places
from tests.briefing.conftest import LINK, NOTE, SUPPOSED, part_of

LARGEST = 1_500_000  # bytes


@dataclass
class Page(HTMLParser):
    """What a page holds: elements with their attributes, text, tables and headings."""

    tags: list[tuple[str, dict[str, str]]] = field(default_factory=list)
    said: list[str] = field(default_factory=list)
    tables: list[list[list[str]]] = field(default_factory=list)
    headings: list[tuple[int, str]] = field(default_factory=list)
    inside: str = ""

    def __post_init__(self) -> None:
        super().__init__()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, {name: value or "" for name, value in attrs}))
        if tag == "table":
            self.tables.append([])
        elif tag == "tr":
            self.tables[-1].append([])
        elif tag in ("td", "th"):
            self.tables[-1][-1].append("")
        elif re.fullmatch(r"h\d", tag):
            self.headings.append((int(tag[1]), ""))
        if tag in ("td", "th", "h1", "h2", "h3", "style"):
            self.inside = tag

    def handle_endtag(self, tag: str) -> None:
        if tag == self.inside:
            self.inside = ""

    def handle_data(self, data: str) -> None:
        if self.inside == "style":
            return
        self.said.append(data)
        if self.inside in ("td", "th"):
            self.tables[-1][-1][-1] += data
        elif self.inside:
            level, text = self.headings[-1]
            self.headings[-1] = level, text + data

    @property
    def text(self) -> str:
        return " ".join("".join(self.said).split())

    def values(self, name: str) -> Iterator[str]:
        """Yield every value of an attribute."""
        return (attrs[name] for _, attrs in self.tags if name in attrs)


def parsed(text: str) -> Page:
    page = Page()
    page.feed(text)
    page.close()
    return page


@pytest.fixture(scope="session")
def beside() -> Briefing:
    scenario = Scenario(retention=0.06)
    england = places()["england"]
    return briefing(scenario, england, name="Keep people", link=LINK, ticked=(), in_short=True)


@pytest.fixture(scope="session")
def file() -> bytes:
    return write([Kept(name="Our plan", scenario=SUPPOSED)], "test").encode()


@pytest.fixture(scope="session")
def text(found: Briefing, beside: Briefing, file: bytes) -> str:
    return offline(found, [beside], file, "ppn-our-plan.json", tuple(STORYLINE.values()))


@pytest.fixture(scope="session")
def page(text: str) -> Page:
    return parsed(text)


def test_the_page_says_every_finding_in_the_words_of_the_briefing(
    page: Page, found: Briefing, beside: Briefing
) -> None:
    titles = [title for _, title in page.headings]
    assert titles[0] == found.headline
    assert beside.headline in titles
    for part in (*found.parts, *beside.parts):
        assert part.title in titles
        for words in (*part.words, *part.sources):
            assert " ".join(plain(words).split()) in page.text


def test_the_page_has_every_table_of_the_briefing_cell_by_cell(
    page: Page, found: Briefing, beside: Briefing
) -> None:
    def rows(table: Table) -> list[list[str]]:
        return [list(table.head), *(list(row) for row in table.rows)]

    made = [
        rows(t)
        for part in (*found.parts, *beside.parts)
        for t in (part.table, *part.more, numbers(part.chart) if part.chart else None)
        if t
    ]
    assert sorted(page.tables) == sorted(made)


def test_a_scenario_that_is_kept_has_its_own_staff(page: Page, beside: Briefing) -> None:
    fte = MEASURES["fte"](project(baseline(), Scenario(retention=0.06)), "england").at(2037)[1]
    assert staff(fte) in beside.headline
    assert [part.id for part in beside.parts] == ["on_track", "changed", "three_lines", "leading"]
    assert "Keep people: Are we on track?" in page.text


def test_every_chart_is_drawn_for_wide_and_narrow_with_its_alternative_in_words(
    text: str, found: Briefing, beside: Briefing
) -> None:
    charts = [part.chart for part in (*found.parts, *beside.parts) if part.chart]
    assert len(charts) == 4
    drawn = re.findall(
        r'<svg [^>]*role="img" aria-labelledby="(\S+) (\S+)"[^>]*><title id="(\S+)">(.*?)</title>'
        r'<desc id="(\S+)">(.*?)</desc>',
        text,
    )
    assert len(drawn) == 2 * len(charts)
    assert all(a == c and b == d for a, b, c, _, d, _ in drawn)
    said = [alt.replace("&amp;", "&").replace("&gt;", ">") for *_, alt in drawn]
    assert said == [chart.alt for chart in charts for _ in range(2)]


def test_a_drawing_names_each_line_and_has_no_other_voice(text: str, found: Briefing) -> None:
    chart = part_of(found, "three_lines").chart
    assert chart is not None
    wide = re.search(r'<svg [^>]*class="wide".*?</svg>', text, re.S)
    assert wide
    for series in chart.series:
        assert f">{series.name}</text>" in wide[0]
    assert wide[0].count("aria-") == 1


def test_nothing_in_the_page_runs_or_is_fetched(page: Page, text: str) -> None:
    tags = {tag for tag, _ in page.tags}
    assert not tags & {
        "script",
        "iframe",
        "object",
        "embed",
        "link",
        "base",
        "form",
        "foreignobject",
    }
    for tag, attrs in page.tags:
        assert not [name for name in attrs if name.startswith("on")]
        assert attrs.get("src", "data:").startswith("data:"), tag
        assert re.match(
            r"#|data:application/json;base64,|https://example\.org/", attrs.get("href", "#")
        )
    assert "@import" not in text
    assert "url(http" not in text
    policy = next(attrs["content"] for _, attrs in page.tags if "http-equiv" in attrs)
    assert policy.startswith("default-src 'none'; style-src 'unsafe-inline'; img-src data:;")


def test_headings_language_and_title_are_in_order(page: Page) -> None:
    levels = [level for level, _ in page.headings]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after - before <= 1 for before, after in pairwise(levels))
    assert page.tags[0] == ("html", {"lang": "en-GB"})
    assert page.text.startswith("Our plan · PPN Scenarios Skip to the findings")


def test_the_way_forward_leads_through_every_leaf_once(page: Page) -> None:
    ids = list(page.values("id"))
    assert len(set(ids)) == len(ids)
    there = [attrs["id"] for tag, attrs in page.tags if tag == "section"]
    forward = [a["href"][1:] for tag, a in page.tags if tag == "a" and a.get("class") == "next"]
    assert forward == there[1:]
    inner = {href[1:] for href in page.values("href") if href.startswith("#")}
    assert inner <= set(ids)


def test_placeholders_dates_versions_and_the_way_back_are_in_it(
    page: Page, found: Briefing
) -> None:
    assert found.versions in page.text
    assert "27 November 2026" in page.text
    assert page.text.count("Not yet assured.") > len(found.parts)
    levers = next(rows for rows in page.tables if rows[0][0] == "Lever" and len(rows) > 40)
    bare = [row for row in levers if "No source: a placeholder" in row]
    assert len(bare) == int(part_of(found, "assumptions").title.split()[0])
    assert LINK in list(page.values("href"))
    codes = [attrs for tag, attrs in page.tags if tag == "img"]
    assert len(codes) == 1
    assert "<title>QR code" in b64decode(codes[0]["src"].split(",")[1]).decode()


def test_the_scenario_in_the_page_opens_again(page: Page) -> None:
    held = next(href for href in page.values("href") if href.startswith("data:"))
    kept, notes = read(b64decode(held.split(",")[1]))
    assert [one.scenario for one in kept] == [SUPPOSED]
    assert notes == []


def test_the_page_is_small_enough_for_mail(text: str) -> None:
    assert len(text.encode()) < LARGEST / 4


def test_the_speakers_notes_stand_last_with_the_way_to_each_finding(page: Page) -> None:
    titles = [title for _, title in page.headings]
    assert titles[-len(STORYLINE) :] == [scene.title for scene in STORYLINE.values()]
    for scene in STORYLINE.values():
        assert scene.note in page.text
    ways = [a["href"] for tag, a in page.tags if tag == "a"]
    assert ways.count("#goal") >= 2, "from the contents and from its scene"
    assert "To try live: Every organisation must have the post" in page.text


def test_a_scene_without_a_note_or_a_finding_here_says_so(found: Briefing) -> None:
    mine = Scene(title="<b>Mine</b>", page="pages/goal.py")
    short = parsed(offline(replace(found, parts=found.parts[:1]), scenes=(mine,)))
    assert "<b>Mine</b> About 5 minutes. This scene has no note." in short.text
    assert "#goal" not in list(short.values("href"))


HOSTILE = (
    "</title><script>window.ran=1</script>",
    '"><img src=x onerror="window.ran=1">',
    "{{ 7 * 7 }}{% include '/etc/passwd' %}",
    "\u202e\u0644\u0627 😀 خطة 計画",
    "<style>*{display:none}</style>" * 400,
    "x" * 10_000,
)


@pytest.mark.parametrize("name", HOSTILE, ids=range(len(HOSTILE)))
def test_a_strangers_words_stay_text_wherever_they_stand(
    name: str, found: Briefing, beside: Briefing
) -> None:
    part = part_of(found, "changed")
    assert part.table is not None
    row = tuple(name for _ in part.table.head)
    worded = replace(
        part, words=(name.replace("*", r"\*"),), table=replace(part.table, rows=(row,))
    )
    theirs = replace(found, name=name, note=name, parts=(worded,))
    page = parsed(offline(theirs, [replace(beside, name=name)]))
    ours = replace(theirs, name="N", note="N", parts=(replace(worded, words=("N",)),))
    plain_page = parsed(offline(ours, [beside]))
    assert [tag for tag, _ in page.tags] == [tag for tag, _ in plain_page.tags]
    assert page.text.count(" ".join(name.split())) >= 3
    assert row in [tuple(cells) for rows in page.tables for cells in rows]


@pytest.mark.parametrize("end", ["low", "high"])
@pytest.mark.parametrize("place", ["england", "QT6"])
def test_every_lever_at_an_end_has_a_page_too(end: str, place: str) -> None:
    extreme = Scenario(**{name: getattr(lever, end) for name, lever in LEVERS.items()})
    made = briefing(extreme, places()[place], name="Extreme", in_short=True)
    page = parsed(offline(made))
    assert made.headline in [title for _, title in page.headings]
    assert not re.search(r"\b(nan|inf|None)\b", page.text)


def test_a_link_that_is_no_web_page_is_written_and_not_followed(found: Briefing) -> None:
    odd = replace(found, link="javascript:window.ran=1", parts=found.parts[:1])
    page = parsed(offline(odd))
    assert "javascript:window.ran=1" in page.text
    assert not [href for href in page.values("href") if "javascript" in href]


def test_a_page_without_a_link_says_why_and_one_too_long_for_a_code_has_none(
    found: Briefing,
) -> None:
    bare = parsed(offline(replace(found, link="", parts=found.parts[:1])))
    assert "It has no link, because it was made where no other computer can look." in bare.text
    long = parsed(offline(replace(found, link=LINK + "x" * 3_000, parts=found.parts[:1])))
    assert "img" not in [tag for tag, _ in long.tags]
    assert LINK + "x" * 3_000 in long.text


def test_a_readers_note_is_shown_as_it_was_typed(page: Page) -> None:
    assert page.text.count(NOTE) == 2
