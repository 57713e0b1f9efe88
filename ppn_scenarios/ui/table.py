"""Tables as plain HTML: readable by screen readers, by keyboard and on a phone."""

from collections.abc import Iterable, Sequence
from html import escape
from typing import Final

import streamlit as st

from .take_away import take_table

WHOLE: Final = (  # what no line may part: a number from its unit, a sign from its number
    (" million", "\u00a0million"),
    (" billion", "\u00a0billion"),
    ("−£", "−\u2060£"),
    ("+£", "+\u2060£"),
)
FEW: Final = 3  # columns that fit on a phone, where their numbers may break into lines
IF_CUT: Final = "<p class='ppn-phone few'>If a column is cut off, slide sideways.</p>"
Cell = str | tuple[str, str]  # text, or text with the address that it links to


def show_table(
    caption: str,
    head: Sequence[str],
    rows: Iterable[Sequence[Cell]],
    numbers: Sequence[int] = (),
    wide: Sequence[int] = (),
    *,
    passport: str = "",
    source: str = "",
    key: str = "",
    wraps: bool = False,
) -> None:
    """Draw a table whose first cell in each row is that row's heading.

    `numbers` are the columns set to the right, `wide` those that hold sentences. All text is
    escaped; only http(s) addresses become links. `passport` is the key of the `offer` on the page
    that explains its numbers; a table without computed numbers has a `source` instead, in words.
    `wraps` lets numbers break into lines, where they are long and their columns many. `key` keeps
    apart two tables of one caption that can be seen at once.
    """
    rows, few = list(rows), len(head) <= FEW
    look = "ppn-table" + " wraps" * wraps + " few" * few
    side = ["number" if i in numbers else "wide" if i in wide else "" for i in range(len(head))]
    top = "".join(f"<th scope='col' class='{side[i]}'>{escape(h)}</th>" for i, h in enumerate(head))
    body = "".join(f"<tr>{row_html(row, side)}</tr>" for row in rows)
    if wraps or few:
        for apart, together in WHOLE:
            body = body.replace(apart, together)
    st.html(
        f"<div class='ppn-title' aria-hidden='true'>{escape(caption)}</div>"  # the frame says it
        + (IF_CUT if few else "<p class='ppn-phone'>Slide sideways to see every column.</p>")
        + f"<div class='{look}' role='region' tabindex='0' aria-label='{escape(caption)}'"
        f"{explained_by(passport)}>"
        f"<table aria-label='{escape(caption)}'><thead><tr>{top}</tr></thead>"
        f"<tbody>{body}</tbody></table></div>"
        + (f"<p class='ppn-source'>{escape(source)}</p>" if source else "")
    )
    shown = [
        [" ".join((cell if isinstance(cell, str) else " ".join(cell)).split()) for cell in row]
        for row in rows
    ]
    take_table(caption, head, shown, f"table_{key}_{caption}", source)


def explained_by(passport: str) -> str:
    """Return the attribute that says which passport explains the figures of an element."""
    return f" data-passport='{escape(passport)}'" if passport else ""


def row_html(row: Sequence[Cell], side: Sequence[str]) -> str:
    """Return a row's cells."""
    first = f"<th scope='row' class='{side[0]}'>{cell_html(row[0])}</th>"
    rest = zip(row[1:], side[1:], strict=True)
    return first + "".join(f"<td class='{s}'>{cell_html(c)}</td>" for c, s in rest)


def cell_html(cell: Cell) -> str:
    """Return a cell's text, as a link where it has an address that may be followed."""
    if isinstance(cell, str):
        return escape(cell)
    text, address = cell
    if not address.startswith(("https://", "http://")):
        return escape(text)
    return f"<a href='{escape(address)}' rel='noopener noreferrer'>{escape(text)}</a>"
