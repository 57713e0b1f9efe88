"""The menu: each page's file, the question that it answers and its short name."""

from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True)
class Page:
    """A page's title, which is a question, and the name that it has in the menu."""

    question: str
    name: str


PAGES: Final = {
    "app.py": Page("Are we on track?", "On track?"),
    "pages/leaders.py": Page("Who leads?", "Who leads?"),
    "pages/flows.py": Page("Where do staff come from, and go?", "Flows"),
    "pages/places.py": Page("Where is the gap widest?", "Places"),
    "pages/compare.py": Page("What does my plan change?", "My plan"),
    "pages/matters.py": Page("What matters most?", "Matters"),
    "pages/goal.py": Page("What would it take?", "Goal"),
    "pages/stress.py": Page("Does it survive a bad future?", "Stress"),
    "pages/levers.py": Page("What does each lever do?", "Levers"),
    "pages/talk.py": Page("What do we show the room?", "Talk"),
    "pages/record.py": Page("What did we find, and decide?", "Record"),
    "pages/guide.py": Page("How do I run a session?", "Guide"),
    "pages/trust.py": Page("Can I trust this?", "Trust"),
    "pages/numbers.py": Page("Where do these numbers come from?", "Sources"),
}
BARE: Final = {  # without menu, levers and the rest of the frame: for a room
    "pages/present.py": Page("What does the room see?", "Present"),
}
