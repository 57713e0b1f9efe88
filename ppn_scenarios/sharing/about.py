"""What every file that is taken away says of itself, so that it can be read without the app."""

import re
from collections.abc import Mapping
from datetime import date
from typing import Final

from ppn_scenarios.assumptions import ASSUMPTIONS, LEVERS, Scenario
from ppn_scenarios.assumptions.version import MODEL_VERSION

PROJECTED: Final = "This explorer's model, run on the scenario below; its inputs: data/README.md."
AS_SHOWN: Final = "as the page shows them, rounded; whole columns of numbers are numbers"
AS_DRAWN: Final = "not rounded, as they are drawn"
LICENCE: Final = (
    "Contains public sector information licensed under the Open Government Licence v3.0. "
    "An independent project: not an NHS service."
)
LONGEST_TITLE: Final = 200  # characters; past this a title is cut after a sentence
LONGEST_FILE_NAME: Final = 60
SETTINGS_IN_A_PICTURE: Final = 5


def about(
    title: str,
    scenario: Scenario,
    *,
    unit: str,
    numbers: str,
    source: str,
    data_version: str,
    day: date,
    link: str,
    place: str = "",
    most: int | None = None,
) -> dict[str, str]:
    """Return the lines about a file, by name.

    With a `source` the numbers are published ones; without, they follow from `scenario`, and the
    lines say which of its settings are placeholders. `most` settings are named, all if None.
    """
    lines = {"Title": plain(title), "Unit": unit, "Numbers": numbers, "Place chosen": place}
    if source:
        lines |= {"Source": source, "Status": "As the source says; not a result of the model."}
    else:
        lines |= {"Source": PROJECTED, "Status": status()}
        lines |= {"Scenario": said(scenario, most)}
    lines |= {
        "Model version": MODEL_VERSION,
        "Data version": data_version,
        "Date": f"{day:%d %B %Y}".lstrip("0"),
        "Link": link,
        "Licence": LICENCE,
    }
    return {name: value for name, value in lines.items() if value}


def status() -> str:
    """Return what a projection is, and how much of what it rests on is a placeholder."""
    bare = sum(lever.is_placeholder for lever in LEVERS.values())
    return (
        "Consequences of assumptions, not a forecast; not yet assured. "
        f"{bare} of {len(LEVERS)} levers have no published source: placeholders."
    )


def said(scenario: Scenario, most: int | None = None) -> str:
    """Return what a scenario sets, each placeholder marked as one."""
    changes = [
        f"{ASSUMPTIONS[name].label} {ASSUMPTIONS[name].show(value)}"
        + (" (a placeholder)" if ASSUMPTIONS[name].is_placeholder else "")
        for name, value in scenario.changes().items()
    ]
    if not changes:
        return "As things stand."
    more = len(changes) - len(changes[:most])
    return "; ".join(changes[:most]) + (f"; and {more} more, in the link." if more else ".")


def in_a_picture(lines: Mapping[str, str]) -> list[str]:
    """Return the lines about a file as they stand under a picture's title, which has them first."""
    versions = f"Model {lines['Model version']}, data {lines['Data version']}, {lines['Date']}."
    first = [lines.get("Place chosen", ""), lines.get("Unit", "")]
    named = [f"{name}: {lines[name]}" for name in ("Source", "Status", "Scenario") if name in lines]
    shown = [". ".join(filter(None, first)), *named, versions, lines["Link"], lines["Licence"]]
    return [line for line in shown if line]


def plain(text: str) -> str:
    """Return a text of a page without its marks, whole sentences of it as long as a title may be.

    Marks are those of Markdown that pages use: bold, italics and escapes.
    """
    bare = re.sub(r"\\+(?=\W)|\*\*|(?<!\w)\*(?=\w)|(?<=[\w.])\*(?!\w)", "", text)
    bare = " ".join(bare.split())
    if len(bare) <= LONGEST_TITLE:
        return bare
    ends = [m.end() for m in re.finditer(r"[.?!](?= )", bare[: LONGEST_TITLE + 1])]
    if ends:
        return bare[: ends[-1]]
    return f"{bare[:LONGEST_TITLE].rsplit(' ', 1)[0]}…"


def file_name(title: str, ending: str) -> str:
    """Return a file's name that says what it is, in letters that every computer takes."""
    short = title if len(title) <= LONGEST_FILE_NAME else title.split(": ")[0]
    words = re.sub(r"[^a-z0-9]+", "-", short.lower()).strip("-")
    if len(words) > LONGEST_FILE_NAME:
        words = words[:LONGEST_FILE_NAME].rsplit("-", 1)[0]
    return f"ppn-{words or 'file'}.{ending}"
