"""The PDF itself: tagged and checked against PDF/UA-1 as it is made, without a network."""

import json
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

import typst

from ppn_scenarios.briefing import Briefing

from .content import Fit, content
from .letters import fitted, said, without_shape

LAYOUT: Final = Path(__file__).with_name("report.typ")
TRIES: Final = 3  # a letter may come to light only once those before it are gone


class ReportError(RuntimeError):
    """A report that could not be made; the message says why and what to do."""


@dataclass(frozen=True)
class Report:
    """A report, and what must be said of letters that no font here can show; mostly nothing."""

    pdf: bytes
    unshown: str


def report(b: Briefing, *, system_fonts: bool = True) -> Report:
    """Return a briefing as an accessible PDF.

    Letters of a reader's own text that no font here can show stand as "?", which the report says
    on its first page. Without `system_fonts` it makes do with what is built in. Raises ReportError.
    """
    gone: set[str] = set()
    for _ in range(TRIES):
        try:
            return Report(made(b, fitted(gone), said(gone), system_fonts), said(gone))
        except typst.TypstError as error:
            problem = str(error)
            found = without_shape(str(error.diagnostic))
        if not found - gone:
            break
        gone |= found
    raise ReportError(
        f"The PDF could not be made: {problem}. If a font is missing, install Liberation Sans or "
        "DejaVu Sans, or take the slides."
    )


def made(b: Briefing, fit: Fit, unshown: str, system_fonts: bool) -> bytes:
    """Lay a briefing out, in a folder of its own that is gone afterwards."""
    said, files = content(b, fit, unshown)
    midday = datetime(b.made.year, b.made.month, b.made.day, 12, tzinfo=UTC)
    try:
        kept = TemporaryDirectory()
    except OSError as error:
        raise not_kept(error) from None
    with kept as folder:
        try:
            for name, what in {**files, "content.json": json.dumps(said).encode()}.items():
                (Path(folder) / name).write_bytes(what)
            main = Path(folder) / LAYOUT.name
            main.write_bytes(LAYOUT.read_bytes())
        except OSError as error:
            raise not_kept(error) from None
        return typst.compile(
            str(main),
            root=folder,
            format="pdf",
            pdf_standards=["ua-1"],
            timestamp=midday,
            ignore_system_fonts=not system_fonts,
        )


def not_kept(error: OSError) -> ReportError:
    """Return what to say where the parts of a report cannot be written for a moment."""
    return ReportError(
        f"The PDF could not be made: its pictures cannot be kept for a moment "
        f"({error.strerror}). Free some space, or take the slides."
    )
