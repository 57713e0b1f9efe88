"""Turns: one reader's work does not keep the others waiting, and nothing is worked out twice."""

import os
import time
from collections import OrderedDict
from collections.abc import Callable, Hashable, Iterator
from contextlib import contextmanager
from functools import cache, wraps
from threading import BoundedSemaphore, Lock, get_ident, local
from typing import Final, ParamSpec, TypeVar

import streamlit as st

from ppn_scenarios.running.settings import read
from ppn_scenarios.running.share import Company, Share

from .shared import shared

LONGEST: Final = 1.0  # seconds that a page waits because its reader has used much already

company: Final = Company()


def begin_run() -> None:
    """Begin a run of a page; a reader who has used far more than a share waits a moment first.

    Nobody waits who has the process to themselves.
    """
    now = time.monotonic()
    share: Share = st.session_state.setdefault("fair_share", Share.full(now))
    wait = share.begin(now, get_ident(), time.thread_time())
    if company.others(id(share), now) and wait:
        time.sleep(min(wait, LONGEST))


def end_run() -> None:
    """Count what the run of a page has used."""
    if "fair_share" in st.session_state:
        st.session_state.fair_share.end(time.monotonic(), time.thread_time())


@cache
def _places() -> BoundedSemaphore:
    """Return the places for long work: as many as the settings say."""
    return BoundedSemaphore(read(os.environ).costly)


_mine = local()


@contextmanager
def turn() -> Iterator[None]:
    """Do long work when it is its turn; work within work needs no other turn."""
    if getattr(_mine, "has_a_turn", False):
        yield
        return
    with _places():
        _mine.has_a_turn = True
        try:
            yield
        finally:
            _mine.has_a_turn = False


P = ParamSpec("P")
T = TypeVar("T")


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
            with mine:
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
