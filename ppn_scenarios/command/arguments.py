"""What each command is called and takes."""

import sys
from argparse import ArgumentParser
from typing import Final, NoReturn

from ppn_scenarios.assumptions.goals import GOALS
from ppn_scenarios.model import HORIZON

from .refusal import NOT_A_COMMAND

ABOUT: Final = (
    "PPN Scenarios without the app. A SCENARIO.json is a file saved in the app; without one a "
    "command takes things as they stand."
)
CODES: Final = (
    "Exit codes: 0 done; 1 a check failed that passed before; 2 no such command; 3 the scenario "
    "cannot be used; 4 the result cannot be written; 5 the data did not pass their checks."
)
SAYS: Final = {
    "run": "write every result of a scenario as CSV, with its levers and their sources",
    "offline": "write a session as one web page that needs no network",
    "report": "write a board pack of a scenario: slides, a report to read, and every result",
    "compare": "say what differs between two scenarios, and what that does",
    "log": "write the assumptions log to standard output",
    "lessons": "write what each lever means to standard output",
    "glossary": "write what each word means to standard output",
    "schema": "write the JSON Schema of the scenario file or the file of scenes to standard output",
    "sums": "write the SHA-256 of every table to standard output, for data/SHA256SUMS",
    "settings": "write the table of a server's settings to standard output",
    "validate": "run every check of the model, write docs/VALIDATION.md, and exit with 1 if one "
    "fails that passed before",
    "snapshot": "write the headline results of every preset to tests/snapshots/headlines.csv",
}


class Parser(ArgumentParser):
    """A parser that answers what it cannot use with all that there is."""

    def error(self, message: str) -> NoReturn:
        """Write the help and then what is wrong, and end with 2."""
        self.print_help(sys.stderr)
        self.exit(NOT_A_COMMAND, f"\n{message}\n")


def parser() -> ArgumentParser:
    """Return the parser of all commands."""
    whole = Parser("python -m ppn_scenarios", description=ABOUT, epilog=CODES)
    each = whole.add_subparsers(dest="command", metavar="COMMAND", required=True)
    found = {
        name: each.add_parser(name, help=says, description=f"{name}: {says}.")
        for name, says in SAYS.items()
    }
    for name in OF_ONE:
        found[name].add_argument("scenario", nargs="?", metavar="SCENARIO.json")
        one = name == "offline"
        found[name].add_argument(
            "--out",
            required=True,
            metavar="FILE" if one else "DIR",
            help="page to write, such as session.html" if one else "folder to write to",
        )
        found[name].add_argument("--name", help="which scenario, where the file holds several")
    found["compare"].add_argument("first", nargs="?", metavar="A.json")
    found["compare"].add_argument("second", nargs="?", metavar="B.json")
    found["compare"].add_argument("--names", nargs=2, metavar=("A", "B"), default=(None, None))
    found["compare"].add_argument("--year", type=int, default=HORIZON)
    found["compare"].add_argument("--out", metavar="FILE", help="file to write to; else it is said")
    for name in OF_A_GOAL:
        found[name].add_argument("--link", default="", help="where the app shows this scenario")
        found[name].add_argument("--goal", help=f"what it is held against: {', '.join(GOALS)}")
    for name in OF_A_PLACE:
        found[name].add_argument(
            "--place", default="england", help="england, or the code of a region or an ICS"
        )
    found["schema"].add_argument(
        "--of", choices=("scenarios", "scenes"), default="scenarios", help="which kind of file"
    )
    found["validate"].add_argument("--accept", action="store_true", help="record what passes now")
    return whole


OF_ONE: Final = ("run", "report", "offline")  # commands that take one scenario
OF_A_PLACE: Final = ("compare", "report", "offline")
OF_A_GOAL: Final = ("report", "offline")
