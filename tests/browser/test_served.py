"""The app as it is served, in a real browser: nothing from elsewhere, and no trace of a fault."""

import json
import re
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import expect

from ppn_scenarios.ui.pages import PAGES
from tests.browser.conftest import ROOT, Server, Visit, go_to, settled, start_server

WORDS = "A reader of the name of Ada"


def test_no_page_asks_another_host_or_breaks_its_own_policy(
    server: Server, open_page: Callable[..., Visit]
):
    visit = open_page(f"{server.url}/?v=1&retention=0.05", bypass_csp=False)
    for page in list(PAGES.values())[1:]:
        go_to(visit.page, page.question)
    assert visit.outside_requests == []
    assert visit.console_errors == []


@pytest.fixture
def failing(tmp_path: Path) -> Path:
    """The app with one page that fails after it has drawn its frame."""
    shutil.copytree(ROOT / "pages", tmp_path / "pages")
    shutil.copytree(ROOT / ".streamlit", tmp_path / ".streamlit")
    for name in ("app.py", "asgi.py"):
        shutil.copy(ROOT / name, tmp_path)
    page = tmp_path / "pages" / "trust.py"
    raised = f'frame("pages/trust.py")\nraise RuntimeError("{WORDS}")\n'
    page.write_text(re.sub(r'frame\("pages/trust.py"\)\n', raised, page.read_text("utf-8")))
    assert WORDS in page.read_text("utf-8")
    return tmp_path / "asgi.py"


def test_a_fault_is_told_with_what_to_do_and_a_code_that_is_in_the_log(
    failing: Path, tmp_path: Path, open_page: Callable[..., Visit]
):
    server = start_server(tmp_path, script=failing)
    try:
        page = open_page(f"{server.url}/trust?v=1&retention=0.05&title=Ada").page
        told = page.get_by_test_id("stAlert").filter(has_text="could not be finished")
        expect(told).to_contain_text("Reload the page")
        found = re.search(r"reference ([2-9A-Z]{6})\b", told.inner_text())
        assert found
        said = page.locator("body").inner_text()
        assert WORDS not in said
        assert not re.search(r"Traceback|RuntimeError|\.py\b", said)
        page.goto(f"{server.url}/goal?v=1")  # the rest goes on
        settled(page)
        expect(page.get_by_role("heading", level=1)).to_have_text("What would it take?")
    finally:
        server.stop()
    lines = [line for line in server.log.splitlines() if line.startswith("{")]
    logged = [json.loads(line) for line in lines]
    faults = [line for line in logged if line.get("reference") == found[1]]
    assert [line["error"] for line in faults] == ["RuntimeError"]
    assert re.search(r"pages/trust\.py:\d+ <module>$", faults[0]["where"][-1])
    assert "Ada" not in server.log
    assert "127.0.0.1" not in "\n".join(lines)
    assert "retention" not in server.log
