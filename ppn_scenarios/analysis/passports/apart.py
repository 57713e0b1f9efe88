"""Passports of how many ICSs can be told apart from England, and the code behind any map."""

from collections import Counter
from collections.abc import Mapping
from typing import Final

from ppn_scenarios.analysis.atlas import ALIKE, FAR_ABOVE, FAR_BELOW, MAPPED, PROXIED
from ppn_scenarios.analysis.places import ENGLAND
from ppn_scenarios.model import Projection

from . import code
from .making import of
from .passport import Passport, Term

PROXIES: Final = ("estimate-two-keys", "nhse-talking-therapies-annual", "nhse-turnover-2025-11")


def alike(measure: str, p: Projection, year: int) -> list[Passport]:
    """Return the passport of how many ICSs cannot be told apart from England, if any can."""
    found = MAPPED[measure](p, year)
    england = found[ENGLAND].mid
    if england != england or measure == "width":
        return []
    areas = p.baseline.areas
    stands = Counter(found[area].against(england) for area in areas)
    below = sum(n for verdict, n in stands.items() if verdict is not None and verdict < ALIKE)
    parts = {
        "ICSs": len(areas),
        "whose whole range is below": below,
        "whose whole range is above": len(areas) - below - stands[ALIKE],
    }
    last = (
        'england = found["england"].mid\n'
        "print(sum(found[area].against(england) == 0 for area in plan.baseline.areas))"
    )
    return [
        Passport(
            label=f"ICSs that cannot be told apart from England, March {year}",
            value=stands[ALIKE],
            unit="number",
            formula="ICSs - those whose whole range is below England's value - those above",
            terms=tuple(Term(label=k, value=v, unit="number") for k, v in parts.items()),
            combine=lambda every, under, above: every - under - above,
            sources=PROXIES,
            bias="Too low: ranges hold two proxies and chance alone, and a third proxy would widen "
            "them.",
            code=asked(measure, p, year, last),
        ),
        *(clearly_apart(measure, p, year, stands) if measure in PROXIED else ()),
    ]


def clearly_apart(
    measure: str, p: Projection, year: int, stands: Mapping[int | None, int]
) -> list[Passport]:
    """Return the passport of how many ICSs are apart from England by a fifth or more, if any is."""
    parts = {
        "whose whole range is below England by a fifth or more": stands[FAR_BELOW],
        "whose whole range is above England by a fifth or more": stands[FAR_ABOVE],
    }
    last = (
        'england = found["england"].mid\n'
        "print(sum(found[area].against(england) in (-2, 2) for area in plan.baseline.areas))"
    )
    return [
        Passport(
            label=f"ICSs clearly apart from England, March {year}",
            value=sum(parts.values()),
            unit="number",
            formula="ICSs below by a fifth or more + ICSs above by a fifth or more",
            terms=tuple(Term(label=k, value=v, unit="number") for k, v in parts.items()),
            combine=lambda under, above: under + above,
            sources=PROXIES,
            bias="Not known: a fifth is as much as the proxies tried moved places, and others may "
            "move them more.",
            code=asked(measure, p, year, last),
        )
    ]


def asked(measure: str, p: Projection, year: int, last: str) -> str:
    """Return code that works out a measure of every place, and ends as given."""
    return (
        f"{code.PROJECT}from ppn_scenarios.analysis.atlas import MAPPED\n\n"
        f"plan = project(baseline(), {code.written(of(p))})\n"
        f'found = MAPPED["{measure}"](plan, {year})\n{last}\n'
    )
