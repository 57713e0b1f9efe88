"""Reading age by the Flesch-Kincaid formula, and how its three counts are taken."""

import re
from dataclasses import dataclass
from typing import Final

from ppn_scenarios.assumptions.glossary import SHORT_FORMS
from ppn_scenarios.wording.places import places

STARTS_SCHOOL: Final = 5  # years: a grade of 0 is the age at which reading is learnt
# Names of professions, bodies and services that a text here cannot do without, and whose readers
# know them: each counts as one word of two syllables, as a short common name would.
NAMES: Final = (
    "chief psychological professions officer",
    "psychological professional",
    "psychological profession",
    "psychological lead",
    "psychological",
    "clinical psychology",
    "psychology",
    "psychologist",
    "therapist",
    "practitioner",
    "Talking Therapies",
    "Long Term Workforce Plan",
    "Open Government Licence",
    "NHS England",
)
LONG: Final = 25  # words: a longer sentence is hard to hear once
END: Final = re.compile(r"(?<=[.!?])[\"'”*)]*\s+")
WORD: Final = re.compile(r"[^\W_](?:[\w'’.,/%-]*[\w%])?")


@dataclass(frozen=True)
class Counted:
    """What is counted of a text."""

    words: int
    sentences: int
    syllables: int
    longest: int  # words of the longest sentence

    @property
    def age(self) -> float:
        """Reading age in years: the Flesch-Kincaid grade and five."""
        if not self.words:
            return 0.0
        grade = 0.39 * self.words / self.sentences + 11.8 * self.syllables / self.words - 15.59
        return grade + STARTS_SCHOOL


def counted(text: str, names: bool = True) -> Counted:
    """Count the running text of some Markdown; `names` says whether names count as short words."""
    found = [words(sentence, names) for sentence in sentences(text)]
    some = [each for each in found if each]
    return Counted(
        words=sum(map(len, some)),
        sentences=max(len(some), 1),
        syllables=sum(syllables(word) for each in some for word in each),
        longest=max(map(len, some), default=0),
    )


def sentences(text: str) -> list[str]:
    """Return the sentences of some Markdown: a bullet or a paragraph that ends ends one.

    Only running text counts: no headings, tables, code, labels, or lines of fewer than four words.
    """
    text = re.sub(r"```.*?```|<[^>]+>", " ", text, flags=re.S)
    text = re.sub(r"^( {4,}\S.*|#.*|\|.*)$", "", text, flags=re.M)
    text = re.sub(r"\[([^\]]*)\]\([^)]*\)", r"\1", text)
    text = re.sub(r"`[^`]*`", "it", text)
    text = re.sub(r"\\(?=\W)|\u2060", "", text)
    blocks = re.split(r"\n\s*\n|^\s*(?:[-*]|\d+\.)\s+", text, flags=re.M)
    found = [part for block in blocks for part in END.split(" ".join(block.split()))]
    return [part for part in found if len(WORD.findall(part)) >= 4]


def words(sentence: str, names: bool = True) -> list[str]:
    """Return the words of a sentence, names as one word where they count as short ones."""
    if names:
        for name in in_order():
            sentence = re.sub(rf"\b{re.escape(name)}s?\b", "Xxnamed", sentence, flags=re.I)
    return WORD.findall(sentence.replace("*", ""))


def in_order() -> list[str]:
    """Return all names, the longest first: those of places and the long forms of short ones too."""
    spelt = [term.spelt for term in SHORT_FORMS]
    some = [*NAMES, *spelt, *(place.name for place in places().values())]
    return sorted(some, key=len, reverse=True)


def syllables(word: str) -> int:
    """Return how many syllables a word has; figures, symbols and short forms are one, names two.

    Counted by groups of vowels; what is silent at the end of a word is left out.
    """
    if word == "Xxnamed":
        return 2
    parts = [part for part in re.split(r"[-/]", word) if part]
    return sum(map(in_part, parts)) or 1


def in_part(word: str) -> int:
    """Return the syllables of a word without hyphens."""
    plain = re.sub(r"['’]s$", "", word)
    if not plain.isalpha() or plain.isupper():
        return 1
    w = plain.lower()
    for stem, sound in ODD.items():
        w = w.replace(stem, sound)
    w = re.sub(r"^y(?=[aeiou])|(?<=q)u", "", w)
    w = re.sub(r"([lg])ion", r"\1on", w)  # million, region
    w = re.sub(r"(?<=[tcsx])i(?=[oae](?!s?$)|e)", "", w)  # nation, special, patient
    silent = len(re.findall(SILENT, w))
    return max(1, len(re.findall(r"[aeiouy]+", w)) + len(re.findall(APART, w)) - silent)


ODD: Final = {  # how some common words sound, spelt by sound
    "people": "peepul",
    "every": "evry",
    "placeholder": "plasholder",
    "theor": "the-or",
    "idea": "idi-a",
    "area": "ari-a",
    "create": "cre-ate",
    "creati": "cre-ati",
    "reality": "re-ality",
    "realis": "re-alis",
    "science": "sci-ens",
    "museum": "muse-um",
    "poem": "po-em",
    "employe": "employ-e",
    "business": "bizness",
}
SILENT: Final = (  # an e that is written and not said
    r"[^aeiouyl]e$|[aeiouy]le$|[^aeiouytd]ed$|[^aeiouysxzcghl]es$|[aeiouy]les$|[^st]hes$"
    r"|(?<=[^aeiouy])e(?=(?:ly|ment|ments|ful|less|some)$)"
)
APART: Final = (
    r"i(?=[ou](?!r))|i(?=a)|i(?=en[ct])|ie(?=t)|e(?=o[^u]?$)|[uyeo](?=ing)|u(?=(?:ou|al|at)(?!l))"
)
