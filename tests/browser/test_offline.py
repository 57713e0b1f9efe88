"""The web page of a session in a real browser: it stands alone, and strangers' words do nothing."""

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from ppn_scenarios.assumptions import Scenario
from ppn_scenarios.briefing import Briefing, briefing
from ppn_scenarios.sharing.kept import Kept
from ppn_scenarios.sharing.offline import offline
from ppn_scenarios.sharing.scenario_file import read, write
from ppn_scenarios.wording.places import places
from tests.browser.axe import script

MARKUP = "</title></style><script>window.ran=1</script><img src=x onerror=window.ran=1>"
STRANGE = f"{MARKUP} \u202eخطة 計画 🧭 {'long' * 2_500}"
PLAN = Scenario(retention=0.03)


def spoilt(b: Briefing) -> Briefing:
    """The same briefing with a stranger's words wherever a reader's own may stand."""
    parts = []
    for part in b.parts:
        table = part.table
        if table is not None:
            table = replace(table, rows=((STRANGE, *table.rows[0][1:]), *table.rows[1:]))
        parts.append(replace(part, words=(*part.words, STRANGE), table=table))
    return replace(b, name=STRANGE, note=STRANGE, parts=tuple(parts))


def violations(page: Page) -> list[str]:
    """What axe-core holds against the page as it stands, by every rule that it has."""
    page.evaluate(script())
    found: list[str] = page.evaluate(
        "async () => (await axe.run({ resultTypes: ['violations'] })).violations"
        ".map(rule => `${rule.id}: ${rule.nodes[0].html}`)"
    )
    return found


@pytest.fixture
def opened(browser: Browser, tmp_path: Path) -> Iterator[tuple[Page, list[str]]]:
    """The page from a file, as somebody without a network opens it, and what went wrong."""
    england = places()["england"]
    made = briefing(PLAN, england, name="Our plan", link="https://example.org/", in_short=True)
    file = write([Kept(name="Our plan", scenario=PLAN)], "test").encode()
    path = tmp_path / "session.html"
    path.write_text(offline(spoilt(made), [made], file, "ppn-our-plan.json"), "utf-8")
    context = browser.new_context(viewport={"width": 1280, "height": 800}, offline=True)
    page, wrong = context.new_page(), []
    page.on("console", lambda message: wrong.append(message.text))
    page.on("pageerror", lambda error: wrong.append(str(error)))
    here = (path.as_uri(), "data:")
    page.on("request", lambda r: None if r.url.startswith(here) else wrong.append(r.url))
    page.goto(path.as_uri())
    yield page, wrong
    context.close()


def test_a_session_is_presented_from_a_file_with_the_keyboard_and_strangers_words_do_nothing(
    opened: tuple[Page, list[str]],
) -> None:
    page, wrong = opened
    expect(page.locator("bdi").first).to_contain_text(MARKUP)
    assert page.locator("main script, main img[src=x]").count() == 0
    for width in (1280, 390, 320):
        page.set_viewport_size({"width": width, "height": 800})
        assert page.evaluate("document.documentElement.scrollWidth") <= width
        kind = "wide" if width > 900 else "narrow"
        expect(page.locator(f"svg.{kind}").first).to_be_visible()
    assert violations(page) == []
    page.set_viewport_size({"width": 1280, "height": 800})
    shown = ["on_track", "changed", "three_lines", "leading", "kept-1", "kept-1-on_track"]
    page.locator("#contents .next").focus()
    page.keyboard.press("Enter")
    for here, there in pairwise(shown):
        expect(page).to_have_url(re.compile(f"#{here}$"))
        assert (
            abs(page.evaluate(f"document.getElementById({here!r}).getBoundingClientRect().y")) < 2
        )
        page.keyboard.press("Tab")
        expect(page.locator(f"#{here} .next")).to_be_focused()
        page.keyboard.press("Enter")
        expect(page.locator(f"#{there}")).to_be_in_viewport()
    with page.expect_download() as taken:
        page.get_by_role("link", name="The scenario as a file").click()
    kept, _ = read(Path(taken.value.path()).read_bytes())
    assert [one.scenario for one in kept] == [PLAN]
    assert page.evaluate("window.ran") is None
    assert wrong == []
