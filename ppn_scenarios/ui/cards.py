"""Headline numbers as cards: a label that is never cut, the number, and a line on what it means."""

from collections.abc import Sequence
from dataclasses import dataclass
from html import escape

import streamlit as st

from .table import explained_by


@dataclass(frozen=True, kw_only=True)
class Card:
    """One headline number; `lines` stand under it."""

    label: str
    value: str
    lines: Sequence[str] = ()


def show_cards(cards: Sequence[Card], name: str, *, passport: str = "") -> None:
    """Draw cards of equal height that wrap on a phone; `name` is spoken for the group.

    `passport` is the key of the `offer` on the page that explains their numbers.
    """
    inner = "".join(
        f"<div class='ppn-card'><dt>{escape(card.label)}</dt>"
        f"<dd><strong>{escape(card.value)}</strong>"
        + "".join(f"<span>{escape(line)}</span>" for line in card.lines)
        + "</dd></div>"
        for card in cards
    )
    by = explained_by(passport)
    st.html(f"<dl class='ppn-cards' aria-label='{escape(name)}'{by}>{inner}</dl>")
