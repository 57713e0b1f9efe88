"""The built-in storyline: eight questions in order, and a few beside them, declared once.

A note is what a speaker may say or do, in plain words; it names no number, because the stage has
them. No scene sets a belief.
"""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from .scene import Scene

STORYLINE: Final[Mapping[str, Scene]] = MappingProxyType(
    {
        "track": Scene(
            title="Are we on track?",
            page="app.py",
            minutes=5,
            note="Start with the line, not with the number. The solid line is what follows if "
            "things go on as they are. The dashed levels are what the 2023 plan can be read to "
            "ask for: it can be read in three ways, and we show all three. Say what this is: "
            "consequences of assumptions, and no forecast. Ask: which reading do we mean here?",
        ),
        "need": Scene(
            title="What do we need?",
            page="pages/compare.py",
            minutes=5,
            view={"result": "need_met", "year": "2037", "compared": "none"},
            levers=("need_method", "demand_growth"),
            note="The plan is what was promised; need is what people would use. Nobody has one "
            "agreed number of staff needed, so the explorer has four ways to work it out. Change "
            "the way with the room watching, and see how much hangs on it. Change it back with "
            "undo. Ask: which of these would we defend in public?",
        ),
        "leaders": Scene(
            title="Who leads?",
            page="pages/leaders.py",
            minutes=6,
            levers=("mandate", "encouragement"),
            note="Posts are not people: leaders leave and posts take time to fill, so the solid "
            "line never reaches the dashed one. Nobody has counted who leads today; the starting "
            "share is a placeholder. If somebody in the room knows their trust, write it down. "
            "Say it before you are asked: no study shows that these posts change staffing, and "
            "nothing on this stage supposes it.",
        ),
        "flows": Scene(
            title="Where do staff come from, and go?",
            page="pages/flows.py",
            minutes=5,
            beside=True,
            note="Use it when somebody says that training more is enough. Read the picture from "
            "left to right: who joined in a year, and what they made up for. Most joiners replace "
            "people who left. Ask: which of these flows can anyone in this room change?",
        ),
        "places": Scene(
            title="Where is the gap widest?",
            page="pages/places.py",
            minutes=5,
            beside=True,
            note="Staff by place are estimates: two open proxies, which disagree. Most places "
            "cannot be told apart from England, and the map says so. Never rank places from it. "
            "Ask: who here holds better numbers of their own place?",
        ),
        "lines": Scene(
            title="What would our plan change?",
            page="pages/compare.py",
            minutes=10,
            view={"result": "fte", "year": "2037", "compared": "as_things_stand"},
            levers=("places_other", "retention", "post_growth"),
            note="Now the room moves levers: one at a time, and before each one ask what they "
            "expect. Replay the last change if somebody missed it. More training without funded "
            "posts does little: let the room find that out. If it gets lost, put the choices "
            "back; what we believe about the world stays.",
        ),
        "together": Scene(
            title="What if everything is tried at once?",
            page="pages/compare.py",
            minutes=5,
            plan="together",
            view={"result": "fte", "year": "2037", "compared": "as_things_stand"},
            beside=True,
            note="This scene sets a ready-made plan: the post required, more training and fewer "
            "leavers, all at once. It takes the place of the choices that the room had made; undo "
            "brings them back. What you believe about the world stays. Ask: what of this could "
            "really begin next year?",
        ),
        "matters": Scene(
            title="What matters most?",
            page="pages/matters.py",
            minutes=6,
            view={"result": "fte", "year": "2037"},
            note="Each bar is one lever, moved alone from one end of its range to the other. Left: "
            "what we choose. Right: how the world works. Where the longest bars are on the right, "
            "the answer hangs on what nobody here decides. Many of those figures have no source. "
            "Ask: which of them could we measure?",
        ),
        "goal": Scene(
            title="What would it take?",
            page="pages/goal.py",
            minutes=6,
            note="Now the other way round: from a goal to what it takes. Read which single lever "
            "is enough, and which never is. If nothing is enough, say so plainly: that is a "
            "finding. Ask: what would have to be true for us to promise this?",
        ),
        "future": Scene(
            title="Does it survive a bad future?",
            page="pages/stress.py",
            minutes=6,
            note="A tick says that a plan reaches the goal in that future, a cross that it does "
            "not. These futures are no forecasts; each moves a few beliefs by a stated amount. "
            "Look for the row that breaks every plan. Ask: what would we see first, if that one "
            "came?",
        ),
        "decide": Scene(
            title="What did we find, and decide?",
            page="pages/record.py",
            minutes=8,
            note="Write it here in the words of the room: the question, what was expected, what "
            "was found, what is decided and who acts. Leave empty what was not decided. It is "
            "recorded with the scenario on the stage, and you can take it away as minutes. End "
            "with one thing to find out before the next meeting.",
        ),
    }
)
FIRST: Final = next(iter(STORYLINE))


def scenes_beside() -> list[str]:
    """Return the scenes that next and previous pass over."""
    return [name for name, scene in STORYLINE.items() if scene.beside]
