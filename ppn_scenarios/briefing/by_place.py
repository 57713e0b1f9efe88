"""Where the gap is: places as ranges, in the order of their names and never by value."""

from collections import Counter
from typing import Final

from ppn_scenarios.analysis import ENGLAND, MEASURES
from ppn_scenarios.analysis.atlas import ABOVE, ALIKE, BELOW, FAR_ABOVE, FAR_BELOW, MAPPED, Estimate
from ppn_scenarios.analysis.coverage import answers
from ppn_scenarios.model import HORIZON
from ppn_scenarios.wording import march, percent_range, staff_range
from ppn_scenarios.wording.atlas import told_apart
from ppn_scenarios.wording.on_track import READINGS
from ppn_scenarios.wording.places import Place, places

from .ground import ESTIMATE, Ground
from .part import Part, Table

MEANS: Final = {
    FAR_BELOW: "whole range below, by a fifth or more",
    BELOW: "whole range below, by less than a fifth",
    ALIKE: "cannot be told apart",
    ABOVE: "whole range above, by less than a fifth",
    FAR_ABOVE: "whole range above, by a fifth or more",
}
HEAD: Final = (
    "Place",
    f"Staff, {HORIZON}",
    "Of what the plan asked for",
    "Staff per 100,000 people",
    "Against England",
)


def by_place(g: Ground) -> Part:
    """Return staff of each region, or of the ICSs of the chosen region, as ranges."""
    found = MAPPED["per_100k"](g.run, HORIZON)
    england = found[ENGLAND].mid
    systems = [place for place in places().values() if place.level == "ics"]
    counts = Counter(
        verdict for s in systems if (verdict := found[s.code].against(england)) is not None
    )
    told = told_apart(counts, len(systems), "ICSs", proxied=True)
    regions = [p for p in places().values() if p.level != "ics" or p.code == g.place.code]
    return Part(
        id="by_place",
        question="Where is the gap widest?",
        title=f"{counts[ALIKE]} of {len(systems)} ICSs cannot be told apart from England in "
        "staff per person",
        words=(
            f"On these assumptions England has **{england:.0f} full-time equivalent staff for "
            f"every 100,000 registered people** in {march(HORIZON)}. {told}",
            "**Can be read:** the estimated size of a place's staff, and how unsure that is. "
            "**Cannot be read:** where the gap is widest, who is better staffed, or any order.",
        ),
        table=table(g, regions, found, "England and its regions"),
        more=(table(g, systems, found, "Every ICS, by name"),),
        sources=(
            ESTIMATE,
            "What the plan asked for in a place is England's number shared by registered "
            "population: our arithmetic and not policy. Its range runs over the readings of the "
            "plan too.",
        ),
    )


def table(g: Ground, some: list[Place], found: dict[str, Estimate], title: str) -> Table:
    """Return places as rows with ranges, in the order of the list of places."""
    rows = []
    for place in some:
        e = found[place.code]
        known = answers(g.run, place.code)
        shares = [share for id in READINGS for share in known[id].shares]
        verdict = e.against(found[ENGLAND].mid)
        rows.append(
            (
                place.name,
                staff_range(*MEASURES["fte"](g.run, place.code).at(HORIZON)),
                percent_range(min(shares), shares[1], max(shares)),
                written(e),
                "" if place.code == ENGLAND or verdict is None else MEANS[verdict],
            )
        )
    return Table(title=f"{title}, {march(HORIZON)}", head=HEAD, rows=tuple(rows), numbers=(1, 2, 3))


def written(e: Estimate) -> str:
    """Write a range of staff per person, or one number where both ends are written alike."""
    low, high = f"{e.low:.0f}", f"{e.high:.0f}"
    return low if low == high else f"{low} to {high}"
