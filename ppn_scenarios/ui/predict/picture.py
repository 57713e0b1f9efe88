"""What is known, what the room said and, once it is revealed, the answer: drawn."""

from typing import Final

from ppn_scenarios.analysis import ENGLAND, lines
from ppn_scenarios.analysis.lines import Line
from ppn_scenarios.assumptions import Scenario
from ppn_scenarios.model import HORIZON
from ppn_scenarios.ui.answers import as_things_stand, projection
from ppn_scenarios.ui.charts.expected import KNOWN, MODEL, NOW, Expected, show_expected
from ppn_scenarios.ui.charts.theme import HEIGHT
from ppn_scenarios.ui.charts.voices import Mark, show_voices, strip_height
from ppn_scenarios.ui.hypothesis import without_hypothesis
from ppn_scenarios.ui.take_away import titled
from ppn_scenarios.wording import march, predicted
from ppn_scenarios.wording.leaders import TODAY
from ppn_scenarios.wording.predicted import is_share
from ppn_scenarios.wording.results import RESULTS
from ppn_scenarios.workshop.expectation import Expectation

from . import tables

KEY: Final = "expected"
SOURCES: Final = {
    "Published": "A written parliamentary answer of March 2024, from staff records. 2019 is worked "
    "back.",
    "Estimated": "Our estimate from two open proxies that disagree.",
    "Assumed": "Assumed: a placeholder without a source. Nobody has published a count.",
}


def known(measure: str, place: str, scenario: Scenario) -> tuple[Line, str]:
    """Return what is known before any answer, with its label: what was published, or assumed."""
    run = projection(without_hypothesis(scenario))
    if is_share(measure):
        line = lines.projected(measure, "Assumed", run, place, kind=KNOWN).since(TODAY).until(TODAY)
        return line, f"Assumed for {TODAY}: {written(measure, line)}"
    if place != ENGLAND:
        opening = run.baseline.year
        line = lines.projected(measure, "Estimated", run, place, kind=KNOWN).until(opening)
        return line, f"Estimated for {opening}:\n{written(measure, line)}"
    (found,) = lines.recorded(as_things_stand(), place)
    line = Line("Published", KNOWN, found.years, found.low, found.value, found.high)
    return line, f"Published\n{written(measure, line)}"


def written(measure: str, line: Line) -> str:
    """Write the last value of a line."""
    return RESULTS[measure].write(line.low[-1], line.value[-1], line.high[-1])


def path(name: str, kind: str, room: Expectation, scenario: Scenario) -> tuple[Line, str]:
    """Return what the model says by year, with its label."""
    run = projection(without_hypothesis(scenario))
    line = lines.projected(room.measure, name, run, room.place, kind=kind)
    line = line.since(TODAY) if is_share(room.measure) else line
    return line, f"{name}\n{written(room.measure, line)}"


def show_known(room: Expectation, scenario: Scenario, show: str) -> None:
    """Draw what is known and what the room said so far: nothing of the answer."""
    start = known(room.measure, room.place, scenario)
    if show == "table":
        tables.show_voices(room)
        tables.show_years(room.measure, [start[0]], source=source_of(start[0]))
        return
    with titled(f"What the room expects of {march(HORIZON)}"):
        show_strip(room, None)
        show_expected(chart_of(room.measure), [start], box(room), KEY, passport="")


def show_answer(room: Expectation, then: Scenario, now: Scenario, show: str) -> None:
    """Draw the answer over what the room said, and what the levers as they are now would give."""
    drawn = [known(room.measure, room.place, then), path("The model", MODEL, room, then)]
    if without_hypothesis(now) != without_hypothesis(then):
        drawn.append(path("Levers as now", NOW, room, now))
    if show == "table":
        tables.show_voices(room)
        tables.show_years(room.measure, [line for line, _ in drawn], passport=KEY)
        return
    model = drawn[1][0]
    ends = model.low[-1], model.value[-1], model.high[-1]
    with titled(f"What the room expected of {march(HORIZON)}, and what the model says"):
        show_strip(room, Mark(*ends, f"The model: {written(room.measure, model)}"))
        show_expected(chart_of(room.measure), drawn, box(room, ends[1]), KEY, passport=KEY)


def source_of(line: Line) -> str:
    """Return what a line of what is known rests on."""
    return SOURCES[line.name]


def height(room: Expectation) -> int:
    """Return how high the pictures are together, in pixels as drawn."""
    if len(room.voices) < 2:
        return HEIGHT
    return HEIGHT + strip_height([(voice.low, voice.high) for voice in room.voices])


def chart_of(measure: str) -> str:
    """Return which of the two charts shows a measure."""
    return "share" if is_share(measure) else "fte"


def box(room: Expectation, answer: float = 0) -> Expected | None:
    """Return the room's range, its label clear of an answer; nothing while nobody said any."""
    if not room.voices:
        return None
    said = predicted.figures(room.measure, room.low, room.high)
    return Expected(room.low, room.high, f"The room: {said}", below=answer > room.high)


def show_strip(room: Expectation, answer: Mark | None) -> None:
    """Draw the figures of a room that has several voices."""
    if len(room.voices) < 2:
        return
    said = f"Middle: {predicted.figure(room.measure, room.middle)}"
    show_voices(
        chart_of(room.measure),
        [(voice.low, voice.high) for voice in room.voices],
        Mark(room.middle, room.middle, room.middle, said),
        answer,
        f"{KEY}_voices",
        passport=KEY if answer else "",
    )
