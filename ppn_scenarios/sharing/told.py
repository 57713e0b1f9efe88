"""A stranger's text, fit to repeat."""

import re
from typing import Final

LONGEST: Final = 60  # characters of a stranger's text that we repeat


def told(text: str) -> str:
    """Return a stranger's text fit to repeat: printable, short, and no markup."""
    plain = "".join(c if c.isprintable() else "�" for c in text[: LONGEST + 1])
    plain = re.sub(r"[\\`*_{}\[\]()<>#$:|~!&@/]", " ", plain)
    plain = re.sub(r"\.(?=[^\W\d])", " ", plain)  # else www.name and a@b.c would become links
    return plain[:LONGEST] + "…" if len(plain) > LONGEST else plain
