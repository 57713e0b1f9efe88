"""No text gets harder to read unnoticed; the counts are held against words counted by hand."""

import pytest

from ppn_scenarios.assumptions import LEVERS
from tests.ui.reader import PAGES

from .reading_age import counted, sentences, syllables
from .report import stated
from .texts import DOCUMENTS, declared, documents, of_levers, of_page

ALLOWED = 0.5  # years above what the document states
OLDEST = 14.0
BY_HAND = {
    1: "staff leave year range fire asked looked whole less seen hour 27,900 FTE 63% trained",
    2: "people leaving retire model region vacant senior proxies needed being quiet nation million "
    "special patient useful likely fewer every service published table places beliefs equal",
    3: "different area placeholder evidence leadership vacancy creation national "
    "retirement employer idea theory ratio average period equation required-from assumption",
    4: "scenario situation variation reality experience",
    5: "organisation organisations",
}


@pytest.mark.parametrize("number", BY_HAND)
def test_syllables_are_those_that_are_heard(number: int) -> None:
    for word in BY_HAND[number].split():
        if "-" not in word:
            assert syllables(word) == number, word


def test_a_reading_age_is_the_formula_worked_out_by_hand() -> None:
    # Ten words in two sentences, eleven syllables: 0.39 x 5 + 11.8 x 1.1 - 15.59 + 5.
    found = counted("We need more staff. They leave, so posts are vacant.")
    assert (found.words, found.sentences, found.syllables, found.longest) == (10, 2, 11, 6)
    assert found.age == pytest.approx(4.34)


def test_names_count_as_one_short_word_and_as_written_on_request() -> None:
    text = "The chief psychological professions officer leads all staff."
    assert counted(text).words == 5
    assert counted(text, names=False).words == 8
    assert counted(text).age < counted(text, names=False).age


def test_headings_tables_code_and_labels_are_no_running_text() -> None:
    text = (
        "# A title of many long words\n\nStaff leave and come.\n\n| a | table | of | words |\n\n"
        "    code = of(many, words)\n\n- One bullet of five words.\n- Short label\n\n"
        "It [links to a text](https://x.example/never.counted) here. Then it ends with a dot."
    )
    assert sentences(text) == [
        "Staff leave and come.",
        "One bullet of five words.",
        "It links to a text here.",
        "Then it ends with a dot.",
    ]


def hold(name: str, text: str) -> None:
    """Hold a text against the row that the document has of it."""
    age = counted(text).age
    assert name in stated(), "no row: run `python -m tests.plain_english > docs/PLAIN_ENGLISH.md`"
    assert age <= min(stated()[name] + ALLOWED, OLDEST), (
        f"{name} has a reading age of {age:.1f}, and {stated()[name]} is stated: write it more "
        "plainly, or state the new age with `python -m tests.plain_english`"
    )


@pytest.mark.parametrize("page", PAGES)
def test_no_page_gets_harder_to_read(page: str) -> None:
    hold(page, of_page(page))


@pytest.mark.parametrize("kind", declared())
def test_no_declared_text_gets_harder_to_read(kind: str) -> None:
    hold(kind, declared()[kind])


@pytest.mark.parametrize("name", DOCUMENTS)
def test_no_document_gets_harder_to_read(name: str) -> None:
    hold(name, documents()[name])


@pytest.mark.parametrize("name", LEVERS)
def test_no_lever_gets_harder_to_read(name: str) -> None:
    hold(name, dict(of_levers())[name])
