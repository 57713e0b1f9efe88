"""What the 45- and 90-minute scripts ask beyond the 20-minute one, by keyboard alone."""

import re
from collections.abc import Callable

from playwright.sync_api import Page, expect

from ppn_scenarios.ui.guide import parts
from ppn_scenarios.wording.predicted import ASKED

from .conftest import SETTLE_LIMIT_MS, Server, Visit
from .test_guide import FOCUSED, tab_to
from .test_stage import press, shows

SCRIPTS = "".join(part.text for part in parts() if part.title.endswith("-minute script"))
QUESTION, LEVER = "Trusts with a leader", "Every organisation must have the post"
FIELD, RESULT = "Keep this scenario as", "Staff in post"
FLOWS, PLAN = "Where do staff come from, and go?", "What would our plan change?"


def choose_scene(stage: Page, title: str) -> None:
    """Choose a scene from the list by the first words of its question."""
    tab_to(stage, "Scene")
    stage.keyboard.type(title[:20])
    press(stage, "Enter")
    shows(stage, title)


def test_what_only_the_longer_scripts_ask_is_done_by_keyboard_alone(
    server: Server, open_page: Callable[..., Visit]
) -> None:
    for words in (f"**{QUESTION}**", f"**{LEVER}**", f"**{FIELD}**", f"**{RESULT}**", FLOWS, PLAN):
        assert words in SCRIPTS
    stage = open_page(f"{server.url}/present?scene=need").page
    press(stage, "Alt+g")
    tab_to(stage, ASKED["fte"].name)
    stage.keyboard.press("ArrowRight")
    assert QUESTION in stage.evaluate(FOCUSED).split("\n")
    press(stage, "Enter")
    expect(stage.get_by_role("heading", level=1)).to_contain_text("share of trusts")
    tab_to(stage, ASKED["trusts_led"].typed)
    stage.keyboard.type("40 to 60")
    press(stage, "Enter")
    press(stage, "Alt+a")
    expect(stage.get_by_text("The room said 40% to 60%")).to_contain_text("The model")
    press(stage, "Alt+n")
    shows(stage, "Who leads?")
    tab_to(stage, LEVER)
    press(stage, "Space")
    expect(stage).to_have_url(re.compile(r"\bmandate=1\b"))
    choose_scene(stage, FLOWS)
    choose_scene(stage, PLAN)
    press(stage, "Alt+p")
    tab_to(stage, FIELD)
    stage.keyboard.type("Group one")
    tab_to(stage, "Keep")
    press(stage, "Enter")
    side_by_side = stage.get_by_role("table").first
    expect(side_by_side).to_contain_text("Group one", timeout=SETTLE_LIMIT_MS)
    expect(side_by_side).to_contain_text(RESULT)
