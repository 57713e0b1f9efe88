"""What the room expected and what the model says, in words made from both."""

from dataclasses import dataclass

from ppn_scenarios.analysis import MEASURES
from ppn_scenarios.analysis.leaders import ICS, posts_and_people, trusts_together
from ppn_scenarios.assumptions import Scenario
from ppn_scenarios.model import HORIZON
from ppn_scenarios.ui.answers import projection
from ppn_scenarios.ui.hypothesis import without_hypothesis
from ppn_scenarios.wording import predicted
from ppn_scenarios.wording.places import places
from ppn_scenarios.wording.predicted import ASKED, is_share
from ppn_scenarios.workshop.expectation import Expectation
from ppn_scenarios.workshop.record import Prediction

GONE = "No longer asked", "The room's figures are kept", "This version does not answer it"


def answer(measure: str, place: str, scenario: Scenario) -> tuple[float, float, float]:
    """Return what the model says: low, middle and high, without any hypothesis on leadership."""
    return MEASURES[measure](projection(without_hypothesis(scenario)), place).at(HORIZON)


def can_be_asked(measure: str, place: str, scenario: Scenario) -> bool:
    """Return whether a question makes sense of a place: a share needs two organisations."""
    if not is_share(measure):
        return True
    rows = posts_and_people(projection(without_hypothesis(scenario)), place, HORIZON)
    systems = sum(row.organisations for row in rows if row.kind == ICS)
    found = systems if measure == "systems_led" else trusts_together(rows).organisations
    return found > 1.5  # boards that merge are parts of organisations


def is_known(room: Expectation) -> bool:
    """Return whether this version knows the question and the place of what a room said."""
    return room.measure in ASKED and room.place in places()


def room_said(room: Expectation) -> str:
    """Return what a room said, in a sentence; it has said something."""
    return predicted.room_said(
        room.measure, room.low, room.middle, room.high, voices=len(room.voices)
    )


def model_says(room: Expectation, scenario: Scenario) -> str:
    """Return what the model says of a scenario, and how far that is from the room."""
    found = answer(room.measure, room.place, scenario)
    verdict = room.against(*predicted.as_written(room.measure, *found))
    return predicted.model_says(room.measure, found, verdict, (room.low, room.middle, room.high))


def tally(room: Expectation, scenario: Scenario) -> str:
    """Return on which side of the answer the figures were."""
    found = answer(room.measure, room.place, scenario)
    return predicted.tally(*room.beside(*predicted.as_written(room.measure, *found)))


@dataclass(frozen=True)
class Told:
    """A prediction and its answer in words, for the record and for minutes."""

    question: str
    room: str
    model: str

    @property
    def texts(self) -> tuple[str, str, str]:
        """The three, in order."""
        return self.question, self.room, self.model


def told(one: Prediction) -> Told:
    """Return a prediction and its answer in plain words, without marks.

    One of a question or a place that this version does not know is kept, and says so.
    """
    room = one.room
    if not is_known(room):
        return Told(*GONE)
    texts = (
        predicted.question(room.measure, places()[room.place]),
        room_said(room),
        " ".join([model_says(room, one.scenario), tally(room, one.scenario)]).strip(),
    )
    return Told(*(text.replace("**", "") for text in texts))


def said(one: Prediction) -> dict[str, str]:
    """Return what a prediction writes into the fields of the record."""
    words = told(one)
    return {
        "question": words.question,
        "expectation": f"{words.room} It had not seen the answer.",
        "finding": words.model,
    }
