"""A page follows what its reader asks of the browser: large text, wide spacing, calm, paper."""

from collections.abc import Callable
from io import BytesIO

import pytest
from playwright.sync_api import Page
from pypdf import PdfReader

from tests.browser.conftest import Server, Visit, go_to, lever, settled
from tests.browser.states import MAIN, open_panels
from tests.browser.test_layout import wider_than_the_window
from tests.ui.drawn import colour, contrast

Open = Callable[..., Visit]
SCENARIO = "v=1&retention=0.05&mandate=1"
LARGE = "html { font-size: 200% !important }"
# WCAG 2.2, 1.4.12: lines, paragraphs, letters and words as far apart as a reader may set them.
SPACED = """* { line-height: 1.5 !important; letter-spacing: 0.12em !important;
  word-spacing: 0.16em !important } p { margin-bottom: 2em !important }"""
CUT = """
() => {
  const cut = [], main = document.querySelector("[data-testid=stMain]")
  for (const e of main.querySelectorAll("p, li, h1, h2, h3, dt, dd, th, td, button, summary, a")) {
    if (!e.checkVisibility() || !e.innerText.trim() || e.closest("svg, .ppn-aloud")) continue
    const style = getComputedStyle(e)
    if (style.clipPath !== "none" || e.clientWidth <= 1) continue
    const hides = s => ["hidden", "clip"].includes(s)
    for (let box = e; box !== main; box = box.parentElement) {
      const s = getComputedStyle(box)
      if (s.clipPath !== "none" || box.clientWidth <= 1) break
      const across = hides(s.overflowX) && box.scrollWidth > box.clientWidth + 2
      const down = hides(s.overflowY) && box.scrollHeight > box.clientHeight + 2
      if (across || down) { cut.push(e.innerText.slice(0, 60)); break }
      if (["auto", "scroll"].includes(s.overflowX)) break
    }
  }
  return [...new Set(cut)]
}
"""


def wrong(visit: Visit, where: str) -> list[str]:
    """What is cut off or makes the page scroll sideways."""
    settled(visit.page)
    found = [*wider_than_the_window(visit), *(f"cut: {t}" for t in visit.page.evaluate(CUT))]
    return [f"{where}: {line}" for line in found]


@pytest.mark.parametrize("path", ["", "places", "goal", "record", "guide"])
def test_text_twice_as_large_or_spaced_out_is_neither_cut_nor_wider_than_the_window(
    server: Server, open_page: Open, path: str
):
    visit = open_page(f"{server.url}/{path}?{SCENARIO}", width=1280)
    open_panels(visit.page, MAIN)
    told = wrong(visit, "as it is")
    for name, rules in (("large", LARGE), ("spaced", SPACED)):
        style = visit.page.add_style_tag(content=rules)
        told += wrong(visit, name)
        style.evaluate("e => e.remove()")
    visit.page.set_viewport_size({"width": 640, "height": 450})  # a desk's window at 200%
    told += wrong(visit, "at 200%")
    visit.page.set_viewport_size({"width": 320, "height": 900})
    visit.page.add_style_tag(content=SPACED)
    told += wrong(visit, "spaced on a small phone")
    assert not told, "\n".join(told)


def moves(page: Page) -> list[str]:
    """What moves for longer than a hundredth of a second."""
    found: list[str] = page.evaluate(
        """() => document.getAnimations()
          .filter(a => a.effect.getComputedTiming().endTime > 10)
          .map(a => a.effect.target.outerHTML.slice(0, 120))"""
    )
    return found


def test_nothing_moves_for_who_asks_for_calm(server: Server, open_page: Open):
    page = open_page(f"{server.url}/?{SCENARIO}&live=on", reduced_motion="reduce").page
    seen = []
    lever(page, "retention").press("ArrowRight")
    seen += moves(page)
    settled(page)
    page.locator(".st-key-passport_headlines button").click()
    seen += moves(page)
    settled(page)
    page.keyboard.press("Escape")
    seen += moves(page)
    settled(page)
    live = page.get_by_role("slider", name="Fewer people leaving").last
    live.focus()
    live.press("ArrowRight")
    seen += moves(page)
    assert seen == []


