"""Hostile links: good ones tampered with, and ones that no explorer ever wrote, from a seed."""

from collections.abc import Callable, Iterator
from random import Random
from urllib.parse import quote, urlencode

from ppn_scenarios.assumptions import ASSUMPTIONS, Scenario
from ppn_scenarios.sharing import link
from ppn_scenarios.sharing.view import GOAL_YEARS, LABELS, MAPPED, RESULTS, View

NAMES = (*ASSUMPTIONS, *LABELS, *link.STAMPS)
PLACES = ("england", "Y56", "QMJ", "QWE")
NUMBERS = (
    *("", " ", "plenty", "nan", "NaN", "inf", "-inf", "Infinity", "1e309", "1e999", "-1e999"),
    *("1_0", " 5", "5 ", "+5", "5,0", "0x10", "0b1", "0o7", "1e5e5", ".5", "5.", "--1", "-", "e"),
    *("１０８０", "٥", "٠٫٠٥", "०.०५", "½", "²", "1080\n", "1080\r\n", "0.05\x00", "1;2", "1,2"),
    *("9" * 9, "9" * 10, "9" * 400, "0." + "0" * 12 + "1", "1e-320", "-0", "0.1199999999999999999"),
    *("True", "None", "null", "[]", "{}", "1e+09", "1E5", "1e+5", "1e5", "5e-2", "5e-02"),
)
TEXTS = (
    *("<script>alert(1)</script>", "<img src=x onerror=alert(1)>", "[x](http://x.example)"),
    *("![](http://x.example/a.png)", "javascript:alert(1)", "`rm -rf`", "$x^2$", ":smile:"),
    *("'; DROP TABLE trust;--", '" OR ""="', "=1+1", "@SUM(A1)", "+cmd|' /C calc'!A0", "\t=1"),
    *("\x00", "\u202e", "\u2066a\u2069", "\ufeff", "\u200b", "\ud800", "\udfff", "\x1b[31m", "\n"),
    *(
        "../../etc/passwd",
        "C:\\nul",
        "%s%n",
        "${7*7}",
        "{{7*7}}",
        "__class__",
        "__proto__",
        "a" * 61,
    ),
    *(
        "england.",
        "england\x00",
        "ENGLAND",
        "mine.mine",
        "none.none",
        ".",
        "..",
        "own.own",
        "🧭" * 70,
    ),
)
ENCODED = (
    *("%", "%%", "%2", "%zz", "%u0041", "%00", "%0a", "%0d%0aSet-Cookie:x=1", "%c0%af", "%ff%fe"),
    *(
        "%ed%a0%80",
        "%F4%90%80%80",
        "%2525",
        "%25%32%30",
        "+",
        "++",
        ";",
        ";;",
        "&",
        "&&",
        "=",
        "==",
    ),
    *("?", "#", "#frag", "%23", "%26v=1", "%3d", "\\", "%5c", "%e2%80%ae", "%EF%BC%95"),
)


def good(rng: Random) -> str:
    """A link that this explorer could have written."""
    some = rng.sample(sorted(ASSUMPTIONS), rng.choice((0, 1, 2, 5, 20, len(ASSUMPTIONS))))
    plan = Scenario(**{name: rng.choice(ASSUMPTIONS[name].positions) for name in some})
    view = View(
        place=rng.choice(PLACES),
        show=rng.choice(("chart", "table")),
        by=rng.choice(GOAL_YEARS),
        measure=rng.choice(MAPPED),
        result=rng.choice(RESULTS),
        title=rng.choice(("", "Our plan", "<b>=1+1</b>", "خطة 🧭")),
        remark=rng.choice(("", "Ask the board", "[a](http://x.example)")),
    )
    return urlencode(link.write(plan, view))


def edited(text: str, rng: Random) -> str:
    """A link with one character of it changed, taken out or put in."""
    at, other = (
        rng.randint(0, len(text)),
        chr(rng.choice((rng.randint(32, 126), rng.randint(0, 0x2FFF)))),
    )
    return rng.choice(
        (
            text[:at] + other + text[at + 1 :],
            text[:at] + text[at + 1 :],
            text[:at] + other + text[at:],
        )
    )


def cut(text: str, rng: Random) -> str:
    """A link that a mail program broke."""
    return text[: rng.randint(0, len(text))] + rng.choice(("", "...", "%", "=", "&"))


def twice(text: str, rng: Random) -> str:
    """A link in which something is given twice or a thousand times."""
    pairs = text.split("&")
    return "&".join([*pairs, *([rng.choice(pairs)] * rng.choice((1, 1, 2, 1_000)))])


def nonsense(text: str, rng: Random) -> str:
    """A link with a value that is none."""
    value = rng.choice((*NUMBERS, *TEXTS)).encode("utf-8", "surrogatepass")
    return f"{text}&{rng.choice(NAMES)}={quote(value)}"


def stranger(text: str, rng: Random) -> str:
    """A link with a name that is none of ours, or nearly one."""
    name = rng.choice(NAMES)
    near = (name.upper(), f"{name}s", name[:-1], f" {name}", f"{name}[]", f"{name}.x", f"_{name}")
    written = rng.choice((*near, *TEXTS)).encode("utf-8", "surrogatepass")
    return f"{text}&{quote(written)}={rng.choice(('', '1', '0.05'))}"


def trapped(text: str, rng: Random) -> str:
    """A link whose encoding is a trap."""
    at = rng.randint(0, len(text))
    return text[:at] + rng.choice(ENCODED) + text[at:]


def beyond(text: str, rng: Random) -> str:
    """A link with a value just or far outside its range, or between its options."""
    lever = ASSUMPTIONS[name := rng.choice(sorted(ASSUMPTIONS))]
    steps = (lever.step, lever.step / 2, 1e-9, 1e9)
    value = rng.choice(
        (lever.low - rng.choice(steps), lever.high + rng.choice(steps), lever.low + 0.5)
    )
    return f"{text}&{name}={value!r}"


def long(text: str, rng: Random) -> str:
    """A link that is far too long, in its names, its values or their number."""
    n = rng.choice((3_900, 4_001, 20_000))
    name = rng.choice(NAMES)
    many = "&".join(f"x{i}=1" for i in range(n // 10))
    return rng.choice(
        (f"{text}&{name}={'9' * n}", f"{text}&{'x' * n}=1", many, f"{name}=1&" * (n // 20))
    )


def made_up(_: str, rng: Random) -> str:
    """Random characters, percent signs and marks of a link among them."""
    signs = "%&=+;?#abcv0123456789.-_\u0660\u202e\uff15<>[]()`$*"
    return "".join(rng.choice(signs) for _ in range(rng.randint(0, 200)))


TAMPERINGS: tuple[Callable[[str, Random], str], ...] = (
    *(edited, edited, edited, cut, twice, nonsense, nonsense, nonsense, stranger),
    *(trapped, beyond, beyond, long, made_up),
)


def hostile_links(number: int, seed: int = 6) -> Iterator[str]:
    """So many links as they stand after the question mark, the same for the same seed."""
    rng = Random(seed)
    kept = [good(rng) for _ in range(200)]
    for _ in range(number):
        text = rng.choice(kept)
        for _ in range(rng.choice((1, 1, 1, 2, 3))):
            text = rng.choice(TAMPERINGS)(text, rng)
        yield text
