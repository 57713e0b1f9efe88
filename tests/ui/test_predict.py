"""Predict before you reveal: the answer is nowhere until it is asked for, and then beside both."""

import re
from typing import Any

import pyarrow as pa
import pytest
from streamlit.testing.v1 import AppTest

from ppn_scenarios import Scenario, baseline, project
from ppn_scenarios.analysis import MEASURES
from ppn_scenarios.assumptions import ASSUMPTIONS
from ppn_scenarios.ui.record.take_away import minutes_of
from ppn_scenarios.wording.places import places
from ppn_scenarios.wording.predicted import ASKED
from ppn_scenarios.workshop.expectation import Expectation, Voice
from ppn_scenarios.workshop.history import History
from ppn_scenarios.workshop.minutes_files import markdown
from ppn_scenarios.workshop.record import Prediction, Record
from ppn_scenarios.workshop.session import Session

from .reader import (
    HOME,
    PAGES,
    address,
    arrive,
    assert_sound,
    cards,
    levers,
    listening,
    press_help,
    table,
    text,
)

RECORD = "pages/record.py"
STAGE = "pages/present.py"
PLAN = Scenario(retention=0.05)


def say(app: AppTest, typed: str) -> AppTest:
    """Type figures and press Enter."""
    return app.text_input(key="voice").set_value(typed).run()


def press(app: AppTest, key: str) -> AppTest:
    """Press a button."""
    return app.button(key=key).click().run()


def predicted(app: AppTest) -> tuple[Prediction, ...]:
    """What is in the record."""
    found: tuple[Prediction, ...] = app.session_state["record"].predictions
    return found


def charts(app: AppTest) -> list[dict[str, Any]]:
    """Every row of every chart of the page."""
    found = []
    for chart in app.get("vega_lite_chart"):
        for part in (chart.proto.data.data, *(d.data.data for d in chart.proto.datasets)):
            if part:
                found += pa.ipc.open_stream(part).read_all().to_pylist()
    return found


def everything(app: AppTest) -> str:
    """All that reaches the browser in words: each element as it is sent, and each chart's rows."""
    sent = [str(getattr(node, "proto", "")) for node in app._tree]
    return "\n".join([*sent, *map(str, charts(app)), str(dict(app.query_params))])


def answers(scenario: Scenario) -> dict[str, float]:
    """What the model says of each question for England, from the model itself."""
    run = project(baseline(), scenario)
    return {measure: MEASURES[measure](run, "england").at(2037)[1] for measure in ASKED}


def given_away(scenario: Scenario) -> re.Pattern[str]:
    """Any way in which an answer could be written: rounded, whole, exact, or as a percentage."""
    found = []
    for measure, value in answers(scenario).items():
        if measure == "fte":
            hundreds = 100 * round(value / 100)
            found += [f"{hundreds:,}", f"{hundreds}", f"{value:,.0f}", f"{value:.0f}"]
        else:
            found += [f"{100 * value:.0f}%", f"{value:.4f}"[:5]]
    return re.compile("|".join(rf"(?<![\d.,]){re.escape(text)}" for text in found))


@pytest.mark.parametrize("page", [*PAGES, STAGE])
def test_while_the_room_predicts_the_answer_is_nowhere_on_any_page(page: str) -> None:
    app = arrive(page, predict="fte", retention=0.05, live="on")
    assert_sound(app)
    found = given_away(PLAN).findall(everything(app))
    assert not found
    assert not cards(app)
    assert not [row for row in charts(app) if row.get("year", 0) > 2026]
    assert not [b for b in app.button if str(b.key).startswith(("passport_", "hand_on", "moved_"))]
    assert not listening(app), "a lever's drawer says what it does"
    assert not [name for name, one in levers(app).items() if "Press" in one.help]


@pytest.mark.parametrize("name", ["retention", "mandate", "post_growth"])
def test_a_press_on_the_help_of_a_lever_opens_no_drawer_meanwhile_whoever_sends_it(name: str):
    lesson = ASSUMPTIONS[name].lesson.message
    app = arrive(retention=0.05)
    heard = listening(app)
    assert lesson in text(press_help(app, name))
    app = press(arrive(retention=0.05), "predict_start")
    press_help(app, name, heard)
    assert_sound(app)
    assert lesson not in text(app)
    assert not given_away(PLAN).findall(everything(app))
    press(app, "predict_stop")
    assert lesson not in text(app), "nor is it kept for later"
    assert lesson in text(press_help(app, name, heard)), "it is the part that hears presses"


def test_the_same_search_finds_the_answer_once_it_is_shown() -> None:
    assert len(given_away(PLAN).findall(everything(arrive(retention=0.05)))) > 5


