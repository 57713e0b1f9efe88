"""What can be asked from a command line: python -m ppn_scenarios COMMAND."""

import sys
from argparse import Namespace
from collections.abc import Callable
from typing import Final

from ppn_scenarios.command.arguments import parser
from ppn_scenarios.command.refusal import NO_DATA, NO_SCENARIO, NOT_WRITTEN, CommandError
from ppn_scenarios.tables.errors import DataError


def log(_: Namespace) -> tuple[int, str]:
    """Return the assumptions log."""
    from ppn_scenarios.assumptions.log import assumptions_log

    return 0, assumptions_log()


def lessons(_: Namespace) -> tuple[int, str]:
    """Return what each lever means."""
    from ppn_scenarios.assumptions.lessons import lessons_document

    return 0, lessons_document()


def glossary(_: Namespace) -> tuple[int, str]:
    """Return what each word means, and on which pages it is used."""
    from pathlib import PurePosixPath

    from ppn_scenarios.assumptions.glossary_document import glossary_document
    from ppn_scenarios.ui.pages import PAGES

    return 0, glossary_document({PurePosixPath(k).stem: p.question for k, p in PAGES.items()})


def schema(asked: Namespace) -> tuple[int, str]:
    """Return the published schema of the scenario file, or of the file of scenes."""
    if asked.of == "scenes":
        from ppn_scenarios.sharing.scenes import scene_file

        return 0, scene_file.schema()
    from ppn_scenarios.sharing import scenario_file

    return 0, scenario_file.schema()


def settings(_: Namespace) -> tuple[int, str]:
    """Return the table of a server's settings."""
    from ppn_scenarios.running.settings import table

    return 0, table()


def sums(_: Namespace) -> tuple[int, str]:
    """Return the sums of the tables, for `data/SHA256SUMS`."""
    from ppn_scenarios.tables import release

    return 0, release.sums()


def validate(asked: Namespace) -> tuple[int, str]:
    """Run the checks and write their report."""
    from ppn_scenarios import validate

    return validate.validate(asked.accept)


def snapshot(_: Namespace) -> tuple[int, str]:
    """Write the headline results."""
    from ppn_scenarios import snapshot
    from ppn_scenarios.opening import baseline

    return 0, snapshot.write(snapshot.snapshot(baseline()))


def run(asked: Namespace) -> tuple[int, str]:
    """Write every result of a scenario."""
    from ppn_scenarios.command.given import given
    from ppn_scenarios.command.run import run

    kept, notes = given(asked.scenario, asked.name)
    return 0, told_first(notes) + run(kept, asked.out)


def report(asked: Namespace) -> tuple[int, str]:
    """Write a board pack, and say on the way how far it is."""
    from ppn_scenarios.command.given import given, goal, link, place
    from ppn_scenarios.command.report import report

    (kept, notes), where = given(asked.scenario, asked.name), place(asked.place)
    about = link(asked.link), goal(asked.goal, where)
    return 0, told_first(notes) + report(kept, where, asked.out, *about, steps())


def offline(asked: Namespace) -> tuple[int, str]:
    """Write a session as one web page, and say on the way how far it is."""
    from ppn_scenarios.command.given import given_with_others, goal, link, place
    from ppn_scenarios.command.offline import offline

    kept, others, notes = given_with_others(asked.scenario, asked.name)
    where = place(asked.place)
    about = link(asked.link), goal(asked.goal, where)
    return 0, told_first(notes) + offline(kept, others, where, asked.out, *about, steps())


def steps() -> Callable[[float, str], None]:
    """Return who hears what is being done, and says each step once."""
    said: list[str] = []

    def told(_: float, what: str) -> None:
        step = what.split(":")[0]
        if step not in said:
            said.append(step)
            sys.stderr.write(f"{step} ...\n")

    return told


def compare(asked: Namespace) -> tuple[int, str]:
    """Say what differs between two scenarios; with one file, against things as they stand."""
    from ppn_scenarios.command import folder
    from ppn_scenarios.command.compare import compare
    from ppn_scenarios.command.given import given, place
    from ppn_scenarios.model import HORIZON
    from ppn_scenarios.opening import baseline

    files = (None, asked.first) if asked.second is None else (asked.first, asked.second)
    (was, before), (now, after) = (
        given(file, name) for file, name in zip(files, asked.names, strict=True)
    )
    if not baseline().year <= asked.year <= HORIZON:
        message = f"--year: {asked.year} is not within {baseline().year} to {HORIZON}."
        raise CommandError(message, NO_SCENARIO)
    out = folder.file_ready(asked.out) if asked.out else None
    said = compare(was, now, place(asked.place), asked.year)
    if out:
        said = folder.put(out.parent, out.name, said.encode())
    return 0, told_first([*before, *after]) + said


def told_first(notes: list[str]) -> str:
    """Return what a reader must be told of a file, a line each."""
    return "".join(f"Note: {note}\n" for note in notes)


COMMANDS: Final[dict[str, Callable[[Namespace], tuple[int, str]]]] = {
    "run": run,
    "report": report,
    "offline": offline,
    "compare": compare,
    "log": log,
    "lessons": lessons,
    "glossary": glossary,
    "schema": schema,
    "sums": sums,
    "settings": settings,
    "validate": validate,
    "snapshot": snapshot,
}


def main(arguments: list[str]) -> int:
    """Run one command and return its exit code."""
    try:
        asked = parser().parse_args(arguments)
        code, said = COMMANDS[asked.command](asked)
        say(said)
    except SystemExit as done:  # the parser has said what is wrong, or what was asked of it
        return int(done.code or 0)
    except CommandError as refusal:
        sys.stderr.write(f"{refusal}\n")
        return refusal.code
    except DataError as error:
        sys.stderr.write(f"The data did not pass their checks:\n{error}\n")
        return NO_DATA
    return code


def say(said: str) -> None:
    """Write to standard output; CommandError where it takes no more."""
    if sys.stdout is None:
        raise CommandError("Standard output is closed. Name a file, as in > said.md.", NOT_WRITTEN)
    try:
        # The name of a file need not be text: its bytes are written as they are.
        sys.stdout.reconfigure(  # type: ignore[union-attr]
            encoding="utf-8", errors="surrogateescape", newline="\n"
        )
        sys.stdout.write(said)
        sys.stdout.flush()
    except BrokenPipeError:
        sys.stdout = None  # whoever reads has read enough; Python would try once more, and fail
    except OSError as error:
        sys.stdout = None
        why = (error.strerror or "unknown").lower()
        message = f"This was not written: {why}. Free some space, or name another file."
        raise CommandError(message, NOT_WRITTEN) from None


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
