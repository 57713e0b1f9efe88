"""The page that the server hands out: Streamlit's, with the preview of a link in its head."""

import re
from base64 import b64encode
from dataclasses import dataclass
from hashlib import sha256
from html import escape
from typing import Final

COMMENTS: Final = re.compile(r"<!--.*?-->\s*", re.S)
TITLE: Final = re.compile(r"<title>.*?</title>", re.S)
NO_SCRIPT: Final = re.compile(r"<noscript>.*?</noscript>", re.S)
# A font that our theme does not use, and a tenth of a first visit. Streamlit loads it beforehand,
# and for the moment until the theme comes; so its name means a font that readers have.
FONT: Final = re.compile(r'<link\s+rel="preload"[^>]*\sas="font"[^>]*>\s*')
OURS: Final = (
    '<style>@font-face{font-family:"Source Sans";font-weight:100 900;font-style:normal;'
    'src:local("Arial"),local("Helvetica"),local("Liberation Sans")}</style>'
)
HEAD_END: Final = "</head>"
AGENTS: Final = re.compile(r'<link rel="service-desc"[^>]*>\s*')
SCRIPT: Final = re.compile(r"<script>(.*?)</script>", re.S)
SITE: Final = "PPN Scenarios"


@dataclass(frozen=True)
class Preview:
    """What a program that does not run scripts is told of a link: title and description."""

    title: str
    description: str


class Template:
    """Streamlit's page, cut open where the preview goes.

    Raises ValueError for a page without the places that it is cut at: another Streamlit.
    """

    def __init__(self, html: str, indexed: bool) -> None:
        bare = FONT.sub("", AGENTS.sub("", COMMENTS.sub("", html)))
        bare = bare.replace(HEAD_END, OURS + HEAD_END, 1)
        title, body = TITLE.search(bare), NO_SCRIPT.search(bare)
        if not title or not body or title.end() > body.start():
            raise ValueError("this version of Streamlit has another page: look at its index.html")
        self.before = bare[: title.start()]
        self.between = bare[title.end() : body.start()]
        self.after = bare[body.end() :]
        self.robots = "" if indexed else '<meta name="robots" content="noindex">'
        self.scripts = tuple(_hashed(script) for script in SCRIPT.findall(bare))

    def filled(self, preview: Preview) -> str:
        """Return the page with a preview; all of it is escaped."""
        title, told = (escape(" ".join(text.split())) for text in _both(preview))
        head = "".join(
            [
                f"<title>{title}</title>",
                f'<meta name="description" content="{told}">',
                f'<meta property="og:title" content="{title}">',
                f'<meta property="og:description" content="{told}">',
                f'<meta property="og:site_name" content="{SITE}">',
                '<meta property="og:type" content="website">',
                '<meta name="twitter:card" content="summary">',
                self.robots,
            ]
        )
        body = (
            f"<noscript><h1>{title}</h1><p>{told}</p>"
            "<p>The explorer itself needs JavaScript. Without it, this is all that it can show."
            "</p></noscript>"
        )
        return self.before + head + self.between + body + self.after


def _both(preview: Preview) -> tuple[str, str]:
    return preview.title, preview.description


def _hashed(script: str) -> str:
    """Return how a policy names one inline script that may run."""
    return f"'sha256-{b64encode(sha256(script.encode()).digest()).decode()}'"
