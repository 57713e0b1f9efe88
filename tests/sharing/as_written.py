"""What the maker of a link wrote, by a reading apart from the code's."""

import unicodedata
from urllib.parse import parse_qs, unquote

EDGES = " \t\r\n<>()[]{}«»“”„‘’\"'`,;!?"


def seen(text: str) -> str:
    """A text without the letters that nobody sees, and without space around it."""
    return "".join(c for c in text if unicodedata.category(c) != "Cf").strip()


def core(text: str) -> str:
    """A name or value without what programs put around it or encode once more."""
    bare = seen(unquote(seen(text)).split("#")[0]).strip(EDGES).strip()
    return bare.removesuffix(".").removeprefix("3D")


def as_written(query: dict[str, list[str]]) -> dict[str, list[str]]:
    """What a link gives, by names without what programs put around them."""
    found: dict[str, list[str]] = {}
    for written, values in query.items():
        name = written if "=" in written else unquote(written)
        if "=" in name and not any(values):
            inner = parse_qs(seen(name).strip(EDGES), keep_blank_values=True)
            for one, more in inner.items():
                found.setdefault(seen(one), []).extend(more)
        else:
            found.setdefault(seen(name).strip(EDGES).removeprefix("amp;"), []).extend(values)
    return found
