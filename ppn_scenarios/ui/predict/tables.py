"""What the room said, what is known and what the model says, as tables."""

from collections.abc import Sequence
from typing import Final

from ppn_scenarios.analysis.lines import Line
from ppn_scenarios.model import HORIZON
from ppn_scenarios.ui.table import show_table
from ppn_scenarios.wording import march, predicted
from ppn_scenarios.wording.results import RESULTS
from ppn_scenarios.workshop.expectation import Expectation

ITS_OWN: Final = "Said in the room; no figure of the model."


def show_voices(room: Expectation) -> None:
    """Draw every figure of the room, the lowest first, so that nobody can be told."""
    if not room.voices:
        return
    ordered = sorted((voice.low, voice.high) for voice in room.voices)
    show_table(
        f"What the room expects of {march(HORIZON)}, the lowest first",
        ("No.", "From", "To"),
        [
            (str(i), *(predicted.figure(room.measure, end) for end in pair))
            for i, pair in enumerate(ordered, start=1)
        ],
        numbers=(1, 2),
        source=ITS_OWN,
    )


def show_years(
    measure: str, lines: Sequence[Line], *, passport: str = "", source: str = ""
) -> None:
    """Draw lines by year; with a source in place of a passport they hold only what is known."""
    write = RESULTS[measure].write
    columns = [
        {
            year: write(low, value, high)
            for year, low, value, high in zip(
                line.years, line.low, line.value, line.high, strict=True
            )
        }
        for line in lines
    ]
    years = sorted({year for line in lines for year in line.years})
    show_table(
        f"{RESULTS[measure].label} on 31 March",
        ("Year", *(line.name for line in lines)),
        [(str(year), *(column.get(year, "") for column in columns)) for year in years],
        numbers=range(1, len(lines) + 1),
        passport=passport,
        source=source,
    )
