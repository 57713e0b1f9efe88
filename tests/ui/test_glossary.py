"""Every short form and hard word of a page is explained where it stands."""

import re
from pathlib import PurePosixPath
from typing import Final

import pytest

from ppn_scenarios.assumptions.glossary import GLOSSARY, IN_NAMES, SHORT_FORMS, WELL_KNOWN
from ppn_scenarios.wording.places import places

from .page_texts import STATES, texts
from .reader import PAGES, arrive, table

CAPITALS: Final = re.compile(r"\b[A-Z][A-Z0-9]*[A-Z]s?\b(?!\.md)")
WHAT_ELSE: Final = {"T4A", "T4B", "T4C"}  # names of readings among the checks
KNOWN: Final = {term.name: term for term in SHORT_FORMS}
LIST: Final = "Words used here"


def stem(page: str) -> str:
    return PurePosixPath(page).stem


def short_forms(text: str) -> set[str]:
    """The words in capitals, in the singular; names of places have some of their own."""
    for place in places().values():
        text = text.replace(place.name, "")
    return {found.removesuffix("s") for found in CAPITALS.findall(text)} - WHAT_ELSE


@pytest.mark.parametrize("page", PAGES)
def test_every_short_form_of_a_page_is_in_the_list_and_in_full_before_it_is_used(page: str) -> None:
    for state in range(len(STATES)):
        said = texts(page, state)
        (at,) = (i for i, text in enumerate(said) if text.startswith(LIST))
        for i, text in enumerate(said):
            for name in short_forms(text) - set(IN_NAMES):
                assert name in KNOWN, f"{name} is not in the glossary: {text[:80]}"
                assert stem(page) in KNOWN[name].pages, f"{name} stands on {page}: {text[:80]}"
                if name not in WELL_KNOWN:
                    assert i >= at, f"{name} stands above the list"
                    assert f"{name} {KNOWN[name].spelt}" in " ".join(said[at].split())


def written(name: str) -> str:
    """How a word may stand in a text."""
    return rf"\b{re.escape(name).replace('y', '(?:y|ies)') if name == 'proxy' else re.escape(name)}"


@pytest.mark.parametrize("page", PAGES)
def test_no_page_explains_a_word_that_it_does_not_use(page: str) -> None:
    said = " ".join(
        text.rpartition("   ")[2] if text.startswith(LIST) else text  # the words below the list
        for i in range(len(STATES))
        for text in texts(page, i)
    )
    assert "Words used" not in said
    for term in GLOSSARY:
        if stem(page) in term.pages:
            case = re.NOFLAG if term.is_short_form else re.IGNORECASE
            assert re.search(written(term.name), said, case), f"{term.name} is not on {page}"


def test_the_list_of_a_page_opens_without_a_pointer_and_says_what_each_word_means() -> None:
    (found,) = (h.value for h in arrive().html if LIST in h.value)
    assert found.partition("</h1>")[2].startswith("<details")
    assert "<b>FTE</b> full-time equivalent" in found.split("</summary>")[0]
    assert "<dt>placeholder</dt><dd>A number without a source" in found
    assert "title=" not in found, "what is only hovered cannot be read by touch"


def test_the_whole_list_is_on_the_page_on_sources() -> None:
    app = arrive("pages/numbers.py")
    app.session_state["numbers_part"] = "Words"
    app.run()
    rows = table(app, "Words and short forms")
    assert {row[0] for row in rows[1:]} == {t.name for t in GLOSSARY} | set(IN_NAMES)
    assert all(row[2] for row in rows)


def test_no_word_is_explained_twice_or_by_itself_alone() -> None:
    names = [term.name for term in GLOSSARY]
    assert len(set(names)) == len(names)
    assert all(term.means.endswith(".") and len(term.means.split()) > 5 for term in GLOSSARY)
