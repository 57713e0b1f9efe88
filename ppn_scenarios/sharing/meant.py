"""What somebody may have meant by a setting that cannot be, and what can be done about it."""

from collections.abc import Collection, Iterable
from difflib import SequenceMatcher
from typing import Final

from .told import told
from .view import LABELS, values

AGAIN: Final = "Set it on a page, or ask for the link again."
LIKE: Final = 0.75  # of the letters of two words are alike where one may be meant by the other
LONGEST: Final = 60  # characters that are compared


def unknown(name: str, text: str, places: Collection[str]) -> str:
    """Return why a setting of the view cannot be a text, and what can be done about it.

    `places` are the codes known.
    """
    fix = place_meant(text, places) if name == "place" else value_meant(name, text)
    said = f"{LABELS[name]}: “{told(text)}” is not one that we know. It was left as it was."
    return f"{said} {fix}"


def place_meant(text: str, places: Collection[str]) -> str:
    """Return which place may be meant by a code or a name, or what codes look like."""
    # A server reads links before all that places need is loaded.
    from ppn_scenarios.wording.places import places as all_places

    known = [place for code, place in all_places().items() if code in places]
    by_word = {w.casefold(): place for place in known for w in (place.name, place.said, place.code)}
    if near := nearest(text, by_word):
        place = by_word[near]
        return (
            f"{place.opening} has the code {place.code}: if that is meant, choose it from the list."
        )
    some = " or ".join([place.code for place in known if place.level != "england"][:2])
    return f"A place has a code such as {some}: choose one from the list."


def value_meant(name: str, text: str) -> str:
    """Return which value of a setting may be meant, and where to set it."""
    near = nearest(text, values(name))
    return f"The link may mean “{near}”. {AGAIN}" if near else AGAIN


def nearest(text: str, known: Iterable[str]) -> str:
    """Return the one known word that a text is most like; nothing where none, or two, are like."""
    alike = SequenceMatcher(None, b=text[:LONGEST].casefold())
    found: list[tuple[float, str]] = []
    for word in known:
        alike.set_seq1(word.casefold())
        if alike.quick_ratio() >= LIKE:
            found.append((alike.ratio(), word))
    best = max(found, default=(0.0, ""))
    tied = [word for ratio, word in found if ratio == best[0]]
    return best[1] if best[0] >= LIKE and len(tied) == 1 else ""
