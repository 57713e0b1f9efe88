"""A talk given with the keyboard alone, and the two windows that follow it."""

from collections.abc import Callable

from playwright.sync_api import Page, expect

from ppn_scenarios.sharing.scenes import STORYLINE, scenes_beside

from .conftest import SETTLE_LIMIT_MS, Server, Visit, menu_link, settled

TALK = [scene.title for name, scene in STORYLINE.items() if name not in scenes_beside()]


def press(page: Page, keys: str) -> None:
    """Press a key and wait for what it does."""
    page.keyboard.press(keys)
    page.wait_for_timeout(150)
    settled(page)


def question(page: Page) -> str:
    """The question on the stage."""
    return page.locator(".ppn-question").inner_text()


def shows(page: Page, title: str) -> None:
    """Wait until a question stands there."""
    heading = page.get_by_role("heading", level=1)
    expect(heading).to_have_text(title, timeout=SETTLE_LIMIT_MS)
    settled(page)


def answer(page: Page) -> str:
    """The answer in words."""
    return page.locator(".st-key-stage_answer").inner_text()


def reach(page: Page, name: str, limit: int = 40) -> None:
    """Go by Tab to the control of a name."""
    for _ in range(limit):
        page.keyboard.press("Tab")
        if page.evaluate(REACHED, name):
            return
    raise AssertionError(f"{name} cannot be reached by Tab")


REACHED = """name => {
  let at = document.activeElement
  while (at?.shadowRoot?.activeElement) at = at.shadowRoot.activeElement
  return at?.textContent.trim() === name || Boolean(at?.closest?.(".st-key-" + name))
}"""
SIDEWAYS = "document.documentElement.scrollWidth - window.innerWidth"


def try_a_lever(stage: Page) -> None:
    """Move a lever on the stage, undo and redo, replay, and put back either kind alone."""
    before = answer(stage)
    reach(stage, "stage_retention")
    press(stage, "ArrowRight")
    moved = answer(stage)
    assert "retention=" in stage.url
    assert moved != before
    press(stage, "Alt+z")
    assert answer(stage) == before
    press(stage, "Alt+y")
    press(stage, "Alt+l")
    assert answer(stage) == before
    expect(stage.locator(".st-key-stage_answer")).to_contain_text(
        "My scenario", timeout=SETTLE_LIMIT_MS
    )
    expect(stage.get_by_text("You see the page after it.")).to_be_visible(timeout=SETTLE_LIMIT_MS)
    assert answer(stage) == moved
    press(stage, "Alt+x")
    assert "retention=" not in stage.url
    assert "leave_psy=0.08" in stage.url
    press(stage, "Alt+z")
    press(stage, "Alt+w")
    assert "leave_psy=" not in stage.url
    assert "retention=" in stage.url


def followed_by_two(visit: Visit, server: Server) -> None:
    """Open windows for a second screen, and go on from either side, without a mouse."""
    stage = visit.page
    windows = []
    for name in ("Speaker's notes", "Picture window"):
        stage.bring_to_front()
        stage.locator(".st-key-stage_present button").focus()
        with stage.context.expect_page() as opened:
            reach(stage, name, limit=6)
            stage.keyboard.press("Enter")
        windows.append(opened.value)
        opened.value.on("pageerror", lambda error: visit.console_errors.append(str(error)))
        settled(opened.value)
    notes, picture = windows
    expect(notes.get_by_text("Now the room moves levers")).to_be_visible()
    stage.bring_to_front()
    press(stage, "Alt+n")
    for window in windows:
        shows(window, "What matters most?")
    expect(picture.locator(".vega-embed").first).to_be_visible()
    expect(picture.get_by_role("img", name="Bars, the longest first").first).to_be_visible()
    assert "retention=" in picture.url, "the scenario follows too"
    assert "leave_psy=" not in picture.url
    assert picture.evaluate("sessionStorage.getItem('ppn-session')") is None
    other = stage.context.new_page()
    other.goto(f"{server.url}/present?scene=goal")
    settled(other)
    other.wait_for_timeout(3_500)  # they ask every three seconds who is there
    assert question(picture) == "What matters most?", "it keeps to the stage that opened it"
    other.close()
    notes.bring_to_front()
    notes.keyboard.press("PageUp")
    for window in (stage, picture, notes):
        shows(window, "What would our plan change?")


def test_a_talk_goes_by_the_keyboard_alone_and_two_windows_follow_it(
    server: Server, open_page: Callable[..., Visit]
) -> None:
    visit = open_page(f"{server.url}/?leave_psy=0.08")
    stage = visit.page
    press(stage, "Alt+p")
    expect(stage.locator(".ppn-question")).to_have_text(TALK[0], timeout=SETTLE_LIMIT_MS)
    settled(stage)
    # Streamlit may leave its panel there, empty, where a key came while the page was at work.
    expect(stage.get_by_test_id("stSidebar")).to_be_hidden(timeout=SETTLE_LIMIT_MS)
    assert "leave_psy=0.08" in stage.url
    expect(stage.get_by_role("navigation", name="Pages")).to_have_count(0)
    expect(stage.get_by_role("link", name="Sources")).to_have_count(0)
    smallest = stage.locator(".st-key-stage_answer p").evaluate(
        "p => parseFloat(getComputedStyle(p).fontSize)"
    )
    assert smallest >= 24

    seen = [question(stage)]
    while stage.locator(".st-key-stage_next button").is_enabled():
        press(stage, "Alt+n" if len(seen) % 2 else "PageDown")
        seen.append(question(stage))
        assert stage.evaluate(SIDEWAYS) <= 0
    assert seen == TALK
    for _ in range(4):
        press(stage, "Alt+b")
    assert question(stage) == "What would our plan change?"

    try_a_lever(stage)
    followed_by_two(visit, server)

    stage.bring_to_front()
    settled(stage)
    stage.set_viewport_size({"width": 390, "height": 844})
    settled(stage)
    assert stage.evaluate(SIDEWAYS) <= 0
    press(stage, "Alt+p")
    shows(stage, "What does my plan change?")
    expect(menu_link(stage, "My plan")).to_be_visible()
    assert "retention=" in stage.url
    assert visit.console_errors == []
    assert visit.outside_requests == []
