"""Three whole journeys without a mouse, and a focus that can always be seen and is never lost."""

import re
from collections.abc import Callable
from io import BytesIO

import numpy as np
import pytest
from PIL import Image
from playwright.sync_api import Locator, Page, expect

from ppn_scenarios.ui.pages import PAGES
from tests.browser.conftest import Server, Visit, finding, lever, settled

Open = Callable[..., Visit]
MOST_STOPS = 400
LEAST_CHANGE = 3.0  # WCAG 2.2, 2.4.13: contrast between a thing with the focus and without
AROUND = 8  # pixels around it that may show it
HERE = """
() => {
  let at = document.activeElement
  while (at?.shadowRoot?.activeElement) at = at.shadowRoot.activeElement
  return at
}
"""
HAS_FOCUS = f"element => element === ({HERE})()"
ELSEWHERE = """
() => {
  const away = document.createElement("span")
  Object.assign(away, { tabIndex: -1, id: "away" })
  away.style.cssText = "position:fixed;left:0;bottom:0;outline:none"
  document.body.append(away)
  away.focus({ preventScroll: true })
}
"""
# WCAG 2.2, 2.4.11: something else lies over all of what has the focus. What is drawn for those who
# listen alone, or as part of something larger, is judged by that.
COVERED = """
e => {
  const about = e.closest("[data-testid=stSlider],label") ?? e, box = about.getBoundingClientRect()
  return ![[.5, .5], [.1, .2], [.9, .2], [.1, .8], [.9, .8]].some(([across, down]) => {
    const x = box.left + box.width * across, y = box.top + box.height * down
    const top = document.elementFromPoint(x, y)
    return top && (about.contains(top) || top.shadowRoot?.contains(e))
  })
}
"""
SEEN_OR_LABEL = "e => e.getBoundingClientRect().width > 2 ? e : e.closest('label, [data-rac]') ?? e"


def press(page: Page, *keys: str) -> None:
    """Press keys, wait for the page, and hold that something on it still has the focus."""
    for key in keys:
        page.keyboard.press(key)
    settled(page)
    page.wait_for_function("() => document.activeElement !== document.body", timeout=5000)


def tab_to(page: Page, wanted: Locator, key: str = "Tab") -> None:
    """Press Tab (or Shift+Tab) until an element has the focus."""
    for _ in range(MOST_STOPS):
        page.keyboard.press(key)
        if wanted.count() and wanted.first.evaluate(HAS_FOCUS):
            return
    pytest.fail(f"{MOST_STOPS} presses of {key} did not reach {wanted}")


def skip_to_main(page: Page) -> None:
    """Take the first stop of a page, which leads past the levers."""
    page.keyboard.press("Tab")
    skip = page.get_by_role("link", name="Skip to main content")
    expect(skip).to_be_focused()
    expect(skip).to_be_in_viewport()
    page.keyboard.press("Enter")


def follow(page: Page, path: str) -> None:
    """Choose a page from the menu; the focus goes to its title, which is read."""
    entry = PAGES[path]
    tab_to(page, page.get_by_role("navigation", name="Pages").get_by_role("link", name=entry.name))
    page.keyboard.press("Enter")
    title = page.get_by_role("heading", level=1, name=entry.question)
    expect(title).to_be_visible(timeout=30_000)
    settled(page)
    expect(title).to_be_focused()


def test_an_executive_explores_without_a_mouse(server: Server, open_page: Open):
    granted = {"permissions": ["clipboard-read", "clipboard-write"]}
    page = open_page(server.url, **granted).page
    said, aloud = finding(page), page.locator(".ppn-aloud")
    skip_to_main(page)
    tab_to(page, page.get_by_role("combobox", name="Place"))
    page.keyboard.type("London")
    press(page, "Enter")
    assert "assumptions London has an estimated" in finding(page)
    assert finding(page) != said
    for name, key in (("external", "PageUp"), ("retention", "ArrowRight"), ("places_cp", "Home")):
        said = finding(page)
        tab_to(page, lever(page, name), "Shift+Tab")
        press(page, key)
        expect(lever(page, name)).to_be_focused()
        assert finding(page) != said
    page.wait_for_timeout(1500)  # it is said once nothing has moved for a moment
    spoken = aloud.inner_text()
    assert spoken in finding(page), "one sentence of the answer is said"
    assert 20 < len(spoken) < 250

    made = page.locator(".st-key-passport_headlines button")
    tab_to(page, made)
    press(page, "Enter")
    drawer = page.get_by_role("dialog", name="How these numbers are made")
    expect(drawer).to_be_visible(timeout=30_000)
    tab_to(page, drawer.locator("summary").first)
    press(page, "Enter", "Escape")
    expect(made).to_be_focused()

    tab_to(page, page.get_by_role("button", name="Share this scenario"))
    press(page, "Enter")
    drawer = page.get_by_role("dialog", name="Share this scenario")
    expect(drawer).to_be_visible(timeout=30_000)
    tab_to(page, drawer.get_by_role("button", name="Copy link to this scenario"))
    press(page, "Enter")
    expect(drawer.get_by_text("Copied", exact=True)).to_be_visible()
    assert "place=Y56" in page.evaluate("navigator.clipboard.readText()")
    press(page, "Escape")
    expect(page.get_by_role("button", name="Share this scenario")).to_be_focused()
    said = finding(page)
    press(page, "Alt+z")
    assert finding(page) != said
    press(page, "Alt+y")
    assert finding(page) == said


