"""The answer first: what takes longer is drawn once the rest of a page is there, levers last."""

from collections.abc import Callable
from contextvars import ContextVar
from typing import NoReturn

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from .turns import let_others_pass

Waiting = list[tuple[DeltaGenerator, Callable[..., object], tuple[object, ...]]]
_later: ContextVar[Waiting | None] = ContextVar("later", default=None)
_last: ContextVar[Waiting | None] = ContextVar("last", default=None)


def begin() -> None:
    """Start a page on which parts may wait; `draw_the_rest` or `end_here` must end it."""
    _later.set([])
    _last.set([])


def later(draw: Callable[..., object], *given: object) -> None:
    """Keep a place here, and draw there with `given` once the rest of the page is drawn.

    Outside a page, as in a drawer, it is drawn at once.
    """
    wait(_later, st.container(), draw, given)


def last(draw: Callable[..., object], *given: object, place: DeltaGenerator | None = None) -> None:
    """Keep a place here, or take `place`, and draw there after all else, also if the page fails."""
    wait(_last, place or st.container(), draw, given)


def wait(
    where: ContextVar[Waiting | None],
    place: DeltaGenerator,
    draw: Callable[..., object],
    given: tuple[object, ...],
) -> None:
    """Put a part off, or draw it at once where nothing will draw it later."""
    waiting = where.get()
    if waiting is None:
        with place:
            draw(*given)
    else:
        waiting.append((place, draw, given))


def draw_the_rest() -> None:
    """Draw what waits: parts of the page, then what comes last."""
    draw_all(_later)
    draw_all(_last)


def draw_last() -> None:
    """Draw only what comes last, where a page could not be finished."""
    _later.set(None)
    draw_all(_last)


def end_here() -> NoReturn:
    """End a page before its end: parts of it that wait are left out, levers are drawn."""
    draw_last()
    st.stop()


def draw_all(where: ContextVar[Waiting | None]) -> None:
    """Draw what waits in one list, in the order in which it was put off."""
    waiting = where.get() or []
    where.set(None)
    for place, draw, given in waiting:
        let_others_pass()
        with place:
            draw(*given)
