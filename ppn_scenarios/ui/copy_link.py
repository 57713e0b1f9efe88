"""The button that copies the address of what the reader sees."""

from typing import Any

import streamlit as st

from .address import query
from .visit import Visit

_SCRIPT = """
export default function ({ data, parentElement }) {
  const button = parentElement.querySelector("button")
  const said = parentElement.querySelector("span")
  const field = parentElement.querySelector("input")
  button.textContent = data.label
  button.onclick = async () => {
    const address = new URL(window.location.href)
    address.search = data.query
    field.value = address.href
    try {
      await navigator.clipboard.writeText(field.value)
      said.textContent = "Copied"
      field.hidden = true
    } catch {
      // Without HTTPS a page may not write to the clipboard: show the address to copy by hand.
      said.textContent = "Copy this address:"
      field.hidden = false
      field.select()
    }
  }
}
"""
_BUTTON = st.components.v2.component(
    "ppn_copy_link",
    html="<div class='ppn-copy'><button type='button'></button> <span role='status'></span>"
    "<input aria-label='Address of this scenario' readonly hidden></div>",
    css="""
.ppn-copy button { font: inherit; color: var(--st-primary-color);
  background: var(--st-background-color); border: 1px solid var(--st-primary-color);
  border-radius: var(--st-button-radius);
  padding: 0.45rem 0.8rem; cursor: pointer; min-height: 44px }
.ppn-copy input { font: inherit; width: 100%; margin-top: 0.4rem }
""",
    js=_SCRIPT,
    isolate_styles=False,  # in a drawer, Tab passes by what stands in a shadow of its own
)


def copy_link(now: Visit, key: str = "copy_link") -> Any:
    """Draw the button; it works without HTTPS too, by showing the address."""
    return _BUTTON(data={"label": "Copy link to this scenario", "query": query(now)}, key=key)
