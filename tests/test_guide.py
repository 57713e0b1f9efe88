"""The facilitator's guide is true: its links, keys, commands, words on the screen and minutes."""

import ast
import re
from itertools import pairwise
from pathlib import Path
from urllib.parse import parse_qs

import pytest

from ppn_scenarios.__main__ import main
from ppn_scenarios.assumptions import Scenario
from ppn_scenarios.sharing import link
from ppn_scenarios.sharing.scenes import STORYLINE, scenes_beside
from ppn_scenarios.ui.guide import FILE, parts, without_links
from ppn_scenarios.ui.pages import BARE, PAGES
from ppn_scenarios.ui.predict.state import KEYS as PREDICT_KEYS
from ppn_scenarios.ui.present.controls import KEYS as STAGE_KEYS
from ppn_scenarios.wording.places import places
from tests.ui.reader import arrive

ROOT = Path(__file__).parent.parent
GUIDE = FILE.read_text("utf-8")
LINKS = re.findall(r"\[([^\]]+)\]\(([^)]+)\)", GUIDE)
HARDWARE = {"Enter", "Tab", "Shift+Tab", "Right", "Left", "Alt", "Page Down", "Page Up"}
SCRIPTS = {part.title: part.text for part in parts() if part.title.endswith("-minute script")}


def address_of(page: str) -> str:
    """The name that a page has in the address."""
    return Path(page).stem if page != "app.py" else ""


@pytest.mark.parametrize("address", sorted({a for _, a in LINKS if not a.startswith("#")}))
def test_every_link_opens_a_page_and_all_of_it_can_be_used(address: str) -> None:
    page, _, query = address.partition("?")
    assert page in map(address_of, PAGES | BARE)
    given = parse_qs(query, strict_parsing=bool(query))
    _, view, notes = link.read(given, places(), "")
    assert notes == []
    if page == "present":
        assert given["scene"] == [view.scene]
        assert view.scene in STORYLINE


def test_a_link_to_a_scene_that_asks_nothing_first_has_the_scenes_own_title() -> None:
    for words, address in LINKS:
        scene = re.fullmatch(r"present\?scene=(\w+)", address)
        if scene and words[0].isupper():
            assert words == STORYLINE[scene[1]].title


def test_every_way_to_another_part_of_the_guide_leads_there() -> None:
    titles = {re.sub(r"[^\w\s-]", "", p.title).lower().replace(" ", "-") for p in parts()}
    assert {a[1:] for _, a in LINKS if a.startswith("#")} <= titles


def test_the_page_shows_the_whole_document_under_the_question_of_the_page() -> None:
    assert GUIDE.startswith(f"# {PAGES['pages/guide.py'].question}\n")
    shown = "".join(part.title + part.text for part in parts())
    assert len(shown) > 0.98 * (len(GUIDE) - 100)
    assert without_links("see [a room](#a-room-for-everyone) or [here](record)") == (
        "see *a room* or *here*"
    )


def test_what_the_guide_opens_goes_with_the_session_and_no_link_of_it_opens_another_tab() -> None:
    app = arrive("pages/guide.py", retention=0.05, place="Y58")
    assert not [m.value for m in app.markdown if "](" in m.value]
    ways = {words for part in parts() for words in part.ways.values()}
    links = {str(one.proto.label) for one in app.get("page_link")}
    assert ways <= {button.label for button in app.button} | links
    asked = "Trusts with a leader, if required"
    next(button for button in app.button if button.label == asked).click().run()
    assert not app.exception
    assert app.session_state.scenario == Scenario(retention=0.05, mandate=1)
    view = app.session_state.view
    assert (view.scene, view.predict, view.place) == ("leaders", "trusts_led", "Y58")
    assert "In what share of trusts in the South West" in "".join(h.value for h in app.html)


def in_bold() -> set[str]:
    """What is in bold: keys, and words on the screen."""
    rule_or_question = re.compile(r"^(\d\. )?\*\*[^*]+[.?]\*\*", re.M)
    found = re.findall(r"\*\*([^*]+)\*\*", rule_or_question.sub("", GUIDE))
    return {" ".join(words.split()) for words in found}


