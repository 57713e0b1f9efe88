"""The row of links to every page, drawn as one part, and the button for the stage."""

from pathlib import PurePath
from typing import Final

import streamlit as st

from .address import query
from .pages import PAGES
from .predict.gate import HOME
from .present.offered import offer_stage
from .visit import Visit

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
export default function ({ data, parentElement }) {
  const links = parentElement.querySelector(".ppn-pages"), row = links.closest(".st-key-menu")
  row.setAttribute("role", "navigation")
  row.setAttribute("aria-label", "Pages")
  for (const link of links.children) {
    link.setAttribute("href", "./" + link.dataset.name + (data.query && "?" + data.query))
    if (link.dataset.page === data.here) link.setAttribute("aria-current", "page")
    else link.removeAttribute("aria-current")
  }
  // A page is chosen as Back and Forward choose one: Streamlit then asks for what the address says.
  links.onclick = event => {
    const link = event.target.closest("a")
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return
    event.preventDefault()
    const app = document.querySelector("[data-testid=stApp]")
    if (app.dataset.testConnectionState !== "CONNECTED") return // nobody would hear it
    if (link.matches("[aria-current]")) history.replaceState({}, "", link.href)
    else history.pushState({}, "", link.href)
    dispatchEvent(new PopStateEvent("popstate"))
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


def draw_menu(page: str, now: Visit) -> None:
    """Draw a link to every page, which carries the visit there, and the way to the stage."""
    with st.container(horizontal=True, key="menu"):
        # With the parameters in the link, the new page need not write them again: a second
        # write would be a second step for Back.
        _MENU(data={"here": page, "query": query(now)}, key="pages")
        offer_stage(page, now)
