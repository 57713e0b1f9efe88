"""What stands on the page at the width of a desk, a phone and a small phone."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Locator, expect

from tests.browser.conftest import Server, Visit, settled

WIDTHS = (1280, 390, 320)
SCENARIO = "v=1&retention=0.05&mandate=1"
# On a link to a page other than the home page, Streamlit first asks for its own addresses below
# that page, is told 404, and then asks at the root: a fault of Streamlit's, without effect.
STREAMLITS_OWN = "/numbers/_stcore/"


def unexplained(visit: Visit) -> list[str]:
    """The errors in the console that Streamlit's own search for its addresses does not explain."""
    return [
        error
        for error in visit.console_errors
        if not ("status of 404" in error and STREAMLITS_OWN in error)
    ]


def wider_than_the_window(visit: Visit) -> list[str]:
    """What makes the page scroll sideways or is cut off; a table may scroll inside its own box."""
    found: list[str] = visit.page.evaluate(
        """() => {
          const main = document.querySelector('[data-testid="stMain"]')
          const wide = [document.documentElement, document.body, main]
            .filter(e => e.scrollWidth > e.clientWidth).map(e => e.tagName + " scrolls")
          const scrolls = e => ["auto", "scroll"].includes(getComputedStyle(e).overflowX)
          const unseen = e => getComputedStyle(e).clipPath === "inset(50%)" // for those who listen
          const inABox = e => e !== main && (scrolls(e) || unseen(e) || inABox(e.parentElement))
          for (const e of main.querySelectorAll("*")) {
            const box = e.getBoundingClientRect()
            if (box.width && box.right > innerWidth + 1 && !e.closest("svg") && !inABox(e))
              wide.push(`${e.tagName} ${e.className} ends at ${box.right}: ${e.innerText}`)
          }
          return wide
        }"""
    )
    return found


def tables_cut(visit: Visit) -> list[str]:
    """The tables that go on sideways, which nothing says where there is no phone."""
    found: list[str] = visit.page.locator(".ppn-table").evaluate_all(
        "all => all.filter(e => e.scrollWidth > e.clientWidth).map(e => e.ariaLabel)"
    )
    return found


def assert_drawn(chart: Locator) -> None:
    """Hold that a chart has lines with more than one point, labels and a name."""
    expect(chart).to_have_attribute("role", "img")
    assert "The same numbers are under Table" in (chart.get_attribute("aria-label") or "")
    lines = chart.locator(".mark-line path").evaluate_all(
        "paths => paths.map(path => path.getAttribute('d'))"
    )
    assert len(lines) >= 4, "as things stand and mine, each with what it goes with"
    assert all("L" in line for line in lines), "a line has no second point"
    assert chart.get_by_text("My scenario").count() > 0


@pytest.mark.parametrize("width", WIDTHS)
def test_the_home_page_fits_the_window_draws_its_charts_and_asks_nobody_else(
    server: Server, open_page: Callable[..., Visit], width: int
):
    visit = open_page(f"{server.url}/?{SCENARIO}", width=width, height=800)
    charts = visit.page.locator(".stVegaLiteChart")
    expect(charts).to_have_count(3)
    for part in ("joining", "targets"):
        visit.page.locator(f".st-key-{part} summary").click()
        settled(visit.page)
    expect(charts).to_have_count(4)
    for chart in charts.all():
        expect(chart).to_have_attribute("role", "img")
        if "Lines by year" in (chart.get_attribute("aria-label") or ""):
            assert_drawn(chart)
        else:
            assert chart.locator(".mark-rect path").count() == 4, "the pace and three readings"
    tables = visit.page.locator(".ppn-table").all()
    assert len(tables) == 5, "readings, joiners, types of trust, and targets of both kinds"
    assert all(one.is_visible() for one in tables), "wide ones too"
    assert wider_than_the_window(visit) == []
    assert visit.outside_requests == []
    assert visit.console_errors == []


@pytest.mark.parametrize("width", WIDTHS)
def test_the_page_on_leaders_fits_the_window_and_draws_its_charts(
    server: Server, open_page: Callable[..., Visit], width: int
):
    visit = open_page(f"{server.url}/leaders?{SCENARIO}", width=width, height=800)
    charts = visit.page.locator(".stVegaLiteChart")
    expect(charts).to_have_count(4)
    for part in ("fold_roles", "fold_repay"):
        visit.page.locator(f".st-key-{part} summary").click()
        settled(visit.page)
    expect(charts).to_have_count(6)
    assert width < 1280 or tables_cut(visit) == []
    for chart in charts.all():
        expect(chart).to_have_attribute("role", "img")
        assert "The same numbers" in (chart.get_attribute("aria-label") or "")
        assert chart.locator("text").count() > 4, "its axes and names are not drawn"
    assert wider_than_the_window(visit) == []
    assert visit.outside_requests == []


def test_charts_stand_below_each_other_where_the_levers_leave_no_room_for_two(
    server: Server, open_page: Callable[..., Visit]
):
    page = open_page(f"{server.url}/places?{SCENARIO}", width=1024, height=768).page
    widths = page.locator(".stVegaLiteChart").evaluate_all("all => all.map(e => e.clientWidth)")
    assert len(widths) == 3
    assert min(widths) > 450, "names and numbers lie over each other, and ranges have no length"


@pytest.mark.parametrize(
    ("path", "width"),
    [*(("/numbers", width) for width in WIDTHS), ("/?show=table&place=QWU", 320)],
)
def test_a_page_of_tables_fits_the_window_and_asks_nobody_else(
    server: Server, open_page: Callable[..., Visit], path: str, width: int
):
    visit = open_page(server.url + path, width=width, height=800)
    assert visit.page.locator(".ppn-table").count() > 3
    assert width < 1280 or tables_cut(visit) == []
    assert wider_than_the_window(visit) == []
    assert visit.outside_requests == []
    assert unexplained(visit) == []


def test_on_a_small_phone_the_levers_are_behind_one_button(
    server: Server, open_page: Callable[..., Visit]
):
    page = open_page(server.url, width=320, height=800).page
    first = page.locator(".st-key-lever_encouragement")
    expect(page.get_by_text("The levers are in the panel behind")).to_be_visible()
    expect(first).not_to_be_in_viewport()
    page.get_by_test_id("stExpandSidebarButton").click()
    expect(first).to_be_in_viewport()
