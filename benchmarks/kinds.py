"""What Streamlit takes for one element of each kind, with nothing behind it: server and browser."""

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from contextlib import ExitStack
from statistics import median
from typing import Any, Final

from playwright.sync_api import Page

from .browser import chromium, opened
from .elements import of_kinds
from .served import Running

Table = Callable[[tuple[str, ...], Sequence[tuple[str, ...]]], str]
EMPTY: Final = ""  # an app with one lever alone
NAMED: Final[Mapping[str, str]] = {
    "html": "Text sent as HTML",
    "markdown": "Text as Markdown",
    "heading": "Heading",
    "flex_container": "Container",
    "expandable": "Panel, closed",
    "popover": "Button that opens a panel beside it",
    "button": "Button",
    "checkbox": "Switch",
    "selectbox": "List of 50",
    "slider": "Lever",
    "bidi_component": "Part with a script of its own",
    "vega_lite_chart": "Chart of one line",
}
COUNTS: Final = {"vega_lite_chart": 6}
MANY: Final = 30  # of each other kind
ROUNDS: Final = 16
WARM: Final = 3
REST_MS: Final = 500  # until all that follows from a press is done


def count_of(kind: str) -> int:
    """Return how many elements of a kind are drawn at once."""
    return COUNTS.get(kind, MANY)


def per_element(found: Mapping[str, Sequence[float]]) -> dict[str, float]:
    """Return what one element of each kind takes beyond the empty app, of times of all at once."""
    floor = median(found[EMPTY])
    return {kind: (median(took) - floor) / count_of(kind) for kind, took in found.items() if kind}


def measured() -> tuple[dict[str, float], dict[str, float]]:
    """Return milliseconds of the server and of the browser for one element, by kind.

    Each app has many elements of one kind and one lever. The lever is pressed in a browser; all
    apps take turns.
    """
    apps = {EMPTY: Counter[str](), **{kind: Counter({kind: count_of(kind)}) for kind in NAMED}}
    server: dict[str, list[float]] = {kind: [] for kind in apps}
    browser: dict[str, list[float]] = {kind: [] for kind in apps}
    with ExitStack() as all_of_them:
        started = all_of_them.enter_context(chromium())
        shown = {}
        for kind, wanted in apps.items():
            running = all_of_them.enter_context(of_kinds(wanted))
            page = opened(started, running.url, {})
            page.locator(".st-key-lever_empty input[type=range]").focus()
            session: Any = page.context.new_cdp_session(page)
            session.send("Performance.enable")
            shown[kind] = running, page, session
        for turn in range(WARM + ROUNDS):
            for kind, (running, page, session) in shown.items():
                took = press(running, page, session)
                if turn >= WARM:
                    server[kind].append(took[0])
                    browser[kind].append(took[1])
    return per_element(server), per_element(browser)


def press(running: Running, page: Page, session: Any) -> tuple[float, float]:
    """Press an arrow on the lever; return milliseconds of the server's CPU and of the browser's."""
    page.bring_to_front()
    before = running.cpu_ms(), busy_ms(session)
    page.keyboard.press("ArrowRight")
    page.wait_for_timeout(REST_MS)
    return running.cpu_ms() - before[0], busy_ms(session) - before[1]


def busy_ms(session: Any) -> float:
    """Return how long the page's thread in the browser has worked so far, milliseconds."""
    metrics = session.send("Performance.getMetrics")["metrics"]
    return next(1e3 * float(m["value"]) for m in metrics if m["name"] == "TaskDuration")


def told(table: Table) -> str:
    """Return what one element of each kind takes."""
    server, browser = measured()
    rows = [(words, f"{server[kind]:.2f}", f"{browser[kind]:.1f}") for kind, words in NAMED.items()]
    head = ("One element, beyond an empty app", "Server, CPU ms", "Browser, ms of its thread")
    return (
        f"{MANY} of each kind at once, {COUNTS['vega_lite_chart']} charts, and a lever that is "
        f"moved. With these the elements of a page are chosen.\n\n{table(head, rows)}"
    )
