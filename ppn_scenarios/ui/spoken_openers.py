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
// What a button opens beside it stands at the end of the page. By keyboard it takes the focus,
// and Tab goes from the button into it, and from its ends back to the button, as if it stood there.
const SMALL = "[data-testid=stPopoverBody]", ROW = "[role=toolbar],[role=radiogroup]"
const ITS = "[data-testid=stPopoverButton][aria-expanded=true]"
// Where the window lets it be no higher it is a stop of its own, by which keys move it: Streamlit
// takes all that is in it out of the order of Tab once the focus has left it.
const scrolls = small => small.scrollHeight > small.clientHeight
function smalls(memory) {
  for (const small of all(SMALL + ":not([tabindex])")) {
    small.tabIndex = scrolls(small) ? 0 : -1
    memory.opener = document.querySelector(ITS)
    if (!memory.byHand && document.activeElement === memory.opener) small.focus()
  }
}
// The button that opened it, also where it has other words now, and so is another button.
function opener({ opener: last }) {
  if (!last || last.isConnected) return last
  const key = keyed(last)
  return key && document.querySelector("." + CSS.escape(key) + " button")
}
addEventListener("keydown", event => {
  const small = document.querySelector(SMALL), its = document.querySelector(ITS)
  if (event.key !== "Tab" || !small || !its) return
  const at = document.activeElement, back = event.shiftKey
  const stops = [small, ...all(FOCUSED, small).filter(seen)]
  if (at === its && !back) (stops[1] ?? small).focus()
  else {
    // Of a row of choices one alone is a stop: the rest are gone through with arrows.
    const row = at.closest(ROW), end = back ? stops.slice(0, 2) : stops.slice(-1)
    if (!small.contains(at) || !end.some(one => one === at || row?.contains(one))) return
    its.focus()
    if (!back) return event.stopImmediatePropagation() // Tab itself goes on from there
  }
  event.preventDefault()
  event.stopImmediatePropagation()
}, true)
addEventListener("focusout", event => {
  const small = event.target.closest?.(SMALL)
  if (small && !small.contains(event.relatedTarget) && scrolls(small))
    setTimeout(() => { small.tabIndex = 0 })
  if (!event.relatedTarget && event.target.matches?.("[role=dialog]")) setTimeout(drawers)
}, true)
"""
