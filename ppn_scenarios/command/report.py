"""The command that writes a board pack: slides, a report to read, and every result."""

from collections.abc import Callable

from ppn_scenarios.analysis.goals import Goal
from ppn_scenarios.sharing.kept import Kept
from ppn_scenarios.sharing.report import ReportError
from ppn_scenarios.sharing.report import report as pdf
from ppn_scenarios.sharing.slides import slides
from ppn_scenarios.wording.places import Place

from . import folder
from .refusal import NOT_WRITTEN, CommandError
from .run import tables
from .told import told_of

SLIDES, PDF = "board-pack.pptx", "board-pack.pdf"


def report(
    kept: Kept, place: Place, out: str, link: str, goal: Goal, told: Callable[[float, str], None]
) -> str:
    """Write a board pack into a folder, and return what was written; `told` hears how far it is."""
    where = folder.ready(out)
    found = told_of(kept, place, link, goal, told)
    presented = slides(found)
    try:
        made = pdf(found)
    except ReportError as error:
        raise CommandError(f"{where / PDF}: {error}", NOT_WRITTEN) from None
    written = folder.put_all(where, {SLIDES: presented, PDF: made.pdf, **tables(kept)})
    return written + (f"Note: {made.unshown}\n" if made.unshown else "")
