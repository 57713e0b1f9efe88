"""What the speaker says at each scene of a talk, with the way to the leaf that has its finding."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from typing import Final

from ppn_scenarios.assumptions import LEVERS
from ppn_scenarios.sharing.scenes import Scene
from ppn_scenarios.wording import listed

# The finding of a page, by the part of a briefing that has it; of other pages there is none.
FOUND_IN: Final = {
    "app.py": "on_track",
    "pages/leaders.py": "leading",
    "pages/places.py": "by_place",
    "pages/compare.py": "three_lines",
    "pages/matters.py": "doubt",
    "pages/goal.py": "goal",
    "pages/stress.py": "futures",
}


@dataclass(frozen=True)
class Spoken:
    """A scene as its speaker has it on paper; `leaf` is where its finding stands, if anywhere."""

    title: str
    about: str
    note: str
    leaf: str


def spoken(scenes: Iterable[Scene], leaves: Collection[str]) -> tuple[Spoken, ...]:
    """Return what is said of each scene; `leaves` are those of the page."""
    return tuple(one(scene, leaves) for scene in scenes)


def one(scene: Scene, leaves: Collection[str]) -> Spoken:
    """Return what is said of one scene."""
    leaf = FOUND_IN.get(scene.page, "")
    some = [f"About {scene.minutes} minute{'' if scene.minutes == 1 else 's'}."]
    if scene.beside:
        some.append("Beside the storyline: for when somebody asks.")
    if scene.levers:
        some.append(f"To try live: {listed([LEVERS[name].label for name in scene.levers])}.")
    return Spoken(scene.title, " ".join(some), scene.note, leaf if leaf in leaves else "")
