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


@dataclass(frozen=True, kw_only=True)
class Group:
    """Cards under a heading of their own; `name` is spoken for them."""

    heading: str
    cards: Sequence[Card]
    name: str


def show_cards(cards: Sequence[Card], name: str, *, passport: str = "") -> None:
    """Draw cards of equal height that wrap on a phone; `name` is spoken for the group.

    `passport` is the key of the `offer` on the page that explains their numbers.
    """
    st.html(cards_html(cards, name, passport))


def show_groups(groups: Sequence[Group], *, passport: str = "") -> None:
    """Draw groups of cards side by side, one below the other on a phone, as one part of a page.

    `passport` is the key of the one `offer` that explains the numbers of all of them.
    """
    inner = "".join(
        f"<section><h2>{escape(group.heading)}</h2>"
        f"{cards_html(group.cards, group.name, passport)}</section>"
        for group in groups
    )
    st.html(f"<div class='ppn-groups'>{inner}</div>")


def cards_html(cards: Sequence[Card], name: str, passport: str) -> str:
    """Return cards as a list of terms, each with its number and what that means."""
    inner = "".join(
        f"<div class='ppn-card'><dt>{escape(card.label)}</dt>"
        f"<dd><strong>{escape(card.value)}</strong>"
        + "".join(f"<span>{escape(line)}</span>" for line in card.lines)
        + "</dd></div>"
        for card in cards
    )
    by = explained_by(passport)
    return f"<dl class='ppn-cards' aria-label='{escape(name)}'{by}>{inner}</dl>"
