"""The menu of pages in a browser: its links are links, and a click stays in the visit."""

from collections.abc import Callable
from urllib.parse import urlsplit

from playwright.sync_api import Page, expect

from tests.browser.conftest import Server, Visit, finding, lever, menu_link, settled

Open = Callable[..., Visit]
LEADS_TO = "a => a.href"
LISTEN = """
() => {
  const app = document.querySelector("[data-testid=stApp]")
  new MutationObserver(() => { window.began = true })
    .observe(app, { attributeFilter: ["data-test-script-state"] })
}
"""


def title(page: Page, question: str) -> None:
    """Wait until a page is there."""
    expect(page.get_by_role("heading", level=1)).to_have_text(question, timeout=30_000)


def steps(page: Page) -> int:
    """How many entries the history of this tab has."""
    found: int = page.evaluate("history.length")
    return found


def test_a_link_of_the_menu_opens_in_a_new_tab_with_the_same_scenario(
    server: Server, open_page: Open
):
    visit = open_page(f"{server.url}/?v=1&retention=0.05&place=Y56")
    page = visit.page
    here, said = page.url, finding(page)
    link = menu_link(page, "Flows")
    with page.context.expect_page() as opened:
        link.click(modifiers=["Control"])
    other = opened.value
    settled(other)
    title(other, "Where do staff come from, and go?")
    expect(lever(other, "retention")).to_have_value("0.05")
    assert "place=Y56" in other.url
    assert other.url == link.evaluate(LEADS_TO), "an address to copy is the one that opens"
    home = [menu_link(one, "On track?").evaluate(LEADS_TO) for one in (page, other)]
    assert home == [f"{server.url}/?{urlsplit(other.url).query}"] * 2
    assert page.url == here
    assert finding(page) == said
    assert not visit.console_errors


def test_a_page_that_is_still_being_drawn_can_be_left_and_each_choice_is_one_step_back(
    server: Server, open_page: Open
):
    visit = open_page(f"{server.url}/?v=1&retention=0.05&on=2026-01-02")
    page, before = visit.page, steps(visit.page)
    menu_link(page, "On track?").click()  # here already: no step
    menu_link(page, "Stress").click()
    title(page, "Does it survive a bad future?")
    menu_link(page, "Sources").press("Enter")
    title(page, "Where do these numbers come from?")
    settled(page)
    expect(menu_link(page, "Sources")).to_have_attribute("aria-current", "page")
    assert page.locator(".st-key-menu [aria-current]").count() == 1
    assert steps(page) == before + 2
    page.go_back()
    title(page, "Does it survive a bad future?")
    page.go_back()
    title(page, "Are we on track?")
    settled(page)
    expect(lever(page, "retention")).to_have_value("0.05")
    assert not visit.console_errors


def test_what_was_moved_just_before_a_page_is_chosen_goes_along(server: Server, open_page: Open):
    visit = open_page(f"{server.url}/?v=1&retention=0.05")
    page = visit.page
    page.evaluate(LISTEN)
    lever(page, "retention").press("ArrowRight")
    page.wait_for_function("() => window.began")  # its link may not have the step yet
    menu_link(page, "Trust").click()
    title(page, "Can I trust this?")
    settled(page)
    expect(lever(page, "retention")).to_have_value("0.06")
    assert "retention=0.06" in page.url
    page.reload()
    settled(page)
    title(page, "Can I trust this?")
    expect(lever(page, "retention")).to_have_value("0.06")
