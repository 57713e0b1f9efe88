"""What a scene is: one question on the stage, what it shows, and what the speaker says."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Final

from ppn_scenarios.assumptions import LEVERS, PRESETS, Scenario, with_preset
from ppn_scenarios.sharing.kept import tidy
from ppn_scenarios.sharing.told import told

LONGEST_TITLE: Final = 80  # characters
LONGEST_NOTE: Final = 1_000
LEAST_MINUTES, MOST_MINUTES = 1, 60
LEVERS_TO_TRY: Final = 3  # that a room can watch
MOST_SCENES: Final = 20  # of a reader's own
# Pages whose answer and picture can stand on the stage.
STAGED: Final = (
    "app.py",
    *(
        f"pages/{name}.py"
        for name in ("leaders", "flows", "places", "compare", "matters", "goal", "stress", "record")
    ),
)


@dataclass(frozen=True, kw_only=True)
class Scene:
    """One question, the page that answers it, and how that page is set.

    `plan` names a ready-made plan that the scene sets, beliefs left as they are; `scenario` is a
    whole scenario that it sets instead. With neither, the reader's own stays. `view` holds settings
    of the view; of a scene of the reader's own, all that were off their default. `levers` can be
    tried on the stage. `beside` the storyline, a scene is passed over by next and previous. Raises
    ValueError, in words, for what cannot be.
    """

    title: str
    page: str
    note: str = ""
    minutes: int = 5
    plan: str = ""
    scenario: Scenario | None = None
    view: Mapping[str, str] = field(default_factory=dict)
    levers: tuple[str, ...] = ()
    beside: bool = False

    def __post_init__(self) -> None:
        """Refuse what cannot be shown, and hold the rest tidily."""
        title = tidy(self.title, LONGEST_TITLE, "The title of a scene")
        if not title:
            raise ValueError("A scene needs a title. Write one")
        name = told(title)  # who shows why it was refused takes it for Markdown
        if self.page not in STAGED:
            raise ValueError(f"“{name}” is of a page that cannot stand on the stage")
        if not LEAST_MINUTES <= self.minutes <= MOST_MINUTES:
            raise ValueError(
                f"“{name}” takes {self.minutes} minutes; a scene takes {LEAST_MINUTES} to "
                f"{MOST_MINUTES}"
            )
        if self.plan and self.plan not in PRESETS:
            raise ValueError(f"“{name}” sets a plan that is not known")
        if unknown := [lever for lever in self.levers if lever not in LEVERS]:
            raise ValueError(
                f"“{name}” has “{told(unknown[0])}” to try, which is no lever. Delete it"
            )
        if twice := [lever for lever in self.levers if self.levers.count(lever) > 1]:
            raise ValueError(f"“{name}” has “{told(twice[0])}” to try twice. Delete one of them")
        if len(self.levers) > LEVERS_TO_TRY:
            raise ValueError(f"“{name}” has more than {LEVERS_TO_TRY} levers to try. Delete some")
        object.__setattr__(self, "title", title)
        object.__setattr__(self, "note", tidy(self.note, LONGEST_NOTE, f"The note of “{name}”"))
        object.__setattr__(self, "view", MappingProxyType(dict(self.view)))

    def sets(self, scenario: Scenario) -> Scenario:
        """Return the scenario in force once the scene is opened, from the one before."""
        if self.scenario is not None:
            return self.scenario
        return with_preset(scenario, PRESETS[self.plan]) if self.plan else scenario
