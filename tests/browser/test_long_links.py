"""Links far longer than any that the explorer makes."""

from collections.abc import Callable

from playwright.sync_api import Browser, expect

from tests.browser.conftest import Server, Visit, finding, lever


def test_a_link_of_15_kilobytes_opens_the_app_and_says_that_it_was_not_read(
    server: Server, open_page: Callable[..., Visit]
):
    page = open_page(f"{server.url}/?retention=0.05&junk={'x' * 15_000}").page
    note = page.get_by_test_id("stAlert").filter(has_text="Some of this link could not be used")
    expect(note).to_contain_text("15,017 characters long")
    expect(note).to_contain_text("It was not read; you see things as they stand")
    expect(lever(page, "retention")).to_have_value("0")
    assert finding(page)
    assert page.url == f"{server.url}/", "the long text is gone from the address"


def test_a_link_of_a_megabyte_is_refused_by_the_server_which_stays_up_for_others(
    server: Server, browser: Browser, open_page: Callable[..., Visit]
):
    with browser.new_context() as stranger:
        answer = stranger.request.get(f"{server.url}/?junk={'x' * 1_000_000}")
        assert answer.status == 400
        answer = stranger.request.get(f"{server.url}/?junk={'x' * 50_000}")
        assert answer.status == 414
        assert "This link was not read: it has 50,005 characters" in answer.text()
    page = open_page(f"{server.url}/?v=1&retention=0.05").page
    expect(lever(page, "retention")).to_have_value("0.05")
    assert finding(page)
