"""The link: a scenario and a view as URL parameters, and back.

The address carries only what differs from the defaults, and the version of those defaults.
Whatever a link says and this explorer cannot use is named to the reader; nothing is dropped in
silence and nothing from a link is run.
"""

import re
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from functools import lru_cache
from types import MappingProxyType
from typing import Final

from ppn_scenarios.assumptions import ASSUMPTIONS, Scenario
from ppn_scenarios.assumptions.version import MODEL_VERSION as VERSION

from .kept import VERSION as A_VERSION
from .mangled import mended, of_a_tracker, was_cut
from .meant import AGAIN, unknown
from .scenes import STORYLINE
from .told import told
from .view import LABELS, LONGEST_TEXT, View, allows

VERSION_NAME: Final = "v"
DATA_NAME: Final = "d"  # the version of the data, in links that are handed on
DAY_NAME: Final = "on"  # and the day on which they were
DAY: Final = "Day of the link"  # what people call it
STAMPS: Final = (VERSION_NAME, DATA_NAME, DAY_NAME)
VERSIONS: Final = {VERSION_NAME: "model", DATA_NAME: "data"}
LONGEST: Final = 6_000  # characters: every lever and setting at its longest fits in it
NUMBER: Final = re.compile(r"-?\d{1,9}(\.\d{1,12})?(e[+-]\d{2,3})?", re.ASCII)
COMMA: Final = re.compile(r"-?\d+,\d+", re.ASCII)

SINCE: Final = "This link was made"  # how each note begins that tells of no failure
END_MISSING: Final = "The end of this link is missing: settings may be lost. Ask for all of it."
CHANGED: Final = "What each version changed is on the page on trust."
OLD_NAMES: Final[dict[str, str]] = {
    "note": "remark"
}  # old name: new name, so that old links keep opening


def number(value: float) -> str:
    """Write a number so that reading it back gives the same number."""
    return f"{value:.9g}"


def scene_view(name: str) -> Mapping[str, str]:
    """Return what a built-in scene sets of the view; nothing for any other."""
    return STORYLINE[name].view if name in STORYLINE else {}


def write(scenario: Scenario, view: View | None = None) -> dict[str, str]:
    """Return the parameters of a link; the defaults need none, not even a version.

    What a scene sets of the view is always written, so that a link which names no more than a
    scene can mean the view that the scene sets.
    """
    return dict(written(scenario, view or View()))


@lru_cache(maxsize=256)
def written(scenario: Scenario, view: View) -> Mapping[str, str]:
    """Return the parameters of a link, worked out once: every page writes them several times."""
    chosen = {name: number(value) for name, value in scenario.changes().items()}
    plain, seen = vars(View()), vars(view)
    of_scene = scene_view(seen["scene"])
    looked = {k: v for k, v in seen.items() if v != plain[k] or k in of_scene}
    found = {VERSION_NAME: VERSION} | chosen | looked if chosen or looked else {}
    return MappingProxyType(found)


def stamped(parameters: Mapping[str, str], data_version: str, day: date) -> dict[str, str]:
    """Return the parameters of a link to hand on: those of its maker, the data and the day."""
    if not parameters:
        return {}
    # The day is last: a link that names its data and no day was cut on its way.
    first = {VERSION_NAME: parameters.get(VERSION_NAME, VERSION), DATA_NAME: data_version}
    return {**first, **parameters, DAY_NAME: day.isoformat()}


