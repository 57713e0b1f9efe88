"""20,000 hostile links, the same each time: none is believed, none is dropped without a word.

Many more, with another seed each time:
    PPN_HOSTILE_LINKS=1000000 .venv/bin/python -m pytest -q tests/safety/test_hostile_links.py
"""

import os
import re
import time
from random import Random
from urllib.parse import parse_qs

import pytest

from ppn_scenarios.assumptions import ASSUMPTIONS, Scenario
from ppn_scenarios.sharing import link
from ppn_scenarios.sharing.view import LABELS, View, allows
from tests.safety.hostile_links import PLACES, hostile_links
from tests.sharing.as_written import as_written, core
from tests.ui.reader import arrive, assert_sound, warnings

ASKED = int(os.environ.get("PPN_HOSTILE_LINKS", "0"))
PLAIN = View()
MARKUP = re.compile(r"[<>\[\]`$*\\]")
ADDED_BY_OTHERS = re.compile(r"utm_\w+|fbclid|gclid|mc_\w+")
LONGEST_NOTE = 400  # characters
SLOWEST = 1.0  # seconds of the processor's time: usual is a ten-thousandth of this


def in_force(name: str, values: list[str], scenario: Scenario, view: View) -> bool:
    """Whether what a link says of a name is what holds, by a reading apart from the code's."""
    if len(values) != 1:
        return False
    if name in ASSUMPTIONS:
        try:
            return bool(getattr(scenario, name) == float(core(values[0])))
        except ValueError:
            return False
    if name in LABELS:
        return getattr(view, name) in (values[0], core(values[0]))
    return ADDED_BY_OTHERS.fullmatch(name) is not None


def wrong(written: str) -> str:
    """What is wrong with how a link is read; nothing if nothing is."""
    query = parse_qs(written, keep_blank_values=True)
    began = time.thread_time()
    scenario, view, notes = link.read(query, PLACES, "abcd1234")
    if time.thread_time() - began > SLOWEST:
        return "it took too long"
    for name, a in ASSUMPTIONS.items():
        if not a.low <= getattr(scenario, name) <= a.high:
            return f"{name} is out of its range"
    set_by_link = [n for n in LABELS if getattr(view, n) != getattr(PLAIN, n)]
    if not all(allows(n, getattr(view, n), PLACES) for n in set_by_link):
        return "the view has a value that it cannot have"
    loud = [n for n in notes if MARKUP.search(n) or not n.isprintable() or len(n) > LONGEST_NOTE]
    if loud:
        return f"a note repeats what it should not: {loud[0]!r}"
    size = sum(len(name) + sum(map(len, values)) for name, values in query.items())
    if size > 6_000:
        return "" if len(notes) == 1 else "a link that is too long has one note"
    dropped = [
        name
        for name, values in as_written(query).items()
        if name not in ("v", "d", "on") and not in_force(name, values, scenario, view)
    ]
    if len(dropped) > len(notes):
        return f"dropped without a word: {dropped}, {notes}"
    return ""


def test_no_hostile_link_is_believed_and_nothing_is_dropped_without_a_word() -> None:
    number, seed = (ASKED, Random().randrange(2**32)) if ASKED else (20_000, 6)
    for written in hostile_links(number, seed):
        assert not (why := wrong(written)), (why, seed, written[:600])


def test_the_check_itself_sees_what_is_dropped_or_out_of_range() -> None:
    nothing = (Scenario(), View())
    assert not in_force("retention", ["0.05"], *nothing)
    assert in_force("retention", ["0.05"], Scenario(retention=0.05), View())
    assert not in_force("place", ["Y56"], *nothing)
    assert not in_force("wage", ["1"], *nothing)
    assert not in_force("retention", ["0", "0"], *nothing)


@pytest.mark.parametrize("page", ["app.py", "pages/compare.py", "pages/goal.py", "pages/record.py"])
def test_a_page_opened_by_a_hostile_link_stays_up_and_says_what_it_left_out(page: str) -> None:
    (written,) = Random(page).sample([*hostile_links(400, 7)], 1)
    query = parse_qs(written, keep_blank_values=True)
    app = arrive(page, **query)
    assert_sound(app)
    _, _, notes = link.read(query, PLACES)
    assert bool(warnings(app)) >= bool(notes), written
