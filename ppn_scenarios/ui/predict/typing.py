"""The keyboard where the room types: it is there at once, and the key that reveals works there too.

Keys of buttons are passed over while somebody types in a field.
"""

from typing import Final

import streamlit as st

_SCRIPT: Final = """
const find = name => document.querySelector(name)

// What was typed is taken as the field is left; then the button can be pressed, and then the
// keyboard goes to what can be done next.
function press(name, after, left = 40) {
  const button = find(name), app = find('[data-testid="stApp"]')
  const idle = app?.dataset.testScriptState === "notRunning"
  if (button && !button.disabled && idle) {
    button.click()
    hand(after)
  } else if (left) setTimeout(press, 100, name, after, left - 1)
}
function hand(after, left = 200) {
  const next = find(after), at = document.activeElement.tagName
  if (!next && left) setTimeout(hand, 100, after, left - 1)
  // Not if somebody is elsewhere by now.
  if (next && ["BODY", "H1"].includes(at)) next.focus({ preventScroll: true })
}

export default function ({ data }) {
  const memory = (window.ppnTyping ??= { once: "" })
  let left = 40
  const begin = () => {
    const field = find(data.field)
    if (!field) return left-- && setTimeout(begin, 50)
    field.onkeydown = event => {
      if (!event.altKey || event.ctrlKey || event.code !== data.code) return
      event.preventDefault()
      event.stopPropagation() // once: the button hears its key too, once the field is left
      field.blur()
      setTimeout(press, 200, data.button, data.after)
    }
    if (memory.once !== data.once) {
      field.focus()
      // What was said aloud of an answer before is gone too.
      for (const said of document.querySelectorAll(".ppn-aloud")) said.textContent = ""
    }
    memory.once = data.once
  }
  begin()
}
"""
_TYPING = st.components.v2.component("ppn_typing", html="<span></span>", js=_SCRIPT)


def type_in(field: str, button: str, key: str, after: str, once: str) -> None:
    """Put the keyboard into a field once for each value of `once`; there, a key presses a button.

    `field`, `button` and `after`, where the keyboard goes then, are selectors; `key` is such as
    "Alt+A".
    """
    data = {"field": field, "button": button, "code": f"Key{key[-1]}", "after": after, "once": once}
    with st.container(key="typing_box"):
        _TYPING(data=data, key="typing")