def test_levers_that_move_meanwhile_give_nothing_away_either() -> None:
    app = say(arrive(predict="trusts_led"), "60 to 70")
    levers(app)["mandate"].set_value(True).run()
    assert_sound(app)
    assert not given_away(Scenario(mandate=1)).findall(everything(app))
    press(app, "predict_reveal")
    assert predicted(app)[0].scenario == Scenario(mandate=1)


def test_one_key_starts_and_the_answer_comes_back_only_when_it_is_asked_for() -> None:
    app = press(arrive(retention=0.05), "predict_start")
    assert address(app)["predict"] == "fte"
    assert app.button(key="predict_reveal").disabled, "nobody said anything"
    assert not cards(app)
    press(app, "predict_stop")
    assert "predict" not in address(app)
    assert cards(app)
    assert not predicted(app)


def test_the_answer_is_shown_over_the_expectation_with_the_difference_in_words() -> None:
    app = press(say(arrive(predict="fte"), "40,000 to 45,000"), "predict_reveal")
    assert_sound(app)
    (said,) = [box.value for box in app.info if "The room said" in box.value]
    model = 100 * round(answers(Scenario())["fte"] / 100)
    assert said == (
        f"The room said **40,000 to 45,000**. The model says **{model:,}**: below the whole range, "
        f"by {40_000 - model:,}."
    )
    rows = charts(app)
    (box,) = [row for row in rows if row.get("kind") == "room"]
    assert (box["low"], box["high"], box["label"]) == (40_000, 45_000, "The room: 40,000 to 45,000")
    end = [row for row in rows if row.get("kind") == "model" and row["year"] == 2037]
    assert [row["value"] for row in end] == pytest.approx([answers(Scenario())["fte"]])
    assert "passport_expected" in {str(button.key) for button in app.button}


def test_the_voices_of_a_room_are_counted_and_their_middle_is_taken() -> None:
    app = say(say(say(arrive(predict="fte"), "36,000; 37k"), "50000"), "40 to 44k")
    assert "The room said **36,000 to 50,000**: 4 figures, the middle one 39,500." in text(app)
    press(app, "predict_back")
    assert "3 figures, the middle one 37,000" in text(app)
    press(app, "predict_reveal")
    (said,) = [box.value for box in app.info if "The room said" in box.value]
    assert "1 of the 3 figures is above the model's answer, 2 below." in said
    strip = [row for row in charts(app) if row.get("kind") in ("voice", "middle", "answer")]
    assert [row["value"] for row in strip[:4]] == [36_000, 37_000, 50_000, 37_000]
    assert strip[4]["label"].startswith("The model: ")


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("lots", "“lots” is no figure"),
        ("400000", "is there a digit too many?"),
        ("; ".join(["40000"] * 41), "40 figures are the most"),
        ("<b>1</b>", "is no figure"),
    ],
)
def test_what_is_no_figure_is_named_stays_in_its_field_and_reveals_nothing(
    typed: str, said: str
) -> None:
    app = say(say(arrive(predict="fte"), "40,000"), typed)
    assert said in app.warning[0].value.replace("\\", "")
    assert app.text_input(key="voice").value == typed
    press(app, "predict_reveal")
    assert address(app)["predict"] == "fte"
    assert not predicted(app)
    say(app, "41,000")
    assert not app.warning
    assert app.text_input(key="voice").value == ""


def test_another_question_forgets_the_figures_of_the_first() -> None:
    app = say(arrive(predict="fte"), "40,000")
    app.segmented_control(key="predict_measure").set_value("systems_led").run()
    assert_sound(app)
    assert address(app)["predict"] == "systems_led"
    assert app.button(key="predict_reveal").disabled


def test_what_was_said_is_still_there_after_a_look_at_another_page() -> None:
    app = say(arrive(predict="fte"), "40,000")
    app.switch_page(RECORD).run()
    assert_sound(app)
    assert "The room is predicting" in app.info[0].proto.title
    app.switch_page(HOME).run()
    assert "The room said **40,000**." in text(app)


def test_a_reveal_writes_into_the_record_and_never_over_anybodys_words() -> None:
    app = arrive(RECORD)
    app.text_area(key="draft_question").set_value("Is it enough?").run()
    app.switch_page(HOME).run()
    press(say(press(app, "predict_start"), "40,000"), "predict_reveal")
    draft = app.session_state["draft"]
    assert draft["question"] == "Is it enough?"
    assert draft["expectation"] == "The room said 40,000. It had not seen the answer."
    press(say(press(app, "told_again"), "30,000"), "predict_reveal")
    draft = app.session_state["draft"]
    assert draft["expectation"] == "The room said 30,000. It had not seen the answer."
    app.switch_page(RECORD).run()
    assert_sound(app)
    assert app.text_area(key="draft_expectation").value == draft["expectation"]
    _, newest, oldest = table(app, "Predictions of this session")
    assert newest[2] == "The room said 30,000."
    assert oldest[2] == "The room said 40,000."
    assert "above what the room said" in newest[3]
    assert "2 predictions" in app.info[0].value


