"""A session survives a reload, a restart of the server and a closed tab."""

from collections.abc import Callable

from playwright.sync_api import Page, expect

from ppn_scenarios.workshop.shape import LARGEST

from .conftest import Server, Visit, go_to, lever, menu_link, settled, start_server

Open = Callable[..., Visit]


def undo(page: Page) -> None:
    """Undo by keyboard."""
    button = page.locator(".st-key-undo").get_by_role("button", name="Undo")
    expect(button).to_be_enabled(timeout=60_000)
    page.keyboard.press("Alt+z")
    settled(page)


def test_undo_and_the_menu_work_after_a_reload_and_after_the_server_was_killed_and_started_again(
    server_factory: Callable[[], Server], open_page: Open
):
    server = server_factory()
    page = open_page(server.url).page
    for key in ("End", "Home", "ArrowRight"):
        lever(page, "retention").press(key)
        settled(page)
    page.reload()
    settled(page)
    undo(page)
    expect(lever(page, "retention")).to_have_attribute("aria-valuetext", "0%")
    server.process.kill()
    server.process.wait()
    said = page.get_by_role("status").filter(has_text="The explorer")
    expect(said).to_be_visible(timeout=30_000)
    here = page.url
    menu_link(page, "Goal").click()
    assert page.url == here, "the address would say a page that nobody draws"
    again = start_server(server.log_file.parent, int(server.url.rsplit(":", 1)[1]))
    try:
        expect(said).to_be_hidden(timeout=60_000)
        settled(page)
        go_to(page, "Where do staff come from, and go?")
        undo(page)
        expect(lever(page, "retention")).to_have_attribute("aria-valuetext", "12%")
        lever(page, "retention").press("ArrowLeft")
        settled(page)
        expect(lever(page, "retention")).to_have_attribute("aria-valuetext", "11%")
    finally:
        again.stop()


def test_a_session_as_long_as_we_keep_one_comes_back_and_a_longer_one_does_no_harm(
    server: Server, open_page: Open
):
    page = open_page(server.url).page
    lever(page, "retention").press("End")
    settled(page)
    own = page.evaluate("sessionStorage.getItem('ppn-session')")
    for words, enabled in ((LARGEST - 20_000, True), (2 * LARGEST, False)):
        long = own.replace('"draft":{', '"colour":"' + "x" * words + '","draft":{', 1)
        page.evaluate("text => sessionStorage.setItem('ppn-session', text)", long)
        page.reload()
        settled(page)
        said = "is no part of a session" if enabled else "is too large to be ours"
        expect(page.get_by_text(said)).to_be_visible(timeout=30_000)
        undo_button = page.locator(".st-key-undo").get_by_role("button", name="Undo")
        expect(undo_button).to_be_enabled() if enabled else expect(undo_button).to_be_disabled()


def next_tab(server: Server, open_page: Open) -> Page:
    """A new tab of a browser in which a tab with a moved lever was closed."""
    first = open_page(server.url).page
    lever(first, "retention").press("End")
    settled(first)
    first.wait_for_function("Object.keys(localStorage).some(n => n.startsWith('ppn-kept-'))")
    second = first.context.new_page()
    first.close()
    second.goto(server.url)
    settled(second)
    return second


def test_the_session_of_a_closed_tab_is_offered_in_the_next_one(server: Server, open_page: Open):
    second = next_tab(server, open_page)
    second.get_by_role("button", name="Bring it back").click()
    settled(second)
    expect(lever(second, "retention")).to_have_attribute("aria-valuetext", "12%")
    expect(second.get_by_role("button", name="Bring it back")).to_be_hidden()


KEPT = """() => Object.keys(localStorage).filter(name => name.startsWith('ppn-kept-'))
  .map(name => JSON.parse(localStorage[name]).text)"""


def test_a_tab_that_was_duplicated_keeps_a_session_of_its_own_and_one_that_was_reloaded_the_same(
    server: Server, open_page: Open
):
    first = open_page(server.url).page
    lever(first, "retention").press("End")
    settled(first)
    storage = first.evaluate("JSON.stringify({...sessionStorage})")
    second = first.context.new_page()
    second.add_init_script(f"if (!sessionStorage.length) Object.assign(sessionStorage, {storage})")
    second.goto(first.url)
    settled(second)
    for page, key in ((first, "Home"), (second, "ArrowLeft")):
        before = page.evaluate("sessionStorage['ppn-session']")
        lever(page, "retention").press(key)
        page.wait_for_function("text => sessionStorage['ppn-session'] !== text", arg=before)
    both = [page.evaluate("sessionStorage['ppn-session']") for page in (first, second)]
    assert sorted(second.evaluate(KEPT)) == sorted(both)
    second.reload()
    settled(second)
    lever(second, "retention").press("ArrowLeft")
    second.wait_for_function("text => sessionStorage['ppn-session'] !== text", arg=both[1])
    assert len(second.evaluate(KEPT)) == 2, "what is kept anew takes the place of what was"


def test_of_two_tabs_that_were_closed_the_older_session_can_be_brought_back_too(
    server: Server, open_page: Open
):
    first = open_page(server.url).page
    second = first.context.new_page()
    for page, key, at in ((first, "retention", 1), (second, "leave_psy", 2)):
        page.goto(server.url)
        settled(page)
        if page == second:
            page.get_by_role("button", name="Not now").click()
            settled(page)
        lever(page, key).press("End")
        page.wait_for_function("sessionStorage['ppn-session'] !== undefined")
        assert len(page.evaluate(KEPT)) == at
    third = first.context.new_page()
    first.close()
    second.close()
    third.goto(server.url)
    third.get_by_role("button", name="An older session").click()
    expect(third.get_by_role("button", name="An older session")).to_be_hidden(timeout=60_000)
    third.get_by_role("button", name="Bring it back").click()
    expect(lever(third, "retention")).to_have_attribute("aria-valuetext", "12%", timeout=60_000)


def test_where_a_browser_has_no_more_room_the_oldest_of_many_sessions_gives_way(
    server: Server, open_page: Open
):
    page = open_page(server.url).page
    page.evaluate("""() => {
      const text = "x".repeat(50_000)
      for (let i = 1; i <= 9; i++)
        localStorage.setItem(`ppn-kept-${i}`, JSON.stringify({ at: Date.now() - i * 60_000, text }))
      sessionStorage.setItem("ppn-asked", "1")
      for (let step = "y".repeat(2 ** 20), all = ""; step; )
        try { localStorage.setItem("filler", all + step); all += step }
        catch { step = step.slice(0, step.length / 2) }
    }""")
    lever(page, "retention").press("End")
    page.wait_for_function("Object.keys(localStorage).some(n => /^ppn-kept-..../.test(n))")
    names = page.evaluate("Object.keys(localStorage)")
    assert {"filler", *(f"ppn-kept-{i}" for i in range(1, 9))} <= set(names)
    assert "ppn-kept-9" not in names
    expect(page.get_by_text("does not keep what you make")).to_be_hidden()


def test_a_session_deleted_from_the_browser_is_gone(server: Server, open_page: Open):
    second = next_tab(server, open_page)
    second.get_by_role("button", name="Delete it from this browser").click()
    second.wait_for_function("!Object.keys(localStorage).some(n => n.startsWith('ppn-kept-'))")
