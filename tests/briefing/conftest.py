"""One briefing of a plan with a hypothesis, made once for every file that it may end in."""

from dataclasses import replace
from datetime import date

import pytest

from ppn_scenarios.assumptions import Scenario
from ppn_scenarios.briefing import Briefing, briefing
from ppn_scenarios.briefing.part import Part
from ppn_scenarios.sharing.report import report
from ppn_scenarios.wording.places import places

PLAN = Scenario(mandate=1, retention=0.03, h_mandate=2.0)
SUPPOSED = replace(PLAN, effects_on=1, eps_ret=0.05)
LINK = "https://example.org/?v=1&retention=0.03"
NOTE = "Agreed *in part* by <b>trusts</b>, see www.example.org"


def part_of(found: Briefing, id: str) -> Part:
    """The part of a briefing that is about something."""
    return next(part for part in found.parts if part.id == id)


@pytest.fixture(scope="session")
def told() -> list[tuple[float, str]]:
    return []


@pytest.fixture(scope="session")
def found(told: list[tuple[float, str]]) -> Briefing:
    return briefing(
        SUPPOSED,
        places()["england"],
        name="Our plan",
        note=NOTE,
        reasons={"retention": "What our trusts told us"},
        link=LINK,
        ticked=("retention", "post_growth"),
        made=date(2026, 11, 27),
        told=lambda share, what: told.append((share, what)),
    )


@pytest.fixture(scope="session")
def pdf(found: Briefing) -> bytes:
    made = report(found)
    assert made.unshown == ""
    return made.pdf