def read(
    query: Mapping[str, Sequence[str]], places: Collection[str], data_version: str = ""
) -> tuple[Scenario, View, list[str]]:
    """Return the scenario and view in a link, and what its reader must be told.

    `query` maps each parameter to all the values given for it. `places` are the codes known, and
    `data_version` the data in use. Never raises for anything a link may hold.
    """
    size = sum(len(name) + sum(map(len, values)) for name, values in query.items())
    if size > LONGEST:
        return (
            Scenario(),
            View(),
            [
                f"This link is {size:,} characters long, which no link of this "
                "explorer is. It was not read; you see things as they stand. Ask for it again."
            ],
        )
    query = mended(query, VERSION_NAME, LONGEST_TEXT, OLD_NAMES)
    notes = list(version_notes(query, data_version))
    if DATA_NAME in query and DAY_NAME not in query:
        notes.append(END_MISSING)
    values: dict[str, float] = {}
    view = View()
    for name, given in query.items():
        problem = ""
        if name not in LONGEST_TEXT and was_cut(name, given):
            problem = cut_short(name, given[0])
        elif name in ASSUMPTIONS:
            problem = take_lever(name, given, values)
        elif name in LABELS:
            view, problem = take_view(name, given, places, view)
        elif name in VERSIONS and not can_be(given):
            said = f"Version of the {VERSIONS[name]}: “{told(', '.join(given))}” can be none."
            problem = f"{said} Settings may have been lost in it. Ask for the link again."
        elif name == DAY_NAME and not made_on(query):
            day = told(", ".join(given))
            problem = f"{DAY}: “{day}” is not a date. It should be as in 2026-11-28."
        elif name not in STAMPS and not of_a_tracker(name, given):
            problem = f"“{told(name)}” is not a setting of this explorer. Ask for the link again."
        if problem:
            notes.append(problem)
    unsaid = {k: v for k, v in scene_view(view.scene).items() if k not in query}
    return Scenario(**values), replace(view, **unsaid), notes


def version_notes(query: Mapping[str, Sequence[str]], data_version: str = "") -> Iterable[str]:
    """Yield what to say when a link was made with other defaults, equations or data."""
    day, model = made_on(query), list(query.get(VERSION_NAME, [VERSION]))
    made = f"{SINCE}{f' on {day}' if day else ''} with"
    if model != [VERSION] and can_be(model):
        yield (
            f"{made} version {told(', '.join(model))} of the model; this is "
            f"version {VERSION}. Settings it does not name now have today's defaults. {CHANGED}"
        )
    data = list(query.get(DATA_NAME, [data_version]))
    if data_version and data != [data_version] and can_be(data):
        yield (
            f"{made} version {told(', '.join(data))} of the data; this is version "
            f"{data_version}. Results may differ from those its maker saw. {CHANGED}"
        )


def can_be(versions: Sequence[str]) -> bool:
    """Return whether some texts are versions that a link can name, of whatever model or data."""
    return all(map(A_VERSION.fullmatch, versions))


def made_on(query: Mapping[str, Sequence[str]]) -> str:
    """Return the day on which a link was made, in words; nothing where it gives none."""
    given = query.get(DAY_NAME, [])
    try:
        day = date.fromisoformat(given[0]) if len(given) == 1 else None
    except ValueError:
        return ""
    return f"{day.day} {day:%B %Y}" if day else ""


def cut_short(name: str, value: str) -> str:
    """Return what to say of the setting at which a link was cut, by the name that people know."""
    label = ASSUMPTIONS[name].label if name in ASSUMPTIONS else {**LABELS, DAY_NAME: DAY}.get(name)
    here = told(f"{name}={value}" if value else name)
    said = f"{label}: the link" if label else "The link"
    return f"{said} was cut short at “{here}”, which was left out. Ask for all of it."


def take_lever(name: str, given: Sequence[str], values: dict[str, float]) -> str:
    """Put a lever's value into `values`, or return why the link's value is no use."""
    lever = ASSUMPTIONS[name]
    kept = f"It stays at {lever.show(lever.default)}. {AGAIN}"
    if len(given) != 1:
        return f"{lever.label}: the link gives it {len(given)} times. {kept}"
    if not NUMBER.fullmatch(given[0]):
        comma = " A number has a point and no comma." if COMMA.fullmatch(given[0]) else ""
        return f"{lever.label}: “{told(given[0])}” is not a number.{comma} {kept}"
    try:
        values[name] = lever.check(float(given[0]))
    except ValueError as refusal:
        return f"{refusal}. {kept}"
    return ""


def take_view(
    name: str, given: Sequence[str], places: Collection[str], view: View
) -> tuple[View, str]:
    """Return the view with one more setting, or why the link's value is no use."""
    label = LABELS[name]
    if len(given) != 1:
        said = f"{label}: the link gives it {len(given)} times. It was left as it was."
        return view, f"{said} {AGAIN}"
    if not allows(name, given[0], places):
        if name in LONGEST_TEXT:
            return view, (
                f"{label}: it is longer than {LONGEST_TEXT[name]} characters or holds some that "
                "cannot be shown. It was left out. Ask for the link again."
            )
        return view, unknown(name, given[0], places)
    return replace(view, **{name: given[0]}), ""
