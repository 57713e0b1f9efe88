"""What we assume: every lever, preset and target, declared once. Plain Python, no input or output.

Read in this order: `assumption` (what an assumption is), then the subjects (`leadership`,
`leaders`, `post_terms`, `leadership_today`; `training`, `courses`, `careers`; `leaving`,
`staffing`; `posts`, `need`, `effects`, `timing`), then `own_dates`, `scenario`, `presets`,
`targets`.
"""

from .assumption import GROUPS, KINDS, STATUSES, Assumption
from .presets import PRESETS, Preset, preset_of, with_preset
from .scenario import ASSUMPTIONS, LEVERS, OWN_DATES, Scenario
from .targets import TARGETS, Target

__all__ = [
    "ASSUMPTIONS",
    "GROUPS",
    "KINDS",
    "LEVERS",
    "OWN_DATES",
    "PRESETS",
    "STATUSES",
    "TARGETS",
    "Assumption",
    "Preset",
    "Scenario",
    "Target",
    "preset_of",
    "with_preset",
]
