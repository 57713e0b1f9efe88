"""The drawer of number passports in a real browser: by keyboard, by year, on a desk and a phone."""

from collections.abc import Callable

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import Server, Visit, cut_off, settled

OPENER = "How these numbers are made"


@pytest.mark.parametrize("width", [1280, 390])
def test_a_passport_opens_by_keyboard_fits_the_window_and_gives_focus_back(
    server: Server, open_page: Callable[..., Visit], width: int
):
    visit = open_page(f"{server.url}/?v=1&retention=0.05&place=QWE", width=width)
    page = visit.page
    button = page.locator(".st-key-passport_headlines button")
    button.focus()
    page.keyboard.press("Enter")
    drawer = page.get_by_role("dialog", name=OPENER)
    expect(drawer.get_by_text("Staff in post, March 2037:")).to_be_visible()
    settled(page)
    drawer.locator("summary").first.focus()
    page.keyboard.press("Enter")
    expect(drawer.get_by_text("What can move it").first).to_be_visible()
    expect(drawer.get_by_text("Scenario(retention=0.05)").first).to_be_visible()
    assert cut_off(drawer, "p, li, h2, h3, td, th, button, summary") == 0
    page.keyboard.press("Escape")
    expect(drawer).to_have_count(0)
    expect(button).to_be_focused()
    assert not visit.console_errors
    assert not visit.outside_requests


def test_another_year_can_be_chosen_in_the_drawer(server: Server, open_page: Callable[..., Visit]):
    page = open_page(f"{server.url}/?v=1").page
    page.locator(".st-key-passport_headlines button").click()
    drawer = page.get_by_role("dialog", name=OPENER)
    expect(drawer.get_by_text("Staff in post, March 2037:")).to_be_visible()
    expect(drawer.get_by_role("button", name="Close", exact=True)).to_have_count(1)
    expect(drawer.locator("[data-testid=stCode]:not([role=region])")).to_have_count(0)
    drawer.get_by_role("combobox", name="Year").fill("2036")
    page.keyboard.press("Enter")
    expect(drawer.get_by_text("Staff in post, March 2036:")).to_be_visible()
