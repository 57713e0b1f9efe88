"""The help beside a lever's name, which Streamlit draws: a press on it opens the lever's drawer.

A script that nobody sees hears the presses. A button of ours beside each lever would be sent, drawn
and passed by Tab once more for each.
"""

from typing import Final

from ppn_scenarios.assumptions import ASSUMPTIONS, Scenario

HELPS: Final = """
const HELP = "[data-testid=stTooltipIcon] button[aria-label^='Help for ']"
const LEVER = "[data-testid=stSidebar] [class*=st-key-lever_]"
function begin() {
  const memory = {}
  addEventListener("click", event => { // Enter, Space and a tap are clicks as well
    const help = event.target.closest?.(HELP), lever = help?.closest(LEVER)
    if (lever && memory.tell) memory.tell("asked", /st-key-lever_(\\w+)/.exec(lever.className)[1])
    // A slider's name is no press on its help, though a browser takes it to be the help's label.
    if (!help && event.target.closest?.("label")?.control?.matches(HELP)) event.preventDefault()
  }, true)
  return memory
}
return (data, tell) => { (window.ppnHelps ??= begin()).tell = data.heard ? tell : null }
"""
PRESS: Final = "Press for more."


def open_asked(asked: object, scenario: Scenario) -> None:
    """Open the drawer of the lever whose help was pressed; whatever else a browser sends is left.

    While the room predicts nothing is heard: a drawer says what the lever does to the answer.
    """
    if isinstance(asked, str) and asked in ASSUMPTIONS:
        from .lever_drawer import open_drawer  # what it draws is loaded with it

        open_drawer(asked, scenario)
