"""The command that runs every check, writes the report and keeps the record of what was met."""

import csv
from collections.abc import Mapping
from datetime import date
from io import StringIO
from pathlib import Path
from typing import Final

from ppn_scenarios.analysis.validation.check import FAILED, PASSED
from ppn_scenarios.analysis.validation.report import Found, counts, report, run_checks
from ppn_scenarios.command.folder import put
from ppn_scenarios.command.refusal import CHECK_FAILED
from ppn_scenarios.opening import baseline

DOCS: Final = Path(__file__).parent.parent / "docs"
REPORT: Final = "VALIDATION.md"
RECORD: Final = "validation_record.csv"  # what each check came to when it was last accepted


def record_of(found: Found) -> str:
    """Return the record as CSV: one row a check, with what came of it."""
    out = StringIO()
    lines = csv.writer(out, lineterminator="\n")
    lines.writerows([("id", "outcome"), *((check.id, result.outcome) for check, result in found)])
    return out.getvalue()


def recorded(text: str) -> dict[str, str]:
    """Return what each check came to, by id, from the text of a record."""
    return {row["id"]: row["outcome"] for row in csv.DictReader(StringIO(text))}


def got_worse(before: Mapping[str, str], found: Found) -> list[str]:
    """Return the checks that passed before and do not now, whether failed, untested or gone."""
    now = {check.id: result.outcome for check, result in found}
    return [id for id, was in before.items() if was == PASSED and now.get(id) != PASSED]


def validate(accept: bool, docs: Path = DOCS, today: str = "") -> tuple[int, str]:
    """Run every check and write the report; return the exit code and what to say.

    The code is 1 where a check that passed, by the record, no longer does. Only `accept` writes
    the record, and then the code is 0: somebody has looked.
    """
    found = run_checks(baseline())
    text = report(found, today or date.today().isoformat())
    put(docs, REPORT, text.encode())
    record = docs / RECORD
    if accept:
        put(docs, RECORD, record_of(found).encode())
    before = record.read_text(encoding="utf-8") if record.exists() else ""
    worse = got_worse(recorded(before), found)
    lines = [f"docs/{REPORT}: {counts(found)}."]
    lines += [f"failed: {check.id}: {r.value}" for check, r in found if r.outcome == FAILED]
    lines += [f"PASSED BEFORE AND DOES NOT NOW: {id}" for id in worse]
    if worse:
        lines.append("If this is meant: python -m ppn_scenarios validate --accept")
    return CHECK_FAILED if worse else 0, "\n".join(lines) + "\n"
