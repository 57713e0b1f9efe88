"""What is said when a data file cannot be trusted."""

from collections.abc import Sequence
from dataclasses import dataclass

SHOWN = 10  # problems named for each file: enough to see the pattern
LONGEST = 300  # characters of one: a cell may hold a whole page


@dataclass(frozen=True, kw_only=True)
class Problem:
    """Say what is wrong with a data file, and where."""

    file: str
    what: str
    line: int | None = None
    column: str | None = None

    def __str__(self) -> str:
        """Write it as `data/trust.csv, line 17, column name: what is wrong`."""
        line = f", line {self.line}" if self.line else ""
        column = f", column {self.column}" if self.column else ""
        return f"{self.file}{line}{_cut(column)}: {_cut(self.what)}"


def _cut(text: str) -> str:
    """Return a text of a bounded length, whose end may be what says which rule was broken."""
    return text if len(text) <= LONGEST else f"{text[: LONGEST // 2]} … {text[-LONGEST // 2 :]}"


class DataError(ValueError):
    """Refuse to start on data that break a rule; the message names every file at fault."""

    def __init__(self, problems: Sequence[Problem]) -> None:
        """Keep the problems and write those of each file, up to ten, one to a line."""
        self.problems = tuple(problems)
        super().__init__("\n".join(_lines(self.problems)))


def _lines(problems: Sequence[Problem]) -> list[str]:
    """Write the problems file by file, and how many more there are."""
    lines = []
    for file in dict.fromkeys(problem.file for problem in problems):
        of_file = [problem for problem in problems if problem.file == file]
        lines += [str(problem) for problem in of_file[:SHOWN]]
        if more := len(of_file) - SHOWN:
            lines += [f"{file}: and {more} more"] if more > 0 else []
    return lines
