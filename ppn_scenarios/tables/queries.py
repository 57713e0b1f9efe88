"""Every question that the tables can be asked; each answer is a fresh frame."""

from .activity import finished_courses
from .database import data_version, row_counts
from .dictionary import data_dictionary
from .evidence import (
    age_bands,
    families,
    model_inputs,
    policy_figures,
    professions,
    role_adoption,
    sources,
)
from .places import (
    boards_2026,
    boundaries,
    regions,
    residents,
    succession,
    systems,
    trust_types,
    trusts,
    trusts_by_system_and_type,
)
from .workforce import (
    staff_by_group,
    staffing_keys,
    workforce_history,
)

__all__ = [
    "age_bands",
    "boards_2026",
    "boundaries",
    "data_dictionary",
    "data_version",
    "families",
    "finished_courses",
    "model_inputs",
    "policy_figures",
    "professions",
    "regions",
    "residents",
    "role_adoption",
    "row_counts",
    "sources",
    "staff_by_group",
    "staffing_keys",
    "succession",
    "systems",
    "trust_types",
    "trusts",
    "trusts_by_system_and_type",
    "workforce_history",
]
