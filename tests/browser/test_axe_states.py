"""States that a page is in for a while, scanned as every page is: notes, predicting, refusals."""

import re
from collections.abc import Callable

from playwright.sync_api import Page, expect

from ppn_scenarios.ui.present.keep import NAME
from tests.browser.axe import findings
from tests.browser.conftest import Server, Visit, settled
from tests.browser.states import MAIN, OVER, open_panels, unclip
from tests.browser.test_adapts import SPACED
from tests.browser.test_axe import DESK, JUDGED, PHONE, SCENARIO
from tests.browser.test_layout import wider_than_the_window

Open = Callable[..., Visit]
SCRIPTS = ("The 20-minute script", "The 45-minute script", "The 90-minute script")


def press(page: Page, keys: str) -> None:
    """Press keys and wait for what they do."""
    page.keyboard.press(keys)
    page.wait_for_timeout(150)
    settled(page)


def reveal(page: Page) -> None:
    """Say what the room expects, and show the answer."""
    page.get_by_role("textbox", name=re.compile("^A number of staff")).fill("30000")
    press(page, "Enter")
    press(page, "Alt+a")
    expect(page.get_by_text(re.compile(r"3[78],\d00")).first).to_be_visible(timeout=30_000)


def wrong(visit: Visit, where: str, width: int, within: str = "") -> list[str]:
    """What is wrong with a page as it stands, or with what lies over it."""
    unclip(visit.page, width, more=bool(within))
    unknown, *_ = findings(visit.page, JUDGED, within)
    return [f"{where}: {line}" for line in [*unknown, *wider_than_the_window(visit)]]


def test_notes_after_a_bad_link_and_a_page_while_the_room_predicts(server: Server, open_page: Open):
    visit = open_page(f"{server.url}/?v=1&retention=9&place=XX&nonsense=1", width=PHONE)
    page = visit.page
    expect(page.get_by_test_id("stAlert").filter(has_text="could not be used")).to_be_visible()
    told = wrong(visit, "notes", PHONE)
    page.set_viewport_size({"width": PHONE, "height": 900})
    press(page, "Alt+g")
    expect(page.get_by_test_id("stAlert").filter(has_text="On these")).to_have_count(0)
    told += wrong(visit, "the question", PHONE)
    reveal(page)
    told += wrong(visit, "revealed", PHONE)
    assert not told, "\n".join(told)


def test_the_stage_while_the_room_predicts_as_a_table_and_with_a_scene_in_the_making(
    server: Server, open_page: Open
):
    visit = open_page(f"{server.url}/present?{SCENARIO}", width=DESK)
    page, told = visit.page, []
    for keys, where in (("Alt+t", "table"), ("Alt+g", "hidden")):
        press(page, keys)
        told += wrong(visit, where, DESK)
    reveal(page)
    told += wrong(visit, "revealed", DESK)
    page.keyboard.press("Alt+m")
    expect(page.get_by_role("dialog", name=NAME)).to_be_visible(timeout=30_000)
    settled(page)
    told += wrong(visit, NAME, DESK, OVER)
    assert not told, "\n".join(told)


def test_a_link_that_is_too_long_is_refused_on_a_page_with_a_name(server: Server, open_page: Open):
    page = open_page(f"{server.url}/?{SCENARIO}", width=PHONE).page
    page.goto(f"{server.url}/goal?junk={'x' * 20_000}")
    expect(page.get_by_role("main").get_by_role("heading", level=1)).to_have_text("Link not read")
    assert findings(page, ())[0] == []
    assert page.evaluate("document.documentElement.scrollWidth") <= PHONE
    page.get_by_role("link", name="See things as they stand").click()
    settled(page)
    assert page.url.startswith(f"{server.url}/goal")
    expect(page.get_by_role("heading", level=1)).to_have_text("What would it take?")


def test_what_a_button_opens_at_400_percent_has_room_and_is_reached_once_it_was_left(
    server: Server, open_page: Open
):
    page = open_page(f"{server.url}/goal?{SCENARIO}", width=PHONE, height=256).page
    page.get_by_role("button", name="Levers we control").focus()
    page.keyboard.press("Enter")
    small = page.get_by_role("dialog", name="Levers we control")
    expect(small).to_be_focused(timeout=30_000)
    settled(page)
    box = small.bounding_box()
    assert box is not None
    assert box["height"] > 256 / 2, "no more than a line or two of it is seen"
    assert box["y"] + box["height"] <= 256
    style = page.add_style_tag(content=SPACED)
    wide = "all => all.filter(e => e.getBoundingClientRect().right > innerWidth).length"
    assert small.locator("button").count() > 10
    assert small.locator("button").evaluate_all(wide) == 0
    style.evaluate("e => e.remove()")
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    assert not small.evaluate("small => small.contains(document.activeElement)")
    expect(small).to_have_attribute("tabindex", "0")
    settled(page)
    unknown, *_ = findings(page, JUDGED)
    assert not unknown, "\n".join(unknown)


def test_tables_of_a_text_are_landmarks_of_their_own_where_keys_move_them(
    server: Server, open_page: Open
):
    page = open_page(f"{server.url}/guide?{SCENARIO}", width=PHONE, height=800).page
    open_panels(page, MAIN)
    frames = page.locator(f"{MAIN} [data-testid=stMarkdownContainer][tabindex='0']")
    expect(frames).to_have_count(3)
    names = frames.evaluate_all("all => all.map(e => e.role + ': ' + e.ariaLabel)")
    assert names == [f"region: Table: Minutes, Say, Do, The room; {script}" for script in SCRIPTS]
