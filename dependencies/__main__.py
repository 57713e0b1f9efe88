"""What the app stands on: python -m dependencies licences, sbom or audit."""

import sys
import tomllib

from .audit import audit
from .documents import bill, licences
from .locked import ROOT, packages

USAGE = "python -m dependencies licences | sbom | audit"


def main(arguments: list[str]) -> int:
    """Write what is asked for to standard output, and return an exit code."""
    match arguments:
        case ["licences"]:
            sys.stdout.write(licences(packages()))
        case ["sbom"]:
            project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
            sys.stdout.write(bill(packages(), project["project"]["version"]))
        case ["audit"]:
            code, said = audit()
            sys.stdout.write(f"{said}\n")
            return code
        case _:
            sys.stderr.write(f"{USAGE}\n")
            return 2
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
