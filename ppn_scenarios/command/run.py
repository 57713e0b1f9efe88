"""The command that runs a scenario and writes every result."""

from dataclasses import replace

import pandas as pd

from ppn_scenarios.analysis.everything import every_lever, every_measure, every_target
from ppn_scenarios.assumptions.version import MODEL_VERSION
from ppn_scenarios.model import project
from ppn_scenarios.opening import baseline
from ppn_scenarios.sharing import scenario_file
from ppn_scenarios.sharing.kept import Kept
from ppn_scenarios.sharing.spreadsheet import csv_text
from ppn_scenarios.tables import queries
from ppn_scenarios.wording.places import places

from . import folder

LICENCE = "Contains public sector information licensed under the Open Government Licence v3.0"
STATUS = "Consequences of assumptions, not a forecast. Not yet assured"


def about(kept: Kept, title: str, more: str = "") -> dict[str, str]:
    """Return what a table says of itself before its heading."""
    return {
        "Title": f"{title}: {kept.name}",
        "Status": STATUS,
        "Reading it": f"years end on 31 March; shares are fractions of one. {more}".strip(),
        "Versions": f"model {MODEL_VERSION}, data {queries.data_version()}",
        "Source": f"PPN Scenarios. {LICENCE}",
    }


def tables(kept: Kept) -> dict[str, bytes]:
    """Return every file of a run by its name.

    Effects of leadership on staffing are left out of the results; where a reader has switched them
    on, a file of its own says what follows from that.
    """
    plain = replace(kept.scenario, effects_on=0)
    run = project(baseline(), plain)
    names = {place.code: place.name for place in places().values()}
    estimate = "Staff by place are an estimate: read low to high, and never rank places by it."
    found = {
        "results.csv": text(every_measure(run, names), about(kept, "Every result", estimate)),
        "targets.csv": text(every_target(run, names), about(kept, "Against policy", estimate)),
        "levers.csv": text(
            every_lever(kept.scenario, kept.reasons, queries.sources()),
            about(kept, "Every lever", "A moved value is the reader's own, not its source's."),
        ),
        "scenario.json": scenario_file.write([kept], queries.data_version()).encode(),
    }
    if plain != kept.scenario:
        supposed = project(baseline(), kept.scenario)
        title = "If leadership changed staffing as supposed, which no study has shown"
        found["results_on_your_hypothesis.csv"] = text(
            every_measure(supposed, names), about(kept, title, estimate)
        )
    return found


def text(table: pd.DataFrame, said: dict[str, str]) -> bytes:
    """Return a table as CSV that no spreadsheet will run."""
    return csv_text(table, said).encode()


def run(kept: Kept, out: str) -> str:
    """Write every file of a run into a folder, and return what was written."""
    where = folder.made(out)
    return folder.put_all(where, tables(kept))
