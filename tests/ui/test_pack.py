"""The board pack in the drawer that hands a scenario on."""

from io import BytesIO
from typing import Any

from pptx import Presentation

from ppn_scenarios.assumptions import Scenario
from ppn_scenarios.ui import home
from ppn_scenarios.ui.pack import pack
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
    finding = home.finding(Scenario(retention=0.03), places()["england"]).replace("**", "")
    assert finding in said
    assert pack(wanted).pdf.startswith(b"%PDF")