def test_after_the_reveal_levers_can_be_moved_towards_what_the_room_expected() -> None:
    app = press(say(arrive(predict="fte"), "40,000 to 45,000"), "predict_reveal")
    levers(app)["retention"].set_value(0.12).run()
    (said,) = [box.value for box in app.info if "The room said" in box.value]
    now = 100 * round(answers(Scenario(retention=0.12))["fte"] / 100)
    assert said.endswith(f"With the levers as they are now it would say {now:,}.")
    assert [row["label"] for row in charts(app) if row.get("kind") == "now" and row["label"]]
    press(app, "told_close")
    assert "predict" not in address(app)
    assert predicted(app)


def test_an_effect_of_leadership_is_in_no_answer() -> None:
    app = press(say(arrive(predict="fte", effects_on=1, eps_ret=0.2), "40,000"), "predict_reveal")
    (said,) = [box.value for box in app.info if "The room said" in box.value]
    assert f"**{100 * round(answers(Scenario())['fte'] / 100):,}**" in said


def test_a_place_is_predicted_against_a_range_and_with_its_estimate_as_the_start() -> None:
    app = say(arrive(predict="fte", place="QWE"), "900")
    assert_sound(app)
    assert any("Estimated for 2023" in str(row.get("label")) for row in charts(app))
    press(app, "predict_reveal")
    (said,) = [box.value for box in app.info if "The room said" in box.value]
    assert re.search(r"The model says \*\*[\d,]+ to [\d,]+\*\*: ", said)


def test_the_same_numbers_stand_in_tables() -> None:
    app = say(arrive(predict="fte", show="table"), "45,000; 40,000 to 42,000")
    assert_sound(app)
    assert not charts(app)
    assert table(app, "What the room expects")[1:] == [
        ["1", "40,000", "42,000"],
        ["2", "45,000", "45,000"],
    ]
    assert [row[0] for row in table(app, "Staff in post on 31 March")[1:]] == ["2019", "2023"]
    press(app, "predict_reveal")
    assert_sound(app)
    last = table(app, "Staff in post on 31 March")[-1]
    assert last == ["2037", "", f"{100 * round(answers(Scenario())['fte'] / 100):,}"]


def test_on_the_stage_the_question_stands_in_place_of_the_scene_until_it_is_answered() -> None:
    app = arrive(STAGE, scene="leaders", retention=0.05)
    press(app, "stage_predict")
    assert_sound(app)
    assert address(app)["predict"] == "trusts_led"
    assert not given_away(PLAN).findall(everything(app))
    assert app.button(key="stage_next").disabled, "the room stays until it has its answer"
    press(say(app, "20 to 30"), "predict_reveal")
    assert_sound(app)
    assert "The room said **20% to 30%**. The model says" in text(app)
    press(app, "stage_next")
    assert "predict" not in address(app), "the next scene is itself"
    assert "The room said" not in text(app)


def test_a_place_with_one_trust_says_why_a_share_means_nothing_there() -> None:
    app = arrive(predict="trusts_led", place="QSL")
    assert_sound(app)
    assert "one such organisation at most" in app.warning[0].value
    assert "predict_reveal" not in {str(button.key) for button in app.button}
    press(app, "predict_stop")
    assert cards(app)


def test_a_link_that_tells_of_no_prediction_shows_the_page_as_it_is() -> None:
    app = arrive(predict="told")
    assert_sound(app)
    assert cards(app)
    assert not [box for box in app.info if "The room said" in box.value]


def test_the_minutes_tell_what_was_expected_and_what_the_model_said() -> None:
    room = Expectation(measure="trusts_led", place="england", voices=(Voice(0.2, 0.3),))
    gone = Expectation(measure="wages", place="england", voices=(Voice(1, 2),))
    at = minutes_of(Session(history=History(PLAN)), places()["england"]).at
    record = Record()
    for one in (room, gone):
        record = record.predicted(Prediction(at=at, scenario=PLAN, room=one))
    session = Session(history=History(PLAN), record=record)
    said = markdown(minutes_of(session, places()["england"])).replace("\\", "")
    share = round(100 * answers(PLAN)["trusts_led"])
    assert "## What the room expected, before it saw the answer" in said
    assert "In what share of trusts in England will a permanent leader be in post" in said
    assert "The room said 20% to 30%." in said
    assert f"The model says {share}%: above the whole range, by {share - 30} percentage" in said
    assert "No longer asked" in said
