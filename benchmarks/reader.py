"""What a reader meets: the app beside an empty one, as tables for the page of results."""

import asyncio
from collections.abc import Callable, Sequence
from typing import Final

from ppn_scenarios.ui.pages import PAGES

from . import browser, interaction, parts

Table = Callable[[tuple[str, ...], Sequence[tuple[str, ...]]], str]
BEYOND: Final = 10  # CPU milliseconds of a change beyond the model
TIMES: Final = 2  # as long as an empty app
FIRST_VISIT: Final = 1.5  # MB behind a proxy

COLD: Final = (
    *("From starting a server, fresh browser", "s", "Against empty"),
    "Of that CPU of the server, s",
)


def met(value: float, most: float, how: str = "{:.1f}") -> str:
    """Return a value against the most it may be."""
    return f"{how.format(value)}, at most {most:g}: {'met' if value <= most else '**missed**'}"


def on_the_server(table: Table) -> str:
    """Return what a change of a lever costs the server, page by page."""
    costs, floor, alike = asyncio.run(interaction.beside_empty(list(PAGES)))
    home = costs["app.py"]
    rows = [
        (
            PAGES[page].name,
            f"{cost.change:.0f}",
            f"{cost.again:.0f}",
            f"{cost.again / floor:.1f}",
            f"{cost.first:,.0f}",
            f"{cost.messages}",
            f"{cost.kilobytes:.0f}",
        )
        for page, cost in costs.items()
    ]
    beside, each = asyncio.run(interaction.memory_per_session())
    head = (
        *("Page, a lever moved", "CPU ms", "Without the model", "Against empty"),
        *("First visit, CPU ms", "Messages", "kB"),
    )
    return (
        f"An empty app takes {floor:.1f} ms a change. What home takes beyond the model and an "
        f"empty app, in ms: {met(home.again - floor, BEYOND, '{:.0f}')}. An app of as many "
        "elements, of the same kinds and with nothing behind them, takes "
        f"{alike:.0f} ms a change: so much is Streamlit's own, and {home.again - alike:.0f} ms "
        "ours.\n\n"
        f"{table(head, rows)}\n"
        f"A server with two sessions holds {beside:.0f} MB; each further one "
        f"{max(each, 0):.1f} MB.\n"
    )


def in_the_browser(table: Table) -> str:
    """Return what a reader waits for in Chromium."""
    with browser.chromium() as started:
        paint = browser.key_to_paint(started)
        cold = browser.cold_starts(started)
        plain, zipped, channel = browser.first_visit(started)
    floor = paint["empty answer"]
    named = {
        "empty answer": "An empty app: its answer",
        "ours answer": "Home: the finding says what it will say at rest",
        "ours drawn": "Home: the page itself has drawn its finding",
        "ours chart": "Home: the first chart",
        "ours all": "Home: everything",
    }
    rows = [(named[k], f"{paint[k]:.0f}", f"{paint[k] / floor:.1f}") for k in named]
    answer, chart = (cold[name] / cold["empty"] for name in ("ours", "chart"))
    starts = [
        ("An empty app: its answer", f"{cold['empty']:.1f}", "1", f"{cold['empty cpu']:.1f}"),
        (
            "Home: the finding in words",
            f"{cold['ours']:.1f}",
            f"{answer:.1f}",
            f"{cold['ours cpu']:.1f}",
        ),
        ("Home: the first chart", f"{cold['chart']:.1f}", f"{chart:.1f}", ""),
    ]
    return (
        f"{table(('From key press to paint, the page open', 'ms', 'Against empty'), rows)}\n"
        "Key press to the finding, against an empty app: "
        f"{met(paint['ours answer'] / floor, TIMES)}.\n\n"
        f"{table(COLD, starts)}\n"
        f"Cold start to the finding: {met(answer, TIMES)}.\n\n"
        f"A first visit is {plain:.1f} MB as served. Behind a proxy with gzip it is {zipped:.2f}"
        f" MB, and its channel, which is not compressed, carries {channel:.2f} MB. Together, in "
        f"MB: {met(zipped + channel, FIRST_VISIT, '{:.2f}')}.\n"
    )


def underneath(table: Table) -> str:
    """Return what named queries and charts take."""
    asked = parts.query_layer()
    rows = [
        (name, f"{count}", f"{took:.0f}", f"{took / count:.0f}")
        for name, (count, took) in parts.building_charts().items()
    ]
    return (
        f"A question by its name takes {asked['named']:.2f} ms, the same rows by raw SQL "
        f"{asked['raw']:.2f}: {asked['named'] / asked['raw']:.1f} times.\n\n"
        f"{table(('Charts, built once a server', 'Charts', 'CPU ms', 'Each'), rows)}"
    )
