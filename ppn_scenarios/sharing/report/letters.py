"""Letters that no font at hand has a shape for: which they are, and what is said of them."""

import re
import unicodedata
from collections.abc import Callable, Collection
from typing import Final

NO_SHAPE: Final = re.compile(r'the text `"(.*?)"` could not be displayed', re.DOTALL)
CODE: Final = re.compile(r"\\u\{([0-9a-f]{1,6})\}")
UNKNOWN: Final = "?"
NAMED: Final = 6  # letters that are named; of more, how many


def without_shape(diagnostic: str) -> set[str]:
    """Return the letters that a layout says it cannot show; those of every text are never among."""
    texts = NO_SHAPE.findall(diagnostic)
    letters = {c for text in texts for c in CODE.sub(lambda m: chr(int(m[1], 16)), text)}
    return {c for c in letters if not (c.isascii() and c.isprintable())}


def fitted(gone: Collection[str]) -> Callable[[str], str]:
    """Return what to write of a text, where some letters have no shape."""
    instead = str.maketrans(dict.fromkeys(gone, UNKNOWN))
    return lambda text: text.translate(instead)


def said(gone: Collection[str]) -> str:
    """Say which letters are not shown, by number and name; nothing if all are."""
    if not gone:
        return ""
    some = sorted(gone)
    listed = "; ".join(map(named, some[:NAMED]))
    more = f"; and {len(some) - NAMED} more" if len(some) > NAMED else ""
    letters = "one character is" if len(some) == 1 else f"{len(some)} characters are"
    return (
        f"In this PDF {letters} shown as “?”, because no font on the computer that made it has "
        f"them: {listed}{more}. The slides and the web page keep them as they were typed."
    )


def named(letter: str) -> str:
    """Return a letter's number and name, for the letter itself cannot be shown."""
    number, name = f"{ord(letter):04X}", unicodedata.name(letter, "")
    if name.startswith("CJK") and name.endswith(number):
        name = "a Chinese, Japanese or Korean character"
    return f"U+{number}" + (f" ({name.lower() if name.isupper() else name})" if name else "")