def on_the_screen() -> set[str]:
    """Every text in the code of pages, scenes and levers."""
    found: set[str] = set()
    for room in ("ui", "assumptions", "sharing", "wording", "workshop"):
        for path in (ROOT / "ppn_scenarios" / room).rglob("*.py"):
            for node in ast.walk(ast.parse(path.read_text("utf-8"))):
                if isinstance(node, ast.Constant) and isinstance(node.value, str):
                    found.add(node.value)
    return found


def test_every_key_that_is_named_is_a_key_of_the_explorer_and_every_key_is_named() -> None:
    keys = {*STAGE_KEYS.values(), *PREDICT_KEYS.values()}
    named = {word for word in in_bold() if "+" in word or word in HARDWARE}
    assert named - HARDWARE == keys


def test_every_word_in_bold_is_a_key_or_stands_on_the_screen() -> None:
    words = {word for word in in_bold() if "+" not in word} - HARDWARE
    assert len(words) > 15
    assert words <= on_the_screen()


@pytest.mark.parametrize(
    "command", sorted(set(re.findall(r"`(\.venv/bin/python -m [^`]+)`", GUIDE)))
)
def test_every_command_is_one(command: str, capsys: pytest.CaptureFixture[str]) -> None:
    _, asked = command.split(" -m ppn_scenarios ")
    name, *given = asked.split()
    assert main([name, "--help"]) == 0
    told = capsys.readouterr().out
    assert all(word in told for word in given if word.startswith("--"))


def test_the_explorer_is_started_as_the_readme_says() -> None:
    (start,) = set(re.findall(r"`(python3 start\.py [^`]+)`", GUIDE))
    assert start in (ROOT / "README.md").read_text("utf-8")


@pytest.mark.parametrize("title", SCRIPTS)
def test_the_minutes_of_a_script_follow_each_other_and_fill_it(title: str) -> None:
    spans = re.findall(r"^\| (\d+)–(\d+) \|", SCRIPTS[title], re.M)
    times = [(int(start), int(end)) for start, end in spans]
    assert times[0][0] == 0
    assert times[-1][1] == int(title.split("-")[0].removeprefix("The "))
    assert all(start < end for start, end in times)
    assert [start for start, _ in times[1:]] == [end for _, end in times[:-1]]


def test_there_are_scripts_of_three_lengths_and_each_predicts_records_and_says_what_it_is() -> None:
    assert [title.split("-")[0] for title in SCRIPTS] == ["The 20", "The 45", "The 90"]
    for text in SCRIPTS.values():
        assert "predict=" in text
        assert "**Alt+A**" in text
        assert "**Minutes (web page)**" in text


@pytest.mark.parametrize("title", [title for title in SCRIPTS if "20" not in title])
def test_each_key_for_the_next_scene_leads_from_the_scene_before_to_the_one_that_is_named(
    title: str,
) -> None:
    talk = [name for name in STORYLINE if name not in scenes_beside()]
    ways = re.findall(
        r"(\*\*Alt\+N\*\*(?: twice)?, to )?\[[^]]+\]\(present\?scene=(\w+)", SCRIPTS[title]
    )
    led = [
        (talk[talk.index(before) + (2 if "twice" in key else 1)], scene)
        for (_, before), (key, scene) in pairwise(ways)
        if key
    ]
    assert len(led) >= 2
    assert [there for there, _ in led] == [named for _, named in led]


def test_the_figures_in_the_guide_are_those_of_the_sources() -> None:
    figures = (ROOT / "data" / "policy_figure.csv").read_text("utf-8")
    for figure in ("24000", "26000", "27800", "1.57"):
        assert f",{figure}," in figures
    validated = (ROOT / "docs" / "VALIDATION.md").read_text("utf-8")
    assert "-17.6%" in validated
    assert "17.6% fewer" in GUIDE
