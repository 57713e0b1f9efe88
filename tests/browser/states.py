"""Every state that a page can be in: what can be opened is found on it, not listed here."""

from collections.abc import Iterator
from contextlib import suppress

from playwright.sync_api import Locator, Page, expect

from tests.browser.conftest import settled

MAIN = "[data-testid=stMain]"
CLOSED = "details:not([open]) > summary"
# What opens over a page: popovers, and each kind of drawer (`st.dialog` in ui/).
POPOVERS = "[data-testid=stPopover] button"
DRAWERS = "[class*=st-key-passport_] button, button[aria-haspopup=dialog][aria-label^=Help], " + (
    ".st-key-hand_on button, .st-key-statement button"
)
OVER = "[data-testid=stPopoverBody], [role=dialog]"
TALLEST = 60_000
ESCAPES = 3  # a busy browser can lose one; that one is enough is for the tests of each drawer
HIDDEN = """
() => Math.max(0, ...[...document.querySelectorAll(
  '[data-testid=stMain],[data-testid=stSidebarContent],[role=dialog],[role=dialog] *')]
  .filter(e => ["auto", "scroll"].includes(getComputedStyle(e).overflowY))
  .map(e => e.scrollHeight - e.clientHeight))
"""


def open_panels(page: Page, within: str = "body") -> None:
    """Open every panel in a part of the page, and those that are in them, until none is closed."""
    for _ in range(6):
        closed = page.locator(f"{within} {CLOSED}")
        found = closed.evaluate_all(
            "all => all.filter(e => e.checkVisibility()).map(e => e.click()).length"
        )
        if not found:
            return
        settled(page)
    raise AssertionError(f"still closed: {closed.all_inner_texts()}")


def close_panels(page: Page) -> None:
    """Close every panel again."""
    page.locator("details[open] > summary").evaluate_all(
        "all => all.reverse().filter(e => e.checkVisibility()).forEach(e => e.click())"
    )
    settled(page)


def unclip(page: Page, width: int, more: bool = False) -> None:
    """Make the window so high that nothing of the page is outside it: axe tests what is seen.

    With `more` it begins where it is, as for what opened over a page that is seen whole.
    """
    height = page.evaluate("innerHeight") if more else 900
    page.set_viewport_size({"width": width, "height": height})
    settled(page)
    for _ in range(4):
        hidden = page.evaluate(HIDDEN)
        if not hidden or height == TALLEST:
            return
        height = min(TALLEST, height + hidden + 100)
        page.set_viewport_size({"width": width, "height": height})
        settled(page)


def as_table(page: Page) -> bool:
    """Show tables in place of charts, where a page has the choice."""
    choice = page.locator(".st-key-show").get_by_text("Table", exact=True)
    if not choice.count():
        return False
    choice.click()
    settled(page)
    return True


def overlays(page: Page, seen: set[str], within: str = MAIN) -> Iterator[str]:
    """Open each popover and drawer of a part of the page, by name, once; close it again."""
    for kind in (POPOVERS, DRAWERS):
        buttons = page.locator(f"{within} :is({kind})")
        for i in range(buttons.count()):
            button = buttons.nth(i)
            if button.is_visible() and button.is_enabled():
                name = " ".join((button.get_attribute("aria-label") or button.inner_text()).split())
                if name not in seen:
                    seen.add(name)
                    open_over(page, button)
                    yield name
                    close_over(page)


def open_over(page: Page, button: Locator) -> Locator:
    """Open what a button opens over the page, with every panel in it, and return it."""
    button.click()
    over = page.locator(OVER)
    expect(over.first).to_be_visible(timeout=30_000)
    settled(page)
    open_panels(page, "[role=dialog]")
    return over


def close_over(page: Page) -> None:
    """Close what lies over the page, as a reader would: where one Escape is lost, with another."""
    over = page.locator(OVER)
    for _ in range(ESCAPES):
        page.keyboard.press("Escape")
        with suppress(AssertionError):
            expect(over).to_have_count(0, timeout=10_000)
            break
    expect(over).to_have_count(0)
    settled(page)
