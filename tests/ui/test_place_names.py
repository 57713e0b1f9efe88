"""How places are named: bare in a list, and with their article within a sentence."""

import re
from pathlib import Path

import pytest

import ppn_scenarios
from ppn_scenarios.wording.places import places

from .page_texts import each
from .reader import arrive, assert_sound

SOURCES = sorted(Path(ppn_scenarios.__file__).parent.rglob("*.py"))
BARE = re.compile(r"\b(?:in|of|for|at|from|than|not|assumptions|suppose,) South West\b")
STARTS = re.compile(r"(?:^|[.!?*] )South West (?:has|in|gives|would)\b", re.M)


def test_regions_but_london_and_two_ics_are_said_with_their_article() -> None:
    with_it = {place.said for place in places().values() if place.said != place.full}
    assert with_it == {
        *("the South West", "the South East", "the Midlands", "the East of England"),
        *("the North West", "the North East and Yorkshire"),
        *("the North East and North Cumbria", "the Black Country"),
    }
    assert (places()["Y58"].said, places()["Y58"].opening) == ("the South West", "The South West")
    assert (places()["Y56"].said, places()["Y56"].opening) == ("London", "London")


def test_an_ics_is_in_short_in_a_list_and_in_full_in_a_sentence() -> None:
    kent = places()["QKS"]
    assert (kent.name, kent.option) == ("Kent & Medway", "Kent & Medway (ICS, South East)")
    assert kent.said == kent.opening == "Kent and Medway"
    assert not [place.said for place in places().values() if "&" in place.said]
    said = "\n".join(each(arrive("pages/leaders.py", place="QKS").main))
    assert "of trusts** in Kent and Medway" in said
    assert "in Kent & Medway" not in said


@pytest.mark.parametrize("page", ["app.py", "pages/goal.py", "pages/leaders.py", "pages/flows.py"])
def test_no_sentence_of_a_page_names_a_region_without_its_article(page: str) -> None:
    app = arrive(page, place="Y58")
    assert_sound(app)
    words = "\n".join(each(app.main))
    assert "the South West" in words
    assert not BARE.findall(words)
    assert not STARTS.findall(words)


def test_no_module_puts_the_bare_name_after_a_word_that_needs_the_article() -> None:
    bare = re.compile(r"\b(?:in|of|for|at|from|than|not) \{[\w.()\[\]]*place[\w.()\[\]]*\.name\}")
    assert bare.search("Staff in {g.place.name}")
    assert bare.search("levers for {places()[place].name}.")
    assert {str(file) for file in SOURCES if bare.search(file.read_text("utf-8"))} == set()
