"""The app in a real browser: a server to open, and pages that watch what the app does."""

import os
import shutil
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, ConsoleMessage, Locator, Page, expect, sync_playwright

from ppn_scenarios.ui.pages import PAGES

ROOT = Path(__file__).resolve().parents[2]
FLAGS = [
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
START_LIMIT_S = 90
SETTLE_LIMIT_MS = 60_000


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Mark the tests in this folder for `-m "not browser"`, and run them last: they are slow.

    A browser on a busy machine can lose a key or a click: what fails is tried once more, and the
    summary of the run names it.
    """
    here = Path(__file__).parent
    for item in items:
        if here in item.path.parents:
            item.add_marker(pytest.mark.browser)
            item.add_marker(pytest.mark.flaky(reruns=1))
    items.sort(key=lambda item: here in item.path.parents)


@dataclass
class Server:
    """One running app."""

    url: str
    process: subprocess.Popen[bytes]
    log_file: Path

    @property
    def log(self) -> str:
        """Everything the server has printed so far."""
        return self.log_file.read_text("utf-8", errors="replace")

    def wait_until_up(self) -> None:
        """Return once the app answers; fail with the server's own words if it does not."""
        give_up = time.monotonic() + START_LIMIT_S
        while time.monotonic() < give_up:
            if self.process.poll() is not None:
                pytest.fail(f"The app stopped (exit {self.process.returncode}):\n{self.log}")
            try:
                with urllib.request.urlopen(f"{self.url}/_stcore/health", timeout=5) as answer:
                    if answer.status == 200:
                        return
            except (urllib.error.URLError, OSError):
                time.sleep(0.1)
        pytest.fail(f"The app did not answer within {START_LIMIT_S} s:\n{self.log}")

    def stop(self) -> None:
        """Stop the app, firmly if it does not stop when asked."""
        self.process.terminate()
        try:
            self.process.wait(timeout=10)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait(timeout=10)


def free_port() -> int:
    """Return a port that nothing uses at this moment."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


def start_server(
    folder: Path, port: int = 0, script: Path = ROOT / "asgi.py", wait: bool = True
) -> Server:
    """Start the app as a reader would meet it, at a free port, and mostly wait until it answers."""
    port = port or free_port()
    options = {
        "server.port": str(port),
        "server.address": "127.0.0.1",
        "server.headless": "true",
        "server.fileWatcherType": "none",
        "browser.gatherUsageStats": "false",
    }
    command = [sys.executable, "-m", "streamlit", "run", script.name]
    command += [f"--{name}={value}" for name, value in options.items()]
    log_file = folder / f"server-{port}.log"
    with log_file.open("wb") as log:
        process = subprocess.Popen(
            command,
            cwd=script.parent,
            env={**os.environ, "PYTHONPATH": str(ROOT)},
            stdin=subprocess.DEVNULL,
            stdout=log,
            stderr=subprocess.STDOUT,
        )
    server = Server(f"http://127.0.0.1:{port}", process, log_file)
    try:
        if wait:
            server.wait_until_up()
    except BaseException:
        server.stop()
        raise
    return server


@pytest.fixture(scope="session")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """The app, started once for all tests."""
    running = start_server(tmp_path_factory.mktemp("server"))
    yield running
    running.stop()


@pytest.fixture
def server_factory(tmp_path: Path) -> Iterator[Callable[[], Server]]:
    """A way to start one more app that no test has opened yet."""
    started: list[Server] = []

    def start() -> Server:
        started.append(start_server(tmp_path))
        return started[-1]

    yield start
    for one in started:
        one.stop()


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """The browser that start.py found, without a screen."""
    chromium = os.environ.get("PPN_CHROMIUM")
    if not chromium:
        reason = "NO BROWSER TEST RAN: PPN_CHROMIUM is not set; use `python3 start.py tests`"
        if os.environ.get("CI"):
            pytest.fail(reason)
        pytest.skip(reason)
    # Chromium refuses to sandbox itself for the administrator, who is who containers run as.
    as_root = hasattr(os, "geteuid") and os.geteuid() == 0
    with sync_playwright() as playwright:
        running = playwright.chromium.launch(
            executable_path=shutil.which(chromium) or chromium,
            args=[*FLAGS, "--no-sandbox"] if as_root else FLAGS,
        )
        yield running
        running.close()


# Ready means: connected, the script is done, no placeholder is left, and the page has not changed
# for a short while (charts draw themselves after the script is done).
READY = """
([quiet, limit]) => new Promise(done => {
  const began = performance.now()
  let changed = began
  const watch = new MutationObserver(() => { changed = performance.now() })
  const all = { subtree: true, childList: true, attributes: true, characterData: true }
  watch.observe(document.documentElement, all)
  const timer = setInterval(() => {
    const now = performance.now()
    const app = document.querySelector('[data-testid="stApp"]')
    const waiting = !app ? "the app has not appeared"
      : app.dataset.testConnectionState !== "CONNECTED" ? "not connected"
      : app.dataset.testScriptState !== "notRunning" ? "script: " + app.dataset.testScriptState
      : document.querySelector('[data-testid$="Skeleton"]') ? "a placeholder is still shown"
      : now - changed < quiet ? "the page still changes" : ""
    if (waiting && now - began < limit) return
    clearInterval(timer); watch.disconnect(); done(waiting)
  }, 50)
})
"""


def settled(page: Page, quiet_ms: int = 300, limit_ms: int = SETTLE_LIMIT_MS) -> None:
    """Wait until the app has finished drawing; fail with what it was still doing if it does not."""
    waiting = page.evaluate(READY, [quiet_ms, limit_ms])
    if waiting:
        pytest.fail(f"{page.url} did not settle within {limit_ms} ms: {waiting}")


def finding(page: Page) -> str:
    """The answer that the home page gives in words."""
    return page.get_by_test_id("stAlert").filter(has_text="On these assumptions").inner_text()


def lever(page: Page, name: str) -> Locator:
    """The slider of one assumption in the panel of levers."""
    return page.locator(f".st-key-lever_{name} input[type=range]")


def menu_link(page: Page, name: str) -> Locator:
    """The link of the menu to the page that it calls so."""
    menu = page.get_by_role("navigation", name="Pages")
    return menu.get_by_role("link", name=name, exact=True)


def go_to(page: Page, title: str) -> None:
    """Choose a page from the menu, and wait until it has drawn itself."""
    name = next(entry.name for entry in PAGES.values() if entry.question == title)
    menu_link(page, name).click()
    expect(page.get_by_role("heading", level=1)).to_have_text(title)
    settled(page)


def cut_off(drawer: Locator, parts: str) -> int:
    """How many of some parts of a drawer reach beyond the window."""
    found: int = drawer.evaluate(
        "(box, parts) => [...box.querySelectorAll(parts)]"
        ".filter(e => e.getBoundingClientRect().right > innerWidth + 1).length",
        parts,
    )
    return found


@dataclass
class Visit:
    """A page that one cold visitor has open, and what went wrong while it was."""

    page: Page
    console_errors: list[str] = field(default_factory=list)
    outside_requests: list[str] = field(default_factory=list)


@pytest.fixture
def open_page(browser: Browser) -> Iterator[Callable[..., Visit]]:
    """A way to open an address as somebody who has never been there before."""
    contexts = []

    def open_(url: str, width: int = 1280, height: int = 900, **options: object) -> Visit:
        # Playwright's own way of waiting evaluates text, which the policy of our pages forbids;
        # test_served.py holds that pages themselves keep to it.
        options.setdefault("bypass_csp", True)
        context = browser.new_context(viewport={"width": width, "height": height}, **options)  # type: ignore[arg-type]
        contexts.append(context)
        visit = Visit(context.new_page())
        home = urlsplit(url).netloc

        def note_console(message: ConsoleMessage) -> None:
            if message.type == "error":
                visit.console_errors.append(f"{message.text} {message.location.get('url', '')}")

        def note(address: str) -> None:
            where = urlsplit(address)
            if where.scheme in ("http", "https", "ws", "wss") and where.netloc != home:
                visit.outside_requests.append(address)

        visit.page.on("console", note_console)
        visit.page.on("pageerror", lambda error: visit.console_errors.append(str(error)))
        visit.page.on("request", lambda request: note(request.url))
        visit.page.on("websocket", lambda channel: note(channel.url))
        visit.page.goto(url, timeout=SETTLE_LIMIT_MS)
        settled(visit.page)
        return visit

    yield open_
    for context in contexts:
        context.close()
