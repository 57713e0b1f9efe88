"""Whether we are on track, in words made from the numbers."""

from collections.abc import Mapping
from typing import Final

from ppn_scenarios.analysis import MEASURES, Answer
from ppn_scenarios.analysis.coverage import ENOUGH
from ppn_scenarios.analysis.leaders import posts_and_people, trusts_together
from ppn_scenarios.assumptions import TARGETS
from ppn_scenarios.model import HORIZON, Projection

from .numbers import listed, march, percent, percent_range, signed_range, staff_range
from .places import Place

AS_SET: Final = "With each belief as it is set"
ONE_CASE: Final = "That is one case: *How likely is that?* says how often it holds."
READINGS: Final = tuple(target.id for target in TARGETS.values() if target.line)


def finding(run: Projection, stands: Projection, known: Mapping[str, Answer], place: Place) -> str:
    """Return the finding: staff against the plan, leaders, and what changed, in short sentences.

    `known` is how the run measures up in the place, by target.
    """
    fte, was = (MEASURES["fte"](each, place.code) for each in (run, stands))
    low, mid, high = fte.at(HORIZON)
    readings = [known[id] for id in READINGS]
    shares = [share for reading in readings for share in reading.shares]
    trusts = trusts_together(posts_and_people(run, place.code, HORIZON))
    national = place.level == "england"
    whose = (
        "asked for" if national else "asked of England, shared out by population (our arithmetic)"
    )
    guess = "" if place.level == "england" else "an estimated "
    words = [
        f"On these assumptions {place.said} has {guess}**{staff_range(low, mid, high)} full-time "
        f"equivalent staff in {march(HORIZON)}**. That is "
        f"{percent_range(min(shares), shares[1], max(shares))} of what the 2023 national plan "
        f"{whose}, depending on how it is read. {AS_SET}, {verdict(readings)}. {ONE_CASE}",
        f"A permanent chief psychological professions officer is in post in "
        f"**{percent(trusts.people_share)} of trusts**, and the post exists "
        f"in {percent(trusts.posts_share)}.",
    ]
    if run.scenario != stands.scenario:
        least, _, most = fte.less(was).at(HORIZON)
        words.append(f"Staff against things as they stand: {signed_range(least, most, mid)}.")
    words.append("Leadership changes staff numbers by nothing here: no study shows that it does.")
    return " ".join(words)


def verdict(readings: list[Answer]) -> str:
    """Return which readings of the plan are reached, and which only may be."""
    surely = [r.id[-1] for r in readings if r.shares[0] >= ENOUGH]
    perhaps = [r.id[-1] for r in readings if r.shares[0] < ENOUGH <= r.shares[2]]
    is_, name = ("is", "reading") if len(surely) == 1 else ("are", "readings")
    words = [f"{name} {listed(surely)} {is_} reached"] if surely else []
    name = "reading" if len(perhaps) == 1 else "readings"
    words += [f"{name} {listed(perhaps)} may be reached"] if perhaps else []
    return listed(words) if words else "no reading is reached by then"