def test_a_facilitator_records_and_compares_without_a_mouse(server: Server, open_page: Open):
    page = open_page(f"{server.url}/?v=1&retention=0.05").page
    skip_to_main(page)
    follow(page, "pages/record.py")
    fields = page.get_by_role("main").get_by_role("textbox")
    for i, text in enumerate(("Are we on track?", "No", "Nearly", "Keep more staff", "Chair")):
        tab_to(page, fields.nth(i))
        page.keyboard.type(text)
    taken = page.locator(".st-key-record_finding button")
    tab_to(page, taken)
    press(page, "Enter")
    expect(page.get_by_text("Keep more staff")).to_be_visible(timeout=30_000)
    page.reload()
    settled(page)
    skip_to_main(page)
    follow(page, "pages/compare.py")
    name = page.get_by_role("main").get_by_role("textbox", name="Keep this scenario as")
    tab_to(page, name)
    page.keyboard.type("Keep more")
    tab_to(page, page.get_by_role("button", name=re.compile("^Keep")))
    press(page, "Enter")
    expect(page.get_by_text("Keep more").first).to_be_visible()
    undo = page.locator(".st-key-undo button:visible")
    tab_to(page, lever(page, "retention"), "Shift+Tab")
    press(page, "ArrowRight")
    tab_to(page, undo, "Shift+Tab")
    press(page, "Enter")
    expect(undo).to_be_disabled()
    expect(page.locator(".st-key-redo button:visible")).to_be_focused()


def test_a_person_with_a_link_takes_the_answer_away_without_a_mouse(
    server: Server, open_page: Open
):
    page = open_page(f"{server.url}/?v=1&retention=0.05&place=QWE").page
    skip_to_main(page)
    tab_to(page, page.get_by_role("radio", name="Chart"))
    press(page, "ArrowRight", "Space")
    expect(page.get_by_role("radio", name="Table")).to_be_checked()
    table = page.get_by_role("region", name=re.compile("^Staff in"))
    tab_to(page, table)
    opener = page.get_by_role("button", name=re.compile("^Download table: Staff in"))
    tab_to(page, opener)
    press(page, "Enter")
    tab_to(page, page.get_by_role("button", name=re.compile("CSV")))
    with page.expect_download(timeout=60_000) as taken:
        page.keyboard.press("Enter")
    assert taken.value.suggested_filename.endswith(".csv")
    press(page, "Escape")
    expect(opener).to_be_focused()
    tab_to(page, page.get_by_role("button", name="Share this scenario"))
    press(page, "Enter")
    drawer = page.get_by_role("dialog", name="Share this scenario")
    expect(drawer).to_be_visible(timeout=30_000)
    tab_to(page, drawer.get_by_role("button", name=re.compile("board pack")))
    press(page, "Enter")
    slides = drawer.get_by_role("button", name=re.compile("PPTX|[Ss]lides"))
    expect(slides).to_be_visible(timeout=120_000)
    tab_to(page, slides)
    with page.expect_download(timeout=60_000) as taken:
        page.keyboard.press("Enter")
    assert taken.value.suggested_filename.endswith(".pptx")


def luminance(picture: bytes) -> np.ndarray:
    """The relative luminance of each pixel, as WCAG defines it."""
    part = np.asarray(Image.open(BytesIO(picture)).convert("RGB"), dtype=float) / 255
    linear = np.where(part <= 0.04045, part / 12.92, ((part + 0.055) / 1.055) ** 2.4)
    return np.asarray(linear @ np.array([0.2126, 0.7152, 0.0722]))


