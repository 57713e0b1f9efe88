"""The shape of a scene in links, sessions and files, and back; what cannot be is said in words."""

from collections.abc import Collection
from dataclasses import asdict
from typing import Annotated, Final

from pydantic import Field

from ppn_scenarios.assumptions import Scenario
from ppn_scenarios.sharing.lever_values import checked
from ppn_scenarios.sharing.link import OLD_NAMES
from ppn_scenarios.sharing.refusals import named
from ppn_scenarios.sharing.strict_file import Strict
from ppn_scenarios.sharing.told import told
from ppn_scenarios.sharing.view import LABELS, View, allows

from .scene import (
    LEAST_MINUTES,
    LEVERS_TO_TRY,
    LONGEST_NOTE,
    LONGEST_TITLE,
    MOST_MINUTES,
    STAGED,
    Scene,
)

# What belongs to a window or to whoever shares a link, and not to a scene.
NOT_OF_A_SCENE: Final = frozenset(
    {"scene", "scenes", "window", "hints", "predict", "title", "remark"}
)
OF_A_SCENE: Final = tuple(name for name in LABELS if name not in NOT_OF_A_SCENE)
Value = Annotated[str, Field(max_length=400)]
SETTINGS: Final = Field(
    max_length=len(LABELS),
    json_schema_extra={"propertyNames": {"enum": list(OF_A_SCENE)}},  # in the published schema
)


class SceneShape(Strict):
    """One scene; `levers` are the values of a whole scenario, or none where it brings none."""

    title: Annotated[str, Field(min_length=1, max_length=LONGEST_TITLE)]
    page: Annotated[str, Field(max_length=40, json_schema_extra={"enum": list(STAGED)})]
    note: Annotated[str, Field(max_length=LONGEST_NOTE)] = ""
    minutes: Annotated[int, Field(ge=LEAST_MINUTES, le=MOST_MINUTES)] = 5
    view: Annotated[dict[str, Value], SETTINGS] = {}  # noqa: RUF012 - copied
    to_try: Annotated[list[str], Field(max_length=LEVERS_TO_TRY)] = []  # noqa: RUF012 - copied
    levers: dict[str, float] | None = None


def shape_of(scene: Scene, whole: bool = False) -> SceneShape:
    """Return a scene's shape: of its scenario what it changes or, `whole`, every value."""
    values: dict[str, float] | None = None
    if scene.scenario is not None:
        values = asdict(scene.scenario) if whole else scene.scenario.changes()
    return SceneShape(
        title=scene.title,
        page=scene.page,
        note=scene.note,
        minutes=scene.minutes,
        view=dict(scene.view),
        to_try=list(scene.levers),
        levers=values,
    )


def seen(view: View) -> dict[str, str]:
    """Return what a scene keeps of a view: all that is off its default and belongs to a scene."""
    plain = asdict(View())
    return {k: v for k, v in asdict(view).items() if v != plain[k] and k not in NOT_OF_A_SCENE}


def taken(shape: SceneShape, places: Collection[str] | None, problems: list[str]) -> Scene | None:
    """Return the scene of a shape, or None with what is wrong with it among the problems.

    `places` are the codes known; without them whoever opens the scene must look whether its place
    is.
    """
    name, wrong = told(shape.title), []
    if shape.page not in STAGED:
        wrong.append(
            f"{name}: “{told(shape.page)}” is no page that can stand on the stage. "
            f"Choose one of: {', '.join(STAGED)}."
        )
    for setting, text in shape.view.items():
        if setting not in OF_A_SCENE:
            wrong.append(f"{name}: “{named(setting)}” is no setting of a scene. Delete it.")
        elif setting == "place" and places is None:
            continue
        elif not allows(setting, text, places or ()):
            wrong.append(
                f"{name}: {LABELS[setting]} ({setting}) cannot be “{told(text)}”. Correct it, or "
                "delete it."
            )
    values = checked(shape.levers or {}, shape.title, wrong)
    if not wrong:
        try:
            return Scene(
                title=shape.title,
                page=shape.page,
                note=shape.note,
                minutes=shape.minutes,
                view=shape.view,
                levers=tuple(OLD_NAMES.get(k, k) for k in shape.to_try),
                scenario=None if shape.levers is None else Scenario(**values),
            )
        except ValueError as refusal:
            wrong.append(f"{refusal}.")
    problems += wrong
    return None
