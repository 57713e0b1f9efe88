"""What a page says, in the order in which it says it: for the tests of words."""

import re
from collections.abc import Iterator
from functools import cache
from html import unescape
from typing import Any, Final

from google.protobuf.json_format import MessageToDict  # type: ignore[import-untyped]
from streamlit.testing.v1 import AppTest

from .reader import arrive, assert_sound

SAID: Final = {
    "body",
    "label",
    "value",
    "title",
    "options",
    "placeholder",
}  # and not what is hovered
TITLE_ENDS = "</h1>"  # it is sent with the list of words below it
MARKS: Final = re.compile(r"<style.*?</style>|<[^>]+>", re.S)
STATES: Final[
    tuple[dict[str, str | float], ...]
] = (  # enough to say each kind of sentence: untouched, a plan, and a place's own
    {},
    {"place": "QWE", "show": "table", "retention": 0.05, "places_other": 6_500, "leave_psy": 0.08},
)


FOLDED: Final = {  # read too
    "app.py": ("changes", "joining", "sources", "targets"),
    "pages/leaders.py": ("fold_roles", "fold_levels", "fold_repay"),
}


@cache
def opened(page: str, state: int) -> AppTest:
    """A page in one of its states, with the parts that come second opened."""
    app = arrive(page, **STATES[state])
    for name in FOLDED.get(page, ()):
        app.session_state[name] = True
    app = app.run() if page in FOLDED else app
    assert_sound(app)
    return app


@cache
def texts(page: str, state: int = 0) -> tuple[str, ...]:
    """Everything that a page says below its menu, in order, without markup."""
    app = opened(page, state)
    parts = (part for text in each(app.main) for part in text.split(TITLE_ENDS))
    said = [unescape(MARKS.sub(" ", part)).strip() for part in parts]
    return tuple(text for text in said if text)


@cache
def prose(page: str, state: int = 0) -> str:
    """The sentences of a page, a paragraph each: what is set as text, and not labels or tables."""
    app = opened(page, state)
    shown = [*app.markdown, *app.caption, *app.info, *app.warning]
    return "\n\n".join(str(element.value) for element in shown)


def each(node: Any) -> Iterator[str]:
    """Yield what each element under a node says; the menu and what no reader sees are left out."""
    for child in getattr(node, "children", {}).values():
        proto = getattr(child, "proto", None)
        if proto is not None and getattr(child, "type", "") not in ("page_link", "bidi_component"):
            yield from found_in(MessageToDict(proto))
        yield from each(child)


def found_in(proto: Any, under: str = "") -> Iterator[str]:
    """Yield the texts of an element."""
    if isinstance(proto, dict):
        for name, value in proto.items():
            if name != "labelVisibility":
                yield from found_in(value, name)
    elif isinstance(proto, list):
        for value in proto:
            yield from found_in(value, under)
    elif isinstance(proto, str) and under in SAID:
        yield proto
