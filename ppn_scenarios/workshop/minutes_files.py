"""The minutes as files: Markdown, and a web page that stands alone and needs no script."""

import re
from collections.abc import Iterable
from html import escape
from typing import Final

from .minutes import TITLE, Minutes, Section

STYLE: Final = """
body{font:1rem/1.5 Arial,Helvetica,sans-serif;color:#0B1318;background:#fff;max-width:60rem;
margin:0 auto;padding:1.5rem}
h1{font-size:1.8rem}h2{font-size:1.25rem;margin-top:2rem}
dt{font-weight:700;margin-top:.5rem}dd{margin:0;overflow-wrap:anywhere}
.wide{overflow-x:auto}table{border-collapse:collapse;width:100%;margin-top:.8rem}
caption{text-align:left;font-weight:700}
th,td{text-align:left;vertical-align:top;padding:.35rem .6rem;border-bottom:1px solid #768692}
a{color:#0F6B64}
a:focus-visible,.wide:focus-visible{outline:3px solid #0B1318}
@media print{body{padding:0}.wide{overflow:visible}}
"""


def plain(text: str) -> str:
    """Return a text so that Markdown shows it as typed, on one line."""
    return re.sub(r"([\\`*_{}\[\]<>()#+\-!|~&$=^:@])", r"\\\1", " ".join(text.split()))


def markdown(minutes: Minutes) -> str:
    """Return the minutes as Markdown."""
    lines = [f"# {plain(TITLE)}", ""]
    for section in minutes.sections():
        lines += [f"## {plain(section.heading)}", ""]
        for question, answer in section.answers.items():
            said = f"<{answer}>" if is_address(answer) else plain(answer)
            lines.append(f"- **{plain(question)}:** {said}")
        if section.answers:
            lines.append("")
        if section.rows:
            lines += [row(section.head), row("---" for _ in section.head)]
            lines += [row(map(plain, one)) for one in section.rows]
            lines.append("")
        if not section.answers and not section.rows:
            lines += ["None.", ""]
    return "\n".join(lines)


def row(cells: Iterable[str]) -> str:
    """Return a row of a table."""
    return f"| {' | '.join(cells)} |"


def is_address(text: str) -> bool:
    """Return whether a text is an address that may be followed."""
    return re.fullmatch(r"https?://[^\s<>\"']+", text) is not None


def web_page(minutes: Minutes) -> str:
    """Return the minutes as one web page: no script, no request, headings and tables marked up."""
    body = "".join(part(i, one) for i, one in enumerate(minutes.sections()))
    return (
        "<!doctype html>\n<html lang='en-GB'><head><meta charset='utf-8'>"
        "<meta name='viewport' content='width=device-width, initial-scale=1'>"
        "<meta http-equiv='Content-Security-Policy' "
        "content=\"default-src 'none'; style-src 'unsafe-inline'\">"
        f"<title>{escape(TITLE)} · PPN Scenarios</title><style>{STYLE}</style></head>"
        f"<body><main><h1>{escape(TITLE)}</h1>{body}</main></body></html>\n"
    )


def part(number: int, section: Section) -> str:
    """Return one section."""
    heading = f"<h2 id='part-{number}'>{escape(section.heading)}</h2>"
    pairs = "".join(
        f"<dt>{escape(question)}</dt><dd>{answered(answer)}</dd>"
        for question, answer in section.answers.items()
    )
    said = f"<dl>{pairs}</dl>" if pairs else ""
    nothing = "" if pairs or section.rows else "<p>None.</p>"
    inner = f"{heading}{said}{table(section)}{nothing}"
    return f"<section aria-labelledby='part-{number}'>{inner}</section>"


def answered(text: str) -> str:
    """Return an answer, as a link where it is an address."""
    return f"<a href='{escape(text)}'>{escape(text)}</a>" if is_address(text) else escape(text)


def table(section: Section) -> str:
    """Return a section's table."""
    if not section.rows:
        return ""
    head = "".join(f"<th scope='col'>{escape(h)}</th>" for h in section.head)
    rows = "".join(
        f"<tr><th scope='row'>{escape(first)}</th>"
        + "".join(f"<td>{escape(cell)}</td>" for cell in rest)
        + "</tr>"
        for first, *rest in section.rows
    )
    name = escape(section.heading)
    return (
        f"<div class='wide' role='region' tabindex='0' aria-label='{name}'><table>"
        f"<caption>{name}</caption><thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table></div>"
    )
