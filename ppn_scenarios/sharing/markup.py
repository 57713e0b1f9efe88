"""What stands out in a paragraph: ** and * as runs of text, whatever file they end in."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

PIECE: Final = re.compile(r"\\(.)|(\*\*)|(\*)|([^\\*]+)|(\\)", re.DOTALL)
UNSEEN: Final = "\u2060"  # put into a reader's own words so that no page makes a link of them


@dataclass(frozen=True)
class Run:
    """Text that looks alike."""

    text: str
    strong: bool = False
    emphasised: bool = False


def runs(paragraph: str) -> Iterator[Run]:
    """Yield the runs of a paragraph; what is escaped by a backslash stands for itself."""
    strong = emphasised = False
    held = ""
    for escaped, two, one, text, lone in PIECE.findall(paragraph):
        if not (two or one):
            held += escaped or text or lone
            continue
        if held:
            yield Run(held.replace(UNSEEN, ""), strong, emphasised)
        held, strong, emphasised = "", strong ^ bool(two), emphasised ^ bool(one)
    if held:
        yield Run(held.replace(UNSEEN, ""), strong, emphasised)


def plain(paragraph: str) -> str:
    """Return a paragraph without any markup."""
    return "".join(run.text for run in runs(paragraph))
