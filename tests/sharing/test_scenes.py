"""Scenes as text, as a file and in a session: what goes out comes back, and no harm comes in."""

import json
import zlib
from base64 import urlsafe_b64encode
from datetime import UTC, datetime
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator  # type: ignore[import-untyped]

from ppn_scenarios.assumptions import ASSUMPTIONS, LEVERS, PRESETS, Scenario
from ppn_scenarios.sharing import link, scenario_file
from ppn_scenarios.sharing.kept import Kept
from ppn_scenarios.sharing.scenario_file import SavedFileError
from ppn_scenarios.sharing.scenes import (
    LEVERS_TO_TRY,
    MOST_SCENES,
    STAGED,
    STORYLINE,
    Scene,
    scene_file,
    scenes_beside,
    written,
)
from ppn_scenarios.sharing.scenes.shape import seen
from ppn_scenarios.sharing.view import LONGEST_SCENES, View
from ppn_scenarios.workshop import session
from ppn_scenarios.workshop.history import History
from ppn_scenarios.workshop.resume import all_scenes, joined, left_out
from ppn_scenarios.workshop.session import Session
from tests.sharing.some import names, scenarios, words

PLACES = ("england", "QWE")
views = st.builds(
    View,
    place=st.sampled_from(PLACES),
    goal=st.sampled_from(["T4A", "T14"]),
    result=st.sampled_from(["fte", "need_met"]),
    map_year=st.sampled_from(["2030", "2037"]),
)
own = st.builds(
    Scene,
    title=names,
    page=st.sampled_from(STAGED),
    note=words,
    minutes=st.integers(1, 60),
    view=views.map(seen),
    levers=st.lists(st.sampled_from(sorted(LEVERS)), max_size=LEVERS_TO_TRY, unique=True).map(
        tuple
    ),
    scenario=st.none() | scenarios,
)
MINE = Scene(
    title="Would that do?",
    page="pages/goal.py",
    note="Wait for an answer.",
    view={"place": "QWE"},
    scenario=Scenario(retention=0.05),
)


@given(st.lists(own, max_size=4).map(tuple))
def test_scenes_come_back_from_a_link_a_file_and_a_session_as_they_were(some: Any) -> None:
    assert written.read(written.write(some), PLACES) == (some, [])
    if some:
        text = scene_file.write(some, "abcd1234")
        assert scene_file.read(text.encode(), PLACES) == (some, [])
    whole = Session(history=History(Scenario()), scenes=some)
    assert session.read(session.write(whole)) == (whole, [])


@given(st.text() | st.text("abcXYZ019-_", max_size=200))
def test_no_text_makes_reading_scenes_fail(text: str) -> None:
    scenes, notes = written.read(text, PLACES)
    assert not scenes
    assert bool(notes) == bool(text)


def test_a_few_scenes_fit_in_a_link_and_come_back_through_it() -> None:
    text = written.for_link([MINE, MINE])
    assert 0 < len(text) < LONGEST_SCENES
    parameters = link.write(Scenario(), View(scene="own1", scenes=text))
    given_as = {name: [value] for name, value in parameters.items()}
    _, view, notes = link.read(given_as, PLACES)
    assert notes == []
    assert written.read(view.scenes, PLACES)[0] == (MINE, MINE)


def test_scenes_too_long_for_a_link_are_left_out_of_it_whole() -> None:
    long = [
        Scene(title=f"{n}", page="app.py", note="".join(chr(192 + n * k % 383) for k in range(99)))
        for n in range(1, MOST_SCENES + 1)
    ]
    assert len(written.write(long)) > LONGEST_SCENES
    assert written.for_link(long) == ""


def packed(content: object) -> str:
    """What somebody could write by hand into a link."""
    raw = zlib.compress(json.dumps(content).encode())
    return urlsafe_b64encode(raw).decode().rstrip("=")


def test_a_text_may_unpack_to_200_000_bytes_and_no_further() -> None:
    for size, notes in ((200_000, []), (200_001, [written.DAMAGED])):
        raw = b"[" + b" " * (size - 2) + b"]"
        text = urlsafe_b64encode(zlib.compress(raw)).decode().rstrip("=")
        assert written.read(text, PLACES) == ((), notes)


def test_a_text_that_unpacks_to_far_more_than_ours_is_refused() -> None:
    bomb = urlsafe_b64encode(zlib.compress(b"[" + b" " * 20_000_000 + b"]")).decode()
    assert len(bomb) < 60_000
    assert written.read(bomb, PLACES) == ((), [written.DAMAGED])
    assert written.read("A" * 60_001, PLACES) == ((), [written.DAMAGED])


PLAIN = {"title": "A", "page": "app.py"}


