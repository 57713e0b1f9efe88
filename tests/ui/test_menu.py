"""The menu of pages: where its links lead, and what a browser may ask of it."""

from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from ppn_scenarios.ui.menu import CHOSEN
from ppn_scenarios.ui.pages import PAGES as MENU

from .reader import HOME, NUMBERS, PAGES, ROOT, address, arrive, assert_sound, menu

STRANGE = [
    None,
    "",
    3,
    ["pages/numbers.py"],
    {"page": "pages/numbers.py"},
    "numbers",
    "pages/present.py",  # not of the menu
    "pages/../pages/numbers.py",
    "/etc/passwd",
    "https://example.org",
]


def handed(*found: object) -> AppTest:
    """A page to which a browser has handed one thing after another."""

    def page(found: list[object]) -> None:
        from ppn_scenarios.ui import menu

        for one in found:
            menu.take(one)

    return AppTest.from_function(page, kwargs={"found": list(found)}).run()


def test_each_link_leads_to_the_address_that_its_page_has():
    files = {HOME: "", **{f"pages/{p.name}": p.stem for p in (ROOT / "pages").glob("*.py")}}
    links = menu(arrive())
    assert [link.page for link in links] == list(PAGES)
    assert all(link.address == files[link.page] for link in links)
    assert all(Path(ROOT / link.page).is_file() for link in links)
    assert len({link.address for link in links}) == len(links)


@pytest.mark.parametrize("page", [NUMBERS, "pages/stress.py", HOME])
def test_the_page_that_was_chosen_opens_with_the_scenario_and_the_place(page):
    app = arrive("pages/levers.py", retention=0.05, place="Y56")
    app.session_state[CHOSEN] = handed(page).session_state[CHOSEN]
    app.run()
    assert_sound(app)
    assert app.title[0].value == MENU[page].question
    assert address(app) == {"v": "1", "retention": "0.05", "place": "Y56"}
    assert [link.page for link in menu(app) if link.current] == [page]
    assert CHOSEN not in app.session_state, "the next run would go there again"


@pytest.mark.parametrize("found", STRANGE, ids=str)
def test_only_a_page_of_the_menu_can_be_chosen(found):
    app = handed(found)
    assert not app.exception
    assert CHOSEN not in app.session_state
    assert handed("pages/goal.py", found).session_state[CHOSEN] == "pages/goal.py"
