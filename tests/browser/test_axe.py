"""No page breaks a rule of WCAG 2.2 A or AA that axe-core knows, with everything on it opened."""

import os
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from ppn_scenarios.ui.pages import BARE, PAGES
from tests.browser.axe import Known, findings
from tests.browser.conftest import Server, Visit, go_to, lever, settled
from tests.browser.states import (
    MAIN,
    OVER,
    as_table,
    close_over,
    close_panels,
    open_over,
    open_panels,
    overlays,
    unclip,
)
from tests.browser.test_layout import wider_than_the_window

SCENARIO = "v=1&retention=0.05&mandate=1"
GROUPS = (tuple(PAGES)[0:4], tuple(PAGES)[4:8], tuple(PAGES)[8:])
DESK, PHONE = 1280, 320
LEVERS = "the panel of levers"
EVERY_STATE = bool(os.environ.get("PPN_EVERY_STATE"))  # the whole matrix: about half an hour
WIDTHS = (1280, 640, 390, 320)
OVER_THE_HOME_PAGE = (
    ".st-key-passport_headlines",
    ".st-key-lever_retention",  # the help beside its name
    ".st-key-hand_on",
    ".st-key-statement",
    ".st-key-take_chart_staff",
    ".st-key-steps [data-testid=stPopover]",
)
JUDGED = (
    Known(
        "incomplete",
        "color-contrast",
        "svg *",
        "app.py",
        "Text of a chart, whose background axe cannot tell: test_chart_colours computes it.",
    ),
    Known(
        "incomplete",
        "color-contrast",
        "[data-testid=stPopoverBody] p",
        ".st-key-take_chart_staff",
        "Text in a popover, which lies over the page: near-black, or a caption, on white.",
    ),
    Known(
        "incomplete",
        "color-contrast",
        ".ppn-key b",
        "pages/places.py",
        "A sign in the key of the map: white on its darkest colours, near-black on the others.",
    ),
    Known(
        "incomplete",
        "color-contrast",
        "[role=tab] p",
        "pages/numbers.py",
        "A tab: its background is the page's white, under a line that Streamlit draws.",
    ),
)


def scan(page: Page, where: str, within: str = "") -> list[str]:
    """Return what axe finds here that nobody has judged; hold that what was judged is still met."""
    unknown, met, _ = findings(page, JUDGED, within)
    gone = [k for k in JUDGED if k.where == where and k not in met]
    unknown += [f"judged, but no longer met: {k.rule} on {k.selector}" for k in gone]
    return [f"{where}: {line}" for line in unknown]


def out_of_order(page: Page) -> list[str]:
    """What is wrong with a page's tables, names and headings, for those who listen to it."""
    found: list[str] = page.evaluate(
        """() => {
          const main = document.querySelector("[data-testid=stMain]"), wrong = []
          const seen = e => e.checkVisibility()
          const heads = [...main.querySelectorAll("h1,h2,h3,h4")].filter(seen)
          if (heads.filter(e => e.tagName === "H1").length !== 1) wrong.push("not one title")
          heads.forEach((head, i) => {
            if (i && head.tagName[1] - heads[i - 1].tagName[1] > 1)
              wrong.push("a level is left out before " + head.textContent)
          })
          for (const table of main.querySelectorAll(".ppn-table"))
            if (!table.getBoundingClientRect().width)
              wrong.push("a table that nobody sees: " + table.getAttribute("aria-label"))
          for (const table of main.querySelectorAll(".ppn-table"))
            if (seen(table) && table.scrollWidth > table.clientWidth + 1 &&
                innerWidth < 640 && !table.parentElement.querySelector(".ppn-phone"))
              wrong.push("a table that does not say that it goes on: " + table.ariaLabel)
          const names = [...main.querySelectorAll(".stVegaLiteChart [role=img]")]
            .map(e => e.getAttribute("aria-label") ?? "")
          for (const [i, name] of names.entries()) {
            if (name.length < 40) wrong.push("a chart without words: " + name)
            if (names.indexOf(name) < i) wrong.push("two charts of one name: " + name)
          }
          const spoken = new Set()
          for (const button of main.querySelectorAll("button[aria-label]")) {
            const name = button.getAttribute("aria-label")
            if (!/^(How|Download|Fullscreen|Open on)/.test(name) || !seen(button)) continue
            if (spoken.has(name)) wrong.push("two buttons of one name: " + name)
            spoken.add(name)
          }
          const marks = main.querySelectorAll(".stVegaLiteChart svg [aria-label]").length
          if (marks) wrong.push(`${marks} marks of charts are read one by one`)
          if (main.querySelector("[role=graphics-document]"))
            wrong.push("a chart that is read as a document, with its empty parts")
          for (const lever of document.querySelectorAll("[data-testid=stSlider]")) {
            const said = lever.querySelector("input").getAttribute("aria-valuetext")
            const shown = lever.querySelector("[data-testid=stSliderThumbValue]").textContent
            if (said !== shown.trim()) wrong.push(`a lever at ${shown} is spoken as ${said}`)
          }
          return wrong
        }"""
    )
    return found


