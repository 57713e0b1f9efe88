"""The finding before the page, in a real browser: a press is answered by a server that sleeps."""

import re
import signal
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from playwright.sync_api import Locator, Page, Response, expect

from ppn_scenarios.assumptions import Scenario
from ppn_scenarios.ui import home
from ppn_scenarios.wording.places import places
from tests.browser.conftest import Server, Visit, finding, lever, settled


def said(place: str = "england", **values: float) -> str:
    """What the page says of a scenario, as it is read on the screen."""
    return home.finding(Scenario(**values), places()[place]).replace("*", "")


@contextmanager
def standing_still(server: Server) -> Iterator[None]:
    """The server answers nothing meanwhile, and everything afterwards."""
    server.process.send_signal(signal.SIGSTOP)
    try:
        yield
    finally:
        server.process.send_signal(signal.SIGCONT)


def told(answer: Response, name: str) -> bool:
    """Whether an answer tells the browser what follows from a lever."""
    return f"/ahead/{name}?" in answer.url and answer.status == 200


def switch_of(page: Page, name: str) -> Locator:
    """The switch of an assumption."""
    return page.locator(f".st-key-lever_{name} input[type=checkbox]")


def hold(page: Page, name: str) -> None:
    """Lay a hand on a lever, and wait until the browser knows what follows from it.

    A server that has other things to do says so, and is asked again.
    """

    with page.expect_response(lambda answer: told(answer, name)) as heard:
        lever(page, name).focus()
    heard.value.finished()


def shown(page: Page, text: str) -> None:
    """Hold that the finding says this now or soon."""
    expect(page.get_by_test_id("stAlert").filter(has_text="On these")).to_have_text(text)


def test_a_press_is_answered_at_once_and_the_page_says_the_same_after_it(
    server: Server, open_page: Callable[..., Visit]
):
    visit = open_page(f"{server.url}/?v=1&retention=0.05&mandate=1&place=Y58")
    page = visit.page
    assert finding(page) == said("Y58", retention=0.05, mandate=1)
    hold(page, "retention")
    with standing_still(server):
        for key, value in (("Right", 0.06), ("Left", 0.05), ("Left", 0.04), ("Right", 0.05)):
            lever(page, "retention").press(f"Arrow{key}")
            shown(page, said("Y58", retention=value, mandate=1))
        lever(page, "retention").press("ArrowLeft")
        shown(page, said("Y58", retention=0.04, mandate=1))
    settled(page)
    assert finding(page) == said("Y58", retention=0.04, mandate=1)
    expect(page).to_have_url(re.compile("retention=0.04"))
    assert not visit.console_errors


def test_a_switch_is_answered_at_once_too_there_and_back(
    server: Server, open_page: Callable[..., Visit]
):
    visit = open_page(f"{server.url}/?v=1&retention=0.05&funding=1")
    page, switch = visit.page, switch_of(visit.page, "mandate")
    with page.expect_response(lambda answer: told(answer, "mandate")) as heard:
        switch.focus()
    heard.value.finished()
    with standing_still(server):
        switch.press("Space")
        shown(page, said(retention=0.05, funding=1, mandate=1))
        switch.press("Space")
        shown(page, said(retention=0.05, funding=1))
        switch.press("Space")
        shown(page, said(retention=0.05, funding=1, mandate=1))
    settled(page)
    assert finding(page) == said(retention=0.05, funding=1, mandate=1)
    expect(page).to_have_url(re.compile("mandate=1"))
    assert not visit.console_errors


def test_what_is_not_known_waits_for_the_page(server: Server, open_page: Callable[..., Visit]):
    page = open_page(f"{server.url}/?v=1&retention=0.05").page
    now = said(retention=0.05)
    hold(page, "places_cp")
    with standing_still(server):
        lever(page, "retention").press("ArrowRight")  # nobody has asked what follows from this
        expect(lever(page, "retention")).to_have_attribute("aria-valuetext", "6%")
        lever(page, "places_cp").press("ArrowRight")  # and this rests on the press before it
        expect(lever(page, "places_cp")).to_have_attribute("aria-valuetext", "1,090")
        assert finding(page) == now
    settled(page)
    assert finding(page) == said(retention=0.06, places_cp=1_090)


def test_another_page_s_finding_is_left_alone(server: Server, open_page: Callable[..., Visit]):
    page = open_page(f"{server.url}/?v=1&retention=0.05").page
    hold(page, "retention")
    page.get_by_role("link", name="Who leads?", exact=True).first.click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Who leads?")
    settled(page)
    before = page.get_by_test_id("stAlert").first.inner_text()
    with standing_still(server):
        lever(page, "retention").press("ArrowRight")
        expect(lever(page, "retention")).to_have_attribute("aria-valuetext", "6%")
        assert page.get_by_test_id("stAlert").first.inner_text() == before
    settled(page)
