"""A stranger's session full of markup, in a real browser: text, and nothing runs or calls out."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Final
from urllib.parse import urlencode

from playwright.sync_api import Page, expect

from ppn_scenarios.sharing.picture import qr_svg, svg, whole
from ppn_scenarios.sharing.scenes import Scene
from ppn_scenarios.sharing.scenes.written import write
from tests.browser.conftest import Server, Visit, settled

NAME: Final = "<img src=x onerror=window.ran=1>![](//out.example/a)"
NOTE: Final = (
    "<script>window.ran=2</script><svg onload=window.ran=3></svg>"
    "![a](http://out.example/b.png) [c](javascript:window.ran=4) http://out.example/d "
    "$\\href{javascript:window.ran=5}{e}$ :material/home: `f` <iframe src=//out.example/g></iframe>"
)
AT: Final = "2026-11-27T09:00:00Z"
CHANGES: Final = {"retention": 0.05}
SESSION: Final = {
    "model": "1",
    "present": CHANGES,
    "past": [{}],
    "moves": [{"at": AT, "levers": {"retention": [0, 0.05]}, "reason": NOTE}],
    "findings": [
        {
            "at": AT,
            "scenario": CHANGES,
            "said": dict.fromkeys(
                ("question", "expectation", "finding", "decision", "owner"), NOTE
            ),
        }
    ],
    "kept": [
        {
            "name": NAME,
            "note": NOTE,
            "scenario": {"retention": 0.1},
            "reasons": {"retention": NOTE},
            "model": "1",
            "data": "abcd1234",
        }
    ],
    "draft": {"question": NOTE},
}
SCENE: Final = Scene(title=NAME, page="app.py", note=NOTE)
LINK: Final = urlencode(
    {"v": 1, "retention": "0.05", "title": NAME, "note": NOTE[:200], "scenes": write((SCENE,))}
)
PAGES: Final = ("", "compare", "record", "present", "talk")  # where such words can stand


def harmless(page: Page) -> None:
    """Hold that nothing ran, and that no element came of a stranger's words."""
    assert page.evaluate("window.ran") is None
    found = page.evaluate(
        "[...document.querySelectorAll('img,iframe,script,a,svg image,object,embed')]"
        ".map(e => e.outerHTML).filter(html => /out\\.example|window\\.ran/.test(html))"
    )
    # The link of this very page holds a stranger's words, as text in its address.
    assert not [html for html in found if "title=" not in html]


def test_no_text_of_a_stranger_runs_or_calls_out_on_any_page(
    server: Server, open_page: Callable[..., Visit], tmp_path: Path
) -> None:
    visit = open_page(f"{server.url}/?{LINK}")
    page = visit.page
    page.evaluate("text => sessionStorage.setItem('ppn-session', text)", json.dumps(SESSION))
    for name in PAGES:
        page.goto(f"{server.url}/{name}?{LINK}")
        settled(page)
        if name == "compare":
            page.get_by_role("combobox", name="Compare with").first.click()
            page.get_by_role("option", name="out.example").first.click()
            page.keyboard.press("Escape")
            settled(page)
            expect(page.get_by_test_id("stMain")).to_contain_text("cannot be compared")
        if name == "talk":
            page.get_by_role("button", name="Later").first.hover()  # what it is about is said then
            page.get_by_role("button", name="Delete").first.hover()
            expect(page.get_by_role("tooltip")).to_contain_text("onerror")
        if name == "record":
            page.get_by_test_id("stExpander").filter(has_text="onerror").first.click()
            settled(page)
            expect(page.get_by_test_id("stMain")).to_contain_text("<script>window.ran=2</script>")
            with page.expect_download() as taken:
                page.get_by_role("button", name="Minutes (web page)").click()
            taken.value.save_as(tmp_path / "minutes.html")
        harmless(page)
    page.goto(f"{server.url}/?{LINK}")
    settled(page)
    page.get_by_role("button", name="Share this scenario").click()
    settled(page)
    harmless(page)
    assert visit.outside_requests == []
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto((tmp_path / "minutes.html").as_uri())
    expect(page.locator("main")).to_contain_text("<script>window.ran=2</script>")
    assert page.evaluate("window.ran") is None
    assert [url for url in asked if not url.startswith("file:")] == []


def test_no_file_that_is_taken_away_runs_or_calls_out_when_it_is_opened(
    open_page: Callable[..., Visit], server: Server, tmp_path: Path
) -> None:
    spec = {
        "mark": "text",
        "encoding": {
            "text": {"field": "name", "type": "nominal"},
            "href": {"value": "https://example.org/"},
        },
    }
    drawn = whole(spec, [{"name": NOTE}], NAME + NOTE, [NOTE])
    files = {
        "chart.svg": svg(drawn),
        "code.svg": qr_svg("https://example.org/?" + LINK, NAME),
    }
    visit = open_page(server.url)
    outside: list[str] = []
    visit.page.on("request", lambda request: outside.append(request.url))
    for name, text in files.items():
        (tmp_path / name).write_text(text, "utf-8")
        visit.page.goto((tmp_path / name).as_uri())
        assert visit.page.evaluate("window.ran") is None
    assert [url for url in outside if not url.startswith("file:")] == []