def at_both_widths(visit: Visit, where: str, within: str = MAIN) -> list[str]:
    """Return what is wrong on a page as it stands, with charts on a desk and tables on a phone."""
    page = visit.page
    open_panels(page, within)
    unclip(page, DESK)
    told = [*scan(page, where), *out_of_order(page)]
    page.set_viewport_size({"width": PHONE, "height": 900})
    settled(page)
    told += wider_than_the_window(visit)
    if as_table(page):
        open_panels(page, within)
        unclip(page, PHONE)
        told += [*wider_than_the_window(visit), *out_of_order(page)]
    unclip(page, PHONE)
    told += scan(page, f"{where}, {PHONE} px")
    return [f"{where}: {wrong}" for wrong in told]


@pytest.mark.parametrize("group", GROUPS, ids=["answers", "plans", "evidence"])
def test_every_page_with_all_its_panels_open_as_charts_and_as_tables(
    server: Server, open_page: Callable[..., Visit], group: tuple[str, ...]
):
    visit = open_page(f"{server.url}/?{SCENARIO}", width=DESK)
    page, told = visit.page, []
    for path in group:
        page.set_viewport_size({"width": DESK, "height": 900})
        if path != "app.py":
            go_to(page, PAGES[path].question)
        told += at_both_widths(visit, path)
        if (chart := page.locator(".st-key-show").get_by_text("Chart", exact=True)).count():
            chart.click()
    assert not told, "\n".join(told)


def test_the_stage_for_a_room(server: Server, open_page: Callable[..., Visit]):
    visit = open_page(f"{server.url}/present?{SCENARIO}", width=DESK)
    told = at_both_widths(visit, "pages/present.py")
    assert not told, "\n".join(told)


@pytest.mark.parametrize("width", [DESK, PHONE])
def test_the_levers_and_one_of_each_kind_that_opens_over_a_page(
    server: Server, open_page: Callable[..., Visit], width: int
):
    visit = open_page(f"{server.url}/?{SCENARIO}&leave_psy=plenty&live=on", width=width)
    page, told = visit.page, []
    if width == DESK:
        lever(page, "retention").press("ArrowRight")
        settled(page)
        page.keyboard.press("Alt+l")
        expect(page.locator(".st-key-replay_banner")).to_be_visible(timeout=30_000)
        open_panels(page, "[data-testid=stSidebar]")
        unclip(page, DESK)
        told += scan(page, LEVERS)
        close_panels(page)
        page.set_viewport_size({"width": DESK, "height": 900})
    for within in OVER_THE_HOME_PAGE:
        button = page.locator(f"{within} button:visible").first
        if width == PHONE and not page.locator(f"{MAIN} {within}").count():
            continue  # it is among the levers, which are away on a phone
        open_over(page, button)
        unclip(page, width)
        told += [*scan(page, within), *wider_than_the_window(visit)]
        close_over(page)
        page.set_viewport_size({"width": width, "height": 900})
    assert not told, "\n".join(told)


@pytest.mark.skipif(not EVERY_STATE, reason="the whole matrix runs with PPN_EVERY_STATE=1")
@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("path", [*PAGES, *BARE])
def test_the_whole_matrix(server: Server, open_page: Callable[..., Visit], path: str, width: int):
    """Every page at every width, as charts and as tables, and whatever opens over it."""
    name = "" if path == "app.py" else path.removeprefix("pages/").removesuffix(".py")
    visit = open_page(f"{server.url}/{name}?{SCENARIO}", width=width)
    page, told, seen = visit.page, [], set[str]()
    for shown in ("charts", "tables"):
        if shown == "tables" and not as_table(page):
            break
        open_panels(page, MAIN)
        unclip(page, width)
        told += [*scan(page, shown), *out_of_order(page), *wider_than_the_window(visit)]
        if width not in (DESK, PHONE):
            continue
        for over in overlays(page, seen):
            unclip(page, width, more=True)
            told += [f"{shown}, {over}: {line}" for line in scan(page, over, OVER)]
    assert not told, "\n".join(told)
