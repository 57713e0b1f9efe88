"""The board pack and the web page in the drawer that hands a scenario on."""

from io import BytesIO
from typing import Any

from pptx import Presentation

from ppn_scenarios.analysis.goals import Goal
from ppn_scenarios.assumptions import Scenario
from ppn_scenarios.assumptions.goals import ticked_at_first
from ppn_scenarios.sharing.kept import Kept
from ppn_scenarios.sharing.markup import plain
from ppn_scenarios.sharing.view import View
from ppn_scenarios.ui import home
from ppn_scenarios.ui.draws import every_outcome
from ppn_scenarios.ui.goal.found import each_alone
from ppn_scenarios.ui.offline import page
from ppn_scenarios.ui.pack import pack
from ppn_scenarios.ui.stress.choice import chosen
from ppn_scenarios.ui.stress.found import stressed
from ppn_scenarios.ui.workings import KEPT_BY_PAGES
from ppn_scenarios.wording.places import places

from .reader import arrive, assert_sound


def files(app: Any) -> set[str]:
    """What can be taken away."""
    return {button.proto.label for button in app.get("download_button")}


def test_a_board_pack_is_made_when_asked_for_and_says_what_the_page_says() -> None:
    app = arrive(retention=0.03)
    app.button(key="hand_on").click().run()
    assert "Slides (PPTX)" not in files(app)
    app.button(key="make_pack").click().run()
    app.button(key="hand_on").click().run(timeout=120)
    assert_sound(app)
    assert {"Slides (PPTX)", "Report (PDF)"} <= files(app)
    wanted = app.session_state["pack"]
    assert wanted.scenario == Scenario(retention=0.03)
    deck: Any = Presentation(BytesIO(pack(wanted).slides))
    said = [s.text_frame.text for slide in deck.slides for s in slide.shapes if s.has_text_frame]
    finding = home.finding(Scenario(retention=0.03), places()["england"])
    assert plain(finding) in said
    assert pack(wanted).pdf.startswith(b"%PDF")


def test_the_web_page_has_the_scenario_in_force_and_those_that_are_kept() -> None:
    app = arrive(retention=0.03)
    other = Kept(name="Train", scenario=Scenario(places_other=6_000.0), data="ab")
    app.session_state["kept"] = {"Train": other}
    app.button(key="hand_on").click().run()
    app.button(key="make_offline").click().run()
    app.button(key="hand_on").click().run(timeout=120)
    assert_sound(app)
    label = next(name for name in files(app) if name.startswith("Web page (HTML, "))
    assert label == "Web page (HTML, 0.2 MB)"
    session = app.session_state["offline"]
    assert [one.name for one in session.beside] == ["Train"]
    made = page(session).decode()
    for scenario in (Scenario(retention=0.03), other.scenario):
        said = home.finding(scenario, places()["england"])
        assert said.replace("**", "<strong>", 1).replace("**", "</strong>", 1)[:120] in made


def test_a_scenario_that_shares_its_name_with_one_that_is_kept_is_told_apart() -> None:
    app = arrive(retention=0.03, title="Train")
    app.session_state["kept"] = {"Train": Kept(name="Train", scenario=Scenario(), data="ab")}
    app.button(key="hand_on").click().run()
    app.button(key="make_offline").click().run()
    made = page(app.session_state["offline"]).decode()
    assert "<title>Train (in force) · PPN Scenarios</title>" in made


def test_a_pack_asks_pages_for_the_answers_that_they_keep() -> None:
    plain, goal = Scenario(retention=0.031), Goal("T4A", 2037)
    ticked = ticked_at_first("T4A")
    found = KEPT_BY_PAGES.alone(plain, goal, ticked)
    assert found is each_alone(plain, goal, ticked)
    assert KEPT_BY_PAGES.stress(plain, goal) is stressed(plain, chosen(View()), goal)
    assert KEPT_BY_PAGES.draws(plain, "england") is every_outcome(plain, "england")
