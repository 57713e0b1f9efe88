"""What a reader waits for, in Chromium: from key press to paint, and from a cold start."""

import gzip
import os
import shutil
import time
import urllib.request
from collections.abc import Iterator, Mapping, Sequence
from contextlib import AbstractContextManager, contextmanager
from statistics import median
from typing import Final

from playwright.sync_api import Browser, Page, ViewportSize, sync_playwright

from .served import Running, empty, explorer

VIEW: Final[ViewportSize] = {"width": 1280, "height": 900}
PRESSES: Final = 9
WARM: Final = 3  # presses before those that count
QUIET_MS: Final = 350  # without a change: it is painted
PATIENCE_MS: Final = 60_000
# The clocks are inside the page. A place's last change after a key press is when it was drawn; its
# answer stands from when it first said what it says at the end, without a break.
PROBE: Final = """
window.probe = {key: 0, at: {}, said: [], key_down: () => {
  probe.key = performance.now(); probe.at = {}; probe.said = []
}};
addEventListener('keydown', () => probe.key_down(), true);
new MutationObserver(changes => {
  const now = performance.now()
  for (const { target } of changes) {
    const element = target.closest ? target : target.parentElement
    probe.at.all = now
    for (const [name, where] of Object.entries(window.watched ?? {})) {
      const place = element?.closest(where)
      if (place) probe.at[name] = now
      if (place && name === 'drawn') probe.said.push([now, place.textContent])
    }
  }
  const last = probe.said.at(-1)?.[1], other = probe.said.findLastIndex(one => one[1] !== last)
  if (last !== undefined) probe.at.answer = probe.said[other + 1][0]
}).observe(document, {subtree: true, childList: true, characterData: true, attributes: true});
"""
OURS: Final = {"drawn": '[data-testid="stAlert"]', "chart": ".stVegaLiteChart"}
THEIRS: Final = {"drawn": ".st-key-answer"}
FINDING: Final = '[data-testid="stAlert"]:has-text("On these")'
CHART: Final = ".stVegaLiteChart svg path"
LEVER: Final = {"ours": "retention", "empty": "empty"}


@contextmanager
def chromium() -> Iterator[Browser]:
    """Start the browser that the tests use."""
    found = os.environ.get("PPN_CHROMIUM") or shutil.which("chromium")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=found, args=["--no-sandbox"])
        yield browser
        browser.close()


def opened(browser: Browser, url: str, watched: Mapping[str, str]) -> Page:
    """Open a page in a fresh profile, watch some places, and wait until all is there."""
    page = browser.new_context(viewport=VIEW, bypass_csp=True).new_page()
    page.add_init_script(PROBE)
    page.add_init_script(f"window.watched = {dict(watched)}")
    page.goto(url)
    page.wait_for_selector(
        '[data-testid="stApp"][data-test-script-state="notRunning"]', timeout=PATIENCE_MS
    )
    page.wait_for_timeout(2_000)
    return page


def press(page: Page, lever: str) -> dict[str, float]:
    """Press an arrow on a lever; return the milliseconds until each watched place was painted."""
    page.locator(f".st-key-lever_{lever} input[type=range]").press("ArrowRight")
    page.wait_for_function(
        f"probe.at.drawn && performance.now() - probe.at.all > {QUIET_MS}",
        timeout=PATIENCE_MS,
        polling=50,
    )
    found: dict[str, float] = page.evaluate(
        "Object.fromEntries(Object.entries(probe.at).map(([name, at]) => [name, at - probe.key]))"
    )
    return found


def key_to_paint(browser: Browser) -> dict[str, float]:
    """Return medians in milliseconds, taking turns: empty, then ours by what was painted."""
    with explorer() as ours, empty() as floor:
        pages = {
            "ours": opened(browser, f"{ours.url}/?v=1&places_cp=900", OURS),
            "empty": opened(browser, floor.url, THEIRS),
        }
        times: dict[str, list[float]] = {}
        for turn in range(WARM + PRESSES):
            for whose, page in pages.items():
                for what, took in press(page, LEVER[whose]).items():
                    if turn >= WARM:
                        times.setdefault(f"{whose} {what}", []).append(took)
    return {name: median(found) for name, found in times.items()}


def cold_start(
    browser: Browser, server: AbstractContextManager[Running], shown: Sequence[str]
) -> list[float]:
    """Return seconds from starting a server until each of `shown` is on the page, in that order.

    Last, the CPU seconds of the server until the first of them.
    """
    began = time.monotonic()
    with server as running:
        page = browser.new_context(viewport=VIEW, bypass_csp=True).new_page()
        page.goto(running.url, wait_until="commit")
        found = []
        used = 0.0
        for what in shown:
            page.wait_for_selector(what, timeout=PATIENCE_MS)
            found.append(time.monotonic() - began)
            used = used or running.cpu_ms() / 1e3
        page.context.close()
        return [*found, used]


def cold_starts(browser: Browser, rounds: int = 3) -> dict[str, float]:
    """Return medians in seconds until the answer and the first chart are there, taking turns."""
    found: dict[str, list[float]] = {}
    for _ in range(rounds):
        floor = cold_start(browser, empty(frozen=False), [".st-key-answer p"])
        ours = cold_start(browser, explorer(), [FINDING, CHART])
        names = ("empty", "empty cpu", "ours", "chart", "ours cpu")
        for name, took in zip(names, [*floor, *ours], strict=True):
            found.setdefault(name, []).append(took)
    return {name: median(times) for name, times in found.items()}


def first_visit(browser: Browser) -> tuple[float, float, float]:
    """Return MB of a first visit: as sent, as a proxy with gzip would, and of the channel."""
    with explorer() as running:
        page = browser.new_context(viewport=VIEW, bypass_csp=True).new_page()
        urls: list[str] = []
        frames: list[int] = []
        page.on("response", lambda answer: urls.append(answer.url))
        page.on(
            "websocket",
            lambda socket: socket.on("framereceived", lambda frame: frames.append(len(frame))),
        )
        page.goto(running.url)
        page.wait_for_selector(CHART, timeout=PATIENCE_MS)
        page.wait_for_timeout(2_000)
        page.context.close()
        plain = zipped = 0
        for url in urls:
            if not url.startswith(running.url):
                continue
            with urllib.request.urlopen(url, timeout=30) as answer:
                body = answer.read()
            small = not url.endswith((".woff2", ".png"))
            plain += len(body)
            zipped += len(gzip.compress(body, 6)) if small else len(body)
    return plain / 1e6, zipped / 1e6, sum(frames) / 1e6
