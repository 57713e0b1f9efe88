"""The menu: each page's file and the question that it answers."""

from typing import Final

PAGES: Final = {
    "app.py": "Are we on track?",
    "pages/numbers.py": "Where do these numbers come from?",
    "pages/trust.py": "Can I trust this?",
}