@pytest.mark.parametrize(
    ("part", "said"),
    [
        ({"page": "pages/trust.py"}, "no page that can stand on the stage"),
        ({"view": {"window": "notes"}}, "no setting of a scene"),
        ({"view": {"colour": "red"}}, "no setting of a scene"),
        ({"view": {"place": "XYZ"}}, "cannot be “XYZ”"),
        ({"view": {"goal": "none"}}, "cannot be “none”"),
        ({"levers": {"retention": 9}}, "Fewer people leaving"),
        ({"levers": {"wages": 1}}, "“wages” is no lever"),
        ({"to_try": ["wages"]}, "which is no lever"),
        ({"title": "a\u202eb"}, "characters that cannot be shown"),
    ],
)
def test_what_cannot_be_is_named_left_out_of_a_link_and_refused_in_a_file(
    part: dict[str, Any], said: str
) -> None:
    scenes, (note,) = written.read(packed([PLAIN, PLAIN | part]), PLACES)
    assert [scene.title for scene in scenes] == ["A"]
    assert said in note
    text = json.loads(scene_file.write([MINE], "ab"))
    text["scenes"] = [PLAIN | part]
    with pytest.raises(SavedFileError, match=said):
        scene_file.read(json.dumps(text).encode(), PLACES)


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "is empty"),
        (b"\xff\xfe", "saved as UTF-16"),
        (b"[]", "JSON, but not a file of scenes"),
        (b"{}", "missing"),
        (b" " * 1_500_000, "more than 1,000,000 bytes"),
        (b'{"format": "ppn-scenes", "version": 9}', "newer explorer"),
        (scenario_file.write([Kept(name="P", scenario=Scenario())], "a").encode(), "on the page"),
        (
            scene_file.write([MINE], "a").replace('tes": 5', 'tes": 99').encode(),
            "minutes",
        ),
        (scene_file.write([MINE], "a").replace('"note"', '"nota"').encode(), "nota"),
    ],
)
def test_a_file_that_is_not_ours_is_refused_in_words(content: bytes, said: str) -> None:
    with pytest.raises(SavedFileError, match=said) as refusal:
        scene_file.read(content, PLACES)
    assert "Traceback" not in str(refusal.value)


def test_a_file_of_scenes_writes_every_value_out_so_that_a_changed_default_moves_nothing() -> None:
    text = json.loads(scene_file.write([MINE], "ab"))
    assert set(text["scenes"][0]["levers"]) == set(ASSUMPTIONS)


def test_the_published_schema_takes_what_we_write_and_nothing_of_another_shape() -> None:
    published = Draft202012Validator(json.loads(scene_file.schema()))
    text = json.loads(scene_file.write([MINE, Scene(title="A", page="app.py")], "ab"))
    assert published.is_valid(text)
    for part in ({"page": "x"}, {"minutes": 61}, {"view": {"window": "notes"}}, {"colour": "red"}):
        assert not published.is_valid({**text, "scenes": [PLAIN | part]}), part


def test_levers_that_a_scene_of_a_file_lacks_are_counted_aloud() -> None:
    text = json.loads(scene_file.write([MINE], "ab"))
    del text["scenes"][0]["levers"]["mandate"]
    (scene,), notes = scene_file.read(json.dumps(text).encode(), PLACES)
    assert scene.scenario == MINE.scenario
    assert notes == ["Would that do?: 1 lever is not in the file; it has today's defaults."]


def test_scenes_of_an_earlier_session_come_first_and_none_twice() -> None:
    other = Scene(title="Other", page="app.py")
    assert all_scenes((MINE,), (MINE, other)) == (MINE, other)
    many = tuple(Scene(title=str(n), page="app.py") for n in range(MOST_SCENES))
    earlier, now = (Session(history=History(Scenario()), scenes=some) for some in ((MINE,), many))
    assert joined(earlier, now, datetime.now(UTC)).scenes == many
    assert left_out(earlier, now) == [
        f"Together there are {MOST_SCENES + 1} scenes, of which the newest {MOST_SCENES} are here."
    ]


def test_the_built_in_storyline_has_eight_questions_with_a_note_and_a_time_for_each() -> None:
    talk = [scene for scene in STORYLINE.values() if not scene.beside]
    assert len(talk) == 8
    assert 45 <= sum(scene.minutes for scene in talk) <= 60
    for name, scene in STORYLINE.items():
        assert scene.title.endswith("?")
        assert 150 < len(scene.note) < 500, name
        assert set(scene.view) <= {"result", "year", "compared"}
        assert scene.scenario is None
        assert not [c for c in scene.note if c.isdigit() and "2023 plan" not in scene.note], name
    assert [name for name in STORYLINE if STORYLINE[name].beside] == scenes_beside()


@given(scenarios, st.sampled_from(sorted(STORYLINE)))
def test_no_built_in_scene_sets_a_belief(mine: Scenario, name: str) -> None:
    scene = STORYLINE[name]
    then = scene.sets(mine)
    assert then.beliefs_only() == mine.beliefs_only()
    if scene.plan:
        assert then.without("belief") == PRESETS[scene.plan].scenario
    else:
        assert then == mine


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ({"title": " "}, "needs a title"),
        ({"page": "pages/levers.py"}, "cannot stand on the stage"),
        ({"minutes": 0}, "takes 0 minutes"),
        ({"plan": "win"}, "not known"),
        ({"levers": ("a",)}, "no lever"),
        ({"levers": ("retention",) * 2}, "to try twice"),
        ({"levers": tuple(sorted(LEVERS)[:4])}, "more than 3"),
    ],
)
def test_a_scene_that_cannot_be_is_refused_in_words(wrong: dict[str, Any], said: str) -> None:
    with pytest.raises(ValueError, match=said):
        Scene(**{"title": "A", "page": "app.py", **wrong})
