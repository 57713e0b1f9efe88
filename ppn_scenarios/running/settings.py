"""The settings of a server: each environment variable declared once, read, checked, documented."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, fields
from typing import Any, Final

PREFIX: Final = "PPN_"
HOST: Final = re.compile(r"(?!-)[a-z0-9-]{1,63}(\.[a-z0-9-]{1,63})*", re.ASCII)
EMBEDDER: Final = re.compile(r"(https?://)?(\*\.)?" + HOST.pattern + r"(:\d{1,5})?", re.ASCII)


class SettingsError(ValueError):
    """Environment variables that cannot be used; one line each, with the fix."""


@dataclass(frozen=True)
class Kind:
    """What a setting may be: in words, for messages and the document, and how it is read."""

    words: str
    example: str
    read: Callable[[str], object]


def _whole(low: int, high: int) -> Callable[[str], int]:
    def read(text: str) -> int:
        if not re.fullmatch(r"\d{1,9}", text, re.ASCII) or not low <= int(text) <= high:
            raise ValueError
        return int(text)

    return read


def _yes(text: str) -> bool:
    return {"yes": True, "no": False}[text.lower()]


def _one_of(*known: str) -> Callable[[str], str]:
    def read(text: str) -> str:
        if text not in known:
            raise ValueError
        return text

    return read


def _hosts(pattern: re.Pattern[str]) -> Callable[[str], tuple[str, ...]]:
    def read(text: str) -> tuple[str, ...]:
        names = tuple(text.lower().replace(",", " ").split())
        if not all(pattern.fullmatch(name) for name in names):
            raise ValueError
        return names

    return read


def whole(low: int, high: int, example: int) -> Kind:
    """Return the kind of a whole number within a range."""
    return Kind(f"a whole number from {low:,} to {high:,}", str(example), _whole(low, high))


YES_OR_NO: Final = Kind("`yes` or `no`", "yes", _yes)
NAMES: Final = Kind("names of hosts", "scenarios.example.org", _hosts(HOST))
EMBEDDERS: Final = Kind(
    "hosts with spaces between them", "https://intranet.example.org", _hosts(EMBEDDER)
)
LOGS: Final = Kind("`json` or `plain`", "json", _one_of("json", "plain"))
ADDRESS: Final = Kind("an address of this machine", "0.0.0.0", str)
PATH: Final = Kind("a path", "data", str)


def setting(default: str, kind: Kind, meaning: str) -> Any:
    """Declare one setting: its default as text, what it may be, and what it is for."""
    return field(metadata={"default": default, "kind": kind, "meaning": meaning})


@dataclass(frozen=True)
class Settings:
    """All settings of a server; to add one is to add a line here."""

    address: str = setting("127.0.0.1", ADDRESS, "Where `asgi.py` listens")
    port: int = setting("8501", whole(1, 65_535, 8501), "The port on which `asgi.py` listens")
    hosts: tuple[str, ...] = setting(
        "", NAMES, "Names this server answers to over its channel to the browser; none: all"
    )
    https: bool = setting(
        "no", YES_OR_NO, "Readers come over HTTPS: browsers are told never to come otherwise"
    )
    embed: tuple[str, ...] = setting(
        "", EMBEDDERS, "Sites whose pages may show this app in a frame; none: no site"
    )
    indexed: bool = setting("no", YES_OR_NO, "Search engines may list the pages")
    connections: int = setting(
        "200", whole(1, 10_000, 200), "Browsers connected to one process at a time"
    )
    messages: int = setting(
        "20", whole(1, 1_000, 20), "Messages a second that one browser may send; more have to wait"
    )
    message_kb: int = setting(
        "1024", whole(1024, 10_240, 1024), "Size of one message from a browser, kB"
    )
    upload_mb: int = setting(
        "5", whole(1, 100, 5), "Files that one visit may send in all, MB; one has at most 1"
    )
    slow: float = setting(
        "15",
        whole(1, 600, 15),
        "Seconds in which a request must have come, or a new channel have asked for its page; a "
        "long body has one more for each 10 kB",
    )
    unread: float = setting(
        "30",
        whole(1, 600, 30),
        "Seconds after which a browser is cut off that takes less than 1 kB a second of what "
        "waits for it",
    )
    idle: float = setting(
        "120",
        whole(1, 86_400, 120),
        "Seconds of silence after which a browser that did nothing gives its place to a newcomer, "
        "where all are taken; 15 times as many for one that did something",
    )
    costly: int = setting(
        "1", whole(1, 16, 1), "Long analyses that one process works on at a time; others queue"
    )
    log: str = setting("json", LOGS, "The log of `asgi.py`: a JSON object a line, or plain text")
    data: str = setting("", PATH, "Another folder of tables in place of `data/`")
    professions: str = setting("", PATH, "Your own split of families into professions, a CSV file")
    chromium: str = setting("", PATH, "The browser that the tests use")


def variable(name: str) -> str:
    """Return the environment variable of a setting."""
    return PREFIX + name.upper()


def read(environ: Mapping[str, str]) -> Settings:
    """Return the settings in an environment; an empty variable counts as not given.

    Raises SettingsError with a line for each variable that cannot be used.
    """
    found, problems = {}, []
    for one in fields(Settings):
        kind, name = one.metadata["kind"], variable(one.name)
        text = environ.get(name, "").strip() or one.metadata["default"]
        try:
            found[one.name] = kind.read(text)
        except (ValueError, KeyError):
            problems.append(
                f"{name} is “{text[:60]}”. It must be {kind.words.replace('`', '')}, "
                f"such as {kind.example}. Correct it, or leave it out for "
                f"{one.metadata['default'] or 'none'}."
            )
    if problems:
        raise SettingsError("\n".join(problems))
    return Settings(**found)


def unknown(environ: Mapping[str, str]) -> list[str]:
    """Return the variables that look like settings and are none: most likely misspelt."""
    known = {variable(one.name) for one in fields(Settings)}
    return sorted(name for name in environ if name.startswith(PREFIX) and name not in known)


def table() -> str:
    """Return the settings as a Markdown table, for the document on running."""
    lines = ["| Variable | What it does | What it may be | Default |", "| --- | --- | --- | --- |"]
    for one in fields(Settings):
        kind, default = one.metadata["kind"], one.metadata["default"]
        cells = (f"`{variable(one.name)}`", one.metadata["meaning"], kind.words)
        lines.append(f"| {' | '.join(cells)} | {f'`{default}`' if default else 'none'} |")
    return "\n".join(lines) + "\n"
