"""What can be asked from a command line: python -m ppn_scenarios log."""

import sys

from ppn_scenarios.assumptions.log import assumptions_log

USAGE = "Usage: python -m ppn_scenarios log     write the assumptions log to standard output"


def main(arguments: list[str]) -> int:
    """Run one command and return its exit code."""
    if arguments != ["log"]:
        sys.stderr.write(f"{USAGE}\n")
        return 2
    sys.stdout.reconfigure(encoding="utf-8", newline="\n")  # type: ignore[union-attr]
    sys.stdout.write(assumptions_log())
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
