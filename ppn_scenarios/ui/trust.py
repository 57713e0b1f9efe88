"""The parts of the page on trust: limits, what was tested, who stands behind it."""

from functools import lru_cache
from typing import Final

import streamlit as st

from ppn_scenarios.analysis.validation.check import FAILED, PASSED, UNTESTED
from ppn_scenarios.analysis.validation.report import Found, run_checks
from ppn_scenarios.assumptions.limits import LIMITS, ROLES
from ppn_scenarios.assumptions.version import MODEL_VERSION
from ppn_scenarios.opening import baseline
from ppn_scenarios.tables.database import data_version

from .table import show_table

HEADINGS: Final = {
    FAILED: "What failed",
    UNTESTED: "What could not be tested",
    PASSED: "What passed",
}


@lru_cache(maxsize=1)
def checks() -> Found:
    """Run every check of the model, once for the life of the server."""
    return run_checks(baseline())


def show_limits() -> None:
    """Say first what it cannot be used for."""
    st.subheader("What it cannot do", anchor=False)
    st.markdown("\n".join(f"{i}. {limit}" for i, limit in enumerate(LIMITS, start=1)))


def show_roles() -> None:
    """Say who stands behind it: nobody has assured it yet."""
    st.warning("Quote nothing from it as evidence.", title="Not yet assured")
    show_table(
        "Who stands behind it", ("Role", "Who"), list(ROLES.items()), source="Named by the project."
    )


def show_checks() -> None:
    """Draw the validation report, misses first."""
    with st.spinner("Running the checks"):
        found = checks()
    counts = {outcome: sum(r.outcome == outcome for _, r in found) for outcome in HEADINGS}
    st.subheader("How it was tested", anchor=False)
    st.markdown(
        f"Of {len(found)} checks, **{counts[FAILED]} failed**, {counts[UNTESTED]} could not be "
        f"tested and {counts[PASSED]} passed, just now, on model {MODEL_VERSION} and data "
        f"{data_version()}. What passes was stated before any result was computed. Identities, "
        "directions and an independent implementation are tested before every change."
    )
    for outcome, heading in HEADINGS.items():
        show_table(
            heading,
            ("What was tested", "Result", "What passes", "What to know of it", "Source"),
            [
                (check.what, result.value, check.band, result.note, check.source)
                for check, result in found
                if result.outcome == outcome
            ],
            wide=(3,),
            source="Run when this page was first opened: docs/VALIDATION.md has the last record.",
        )
