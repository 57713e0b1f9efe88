"""The row of links to every page, drawn as one part, and the way to the page that is chosen."""

from pathlib import PurePath
from typing import Final

import streamlit as st

from .address import query
from .pages import PAGES
from .predict.gate import HOME
from .present.offered import offer_stage
from .visit import Visit, visit

# Until the script gives them their addresses, nobody can follow a link that lacks the scenario.
_LINKS: Final = "".join(
    f"<a data-page='{path}' data-name='{'' if path == HOME else PurePath(path).stem}'>"
    f"{entry.name}</a>"
    for path, entry in PAGES.items()
)
_CSS: Final = """
.st-key-pages,.st-key-pages div{display:contents} /* links stand in the row, beside its button */
.ppn-pages a{flex:none;margin:0;padding:0 .5rem;border-radius:var(--st-base-radius);
  font-size:.875rem;line-height:2;white-space:nowrap;color:var(--st-text-color);
  text-decoration:none}
.ppn-pages :is([aria-current],:hover,:focus-visible){background:#a0bbbb26}
.ppn-pages [aria-current]{font-weight:600}
.ppn-pages [aria-current]:hover{background:#a0bbbb40}
@media (max-width:640px){.ppn-pages [aria-current]{order:-1}}
@media (min-width:641px){.ppn-pages a{margin:-.25rem 0;padding:.25rem .31rem;font-size:.8rem}}
"""
_SCRIPT: Final = """
export default function ({ data, parentElement, setTriggerValue }) {
  const links = parentElement.querySelector(".ppn-pages"), row = links.closest(".st-key-menu")
  row.setAttribute("role", "navigation")
  row.setAttribute("aria-label", "Pages")
  for (const link of links.children) {
    link.setAttribute("href", "./" + link.dataset.name + (data.query && "?" + data.query))
    if (link.dataset.page === data.here) link.setAttribute("aria-current", "page")
    else link.removeAttribute("aria-current")
  }
  links.onclick = event => {
    const link = event.target.closest("a")
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return
    event.preventDefault()
    // Parameters that only the server wrote, here before it goes there, were a step more for Back.
    if (location.search !== link.search)
      history.replaceState(history.state, "", location.pathname + link.search)
    setTriggerValue("chosen", link.dataset.page)
  }
}
"""
_MENU: Final = st.components.v2.component(
    "ppn_menu",
    html=f"<div class='ppn-pages'>{_LINKS}</div>",
    css=_CSS,
    js=_SCRIPT,
    isolate_styles=False,  # they stand in the row of the page, with its mark of the focus
)
KEY: Final = "pages"
CHOSEN: Final = "page_chosen"


def draw_menu(page: str, now: Visit) -> None:
    """Draw a link to every page, which carries the visit there, and the way to the stage."""
    with st.container(horizontal=True, key="menu"):
        drawn = _MENU(
            data={"here": page, "query": query(now)},
            key=KEY,
            on_chosen_change=lambda: take(getattr(st.session_state[KEY], "chosen", None)),
        )
        # After a restart nobody knew the menu when the page was chosen, so nothing was called.
        take(drawn.chosen)
        go_where_chosen()
        offer_stage(page, now)


def take(handed: object) -> None:
    """Take the page that was chosen; whatever else a browser sends is left."""
    if isinstance(handed, str) and handed in PAGES:
        st.session_state[CHOSEN] = handed


def go_where_chosen() -> None:
    """Go to the page that was chosen, before anything is drawn of the one that was left."""
    if chosen := st.session_state.pop(CHOSEN, ""):
        st.switch_page(chosen, query_params=visit().dated)
