"""A click on the map chooses the place, as the list above it does by keyboard."""

from collections.abc import Callable

from playwright.sync_api import expect

from ppn_scenarios.wording.places import places
from tests.browser.conftest import Server, Visit, settled


def test_a_click_on_a_tile_chooses_its_place_and_a_second_choice_in_the_list_can_be_clicked_back(
    server: Server, open_page: Callable[..., Visit]
):
    visit = open_page(f"{server.url}/places?v=1&retention=0.05")
    page = visit.page
    tiles = page.locator(".st-key-map_tiles .stVegaLiteChart")
    sussex = tiles.locator("svg text").filter(has_text="Sussex").first
    chosen = page.get_by_role("combobox", name="Place", exact=True)
    for _ in range(2):  # clicked, left for another place in the list, and clicked again
        sussex.click()
        settled(page)
        expect(chosen).to_have_value("Sussex (ICS, South East)")
        assert f"place={code('Sussex')}" in page.url
        chosen.click()
        page.keyboard.type("England")  # a long list draws only what is near
        page.get_by_role("option", name="England", exact=True).click()
        settled(page)
        expect(chosen).to_have_value("England")
    assert visit.outside_requests == []


def code(name: str) -> str:
    return next(place.code for place in places().values() if place.name == name)
