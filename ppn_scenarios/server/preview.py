"""What a link says in a chat or an e-mail before anyone opens it: made from its scenario."""

import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import lru_cache
from typing import TYPE_CHECKING, Final
from urllib.parse import parse_qsl

from ppn_scenarios.assumptions import Scenario

from .page import SITE, Preview

if TYPE_CHECKING:
    from ppn_scenarios.wording.places import Place

Finding = Callable[[Scenario, "Place"], str]
MOST: Final = 500  # characters of a description
FIELDS: Final = 200  # settings in a link; there are fewer
STATUS: Final = "Consequences of assumptions, not a forecast. Not yet assured."
ASKED_FIRST: Final = "This link asks what you expect before it shows an answer."
ABOUT: Final = (
    "An open scenario explorer for the psychological professions workforce, and its leadership, in "
    f"the English NHS. {STATUS}"
)


def settings_in(query: str) -> dict[str, Sequence[str]]:
    """Return each setting of a link with all its values.

    Raises ValueError for more than any link of ours can hold.
    """
    from ppn_scenarios.sharing.link import LONGEST

    if len(query) > 3 * LONGEST:  # a character is three when it is written for an address
        raise ValueError("longer than a link can be")
    found: dict[str, list[str]] = {}
    for name, value in parse_qsl(query, keep_blank_values=True, max_num_fields=FIELDS):
        found.setdefault(name, []).append(value)
    return dict(found)


def plain(question: str) -> Preview:
    """Return the preview of a page when nothing is known of the link."""
    return Preview(f"{question} · {SITE}", ABOUT)


def preview(question: str, query: str, finding: Finding) -> Preview:
    """Return the preview of a page and a link: the finding in words, its place and its status.

    A hypothesis on leadership is left out of it, as out of every headline. Never raises for
    anything that a link may hold.
    """
    # The server answers before all that links and places need is loaded.
    from ppn_scenarios.sharing.link import read
    from ppn_scenarios.wording.places import places
    from ppn_scenarios.wording.predicted import ASKED

    try:
        given = settings_in(query)
    except ValueError:
        return plain(question)
    scenario, view, notes = read(given, places())
    title = f"{view.title} · {question}" if view.title else question
    if view.predict in ASKED:  # whoever opens it is asked first
        return Preview(f"{title} · {SITE}", f"{ASKED_FIRST} {STATUS}")
    said = _finding(finding, replace(scenario, effects_on=0), places()[view.place])
    return Preview(f"{title} · {SITE}", described(said, notes))


def described(said: str, notes: Sequence[str]) -> str:
    """Return a finding as a description: whole sentences, its status always with it."""
    said = re.sub(r": \*[^*.]+\*[^.]*\.", ".", said.replace("**", ""))  # what points into the page
    sentences = re.split(r"(?<=\.) ", said)
    last = [STATUS]
    if notes:
        last.insert(0, "Some of this link could not be used.")
    while sentences and len(" ".join([*sentences, *last])) > MOST:
        sentences.pop()
    return " ".join([*sentences, *last])


@lru_cache(maxsize=256)
def _finding(finding: Finding, scenario: Scenario, place: "Place") -> str:
    """Return a finding, kept: a chat asks for a link many times."""
    return finding(scenario, place)
