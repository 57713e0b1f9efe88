"""What people do with the explorer, from a cold start, in a real browser."""

import re
from collections.abc import Callable
from urllib.parse import parse_qs, urlsplit, urlunsplit

import pytest
from playwright.sync_api import Locator, Page, expect

from ppn_scenarios.ui.pages import PAGES
from tests.browser.conftest import Server, Visit, finding, go_to, lever, settled

HOME = "Are we on track?"
NUMBERS = "Where do these numbers come from?"
Open = Callable[..., Visit]
MAY_COPY = {"permissions": ["clipboard-read", "clipboard-write"]}
REFUSED = """void (navigator.clipboard.writeText = () =>
    Promise.reject(new DOMException("Write permission denied", "NotAllowedError")))"""
NO_HTTPS = "void Object.defineProperty(navigator, 'clipboard', { value: undefined })"


def copy_button(page: Page) -> Locator:
    return page.get_by_role("button", name="Copy link to this scenario")


def query(page: Page) -> dict[str, list[str]]:
    """The parameters in the address bar, without those of the making of a link."""
    found = parse_qs(urlsplit(page.url).query)
    return {name: values for name, values in found.items() if name not in ("d", "on")}


def test_a_copied_link_shows_the_same_on_a_server_that_has_just_started(
    server: Server, server_factory: Callable[[], Server], open_page: Open
):
    mine = open_page(server.url, **MAY_COPY).page
    before = finding(mine)
    lever(mine, "retention").press("ArrowRight")
    lever(mine, "retention").press("ArrowRight")
    settled(mine)
    said = finding(mine)
    assert said != before
    copy_button(mine).click()
    expect(mine.get_by_text("Copied", exact=True)).to_be_visible()
    copied = mine.evaluate("navigator.clipboard.readText()")
    assert copied == mine.url
    assert "&d=" in copied
    assert query(mine) == {"v": ["1"], "retention": ["0.02"]}

    elsewhere = urlsplit(server_factory().url).netloc
    theirs = open_page(urlunsplit(urlsplit(copied)._replace(netloc=elsewhere))).page
    assert finding(theirs) == said
    expect(lever(theirs, "retention")).to_have_value("0.02")
    assert query(theirs) == query(mine), "opening a link does not change it"


def test_a_cold_link_to_a_page_has_the_menu_and_the_levers_and_keeps_its_scenario(
    server_factory: Callable[[], Server], open_page: Open
):
    page = open_page(f"{server_factory().url}/numbers?v=1&retention=0.05&place=Y56").page
    expect(page.get_by_role("heading", level=1)).to_have_text(NUMBERS)
    links = page.get_by_role("navigation", name="Pages").get_by_role("link")
    expect(links).to_have_text([entry.name for entry in PAGES.values()])
    expect(lever(page, "retention")).to_have_value("0.05")
    scenario = {"v": ["1"], "retention": ["0.05"], "place": ["Y56"]}
    assert query(page) == scenario

    go_to(page, HOME)
    expect(lever(page, "retention")).to_have_value("0.05")
    assert "London has an estimated" in finding(page)
    assert query(page) == scenario
    said = finding(page)

    page.go_back()
    expect(page.get_by_role("heading", level=1)).to_have_text(NUMBERS)
    settled(page)
    expect(lever(page, "retention")).to_have_value("0.05")
    assert query(page) == scenario

    page.go_forward()
    expect(page.get_by_role("heading", level=1)).to_have_text(HOME)
    page.reload()
    settled(page)
    expect(lever(page, "retention")).to_have_value("0.05")
    assert finding(page) == said
    assert query(page) == scenario


def test_back_after_a_lever_was_moved_keeps_the_scenario(server: Server, open_page: Open):
    page = open_page(f"{server.url}/numbers").page
    go_to(page, HOME)
    lever(page, "retention").press("ArrowRight")
    settled(page)
    said = finding(page)
    go_to(page, NUMBERS)
    page.go_back()
    expect(page.get_by_role("heading", level=1)).to_have_text(HOME)
    settled(page)
    expect(lever(page, "retention")).to_have_value("0.01")
    assert finding(page) == said


