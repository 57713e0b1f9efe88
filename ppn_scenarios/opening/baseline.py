"""England on 31 March 2023, by ICS, as the tables have it."""

from functools import cache
from types import MappingProxyType
from typing import Final

import numpy as np
import pandas as pd

from ppn_scenarios.model import Baseline
from ppn_scenarios.tables import queries
from ppn_scenarios.tables.own_split import OWN_SPLIT

from .ages import ages
from .inputs import inputs
from .professions import in_professions
from .workload import workload

OPENING_YEAR: Final = 2023  # the newest year with a published count of staff
WORK_OF: Final = "2022-23"  # the year of activity that ends with the opening
LEADERSHIP_YEAR: Final = 2026  # "leadership today" is asked for on 31 March of this year


@cache
def baseline(by_profession: bool = False, professions: str = "") -> Baseline:
    """Return the opening position of the 42 ICS footprints.

    Staff are in three families, or in professions if `by_profession`: no split of families is
    published, so it follows the equal parts in the table profession, or a reader's own split: the
    CSV file that `professions` or else the environment variable PPN_PROFESSIONS names.

    `share` has three rows: the middle of two open proxies for where staff work, then each proxy
    (finished Talking Therapies courses; therapists of mental health trusts). They disagree, so
    places are only ever shown as a range. Built once; its arrays are read-only, since all readers
    share them. Raises DataError if the tables, or a reader's own split, do not load.
    """
    systems, history = queries.systems(), queries.workforce_history()
    fte = dict(zip(history["year"].astype(int), history["fte"].astype(float), strict=True))
    figures = queries.policy_figures()
    types = tuple(queries.trust_types()["trust_type"])
    trusts = queries.trusts_by_system_and_type()["trusts"].to_numpy(float)
    values = queries.model_inputs()
    families = inputs(values)
    people = systems["registered_population"].to_numpy(float)
    return Baseline(
        year=OPENING_YEAR,
        leadership_year=LEADERSHIP_YEAR,
        fte=fte[OPENING_YEAR],
        share=shared(ways_to_share(queries.staffing_keys())),
        trusts=shared(trusts.reshape(len(systems), len(types))),
        systems=shared(np.ones(len(systems))),
        boards=MappingProxyType(boards(queries.succession(), systems["ics_code"], people)),
        inputs=in_professions(families, professions or OWN_SPLIT)
        if by_profession or professions
        else families,
        areas=tuple(systems["ics_code"]),
        regions=tuple(systems["region_code"]),
        trust_types=types,
        population=shared(people),
        history=MappingProxyType(fte),
        published=MappingProxyType(
            dict(zip(figures["figure_id"], figures["value"].astype(float), strict=True))
        ),
        ages=ages(queries.age_bands()),
        work=workload(values, queries.finished_courses(WORK_OF)),
    )


def ways_to_share(keys: pd.DataFrame) -> np.ndarray:
    """Return (3, A): the middle of the two keys, then each key, each summing to 1."""
    therapy = keys["share_talking_therapies"].to_numpy(float)
    trust = keys["share_mental_health_trust"].to_numpy(float)
    each = np.stack([therapy / therapy.sum(), trust / trust.sum()])
    return np.concatenate([each.mean(axis=0, keepdims=True), each])


def boards(succession: pd.DataFrame, codes: pd.Series, people: np.ndarray) -> dict[int, np.ndarray]:
    """Return, by how many boards there are, the part of a board's lead that each area has.

    The 36 boards of April 2026 come from the table ics_succession: a board that covers several
    areas is shared between them by population. Which boards merge into "about 26" is not
    published, so those are spread by population alone.
    """
    part = succession["ics_code"].map(dict(zip(codes, people, strict=True))) * succession["weight"]
    lead = part / part.groupby(succession["board_code"]).transform("sum")
    after_2026 = lead.groupby(succession["ics_code"]).sum().reindex(codes).to_numpy(float)
    return {36: shared(after_2026), 26: shared(26 * people / people.sum())}


def shared(values: np.ndarray) -> np.ndarray:
    """Return an array that nobody can change."""
    values = np.ascontiguousarray(values, dtype=float)
    values.setflags(write=False)
    return values
