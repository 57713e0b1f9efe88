"""What can be asked from a command line: python -m ppn_scenarios COMMAND."""

import sys

USAGE = """Usage: python -m ppn_scenarios COMMAND

log                 write the assumptions log to standard output
lessons             write what each lever means to standard output
validate            run every check of the model, write docs/VALIDATION.md, and exit with 1 if one
                    fails that passed before
validate --accept   the same, and record what passes now
snapshot            write the headline results of every preset to tests/snapshots/headlines.csv
"""


def log() -> tuple[int, str]:
    """Return the assumptions log."""
    from ppn_scenarios.assumptions.log import assumptions_log

    return 0, assumptions_log()


def lessons() -> tuple[int, str]:
    """Return what each lever means."""
    from ppn_scenarios.assumptions.lessons import lessons_document

    return 0, lessons_document()


def validate(accept: bool = False) -> tuple[int, str]:
    """Run the checks and write their report."""
    from ppn_scenarios import validate

    return validate.validate(accept)


def snapshot() -> tuple[int, str]:
    """Write the headline results."""
    from ppn_scenarios import snapshot
    from ppn_scenarios.opening import baseline

    return 0, snapshot.write(snapshot.snapshot(baseline()))


COMMANDS = {
    ("log",): log,
    ("lessons",): lessons,
    ("validate",): validate,
    ("validate", "--accept"): lambda: validate(accept=True),
    ("snapshot",): snapshot,
}


def main(arguments: list[str]) -> int:
    """Run one command and return its exit code."""
    command = COMMANDS.get(tuple(arguments))
    if command is None:
        sys.stderr.write(USAGE)
        return 2
    code, said = command()
    sys.stdout.reconfigure(encoding="utf-8", newline="\n")  # type: ignore[union-attr]
    sys.stdout.write(said)
    return code


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
