"""Every result of a scenario as tables: measures, targets and levers."""

from collections.abc import Mapping

import numpy as np
import pandas as pd

from ppn_scenarios.assumptions import ASSUMPTIONS, Scenario
from ppn_scenarios.model import Projection

from .coverage import ENGLAND_ONLY, against_targets
from .passports.measures import MAKINGS
from .place_measures import MEASURES
from .places import ENGLAND, place_index

OF_TRUSTS = frozenset(name for name in MEASURES if name.startswith("trusts_"))


def every_measure(p: Projection, names: Mapping[str, str]) -> pd.DataFrame:
    """Return every measure of some places by year, with low, mid and high in its unit.

    `names` are the places by code. A measure of England alone has rows for England alone; one that
    has no value in a place, or under the scenario, is missing there.
    """
    parts = []
    for measure, makes in MEASURES.items():
        how = MAKINGS[measure]
        for place, name in names.items():
            if place != ENGLAND and measure in ENGLAND_ONLY:
                continue
            found = makes(p, place)
            here = place_index(p.baseline, place)
            none = measure in OF_TRUSTS and not p.baseline.trusts[here].any()
            parts.append(
                pd.DataFrame(
                    {
                        "measure": measure,
                        "label": how.label,
                        "unit": how.unit,
                        "place": place,
                        "place_name": name,
                        "year": found.years,
                        "low": np.nan if none else found.low,
                        "mid": np.nan if none else found.mid,
                        "high": np.nan if none else found.high,
                    }
                )
            )
    return pd.concat(parts, ignore_index=True)


def every_target(p: Projection, names: Mapping[str, str]) -> pd.DataFrame:
    """Return how some places measure up against every target, one row each."""
    parts = []
    for place, name in names.items():
        found = against_targets(p, place)
        found.insert(0, "place", place)
        found.insert(1, "place_name", name)
        parts.append(found)
    return pd.concat(parts, ignore_index=True)


def every_lever(
    scenario: Scenario, reasons: Mapping[str, str], sources: pd.DataFrame
) -> pd.DataFrame:
    """Return every lever as it is set, with what its default rests on and the reader's reason.

    `sources` is the register of sources. A value that was moved is the reader's own: the status
    and the source are those of the default.
    """
    register = sources.set_index("source_id")
    rows = []
    for name, a in ASSUMPTIONS.items():
        value = getattr(scenario, name)
        source = register.loc[a.source_id]
        rows.append(
            {
                "lever": name,
                "label": a.label,
                "group": a.group,
                "kind": a.kind,
                "unit": a.unit,
                "value": value,
                "shown": a.show(value),
                "moved": value != a.default,
                "reason": reasons.get(name, ""),
                "default": a.default,
                "low": a.low,
                "high": a.high,
                "status": a.rests_on,
                "evidence": a.evidence,
                "source_id": a.source_id,
                "source": source["title"],
                "publisher": source["publisher"],
                "published": source["published"],
                "licence": source["licence"],
                "url": source["url"],
            }
        )
    return pd.DataFrame(rows)
