"""Reading ages as a document: the rules of counting, and a row for each text."""

import re
from collections.abc import Iterator
from typing import Final

from .reading_age import Counted, counted
from .texts import ROOT, everything

FILE: Final = ROOT / "docs" / "PLAIN_ENGLISH.md"
ROW: Final = re.compile(r"^\| `?([^`|]+?)`? \| ([\d.]+) \| [\d.]+ \| [\d,]+ \| \d+ \|$", re.M)
INTRODUCTION: Final = """# Plain English

How old must a reader be to follow our texts? Each row below is measured. Pages aim at a reading age
of 12 to 14 at most, and at no sentence that is hard to hear once.

Made by `.venv/bin/python -m tests.plain_english`, which runs every page twice: as it opens, and
with a plan for one place. A test measures all texts again. A text may be half a year older than its
row says, and no older than 14. So no text gets harder without a line here that says so.

## How it is counted

- **Formula.** Flesch-Kincaid grade = 0.39 × words a sentence + 11.8 × syllables a word − 15.59. The
  reading age is that and 5, the age at which a reader starts school.
- **Sentences** end with a full stop, a question mark or an exclamation mark. A bullet ends one too.
  A colon or a semicolon ends none. Flesch's own instructions count those as well, so these figures
  are on the strict side.
- **Only running text counts**: no titles, labels, tables or code.
- **Syllables** are counted by groups of vowels, with what is silent left out. Figures and short
  forms count as one. A list of words counted by hand checks the rule.
- **Names** count as one word of two syllables: names of places, of professions (psychologist,
  psychological professions), of bodies and services, and short forms in full. No plain word could
  take their place. The second column counts them as they are written.
- **Against another count.** textstat 0.7.3 hyphenates words to find syllables. On the same
  sentences of the pages its ages are lower, by 0.7 to 1.7 years.

It says nothing of whether a text is true, or in a good order. The words that stay hard are in [the
glossary](GLOSSARY.md), and under the title of each page that uses them.
"""
HEAD: Final = "| Text | Reading age | With names as written | Words | Longest sentence |"


def report() -> str:
    """Return the document."""
    parts = [INTRODUCTION.strip()]
    for kind, texts in everything().items():
        rows = "\n".join(table(texts))
        parts.append(f"## {kind}\n\n{HEAD}\n| --- | --- | --- | --- | --- |\n{rows}")
    return "\n\n".join(parts) + "\n"


def table(texts: dict[str, str]) -> Iterator[str]:
    """Yield the row of each text, the hardest first."""
    found = {name: counted(text) for name, text in texts.items()}
    for name, count in sorted(found.items(), key=lambda item: -item[1].age):
        yield row(name, count, counted(texts[name], names=False))


def row(name: str, count: Counted, written: Counted) -> str:
    """Write one row."""
    shown = f"`{name}`" if re.fullmatch(r"[\w/.]+", name) else name
    age, full = f"{count.age:.1f}", f"{written.age:.1f}"
    return f"| {shown} | {age} | {full} | {count.words:,} | {count.longest} |"


def stated() -> dict[str, float]:
    """Return the reading age that the document states of each text."""
    return {name: float(age) for name, age in ROW.findall(FILE.read_text(encoding="utf-8"))}
