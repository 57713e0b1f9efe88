"""Scenarios kept by name: their reasons, and their way into a file and back."""

from dataclasses import replace

import pytest
from streamlit.testing.v1 import AppTest

from ppn_scenarios.assumptions import PRESETS, Scenario
from ppn_scenarios.sharing import scenario_file
from ppn_scenarios.sharing.kept import LONGEST_NAME, Kept
from ppn_scenarios.sharing.scenario_file import SavedFileError
from ppn_scenarios.ui.kept_file import beside
from ppn_scenarios.workshop import session
from ppn_scenarios.workshop.history import History
from ppn_scenarios.workshop.session import Session
from ppn_scenarios.workshop.shape import MOST_KEPT

from .reader import arrive, assert_sound, levers, text

PAGE = "pages/record.py"
PLAN = Kept(name="Our plan", scenario=Scenario(retention=0.05), note="for the board", data="ab")


def kept(app: AppTest) -> dict[str, Kept]:
    """What a reader keeps."""
    found: dict[str, Kept] = app.session_state["kept"]
    return found


def with_file(content: bytes, name: str = "mine.json") -> AppTest:
    """The page of a reader who keeps one scenario and takes in a file."""
    app = arrive(PAGE, leave_psy=0.1)
    app.session_state["kept"] = {"Our plan": PLAN}
    app.session_state["take_in"] = True
    app.run()
    app.file_uploader(key="kept_file").upload(name, content, "application/json").run()
    return app


def test_a_scenario_is_kept_with_the_reasons_given_for_its_levers():
    app = arrive(PAGE)
    levers(app)["retention"].set_value(0.05)
    app.run()
    app.text_input(key="reason_0").set_value("as nursing has it").run()
    app.text_input(key="record_keep_name").set_value("Our plan").run()
    app.button(key="record_keep").click().run()
    assert_sound(app)
    assert dict(kept(app)["Our plan"].reasons) == {"retention": "as nursing has it"}


def test_note_and_reasons_of_a_kept_scenario_can_be_edited():
    app = arrive(PAGE)
    app.session_state["kept"] = {"Our plan": PLAN}
    app.session_state["kept_open_0"] = True
    app.run()
    app.text_input(key="why_0_retention").set_value("a pilot showed it").run()
    app.text_area(key="note_0").set_value("for the board of May").run()
    assert_sound(app)
    one = kept(app)["Our plan"]
    assert (one.note, dict(one.reasons)) == (
        "for the board of May",
        {"retention": "a pilot showed it"},
    )
    app.text_area(key="note_0").set_value("hidden\u202etext").run()
    assert kept(app)["Our plan"].note == "for the board of May"
    assert "cannot be shown" in app.warning[0].value
    app.button(key="load_0").click().run()
    assert app.session_state["scenario"] == PLAN.scenario
    app.button(key="remove_0").click().run()
    assert not kept(app)


def test_a_file_joins_what_is_kept_and_leaves_the_scenario_on_screen():
    other = Kept(name="Theirs", scenario=Scenario(mandate=1), reasons={"mandate": "as asked"})
    app = with_file(scenario_file.write([PLAN, other], "ab").encode())
    assert_sound(app)
    assert list(kept(app)) == ["Our plan", "Theirs"]
    assert dict(kept(app)["Theirs"].reasons) == {"mandate": "as asked"}
    assert app.session_state["scenario"] == Scenario(leave_psy=0.1)
    assert "Theirs" in text(app)


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "is empty"),
        (b"\xff\xfe\x00", "saved as UTF-16"),
        (b"[1, 2]", "The file is JSON, but not a scenario file. Choose a"),
        (b"{oops", "a name in double quotation marks is missing here"),
        (b'{"format": "ppn-scenarios", "version": 9}', "newer explorer"),
        (b" " * 1_040_000, "bytes long"),
        (scenario_file.write([PLAN], "ab").replace("0.05", "9").encode(), "Fewer people leaving"),
    ],
    ids=["empty", "binary", "list", "cut", "newer", "huge", "out of range"],
)
def test_a_file_that_cannot_be_used_is_refused_in_words_and_changes_nothing(content, said):
    app = with_file(content)
    assert_sound(app)
    (warning,) = app.warning
    assert warning.proto.title == "Nothing was taken in"
    assert said in warning.value.replace("\\", "")
    assert kept(app) == {"Our plan": PLAN}
    assert app.session_state["scenario"] == Scenario(leave_psy=0.1)


def test_what_is_there_already_is_not_taken_twice():
    assert beside({"Our plan": PLAN}, [PLAN]) == ({"Our plan": PLAN}, [])


@pytest.mark.parametrize("name", ["our PLAN", "My scenario", PRESETS["train_more"].label])
def test_a_name_that_is_taken_gets_a_number(name):
    other = Kept(name=name, scenario=Scenario(mandate=1))
    whole, names = beside({"Our plan": PLAN}, [other])
    assert names == [f"{name} 2"]
    assert whole["Our plan"] == PLAN
    assert whole[names[0]] == replace(other, name=names[0])


def test_the_longest_name_has_room_for_its_number():
    long = Kept(name="x" * LONGEST_NAME, scenario=Scenario(mandate=1))
    _, (name,) = beside({long.name: replace(long, scenario=Scenario())}, [long])
    assert len(name) <= LONGEST_NAME


def test_a_session_that_was_taken_away_as_it_was_is_brought_back_from_the_file():
    there = History(Scenario(mandate=1), (Scenario(),))
    whole = session.write(Session(history=there, kept=(replace(PLAN, name="Theirs"),)))
    app = with_file(whole.encode())
    assert_sound(app)
    assert "Brought back: the session, with 1 kept scenario." in text(app).replace("\\", "")
    assert list(kept(app)) == ["Theirs", "Our plan"]
    assert app.session_state["scenario"] == Scenario(mandate=1)
    app.button(key="undo").click().run()
    assert app.session_state["scenario"] == Scenario(leave_psy=0.1), "what was on screen"


@pytest.mark.parametrize("cut", [1, 40, 400])
def test_a_session_file_that_is_not_whole_is_refused_and_changes_nothing(cut: int):
    whole = session.write(Session(history=History(Scenario(mandate=1)))).encode()
    app = with_file(whole[:-cut] if cut < len(whole) - 20 else whole[:20])
    assert "is a session, but not a whole one" in app.warning[0].value.replace("\\", "")
    assert app.session_state["scenario"] == Scenario(leave_psy=0.1)
    assert list(kept(app)) == ["Our plan"]


def test_a_file_with_more_than_there_is_room_for_is_refused_whole():
    many = [Kept(name=f"{i}", scenario=Scenario(retention=i / 100)) for i in range(12)]
    with pytest.raises(SavedFileError, match="has 12 scenarios; there is room for 11"):
        beside({str(n): replace(PLAN, name=str(n)) for n in range(MOST_KEPT - 11)}, many)


def test_what_the_number_of_a_refused_upload_means_is_said_beside_the_field() -> None:
    app = arrive("pages/record.py")
    app.session_state["take_in"] = True
    app.run()
    assert "Error 413 means that this visit has sent all that it may: reload" in text(app)
