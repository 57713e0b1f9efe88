"""The texts that are measured: of pages, declarations, refusals and documents for readers."""

from collections.abc import Iterator
from pathlib import Path
from typing import Final

from ppn_scenarios.analysis.cautions import CAUTIONS
from ppn_scenarios.assumptions import ASSUMPTIONS, LEVERS, PRESETS
from ppn_scenarios.assumptions.futures import FUTURES
from ppn_scenarios.assumptions.glossary import GLOSSARY
from ppn_scenarios.assumptions.limits import LIMITS
from ppn_scenarios.sharing import link
from ppn_scenarios.sharing.refusals import FIXES
from ppn_scenarios.wording.places import places
from tests.ui.page_texts import STATES, prose
from tests.ui.reader import PAGES

ROOT: Final = Path(__file__).resolve().parents[2]
DOCUMENTS: Final = (
    "README.md",
    "CONTRIBUTING.md",
    "docs/MODEL.md",
    "docs/VALIDATION.md",
    "docs/ASSUMPTIONS.md",
    "docs/LEVERS.md",
    "data/README.md",
)
BAD_LINKS: Final = (
    {"retention": ["plenty"], "wage": ["1"], "place": ["nowhere"], "v": ["0"], "d": ["old"]},
    {"retention": ["0.5"], "mandate": ["0.5"], "leave_psy": ["0.1", "0.2"], "on": ["Monday"]},
    {"junk": ["x" * 5_000]},
)


def of_page(page: str) -> str:
    """All sentences of a page in every state."""
    return "\n\n".join(prose(page, state) for state in range(len(STATES)))


def of_levers() -> Iterator[tuple[str, str]]:
    """What each lever means: its name and its texts, a paragraph each."""
    for name, a in LEVERS.items():
        yield name, "\n\n".join([a.meaning, a.evidence, *a.lesson.texts().values()])


def refusals() -> Iterator[str]:
    """What is said of bad input: links, files, and values beyond their range."""
    for query in BAD_LINKS:
        yield from link.read(query, places(), "new")[2]
    yield from (f"Plan: {fix.format_map(Blank())}." for fix in FIXES.values())
    for name in ("retention", "mandate_year", "need_method"):
        try:
            ASSUMPTIONS[name].check(1e6)
        except ValueError as refusal:
            yield f"{refusal}. It was left as it was."


class Blank(dict[str, str]):
    """Values for what a text leaves open."""

    def __missing__(self, key: str) -> str:
        """Return a number for anything."""
        return "60"


def declared() -> dict[str, str]:
    """Texts that are declared once and shown in many places, by what they are."""
    return {
        "Refusals of links, files and values": "\n\n".join(refusals()),
        "Cautions, with what to do": "\n\n".join(f"{c.means}\n\n{c.advice}" for c in CAUTIONS),
        "Ready-made plans": "\n\n".join(p.meaning for p in PRESETS.values()),
        "Futures, and why by so much": "\n\n".join(
            f"{f.meaning}\n\n{f.why}" for f in FUTURES.values()
        ),
        "Limits of use": "\n\n".join(LIMITS),
        "The glossary": "\n\n".join(t.means for t in GLOSSARY),
    }


def documents() -> dict[str, str]:
    """Documents for readers, by name."""
    return {name: (ROOT / name).read_text(encoding="utf-8") for name in DOCUMENTS}


def everything() -> dict[str, dict[str, str]]:
    """All texts by kind and name."""
    return {
        "Pages": {page: of_page(page) for page in PAGES},
        "Declared texts": declared(),
        "Documents": documents(),
        "Levers": dict(of_levers()),
    }
