"""The glossary as a document, made from its declarations."""

from collections.abc import Iterable, Iterator, Mapping

from .glossary import GLOSSARY, IN_NAMES, SHORT_FORMS, WORDS, Term

MOST_NAMED = 5  # pages, before it is most of them
INTRODUCTION = """# Glossary

Made from `ppn_scenarios/assumptions/glossary.py` by `python -m ppn_scenarios glossary`. Do not edit
it by hand: a test compares it with the declarations.

Every page has *Words used here* under its title, with the words of this list that it uses and its
short forms in full. The whole list is on the page *Where do these numbers come from?* Where a
meaning is somebody else's, `data/source.csv` has it by the id given; otherwise the words are ours.
"""


def glossary_document(questions: Mapping[str, str]) -> str:
    """Return the glossary as Markdown; `questions` are the titles of pages by name of file."""
    parts = [INTRODUCTION.strip()]
    for title, terms in (("Short forms", SHORT_FORMS), ("Words", WORDS)):
        parts += [f"## {title}", "\n".join(rows(terms, questions))]
    parts.append("## Short forms in names of sources alone")
    parts.append("\n".join(f"- {name}: {full}" for name, full in IN_NAMES.items()))
    return "\n\n".join(parts) + "\n"


def rows(terms: Iterable[Term], questions: Mapping[str, str]) -> Iterator[str]:
    """Yield the table of some terms, a line each."""
    yield "| Word | What it means here | Whose meaning | Used on |"
    yield "| --- | --- | --- | --- |"
    for t in terms:
        head = f"**{t.name}** {t.spelt}".strip()
        whose = f"`{t.source_id}`" if t.source_id else "ours"
        most = "every page" if len(t.pages) == len(questions) else "most pages"
        few = len(t.pages) <= MOST_NAMED
        used = "; ".join(questions[page] for page in t.pages) if few else most
        yield f"| {head} | {t.means} | {whose} | {used or 'the list itself'} |"


def of_page(page: str) -> tuple[Term, ...]:
    """Return the terms that a page uses, by the name of its file."""
    return tuple(term for term in GLOSSARY if page in term.pages)