@pytest.mark.parametrize("path", ["", "numbers"])
def test_on_paper_there_is_the_answer_with_its_tables_and_no_control(
    server: Server, open_page: Open, path: str
):
    page = open_page(f"{server.url}/{path}?{SCENARIO}&show=table").page
    title = page.get_by_role("heading", level=1).inner_text()
    pages = PdfReader(BytesIO(page.pdf(format="A4"))).pages
    text = " ".join(" ".join(one.extract_text() for one in pages).split())
    assert title in text
    assert "Consequences of assumptions, not a forecast" in text
    for table in page.locator(".ppn-table:visible").all():
        last = table.locator("tbody tr").last.locator("th").inner_text()
        assert " ".join(last.split()) in text, "the end of a table is missing"
    for control in ("What we choose", "How these numbers are made", "Download table", "Share this"):
        assert control not in text
    assert len(pages) > 1, "only what was in the window is there"


def test_in_high_contrast_a_handle_and_what_is_chosen_are_seen(server: Server, open_page: Open):
    page = open_page(f"{server.url}/?{SCENARIO}", forced_colors="active").page
    ink, paper, chosen = page.evaluate(
        """["CanvasText", "Canvas", "Highlight"].map(name => {
          document.body.style.outlineColor = name
          return getComputedStyle(document.body).outlineColor
        })"""
    )
    assert len({ink, paper, chosen}) == 3
    drawn = "e => getComputedStyle(e).backgroundColor"
    handle = lever(page, "retention").locator("xpath=../..")
    assert handle.evaluate(drawn) == ink
    assert page.locator(".st-key-lever_mandate label > span + div").evaluate(drawn) == chosen
    assert page.locator(".st-key-lever_funding label > span + div").evaluate(drawn) != chosen
    assert page.get_by_role("radio", name="Chart").evaluate(drawn) == chosen


EDGES = """
() => {
  const fields = ":is([data-testid$=RootElement],:is(.stSelectbox,.stMultiSelect) [role=group]," +
    "[data-testid=stFileUploaderDropzone])"
  const off = "[data-testid=stCheckbox] label:not([data-selected=true]) > span + div"
  const seen = what => [...document.querySelectorAll(what)].filter(e => e.checkVisibility())
  const clear = colour => /, 0\\)$/.test(colour)
  const around = e => {
    for (let at = e.parentElement; at; at = at.parentElement)
      if (!clear(getComputedStyle(at).backgroundColor)) return getComputedStyle(at).backgroundColor
    return "rgb(255, 255, 255)"
  }
  const edged = seen(fields).filter(e => parseFloat(getComputedStyle(e).borderTopWidth))
  return [
    ...edged.map(e => ["field", getComputedStyle(e).borderTopColor, around(e)]),
    ...seen(off).map(e => ["switch", getComputedStyle(e).backgroundColor, around(e)]),
  ]
}
"""


def apart(one: str, other: str) -> float:
    """The contrast of two colours as a browser writes them."""
    drawn, around = colour(one), colour(other)
    assert drawn is not None
    assert around is not None
    return contrast(drawn, around)


def test_edges_of_fields_and_switches_stand_out_and_lines_too_for_who_asks_for_more_contrast(
    server: Server, open_page: Open
):
    page = open_page(f"{server.url}/record?v=1").page
    found = page.evaluate(EDGES)
    go_to(page, "What does my plan change?")
    found += page.evaluate(EDGES)
    assert len([kind for kind, *_ in found if kind == "field"]) > 10
    assert "switch" in {kind for kind, *_ in found}
    assert [one for one in found if apart(*one[1:]) < 3] == []  # WCAG 2.2, 1.4.11
    page.emulate_media(contrast="more")
    caption = "[data-testid=stCaptionContainer]"
    for what, part, least in ((".ppn-table td", "borderBottomColor", 4.5), (caption, "color", 15)):
        drawn = page.locator(what).first.evaluate(f"e => getComputedStyle(e).{part}")
        assert apart(drawn, "white") >= least