@pytest.mark.parametrize("obstacle", [REFUSED, NO_HTTPS], ids=["refused", "without HTTPS"])
def test_where_the_clipboard_may_not_be_used_the_address_is_shown_to_copy(
    server: Server, open_page: Open, obstacle: str
):
    page = open_page(f"{server.url}/?v=1&retention=0.05").page
    field = page.get_by_label("Address of this scenario")
    expect(field).to_be_hidden()
    page.evaluate(obstacle)
    copy_button(page).click()
    expect(field).to_be_visible()
    there = re.escape(f"{server.url}/?v=1&d=")
    expect(field).to_have_value(re.compile(rf"{there}\w+&retention=0\.05&on=[\d-]{{10}}"))
    expect(page.get_by_text("Copy this address:")).to_be_visible()


def test_every_problem_of_a_bad_link_is_named_until_it_is_dismissed(
    server: Server, open_page: Open
):
    bad = "retention=plenty&leave_psy=99&place=QZZ&place=QYY&wage=1&show=pie&v=0&external=500"
    page = open_page(f"{server.url}/?{bad}").page
    note = page.get_by_test_id("stAlert").filter(has_text="Some of this link could not be used")
    expect(note.get_by_role("listitem")).to_have_count(5)
    since = page.get_by_test_id("stAlert").filter(has_text="made before something changed")
    expect(since).to_contain_text("version 0 of the model")
    for problem in (
        "Fewer people leaving: “plenty” is not a number",
        "Psychologists leaving: 99 is outside",
        "Place: the link gives it 2 times",
        "“wage” is not a setting",
        "Chart or table: “pie” is not one",
    ):
        expect(note).to_contain_text(problem)
    expect(page.get_by_test_id("stException")).to_have_count(0)
    expect(lever(page, "external")).to_have_value("500")
    assert finding(page)
    page.get_by_role("button", name="I have read this").click()
    expect(note).to_have_count(0)
    expect(since).to_have_count(0)
    settled(page)
    assert query(page) == {"v": ["1"], "external": ["500"]}
    page.reload()
    settled(page)
    expect(note).to_have_count(0)


def test_script_in_a_link_is_shown_as_text_and_not_run(server: Server, open_page: Open):
    attack = "%3Cimg%20src%3Dx%20onerror%3D%22window.hit%3D1%22%3E"
    visit = open_page(f"{server.url}/?retention={attack}&{attack}=1&place={attack}")
    expect(visit.page.get_by_test_id("stAlert").first).to_contain_text("onerror=")
    assert visit.page.evaluate("window.hit") is None
    assert visit.page.locator("[data-testid=stAlert] img").count() == 0
    assert visit.outside_requests == []


def test_two_readers_at_once_keep_their_own_scenarios(server: Server, open_page: Open):
    one, two = open_page(server.url).page, open_page(f"{server.url}/?v=1&leave_psy=0.1").page
    second = finding(two)
    lever(one, "retention").press("ArrowRight")
    settled(one)
    first = finding(one)
    assert first != second
    lever(two, "external").press("ArrowRight")
    settled(two)
    assert finding(two) != second
    assert finding(one) == first
    assert query(one) == {"v": ["1"], "retention": ["0.01"]}
    assert query(two) == {"v": ["1"], "leave_psy": ["0.1"], "external": ["900"]}
    expect(lever(two, "retention")).to_have_value("0")


def test_a_lever_can_be_reached_and_moved_by_keyboard_alone(server: Server, open_page: Open):
    page = open_page(server.url).page
    before = finding(page)
    wanted = lever(page, "retention").element_handle()
    for _ in range(60):
        page.keyboard.press("Tab")
        if wanted.evaluate("element => element === document.activeElement"):
            break
    else:
        pytest.fail("sixty presses of Tab did not reach the lever")
    page.keyboard.press("ArrowRight")
    settled(page)
    expect(lever(page, "retention")).to_be_focused()
    expect(lever(page, "retention")).to_have_attribute("aria-valuetext", "1%")
    assert finding(page) != before
    page.keyboard.press("End")
    settled(page)
    expect(lever(page, "retention")).to_have_attribute("aria-valuetext", "12%")
    assert query(page) == {"v": ["1"], "retention": ["0.12"]}


def test_a_panel_of_levers_stays_open_and_keeps_the_focus_while_one_in_it_moves(
    server: Server, open_page: Open
):
    page = open_page(server.url).page
    page.locator(".st-key-more_belief summary").click()
    expect(lever(page, "uptake_ther")).to_be_visible()
    lever(page, "uptake_ther").press("ArrowRight")
    settled(page)
    expect(lever(page, "uptake_ther")).to_be_focused()
    lever(page, "uptake_ther").press("ArrowRight")
    settled(page)
    assert query(page) == {"v": ["1"], "uptake_ther": ["0.8"]}
