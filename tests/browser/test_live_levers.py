"""Levers that show before they are let go, in a real browser: by mouse, by keyboard, on a phone."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.conftest import Server, Visit, finding, settled

OPEN = "/?v=1&live=on"
Opener = Callable[..., Visit]


def live(page: Page, name: str) -> Locator:
    """The live lever of one assumption."""
    return page.locator(f"#live-{name}")


def shown(page: Page) -> str:
    """The headline number of staff in the panel."""
    return page.locator(".st-key-live_box dd").first.inner_text()


def note(page: Page) -> Locator:
    """What the panel says it is doing."""
    return page.locator(".st-key-live_box .note")


def take_hold(page: Page, lever: Locator) -> tuple[float, float, float]:
    """Press the mouse on the lever's knob; return where the lever begins, its width, and height."""
    lever.scroll_into_view_if_needed()
    box = lever.bounding_box()
    assert box
    at, most = (float(v) for v in lever.evaluate("e => [e.value, e.max]"))
    knob = 16  # pixels; its middle moves within what is left
    y = box["y"] + box["height"] / 2
    page.mouse.move(box["x"] + knob / 2 + (box["width"] - knob) * at / most, y)
    page.mouse.down()
    return box["x"], box["width"], y


@pytest.mark.parametrize("width", [1280, 390])
def test_a_dragged_lever_shows_what_it_does_before_it_is_let_go(
    server: Server, open_page: Opener, width: int
):
    visit = open_page(server.url + OPEN, width=width)
    page, lever = visit.page, live(visit.page, "leave_prac")
    before, said, address = shown(page), finding(page), page.url
    x, wide, y = take_hold(page, lever)
    page.mouse.move(x + 0.85 * wide, y, steps=12)
    expect(note(page)).to_contain_text("Preview")
    expect(page.locator(".st-key-live_box dd").first).not_to_have_text(before)
    preview = shown(page)
    assert page.url == address
    assert finding(page) == said, "the page was asked before the lever was let go"
    page.mouse.up()
    page.wait_for_url(re.compile("leave_prac="))
    settled(page)
    assert preview in finding(page)
    assert shown(page) == preview
    expect(note(page)).to_contain_text("Move a lever")
    given = float(re.findall(r"leave_prac=([\d.]+)", page.url)[0])
    assert lever.get_attribute("aria-valuetext") == f"{100 * given:.4g}% a year"
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    assert not visit.console_errors
    assert not visit.outside_requests


def test_a_lever_that_is_dragged_back_changes_nothing(server: Server, open_page: Opener):
    visit = open_page(server.url + OPEN)
    page, lever = visit.page, live(visit.page, "leave_prac")
    before, address = shown(page), page.url
    x, wide, y = take_hold(page, lever)
    start = lever.input_value()
    page.mouse.move(x + 0.8 * wide, y, steps=5)
    assert lever.input_value() != start
    for step in range(int(0.8 * wide)):
        if lever.input_value() == start:
            break
        page.mouse.move(x + 0.8 * wide - step, y)
    page.mouse.up()
    page.wait_for_timeout(1500)
    assert (lever.input_value(), shown(page), page.url) == (start, before, address)
    expect(page.get_by_role("button", name="Undo")).to_be_disabled()


def test_arrow_keys_show_at_once_and_the_last_of_them_is_kept(server: Server, open_page: Opener):
    visit = open_page(server.url + OPEN)
    page, lever = visit.page, live(visit.page, "retention")
    before = shown(page)
    lever.focus()
    for _ in range(5):
        page.keyboard.press("ArrowRight")
    assert lever.get_attribute("aria-valuetext") == "5%"
    expect(page.locator(".st-key-live_box dd").first).not_to_have_text(before)
    assert "retention" not in page.url
    page.wait_for_url(re.compile(r"retention=0\.05(&|$)"))
    settled(page)
    assert shown(page) in finding(page)
    assert (
        page.evaluate("document.activeElement.shadowRoot.activeElement.id") == "live-retention"
    ), "the keyboard lost its place"
    page.keyboard.press("ArrowRight")
    page.keyboard.press("Escape")
    assert lever.get_attribute("aria-valuetext") == "5%"
    page.get_by_role("button", name="Undo").click()
    settled(page)
    assert lever.get_attribute("aria-valuetext") == "0%", "five presses were more than one step"
    assert shown(page) == before


def test_levers_are_named_large_enough_and_show_where_the_keyboard_is(
    server: Server, open_page: Opener
):
    page = open_page(server.url + OPEN, width=390).page
    levers = page.locator(".st-key-live_box input[type=range]")
    assert levers.count() == 9
    for lever in levers.all():
        box = lever.bounding_box()
        assert box and box["height"] >= 44
        assert lever.get_attribute("aria-valuetext")
        assert lever.evaluate("e => e.labels[0].textContent.trim().length > 5")
        lever.focus()
        page.keyboard.press("Shift+Tab")
        page.keyboard.press("Tab")
        assert lever.evaluate("e => getComputedStyle(e).outlineWidth") == "3px"
        top = page.locator(".st-key-live_box .seen").bounding_box()
        box = lever.bounding_box()
        assert top and box and box["y"] >= top["y"] + top["height"] - 1, "hidden behind numbers"
    assert page.locator(".st-key-live_box svg[role=img][aria-label]").count() == 2


def test_a_reader_who_wants_no_motion_sees_lines_jump(server: Server, open_page: Opener):
    page = open_page(server.url + OPEN, reduced_motion="reduce").page
    line = page.locator(".st-key-live_box svg path[stroke='#12436D']").first
    line.evaluate("""e => { window.drawn = new Set([e.getAttribute('d')])
      new MutationObserver(() => window.drawn.add(e.getAttribute('d')))
        .observe(e, { attributes: true }) }""")
    live(page, "retention").focus()
    page.keyboard.press("End")
    page.wait_for_function("window.drawn.size > 1")
    page.wait_for_timeout(300)
    assert page.evaluate("window.drawn.size") == 2