def changed_enough(page: Page) -> int:
    """Return how many pixels around what has the focus change by 3:1 when it loses it."""
    at = page.evaluate_handle(f"() => ({SEEN_OR_LABEL})(({HERE})())").as_element()
    assert at is not None
    at.scroll_into_view_if_needed()
    box = at.bounding_box()
    assert box is not None
    clip = {
        "x": max(0, box["x"] - AROUND),
        "y": max(0, box["y"] - AROUND),
        "width": box["width"] + 2 * AROUND,
        "height": min(box["height"], 600) + 2 * AROUND,
    }
    shot = {"clip": clip, "animations": "disabled", "caret": "hide"}
    here = page.evaluate_handle(HERE)
    with_focus = luminance(page.screenshot(**shot))  # type: ignore[arg-type]
    page.evaluate(ELSEWHERE)
    without = luminance(page.screenshot(**shot))  # type: ignore[arg-type]
    here.evaluate("e => e.focus({ preventScroll: true, focusVisible: true })")
    page.evaluate("document.getElementById('away').remove()")
    high, low = np.maximum(with_focus, without) + 0.05, np.minimum(with_focus, without) + 0.05
    return int((high / low >= LEAST_CHANGE).sum())


@pytest.mark.parametrize("path", ["", "goal", "record"])
def test_whatever_has_the_focus_is_seen_to_have_it(server: Server, open_page: Open, path: str):
    page = open_page(f"{server.url}/{path}?v=1&retention=0.05").page
    kinds: dict[str, str] = {}
    hidden: list[str] = []
    stops = 0
    while stops < MOST_STOPS:
        page.keyboard.press("Tab")
        about = page.evaluate(
            f"() => {{ const e = ({HERE})(); if (e === document.body) return null; return ["
            "e.tagName + (e.type ?? '') + (e.getAttribute('role') ?? '') + (e.className ?? '')"
            f", e.outerHTML.slice(0, 160), ({COVERED})(e)]}}"
        )
        if about is None:
            break
        stops += 1
        kind, html, covered = about
        if covered:
            hidden.append(f"covered: {html}")
        if kind not in kinds:
            pixels = changed_enough(page)
            kinds[kind] = "" if pixels >= 40 else f"{pixels} pixels: {html}"
    assert 20 < stops < MOST_STOPS, "the end of the page was not reached: the focus is held"
    unseen = [*hidden, *(html for html in kinds.values() if html)]
    assert not unseen, "\n".join(unseen)


def test_going_back_on_a_phone_what_has_the_focus_is_not_under_the_head_of_the_page(
    server: Server, open_page: Open
):
    page = open_page(f"{server.url}/record?v=1", width=390, height=700).page
    page.get_by_role("button", name="Accessibility").focus()
    at, covered = "", []
    for _ in range(MOST_STOPS):
        page.keyboard.press("Shift+Tab")
        at, over = page.evaluate(
            f"() => {{ const e = ({HERE})(); return [e.textContent.trim(), ({COVERED})(e)] }}"
        )
        if over:
            covered.append(at)
        if at == PAGES["app.py"].name:
            break
    assert at == PAGES["app.py"].name, "the menu was not reached"
    assert covered == []


def test_levers_that_are_folded_away_have_no_focus_and_are_not_read(
    server: Server, open_page: Open
):
    page = open_page(f"{server.url}/?v=1&retention=0.05", width=390).page
    panel = page.get_by_test_id("stSidebar")
    assert panel.locator("input").count() > 10, "they are there, beside the window"
    assert "Fewer people leaving" not in page.locator("body").aria_snapshot()
    for _ in range(4):
        page.keyboard.press("Tab")
        assert not panel.evaluate("bar => bar.contains(document.activeElement)")
    tab_to(page, page.get_by_test_id("stExpandSidebarButton"), "Shift+Tab")
    page.keyboard.press("Enter")
    expect(lever(page, "retention")).to_be_visible()
    assert "Fewer people leaving" in page.locator("body").aria_snapshot()
    tab_to(page, lever(page, "retention"))
    press(page, "ArrowRight")
    expect(page).to_have_url(re.compile("retention=0.06"), timeout=30_000)


def test_what_a_button_opens_beside_it_comes_next_by_tab_and_gives_the_focus_back(
    server: Server, open_page: Open
):
    page = open_page(f"{server.url}/?v=1&mandate=1&mandate_year=2026").page
    opener = page.get_by_role("button", name="1 to check")
    after = page.locator("summary", has_text="What moved?")
    tab_to(page, opener)
    page.keyboard.press("Enter")
    panel = page.get_by_role("dialog", name="1 to check")
    expect(panel).to_be_focused(timeout=30_000)
    settled(page)
    fix = panel.get_by_role("button", name="Set Required from: 1 April 2027")
    page.keyboard.press("Tab")
    expect(fix).to_be_focused()
    page.keyboard.press("Tab")
    expect(after).to_be_focused()
    page.keyboard.press("Shift+Tab")
    expect(opener).to_be_focused()
    page.keyboard.press("Tab")
    expect(fix).to_be_focused()
    page.keyboard.press("Enter")
    expect(panel).to_have_count(0, timeout=30_000)
    expect(page.get_by_role("button", name="0 to check")).to_be_focused()
