"""The page that records a session."""

import csv
from dataclasses import replace
from io import StringIO

from streamlit.testing.v1 import AppTest

from ppn_scenarios.assumptions import Scenario
from ppn_scenarios.ui.record.story import said
from ppn_scenarios.ui.record.take_away import minutes_of, moves_csv
from ppn_scenarios.wording.places import places
from ppn_scenarios.workshop.history import History
from ppn_scenarios.workshop.record import QUESTIONS, Finding
from ppn_scenarios.workshop.session import Session

from .reader import arrive, assert_sound, levers, table, text

PAGE = "pages/record.py"


def move(app: AppTest, name: str, value: float) -> AppTest:
    """Move one lever in the panel."""
    levers(app)[name].set_value(value)
    return app.run()


def write(app: AppTest, **said: str) -> AppTest:
    """Type into fields and record them."""
    for name, words in said.items():
        app.text_area(key=f"draft_{name}").set_value(words).run()
    return app.button(key="record_finding").click().run()


def findings(app: AppTest) -> tuple[Finding, ...]:
    """What is recorded."""
    found: tuple[Finding, ...] = app.session_state["record"].findings
    return found


def test_an_empty_record_says_what_to_do():
    app = arrive(PAGE)
    assert_sound(app)
    assert "Nothing is recorded yet" in app.info[0].value
    assert app.button(key="record_finding").disabled


def test_what_a_group_writes_is_recorded_with_the_scenario_on_screen():
    app = move(arrive(PAGE), "retention", 0.05)
    write(app, **{name: f"{name}, in words" for name in QUESTIONS})
    assert_sound(app)
    (one,) = findings(app)
    assert one.scenario == Scenario(retention=0.05)
    assert one.owner == "owner, in words"
    assert "1 finding and 1 move" in app.info[0].value
    assert "1 decision was taken, 1 of them with an owner" in app.info[0].value
    assert app.text_area(key="draft_question").value == "", "the fields are empty again"


def test_a_finding_opens_its_scenario_again_and_that_can_be_undone():
    app = write(move(arrive(PAGE), "retention", 0.05), question="Would it do?")
    move(app, "mandate", True)
    app.button(key="open_0").click().run()
    assert app.session_state["scenario"] == Scenario(retention=0.05)
    app.button(key="undo").click().run()
    assert app.session_state["scenario"] == Scenario(retention=0.05, mandate=1)


def test_a_finding_can_be_changed_and_removed():
    app = write(move(arrive(PAGE), "retention", 0.05), question="Would it do?", finding="No")
    app.button(key="change_0").click().run()
    assert not findings(app)
    assert app.text_area(key="draft_question").value == "Would it do?"
    write(app, finding="Not by 2037")
    assert findings(app)[0].finding == "Not by 2037"
    app.button(key="drop_0").click().run()
    assert not findings(app)


def test_a_text_that_cannot_be_shown_is_refused_and_stays_in_its_field():
    app = write(arrive(PAGE), decision="hidden\u202etext")
    assert "“What we decided” holds characters that cannot be shown" in app.warning[0].value
    assert not findings(app)
    assert app.text_area(key="draft_decision").value == "hidden\u202etext"


def test_markup_in_a_finding_is_shown_as_typed():
    app = write(arrive(PAGE), question="**x** <b>y</b> [z](javascript:1)")
    said = next(m.value for m in app.markdown if "Our question" in m.value)
    assert "\\*\\*x\\*\\*" in said
    assert "](" not in said


def test_a_half_written_finding_follows_the_reader_to_other_pages():
    app = arrive(PAGE)
    app.text_area(key="draft_question").set_value("Would it do?").run()
    app.switch_page("app.py").run()
    app.switch_page(PAGE).run()
    assert app.text_area(key="draft_question").value == "Would it do?"


def test_every_move_is_listed_with_its_reason_the_newest_first():
    app = move(move(arrive(PAGE), "retention", 0.05), "mandate", True)
    app.text_input(key="reason_1").set_value("as nursing has it").run()
    head, newest, oldest = table(app, "Moves of this session")
    assert head == ["When", "What moved", "Why"]
    assert newest[1:] == ["Every organisation must have the post: off to on", "as nursing has it"]
    assert oldest[1:] == ["Fewer people leaving: 0% to 5%", ""]
    assert "UTC" in text(app), "no time zone is known here"


def test_the_file_of_moves_is_safe_to_open_and_says_what_it_is():
    app = move(arrive(PAGE), "retention", 0.05)
    app.text_input(key="reason_0").set_value("=HYPERLINK(1)").run()
    session = Session(history=History(Scenario(retention=0.05)), record=app.session_state["record"])
    lines = moves_csv(minutes_of(session, places()["england"])).splitlines()
    about = [line for line in lines if line.startswith("# ")]
    assert any(line.startswith("# Data version: ") for line in about)
    assert any("retention=0.05" in line for line in about)
    (row,) = csv.DictReader(StringIO("\n".join(lines[len(about) :])))
    assert (row["lever"], row["before"], row["after"]) == ("retention", "0.0", "0.05")
    assert row["reason"] == "'=HYPERLINK(1)"


def test_a_new_session_forgets_all_but_the_scenario_on_screen():
    app = write(move(arrive(PAGE), "retention", 0.05), question="Would it do?")
    app.button(key="start_afresh").click().run()
    assert app.session_state["scenario"] == Scenario(retention=0.05)
    assert not app.session_state["record"].moves
    assert not findings(app)
    assert app.session_state["order"]["forget"] == "all"
    assert app.button(key="undo").disabled


def test_a_record_that_is_full_says_that_its_oldest_move_gives_way_on_the_page_and_in_the_minutes():
    app = arrive("pages/record.py")
    levers(app)["retention"].set_value(0.05)
    app.run()
    record = app.session_state["record"]
    session = Session(history=History(Scenario()), record=record)
    assert "No more than" not in said(record)
    assert minutes_of(session, places()["england"]).moves().heading == "Every move"
    record = replace(record, moves=record.moves * 1_000)
    assert "No more than 1,000 moves have room" in said(record)
    full = replace(session, record=record)
    assert minutes_of(full, places()["england"]).moves().heading == "The newest 1,000 moves"
