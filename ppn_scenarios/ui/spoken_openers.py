"""Lists, helps and drawers, for those who listen to a page or use only a keyboard."""

from typing import Final

OPENERS: Final = """
function lists() {
  for (const open of all("button:is([aria-label=Open],[aria-label=Close])")) {
    if (open.parentElement.querySelector("h2")) continue // of a drawer, not of a list in it
    const list = open.parentElement.querySelector("[role=combobox][aria-label]")
    const name = list?.getAttribute("aria-label")
    if (name) set(open, "aria-label", open.getAttribute("aria-label") + ": " + name)
  }
}
// The help of a lever opens its drawer when it is pressed, while presses are heard.
function helps() {
  const opens = window.ppnHelps?.tell
  for (const one of all("[data-testid=stSidebar] [class*=st-key-lever_] [aria-label^='Help for ']"))
    if (opens) set(one, "aria-haspopup", "dialog")
    else one.removeAttribute("aria-haspopup")
}
// A switch takes what is pressed within its label for itself: its help would turn it on or off.
for (const kind of ["pointerdown", "mousedown", "keydown", "keyup", "click"])
  addEventListener(kind, event => {
    const help = event.target.closest?.("[data-testid=stCheckbox] [aria-label^='Help for ']")
    if (help && [undefined, "Enter", " "].includes(event.key)) event.stopPropagation()
  }, true)
// A drawer that was opened by Space, or by who listens, does not take the focus by itself, or lets
// it go soon after; then it would not hear Escape.
function drawers() {
  if (document.activeElement === document.body) all("[role=dialog]").at(-1)?.focus()
}
addEventListener("focusout", event => {
  if (!event.relatedTarget && event.target.matches?.("[role=dialog]")) setTimeout(drawers)
}, true)
"""
