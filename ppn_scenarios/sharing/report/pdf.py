"""The PDF itself: tagged and checked against PDF/UA-1 as it is made, without a network."""

import json
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

import typst

from ppn_scenarios.briefing import Briefing

from .content import Fit, content

LAYOUT: Final = Path(__file__).with_name("report.typ")
LAST_COMMON: Final = 0x024F  # letters up to here, of European languages, are in every font we name
ALSO: Final = frozenset("–—‘’“”•…−€×≥≤")
UNKNOWN: Final = "?"


class ReportError(RuntimeError):
    """A report that could not be made; the message says why and what to do."""


def report(b: Briefing) -> bytes:
    """Return a briefing as an accessible PDF.

    Letters of a reader's own text that no font here can show stand as "?". Raises ReportError.
    """
    try:
        return made(b, lambda text: text)
    except typst.TypstError as error:
        if "could not be displayed" not in str(error):
            raise ReportError(f"The PDF could not be made: {error}") from None
    try:
        return made(b, common)
    except typst.TypstError as error:
        raise ReportError(
            f"The PDF could not be made: {error}. If a font is missing, install Liberation Sans or "
            "DejaVu Sans, or take the slides."
        ) from None


def made(b: Briefing, fit: Fit) -> bytes:
    """Lay a briefing out, in a folder of its own that is gone afterwards."""
    said, files = content(b, fit)
    midday = datetime(b.made.year, b.made.month, b.made.day, 12, tzinfo=UTC)
    with TemporaryDirectory() as folder:
        try:
            for name, what in {**files, "content.json": json.dumps(said).encode()}.items():
                (Path(folder) / name).write_bytes(what)
            main = Path(folder) / LAYOUT.name
            main.write_bytes(LAYOUT.read_bytes())
        except OSError as error:
            raise ReportError(
                f"The PDF could not be made: its pictures cannot be kept for a moment "
                f"({error.strerror}). Free some space, or take the slides."
            ) from None
        return typst.compile(
            str(main), root=folder, format="pdf", pdf_standards=["ua-1"], timestamp=midday
        )


def common(text: str) -> str:
    """Return a text with only the letters that every font has."""
    return "".join(c if ord(c) <= LAST_COMMON or c in ALSO else UNKNOWN for c in text)
