"""England on 31 March 2023, by ICS, as the tables have it."""

from functools import cache
from types import MappingProxyType
from typing import Final

import numpy as np
import pandas as pd

from ppn_scenarios.model import Baseline
from ppn_scenarios.tables import queries

from .inputs import inputs

OPENING_YEAR: Final = 2023  # the newest year with a published count of staff
LEADERSHIP_YEAR: Final = 2026  # "leadership today" is asked for on 31 March of this year


@cache
def baseline() -> Baseline:
    """Return the opening position of the 42 ICS footprints.

    `share` has three rows: the middle of two open proxies for where staff work, then each proxy
    (finished Talking Therapies courses; therapists of mental health trusts). They disagree, so
    places are only ever shown as a range. Built once; its arrays are read-only, since all readers
    share them. Raises DataError if the tables do not load.
    """
    systems, history = queries.systems(), queries.workforce_history()
    fte = dict(zip(history["year"].astype(int), history["fte"].astype(float), strict=True))
    figures = queries.policy_figures()
    types = tuple(queries.trust_types()["trust_type"])
    trusts = queries.trusts_by_system_and_type()["trusts"].to_numpy(float)
    return Baseline(
        year=OPENING_YEAR,
        leadership_year=LEADERSHIP_YEAR,
        fte=fte[OPENING_YEAR],
        share=shared(ways_to_share(queries.staffing_keys())),
        trusts=shared(trusts.reshape(len(systems), len(types))),
        systems=shared(np.ones(len(systems))),
        inputs=inputs(queries.model_inputs()),
        areas=tuple(systems["ics_code"]),
        regions=tuple(systems["region_code"]),
        trust_types=types,
        population=shared(systems["registered_population"].to_numpy(float)),
        history=MappingProxyType(fte),
        published=MappingProxyType(
            dict(zip(figures["figure_id"], figures["value"].astype(float), strict=True))
        ),
    )


def ways_to_share(keys: pd.DataFrame) -> np.ndarray:
    """Return (3, A): the middle of the two keys, then each key, each summing to 1."""
    therapy = keys["share_talking_therapies"].to_numpy(float)
    trust = keys["share_mental_health_trust"].to_numpy(float)
    each = np.stack([therapy / therapy.sum(), trust / trust.sum()])
    return np.concatenate([each.mean(axis=0, keepdims=True), each])


def shared(values: np.ndarray) -> np.ndarray:
    """Return an array that nobody can change."""
    values = np.ascontiguousarray(values, dtype=float)
    values.setflags(write=False)
    return values
