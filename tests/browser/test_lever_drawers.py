"""The drawer of a lever in a real browser: by keys, pointer and finger, on a desk and a phone."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Locator, Page, expect

from ppn_scenarios.assumptions import ASSUMPTIONS
from tests.browser.conftest import Server, Visit, cut_off, settled

NAME = "Fewer people leaving"
MESSAGE = ASSUMPTIONS["retention"].lesson.message

COUNTING = """() => { // what the page asks of the server from now on
  const send = WebSocket.prototype.send
  window.sent = 0
  WebSocket.prototype.send = function (...all) { window.sent += 1; return send.apply(this, all) }
}"""


def help_for(page: Page, name: str) -> Locator:
    """The help beside a lever's name, as those who listen call it."""
    return page.get_by_role("button", name=f"Help for {ASSUMPTIONS[name].label}", exact=True)


def close(page: Page, opener: Locator) -> None:
    """Close the drawer by Escape; whoever uses keys is back where they were."""
    page.keyboard.press("Escape")
    expect(page.get_by_role("dialog")).to_have_count(0)
    expect(opener).to_be_focused()


@pytest.mark.parametrize("width", [1280, 390])
def test_a_lever_s_drawer_opens_and_closes_by_keyboard_and_fits_the_window(
    server: Server, open_page: Callable[..., Visit], width: int
):
    visit = open_page(f"{server.url}/?v=1&retention=0.05&lever=places_cp", width=width)
    page = visit.page
    if width < 640:
        page.get_by_test_id("stExpandSidebarButton").click()
    control = help_for(page, "retention")
    if width > 640:
        control.hover()
        expect(page.get_by_role("tooltip")).to_contain_text("Press for more.")
    control.focus()
    expect(control).to_have_attribute("aria-haspopup", "dialog")
    box = control.bounding_box()
    assert box and min(box["width"], box["height"]) >= 24, "too small to touch"
    page.keyboard.press("Enter")
    drawer = page.get_by_role("dialog")
    expect(drawer.get_by_text(MESSAGE)).to_be_visible()
    settled(page)
    expect(drawer.get_by_text("where you are (5%)")).to_be_visible()
    assert cut_off(drawer, "p, li, h2, h3, button") == 0
    close(page, control)
    # With Space the drawer would not take the focus by itself, and so not hear Escape.
    for _ in range(2):
        page.keyboard.press("Space")
        expect(drawer.get_by_text(MESSAGE)).to_be_visible()
        settled(page, quiet_ms=800)  # it lets go of the focus once, half a second after it opened
        expect(drawer).to_be_focused()
        close(page, control)
    control.press("Enter")
    drawer.get_by_role("button", name="Read more on the page of levers").press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text("What does each lever do?")
    settled(page)
    # At this lever, and not at the one that the link names.
    expect(page).to_have_url(re.compile("lever=retention"), timeout=30_000)
    expect(page.get_by_role("heading", name=NAME, exact=True)).to_be_visible()
    assert not visit.console_errors
    assert not visit.outside_requests


def test_the_help_of_a_switch_opens_its_drawer_and_leaves_the_switch_alone(
    server: Server, open_page: Callable[..., Visit]
):
    page = open_page(f"{server.url}/?v=1", has_touch=True).page
    control, drawer = help_for(page, "mandate"), page.get_by_role("dialog")
    switch = page.locator(".st-key-lever_mandate [role=switch]")
    presses: tuple[Callable[[], None], ...] = (
        control.click,
        control.tap,
        lambda: control.press("Enter"),
        lambda: control.press("Space"),
    )
    for press in presses:
        press()
        expect(drawer.get_by_text(ASSUMPTIONS["mandate"].lesson.message)).to_be_visible()
        settled(page, quiet_ms=800)
        expect(switch).not_to_be_checked()
        page.keyboard.press("Escape")
        expect(drawer).to_have_count(0)
    off = help_for(page, "mandate_year")  # a lever that is off, as long as the switch is
    expect(page.locator(".st-key-lever_mandate_year input")).to_be_disabled()
    off.press("Enter")
    expect(drawer.get_by_text(ASSUMPTIONS["mandate_year"].lesson.message)).to_be_visible()
    settled(page)
    close(page, off)


def test_a_lever_s_name_is_no_press_on_its_help_nor_is_one_heard_while_the_room_predicts(
    server: Server, open_page: Callable[..., Visit]
):
    page = open_page(f"{server.url}/?v=1&retention=0.05").page
    control, drawer = help_for(page, "retention"), page.get_by_role("dialog")
    name = page.locator(".st-key-lever_retention").get_by_text(NAME, exact=True)
    page.evaluate(COUNTING)
    name.click()
    settled(page, quiet_ms=600)
    assert page.evaluate("window.sent") == 0, "nothing was asked of the server"
    control.click()
    expect(drawer).to_be_visible()
    settled(page)
    assert page.evaluate("window.sent") > 0, "as a press on the help asks"
    page.keyboard.press("Escape")
    expect(drawer).to_have_count(0)

    page.keyboard.press("Alt+g")
    expect(page.locator(".st-key-predict_stop")).to_be_visible()
    settled(page)
    expect(control).not_to_have_attribute("aria-haspopup", "dialog")
    before = page.evaluate("window.sent")
    for lever in ("retention", "mandate"):
        help_for(page, lever).click()
        help_for(page, lever).press("Enter")
    settled(page, quiet_ms=600)
    assert page.evaluate("window.sent") == before
    expect(drawer).to_have_count(0)
    expect(page.locator(".st-key-lever_mandate [role=switch]")).not_to_be_checked()


def test_on_its_page_what_a_lever_does_is_said_when_it_was_moved(
    server: Server, open_page: Callable[..., Visit]
):
    page = open_page(f"{server.url}/levers?v=1&lever=retention").page
    page.get_by_role("main").get_by_role("slider", name=NAME).press("ArrowRight")
    said = re.compile(r"^Staff in post, March 2037: 38,\d00 FTE where you are \(1%\)")
    expect(page.locator(".ppn-aloud")).to_have_text(said, timeout=30_000)
