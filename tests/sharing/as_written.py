"""What the maker of a link wrote, by a reading apart from the code's."""

from urllib.parse import parse_qs, unquote

EDGES = " \t\r\n<>()[]{}«»“”„‘’\"'`,;!?\u00ad\u200b\u200c\u200d\u200e\u200f\u2060\ufeff"


def core(text: str) -> str:
    """A name or value without what programs put around it or encode once more."""
    return unquote(text).split("#")[0].strip(EDGES).removesuffix(".").removeprefix("3D")


def as_written(query: dict[str, list[str]]) -> dict[str, list[str]]:
    """What a link gives, by names without what programs put around them."""
    found: dict[str, list[str]] = {}
    for name, values in query.items():
        if "=" in name and not any(values):
            inner = parse_qs(name.strip(EDGES), keep_blank_values=True)
            for one, more in inner.items():
                found.setdefault(one.strip(EDGES), []).extend(v for v in more if v)
        else:
            found.setdefault(name.strip(EDGES).removeprefix("amp;"), []).extend(values)
    return found
