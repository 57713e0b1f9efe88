"""Where the stage is in a talk, and how it goes to another scene."""

from dataclasses import replace
from typing import Final

import streamlit as st

from ppn_scenarios.assumptions import ASSUMPTIONS, Scenario
from ppn_scenarios.sharing.meant import place_meant
from ppn_scenarios.sharing.scenes import FIRST, STORYLINE, Scene
from ppn_scenarios.sharing.scenes.shape import NOT_OF_A_SCENE
from ppn_scenarios.sharing.told import told
from ppn_scenarios.sharing.view import NOT_PREDICTED, OWN_SCENE, TOLD, View
from ppn_scenarios.ui.visit import set_scenario
from ppn_scenarios.wording.places import places
from ppn_scenarios.workshop.history import changed

STAGE: Final = "pages/present.py"
BEFORE, AFTER = -1, 1


def own_scenes() -> dict[str, Scene]:
    """Return the reader's own scenes, by the names that links give them."""
    held: tuple[Scene, ...] = st.session_state.get("scenes", ())
    return {f"{OWN_SCENE}{i}": scene for i, scene in enumerate(held, start=1)}


def scene_of(name: str) -> Scene:
    """Return a scene; the first of the storyline for one of the reader's own that is not here."""
    return STORYLINE.get(name) or own_scenes().get(name) or STORYLINE[FIRST]


def is_missing(name: str) -> bool:
    """Return whether a link names a scene that is not here."""
    return name not in STORYLINE and name not in own_scenes()


def talk(name: str) -> list[str]:
    """Return the scenes of the talk that a scene belongs to, without those beside it."""
    if name in own_scenes():
        return list(own_scenes())
    return [other for other, scene in STORYLINE.items() if not scene.beside]


def beside(name: str, step: int) -> str | None:
    """Return the scene before or after one, None at either end.

    From a scene beside the storyline it goes on where that scene stands.
    """
    names, whole = talk(name), list(own_scenes() if name in own_scenes() else STORYLINE)
    at = whole.index(name) if name in whole else 0
    on_the_way = whole[at + 1 :] if step == AFTER else whole[:at][::-1]
    return next((other for other in on_the_way if other in names), None)


def scene_for(page: str, view: View) -> str:
    """Return the scene that shows a page as it is set: the one on the stage last, if it does.

    Where none is set as the page is, the last of those that set none of it, or that come first.
    """
    shows = [n for n, s in ({**own_scenes(), **STORYLINE}).items() if s.page == page and not s.plan]
    as_it_is = [n for n in shows if is_set_as(scene_of(n), view)]
    if view.scene in as_it_is:
        return view.scene
    return next(iter(as_it_is), shows[-1] if shows else FIRST)


def is_set_as(scene: Scene, view: View) -> bool:
    """Return whether a view is as a scene sets it."""
    return all(getattr(view, name) == value for name, value in scene.view.items())


def open_scene(name: str) -> None:
    """Put a scene on the stage: its view, and its scenario as one step that can be undone.

    A scene that is not here, which only a forged message asks for, changes nothing.
    """
    if is_missing(name):
        return
    state, scene = st.session_state, scene_of(name)
    here: View = state.view
    here = replace(here, predict=NOT_PREDICTED) if here.predict == TOLD else here
    mine = name in own_scenes()  # a scene of the reader's own has the whole of its view
    start = View(**{n: getattr(here, n) for n in NOT_OF_A_SCENE}) if mine else here
    state.view = replace(start, **known(scene), scene=name)
    was: Scenario = state.scenario
    set_scenario(scene.sets(was))
    state.scene_said = (state.scenario, said(was, state.scenario))


def known(scene: Scene) -> dict[str, str]:
    """Return what a scene sets of the view; a place that is not known here is said and left out."""
    found = dict(scene.view)
    if found.get("place", "england") not in places():
        place = found.pop("place")
        st.session_state.notes.append(
            f"“{told(scene.title)}” is of a place that is not known here: “{told(place)}”. "
            f"{place_meant(place, places())}"
        )
    return found


def said(was: Scenario, now: Scenario) -> str:
    """Say what a scene set, choices and beliefs apart; nothing where it set nothing."""
    kinds = [ASSUMPTIONS[name].kind for name in changed(was, now)]
    parts = [
        f"{number} {kind}{'' if number == 1 else 's'}"
        for kind in ("choice", "belief")
        if (number := kinds.count(kind))
    ]
    if not parts:
        return ""
    return f"This scene set {' and '.join(parts)} of yours. Undo brings them back."


def put_back(kind: str) -> None:
    """Put the levers of one kind back to where they are as things stand: one step."""
    set_scenario(st.session_state.scenario.without(kind))
