"""The drawer of a lever in a real browser: by keyboard, on a desk and on a phone."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import expect

from ppn_scenarios.assumptions import ASSUMPTIONS
from tests.browser.conftest import Server, Visit, cut_off, settled

NAME = "Fewer people leaving"
MESSAGE = ASSUMPTIONS["retention"].lesson.message


@pytest.mark.parametrize("width", [1280, 390])
def test_a_lever_s_drawer_opens_and_closes_by_keyboard_and_fits_the_window(
    server: Server, open_page: Callable[..., Visit], width: int
):
    visit = open_page(f"{server.url}/?v=1&retention=0.05&lever=places_cp", width=width)
    page = visit.page
    if width < 640:
        page.get_by_test_id("stExpandSidebarButton").click()
    control = page.get_by_role("button", name=f"About: {NAME}", exact=True)
    control.focus()
    box = control.bounding_box()
    assert box and min(box["width"], box["height"]) >= 24, "too small to touch"
    page.keyboard.press("Enter")
    drawer = page.get_by_role("dialog")
    expect(drawer.get_by_text(MESSAGE)).to_be_visible()
    settled(page)
    expect(drawer.get_by_text("where you are (5%)")).to_be_visible()
    assert cut_off(drawer, "p, li, h2, h3, button") == 0
    page.keyboard.press("Escape")
    expect(drawer).to_have_count(0)
    control.press("Enter")
    drawer.get_by_role("button", name="Read more on the page of levers").press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text("What does each lever do?")
    settled(page)
    # At this lever, and not at the one that the link names.
    expect(page).to_have_url(re.compile("lever=retention"), timeout=30_000)
    expect(page.get_by_role("heading", name=NAME, exact=True)).to_be_visible()
    assert not visit.console_errors
    assert not visit.outside_requests
