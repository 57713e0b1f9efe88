"""Turns: pages are drawn one at a time, long work waits for its turn, and nothing is done twice.

Many threads that work at once wait for each other at every step and push each other's results out
of the caches: a change of a lever then cost more than twice as much as alone.
"""

import os
import time
from collections import OrderedDict
from collections.abc import Callable, Hashable, Iterator
from contextlib import contextmanager
from functools import cache, wraps
from threading import BoundedSemaphore, Lock, get_ident, local
from typing import Final, ParamSpec, TypeVar

import streamlit as st

from ppn_scenarios.running.line import Line, Place
from ppn_scenarios.running.settings import read
from ppn_scenarios.running.share import Use

from .shared import shared

AT_ONCE: Final = 1  # pages drawn at a time: Python works on one of them anyway
LAST: Final = 1_000_000  # a rank that no reader reaches
SLICE: Final = 0.1  # CPU seconds after which a page lets others pass between two of its parts

line: Final = Line(AT_ONCE)


class _Mine(local):
    """What a thread has: a place among the pages, the use of its reader, a turn for long work."""

    def __init__(self) -> None:
        self.place = Place(line)
        self.use: Use | None = None
        self.has_a_turn = False

    def take(self) -> None:
        """Wait for a place: whoever used least lately is next."""
        self.place.take(self.use.rank(time.thread_time()) if self.use else 0)


_mine: Final = _Mine()


def begin_run() -> None:
    """Begin a run of a page when it is its reader's turn."""
    _mine.place.give()  # of a run in this thread that was cut short
    now = time.monotonic()
    _mine.use = st.session_state.setdefault("used_lately", Use(now))
    _mine.use.begin(now, get_ident(), time.thread_time())
    _mine.take()


def let_others_pass() -> None:
    """Let whoever waits draw a page first, if this one has taken long already."""
    use = _mine.use
    if use and line.waits() and use.so_far(time.thread_time()) > SLICE:
        _mine.place.give()
        _mine.take()


def end_run() -> None:
    """Count what the run of a page has used, and let the next be drawn."""
    if _mine.use:
        _mine.use.end(time.monotonic(), time.thread_time())
        _mine.use = None
    _mine.place.give()


P = ParamSpec("P")
T = TypeVar("T")


def in_turn(draw: Callable[P, T]) -> Callable[P, T]:
    """Return what draws a part of a page when it is its turn: as part of a page, or by itself.

    What opens over a page is drawn by itself when something in it is moved.
    """

    @wraps(draw)
    def drawn(*args: P.args, **kwargs: P.kwargs) -> T:
        if _mine.place.taken:
            return draw(*args, **kwargs)
        begin_run()
        try:
            return draw(*args, **kwargs)
        finally:
            end_run()

    return drawn


@contextmanager
def beside() -> Iterator[None]:
    """Work beside the pages, which are drawn meanwhile; then go on with the own page.

    Whoever is cut short needs no place any more.
    """
    if not _mine.place.taken:
        yield
        return
    _mine.place.give()
    yield
    _mine.take()


@contextmanager
def behind() -> Iterator[None]:
    """Work as a page does, and after every page that waits: for what nobody asked for."""
    place = Place(line)
    place.take(LAST)
    try:
        yield
    finally:
        place.give()


@cache
def _places() -> BoundedSemaphore:
    """Return the places for long work: as many as the settings say."""
    return BoundedSemaphore(read(os.environ).costly)


@contextmanager
def turn() -> Iterator[None]:
    """Do long work when it is its turn, beside the pages; work within work needs no other turn."""
    if _mine.has_a_turn:
        yield
        return
    with beside(), _places():
        _mine.has_a_turn = True
        try:
            yield
        finally:
            _mine.has_a_turn = False


def costly(maxsize: int) -> Callable[[Callable[P, T]], Callable[P, T]]:
    """Return what makes a function do its work in turn, and keep its last results.

    Whoever asks for the same while it is worked out waits for it: a roomful of people who open one
    link would otherwise each work it out. Arguments can be hashed; nobody can change what is kept.
    """

    def decorated(work: Callable[P, T]) -> Callable[P, T]:
        held: OrderedDict[Hashable, T] = OrderedDict()
        under_way: dict[Hashable, Lock] = {}
        lock = Lock()

        @wraps(work)
        def found(*args: P.args, **kwargs: P.kwargs) -> T:
            key: Hashable = (args, tuple(sorted(kwargs.items())))
            with lock:
                if key in held:
                    held.move_to_end(key)
                    return held[key]
                mine = under_way.setdefault(key, Lock())
            with beside(), mine:  # nobody may wait for a page while others wait for this work
                with lock:
                    if key in held:  # somebody else has worked it out meanwhile
                        return held[key]
                try:
                    with turn():
                        made = shared(work(*args, **kwargs))
                    with lock:
                        held[key] = made
                        while len(held) > maxsize:
                            held.popitem(last=False)
                finally:
                    with lock:
                        under_way.pop(key, None)
            return made

        found.cache_clear = held.clear  # type: ignore[attr-defined]
        return found

    return decorated
