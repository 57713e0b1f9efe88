"""What a change of a lever costs the server: each page beside an empty app, in turns."""

import asyncio
from collections import Counter
from collections.abc import Sequence
from contextlib import AsyncExitStack, ExitStack
from dataclasses import dataclass
from itertools import cycle
from statistics import median
from typing import Final

from ppn_scenarios.assumptions import ASSUMPTIONS

from .elements import of_kinds
from .served import Running, empty, explorer
from .wire import PAUSE, Reader, opened

LEVER: Final = "leave_psy"  # a belief that moves what every page is about
ROUNDS: Final = 5
CHANGES: Final = 4  # a round
LONG: Final = {"pages/goal.py", "pages/stress.py"}  # long analyses: one change a round
POSITIONS: Final = 400  # more than are kept
FEW: Final = 4  # that are
SESSIONS: Final = 20


@dataclass(frozen=True)
class Cost:
    """Medians of one page: CPU milliseconds of a change and of its first visit, and what is sent.

    `again` is a change to a scenario that has been run before: all but the model.
    """

    change: float
    again: float
    first: float
    messages: int
    kilobytes: float


def positions() -> Sequence[float]:
    """Return many values of the lever near its default."""
    default = ASSUMPTIONS[LEVER].default
    return [default * (0.8 + 0.4 * i / POSITIONS) for i in range(POSITIONS)]


def path_of(page: str) -> str:
    """Return the path of a page."""
    name = page.removeprefix("pages/").removesuffix(".py")
    return "/" if name == "app" else f"/{name}"


async def changes(
    server: Running, reader: Reader, slider: str, at: "cycle[float]", times: int = CHANGES
) -> float:
    """Move a slider some times and return the CPU milliseconds of one move."""
    before = server.cpu_ms()
    for _ in range(times):
        await reader.run(slider, next(at))
        await asyncio.sleep(PAUSE)
    return (server.cpu_ms() - before) / times


async def beside_empty(pages: Sequence[str]) -> tuple[dict[str, Cost], float, float]:
    """Return what each page costs, and what a change does of two apps with nothing behind them.

    One is empty, and one has as many elements as the first page, of the same kinds. All take turns.
    """
    values = positions()
    times: dict[str, list[float]] = {page: [] for page in pages}
    again: dict[str, list[float]] = {page: [] for page in pages}
    floor: list[float] = []
    alike: list[float] = []
    first: dict[str, float] = {}
    async with AsyncExitStack() as sessions:
        with ExitStack() as servers:
            ours, theirs = servers.enter_context(explorer()), servers.enter_context(empty())
            readers: dict[str, Reader] = {}
            for page in pages:
                before = ours.cpu_ms()
                readers[page] = await sessions.enter_async_context(
                    opened(f"{ours.url}{path_of(page)}?v=1&places_cp=1100")
                )
                first[page] = ours.cpu_ms() - before
            bare = await sessions.enter_async_context(opened(theirs.url))
            same = servers.enter_context(of_kinds(Counter(readers[pages[0]].kinds)))
            full = await sessions.enter_async_context(opened(same.url))
            at, known = cycle(values), cycle(values[:FEW])
            plain: cycle[float] = cycle(map(float, range(1_000)))
            for turn in range(ROUNDS + 1):
                for page in pages:
                    times_of = 1 if page in LONG else CHANGES
                    took = await changes(ours, readers[page], f"lever_{LEVER}", at, times_of)
                    times[page] += [took] if turn else []
                    took = await changes(ours, readers[page], f"lever_{LEVER}", known, times_of)
                    again[page] += [took] if turn else []
                took = await changes(theirs, bare, "lever_empty", plain)
                floor += [took] if turn else []
                took = await changes(same, full, "lever_empty", plain)
                alike += [took] if turn else []
            found = {
                page: Cost(
                    change=median(times[page]),
                    again=median(again[page]),
                    first=first[page],
                    messages=readers[page].messages,
                    kilobytes=readers[page].sent / 1e3,
                )
                for page in pages
            }
            await sessions.aclose()
    return found, median(floor), median(alike)


async def memory_per_session() -> tuple[float, float]:
    """Return MB of a server with one session, and what each further one adds."""
    async with AsyncExitStack() as sessions:
        with explorer() as ours:
            for i in range(2):
                await sessions.enter_async_context(
                    opened(f"{ours.url}/?v=1&places_cp={900 + 20 * i}")
                )
            before = ours.memory()
            for i in range(SESSIONS):
                await sessions.enter_async_context(
                    opened(f"{ours.url}/?v=1&places_cp={900 + 20 * (i % 2)}")
                )
            after = ours.memory()
            await sessions.aclose()
    return before, (after - before) / SESSIONS
