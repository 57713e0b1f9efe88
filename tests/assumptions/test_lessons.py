"""Every lever has a lesson that is whole, short, plain and honest."""

import csv
import re
from pathlib import Path

import pytest

from ppn_scenarios.assumptions import ASSUMPTIONS
from ppn_scenarios.assumptions.lesson import TITLES, Lesson

EACH = pytest.mark.parametrize("name", ASSUMPTIONS)
SHORTEST_TEXT, LONGEST_TEXT = 5, 40  # words
LONGEST_SENTENCE = 25  # words
LONGEST_ON_AVERAGE = 13  # words a sentence, over all lessons
KNOWN_LETTERS = {"NHS", "ICS", "ICSs", "CBT", "PPN", "BMJ", "HSJ", "UK"}  # said on every page
JARGON = re.compile(
    r"\b(hazards?|baseline|stochastic|distributions?|parameters?|coefficients?|elasticity|dose|"
    r"headcount|on-costs|establishment|competing|counterfactual)\b",
    re.I,
)
ABOUT_LEADERS = {"Leadership posts", "Leadership today", "Does leadership change staffing?"}
CLAIMS = re.compile(
    r"(leader\w*|posts?|role|support|cppo)[^.]*\b(keeps?|retains?|improves?|reduces?|lowers?|"
    r"raises?|increases?|draws?|attracts?|boosts?)\b[^.]*\b(staff|leav\w+|turnover|vacanc\w+|"
    r"recruit\w+|care|outcomes?|access|waits?)\b",
    re.I,
)
ALLOWED = re.compile(
    r"\b(no study|no number|nobody|not the number|would|no effect|on hiring|clinical time)\b", re.I
)


def texts(name: str) -> dict[str, str]:
    return ASSUMPTIONS[name].lesson.texts()


def sentences(text: str) -> list[str]:
    """The sentences of a text; a colon or a semicolon does not end one."""
    return [part for part in re.split(r"(?<=[.?!])\s+", text) if part]


def words(text: str) -> list[str]:
    return re.findall(r"[\w’'£%.,+-]*\w[\w’'£%]*", text)


@EACH
def test_every_lever_has_a_lesson_whose_texts_are_whole_and_short(name: str) -> None:
    found = texts(name)
    assert list(found) == list(TITLES)
    for which, text in found.items():
        assert SHORTEST_TEXT <= len(words(text)) <= LONGEST_TEXT, (which, text)
        assert text.endswith("."), (which, text)
        assert text[0].isupper() or text[0].isdigit() or text[0] in "“£", (which, text)
        assert text == " ".join(text.split()), "stray spaces"


@EACH
def test_its_sentences_are_short_enough_to_be_heard_once(name: str) -> None:
    for which, text in texts(name).items():
        for sentence in sentences(text):
            assert len(words(sentence)) <= LONGEST_SENTENCE, (which, sentence)


def test_sentences_are_short_on_average() -> None:
    found = [
        len(words(sentence))
        for name in ASSUMPTIONS
        for text in texts(name).values()
        for sentence in sentences(text)
    ]
    assert sum(found) / len(found) <= LONGEST_ON_AVERAGE


@EACH
def test_it_uses_no_word_that_a_board_would_have_to_look_up(name: str) -> None:
    for which, text in texts(name).items():
        letters = set(re.findall(r"\b[A-Z]{2,}s?\b", text)) - KNOWN_LETTERS
        assert not letters, (which, letters)
        assert not JARGON.search(text), (which, text)


@EACH
def test_it_names_the_equations_that_the_lever_enters(name: str) -> None:
    told = texts(name)
    numbers = [int(n) for n in re.findall(r"\bE(\d+)\b", told["in_the_model"])]
    assert numbers, "say which equations"
    assert set(numbers) <= set(range(1, 20))
    others = " ".join(text for which, text in told.items() if which != "in_the_model")
    assert not re.search(r"\bE\d+\b", others), "equation numbers belong to the last text"


@EACH
def test_what_it_quotes_has_a_source_that_is_in_the_register(name: str, root: Path) -> None:
    lever = ASSUMPTIONS[name]
    with (root / "data" / "source.csv").open(encoding="utf-8") as lines:
        known = {row["source_id"] for row in csv.DictReader(lines)}
    assert set(lever.lesson.sources) <= known
    assert len(set(lever.lesson.sources)) == len(lever.lesson.sources)
    assert not set(lever.lesson.sources) & {"placeholder", "own-work"}
    cites = re.search(
        r"\(([^()]*\b(19|20)\d\d[^()]*|[A-Z][^()\d]*)\)", " ".join(texts(name).values())
    )
    own = {lever.source_id} - {"placeholder", "own-work"}
    assert not cites or lever.lesson.sources or own, f"“{cites[0]}” needs a source id"


@EACH
def test_nothing_about_leaders_claims_that_they_change_staffing(name: str) -> None:
    lever = ASSUMPTIONS[name]
    if lever.group not in ABOUT_LEADERS:
        return
    for which, text in texts(name).items():
        for sentence in sentences(text):
            claim = CLAIMS.search(sentence)
            assert not claim or ALLOWED.search(sentence), (which, sentence)


@pytest.mark.parametrize(
    "claim",
    [
        "A leader keeps staff.",
        "Such posts reduce vacancies and waits.",
        "The role improves access.",
        "Support around a leader lowers turnover.",
    ],
)
def test_a_claim_on_leaders_would_be_found(claim: str) -> None:
    assert CLAIMS.search(claim)
    assert not ALLOWED.search(claim)


@pytest.mark.parametrize(
    "name",
    [n for n, a in ASSUMPTIONS.items() if a.group == "Does leadership change staffing?"],
)
def test_every_lever_on_what_leadership_might_do_says_that_no_study_shows_it(name: str) -> None:
    said = texts(name)
    assert re.search(r"\bno study\b", said["message"], re.I)
    assert "headline" in said["message"] + said["acts"]
    assert "hypothesis" in said["who"]


@EACH
def test_the_cost_of_a_choice_is_sourced_or_said_to_be_unpublished(name: str) -> None:
    lever = ASSUMPTIONS[name]
    if re.search(r"£\d", lever.lesson.cost):
        assert lever.lesson.sources, "a figure of money needs a source"
    elif lever.kind == "choice":
        assert re.search(r"\bpublished\b|\bno price of its own\b", lever.lesson.cost)


def test_a_lesson_with_a_text_left_out_is_refused() -> None:
    whole = dict.fromkeys(TITLES, "A text.")
    Lesson(**whole)  # type: ignore[arg-type]
    for name in TITLES:
        with pytest.raises(ValueError, match=name):
            Lesson(**(whole | {name: "  "}))  # type: ignore[arg-type]
