"""The parts of the page on trust: the answer, limits, what was tested, who stands behind it."""

from functools import lru_cache
from typing import Final

import streamlit as st

from ppn_scenarios.analysis.passports import Passport
from ppn_scenarios.analysis.passports.checks import of_backtest, of_checks
from ppn_scenarios.analysis.validation.check import FAILED, PASSED, UNTESTED, Result
from ppn_scenarios.analysis.validation.report import Found, run_checks
from ppn_scenarios.analysis.validation.staff_checks import england
from ppn_scenarios.assumptions import Scenario
from ppn_scenarios.assumptions.limits import LIMITS, ROLES
from ppn_scenarios.assumptions.version import MODEL_VERSION
from ppn_scenarios.model import HORIZON
from ppn_scenarios.opening import baseline
from ppn_scenarios.tables.database import data_version
from ppn_scenarios.wording import march, percent

from .pages import PAGES
from .passport import offer
from .section import section
from .shared import shared
from .spread import shares, show_picture, show_statuses
from .table import show_table

HEADINGS: Final = {
    FAILED: "What failed",
    UNTESTED: "What could not be tested",
    PASSED: "What passed",
}


@lru_cache(maxsize=1)
def checks() -> Found:
    """Run every check of the model, once for the life of the server."""
    return shared(run_checks(baseline()))


def value_of(result: Result) -> str:
    """Return what a check found, with the sign of a number as pages write it."""
    return result.value.replace(" -", " −")


def counts(found: Found) -> dict[str, int]:
    """Return how many checks had each outcome."""
    return {outcome: sum(r.outcome == outcome for _, r in found) for outcome in HEADINGS}


def show_answer(scenario: Scenario) -> None:
    """Say whether it can be trusted, then the limits beside the picture of what it rests on.

    The limits are there while the rest is worked out.
    """
    said = st.container()
    left, right = st.columns((3, 2), gap="medium")
    with left:
        show_limits()
    with said:
        with st.spinner("Running the checks of the model"):
            found = checks()
        with st.spinner("Finding which figures the spread of results comes from"):
            _, staff, _ = shares(scenario, "fte")["none"]
            _, leaders, _ = shares(scenario, "trusts_led")["none"]
        st.info(answer(found, staff, leaders))
    with right:
        show_picture(scenario)
    show_statuses(scenario)


def answer(found: Found, staff: float, leaders: float) -> str:
    """Return the answer in words; the shares are of the spread without a source."""
    n = counts(found)
    failed = [f"{check.what}: {value_of(r)}" for check, r in found if r.outcome == FAILED]
    missed = f" What failed: {'; '.join(failed)}." if failed else ""
    return (
        f"**Not as a forecast.** Of {len(found)} checks, {n[PASSED]} passed, {n[FAILED]} failed "
        f"and {n[UNTESTED]} could not be tested.{missed} **{percent(staff)} of the spread of staff "
        f"in {march(HORIZON)} comes from figures without a source**, and {percent(leaders)} of the "
        "spread of trusts with a leader. Nobody has assured it yet. Use it to see what follows "
        "from assumptions, and which figures to find next; quote nothing from it as evidence."
    )


def show_limits() -> None:
    """Say first what it cannot be used for."""
    section("What it cannot do")
    st.markdown("\n".join(f"{i}. {limit}" for i, limit in enumerate(LIMITS, start=1)))


def show_roles() -> None:
    """Say who stands behind it: nobody has assured it yet."""
    section("Who stands behind it")
    st.warning("Quote nothing from it as evidence.", title="Not yet assured")
    show_table("Roles", ("Role", "Who"), list(ROLES.items()), source="Named by the project.")


def made_of_checks() -> list[Passport]:
    """Return the passports of how many checks were run, and of the back-test."""
    return [of_checks(checks()), of_backtest(england(baseline()))]


def show_checks(scenario: Scenario) -> None:
    """Draw the validation report, misses first."""
    found = checks()
    n = counts(found)
    section("How it was tested")
    st.markdown(
        f"Of {len(found)} checks, **{n[FAILED]} failed**, {n[UNTESTED]} could not be "
        f"tested and {n[PASSED]} passed, just now, on model {MODEL_VERSION} and data "
        f"{data_version()}. What passes was stated before any result was computed. Identities, "
        "directions and an independent implementation are tested before every change."
    )
    offer("checks", made_of_checks, scenario)
    show_results(found, FAILED)
    for outcome in (UNTESTED, PASSED):
        with st.expander(f"{HEADINGS[outcome]} ({n[outcome]})", key=f"checks_{outcome}"):
            show_results(found, outcome)


def show_results(found: Found, outcome: str) -> None:
    """Draw the checks that had one outcome."""
    rows = [(check, result) for check, result in found if result.outcome == outcome]
    if not rows:
        return
    show_table(
        HEADINGS[outcome],
        ("What was tested", "Result", "What passes", "What to know of it"),
        [
            (check.what, value_of(r), check.band, plain(f"{r.note} Source: {check.source}."))
            for check, r in rows
        ],
        wide=(3,),
        source="Worked out when the server started; docs/VALIDATION.md has the last record.",
    )


def plain(words: str) -> str:
    """Return the words of a check as a table shows them: without the marks of code."""
    return words.replace("`", "").strip()


def show_more(parameters: dict[str, str]) -> None:
    """Say where every input, table and source is listed."""
    page = "pages/numbers.py"
    section("Every input, one by one")
    st.markdown(
        "The assumptions log, the targets' arithmetic, the inputs that no lever sets, the data "
        "dictionary and the register of sources stand on one page. docs/MODEL.md has the equations."
    )
    st.page_link(page, label=PAGES[page].question, query_params=parameters)
