"""The help beside a lever's name, which Streamlit draws: a press on it opens the lever's drawer.

A part that nobody sees hears the presses. A button of ours beside each lever would be sent, drawn
and passed by Tab once more for each.
"""

from typing import Final

import streamlit as st

from ppn_scenarios.assumptions import ASSUMPTIONS, Scenario

from .lever_drawer import open_drawer
from .predict.state import asking
from .visit import visit

_SCRIPT: Final = """
const HELP = "[data-testid=stTooltipIcon] button[aria-label^='Help for ']"
const LEVER = "[data-testid=stSidebar] [class*=st-key-lever_]"
let tell = null
addEventListener("click", event => { // Enter, Space and a tap are clicks as well
  const help = event.target.closest?.(HELP), lever = help?.closest(LEVER)
  if (lever && tell) tell("asked", /st-key-lever_(\\w+)/.exec(lever.className)[1])
  // A slider's name is no press on its help, though a browser takes it to be the help's label.
  if (!help && event.target.closest?.("label")?.control?.matches(HELP)) event.preventDefault()
}, true)
export default function ({ setTriggerValue }) {
  tell = setTriggerValue
  return () => { if (tell === setTriggerValue) tell = null }
}
"""
KEY: Final = "about"  # by its class `spoken_openers.py` knows that a press opens something
PRESS: Final = "Press for more."
_HEARD: Final = st.components.v2.component("ppn_about", html="<span></span>", js=_SCRIPT)


def hear_presses(scenario: Scenario) -> None:
    """Open the drawer of the lever whose help was pressed; whatever else a browser sends is left.

    While the room predicts nothing is heard: a drawer says what the lever does to the answer.
    """
    if asking(visit().view):
        st.empty()
        return
    match _HEARD(key=KEY, on_asked_change=lambda: None).asked:
        case str(name) if name in ASSUMPTIONS:
            open_drawer(name, scenario)
