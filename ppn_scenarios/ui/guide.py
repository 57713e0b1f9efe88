"""The facilitator's guide, read from its document, part by part, with the ways to what it names."""

import re
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from typing import Final
from urllib.parse import parse_qs

import streamlit as st

from ppn_scenarios.sharing import link
from ppn_scenarios.wording.places import places

from .pages import PAGES
from .predict.state import asking, start
from .present.moves import STAGE, open_scene
from .visit import Visit, set_scenario, visit

FILE: Final = Path(__file__).parents[2] / "docs" / "FACILITATE.md"
LINK: Final = re.compile(r"\[([^\]]+)\]\(([^)]*)\)")
HERE: Final = "Opens in this tab, and your session goes along:"


@dataclass(frozen=True)
class Part:
    """A part of the guide: its title and its Markdown."""

    title: str
    text: str

    @property
    def ways(self) -> dict[str, str]:
        """The explorer's own addresses that it names, and what each is called there."""
        found = {address: words for words, address in LINK.findall(self.text)}
        return {
            address: words[:1].upper() + words[1:]
            for address, words in found.items()
            if not address.startswith("#")
        }


@cache
def parts() -> tuple[Part, ...]:
    """Return what the guide begins with, under no title, and its parts in order."""
    first, *others = re.split(r"^## ", FILE.read_text("utf-8"), flags=re.MULTILINE)
    begins = Part("", first.partition("\n")[2].strip())
    return begins, *(Part(*map(str.strip, other.split("\n", 1))) for other in others)


def without_links(text: str) -> str:
    """Return a text with its links as words: a link in a text opens a tab with another session."""
    return LINK.sub(r"*\1*", text)


def show_guide(now: Visit) -> None:
    """Draw the guide: its beginning, then every part under its title, to be opened."""
    begins, *others = parts()
    st.markdown(begins.text)
    for i, part in enumerate(others):
        with st.expander(part.title, key=f"guide_{i}"):
            if part.ways:
                st.caption(HERE)
                with st.container(horizontal=True, key=f"guide_ways_{i}"):
                    for n, (address, words) in enumerate(part.ways.items()):
                        show_way(address, words, now, f"guide_way_{i}_{n}")
            st.markdown(without_links(part.text))


def show_way(address: str, words: str, now: Visit, key: str) -> None:
    """Draw the way to a page, or to a scene on the stage with what its address asks and moves."""
    page, _, query = address.partition("?")
    path = f"pages/{page}.py"
    if path in PAGES:
        st.page_link(path, label=words, query_params=now.dated)
    elif st.button(words, key=key, on_click=take_up, args=(query,)):
        st.switch_page(STAGE, query_params=visit().dated)


def take_up(query: str) -> None:
    """Put on the stage what an address of the guide says; levers that it leaves out stay."""
    scenario, view, _ = link.read(parse_qs(query), places(), "")
    open_scene(view.scene)
    if moved := scenario.changes():
        set_scenario(replace(st.session_state.scenario, **moved))
    if measure := asking(view):
        start(measure)
