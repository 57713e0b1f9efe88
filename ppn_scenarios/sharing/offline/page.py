"""The page itself: text goes in as data and is escaped; nothing runs and nothing is fetched."""

from base64 import b64encode
from collections.abc import Sequence
from contextlib import suppress
from functools import cache
from pathlib import Path
from typing import Final
from urllib.parse import urlsplit

from jinja2 import Environment, FileSystemLoader, StrictUndefined, Template

from ppn_scenarios.briefing import Briefing
from ppn_scenarios.briefing.part import LICENCE, NOT_ASSURED
from ppn_scenarios.sharing.markup import runs
from ppn_scenarios.sharing.picture import qr_svg
from ppn_scenarios.sharing.scenes import Scene

from .drawn import drawn
from .leaves import leaves

HERE: Final = Path(__file__).parent
QR: Final = "QR code that opens this scenario"


def offline(
    b: Briefing,
    kept: Sequence[Briefing] = (),
    file: bytes = b"",
    ending: str = "",
    scenes: Sequence[Scene] = (),
) -> str:
    """Return a session as one web page: a briefing whole, and what is kept beside it.

    `file` are the scenarios as the app takes them in again, offered as a file named `ending`;
    the notes of `scenes` are for whoever speaks.
    """
    return template().render(
        b=b,
        leaves=leaves(b, kept, scenes),
        style=(HERE / "page.css").read_text("utf-8"),
        status=NOT_ASSURED,
        licence=LICENCE,
        qr=code(b.link),
        file=in_page("application/json", file) if file else "",
        file_name=ending,
    )


@cache
def template() -> Template:
    """Return the layout; a name that it misses is an error and never an empty place."""
    known = Environment(
        autoescape=True,
        loader=FileSystemLoader(HERE),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    known.globals["drawn"] = drawn
    known.filters["runs"] = runs
    known.tests["followed"] = followed
    return known.get_template("page.html")


def followed(link: str) -> bool:
    """Return whether a link leads to a web page, and is safe to follow."""
    return urlsplit(link).scheme in ("http", "https")


def in_page(kind: str, content: bytes) -> str:
    """Return content as an address that holds it."""
    return f"data:{kind};base64,{b64encode(content).decode()}"


def code(link: str) -> str:
    """Return the code that opens the scenario, or nothing where there is none."""
    if link:
        with suppress(ValueError):  # too long for a code: the address itself stands in the page
            return in_page("image/svg+xml", qr_svg(link, QR).encode())
    return ""
