"""The equations, in NumPy alone: a baseline and a scenario in, a projection out.

Read in this order: `baseline` (what is handed in), `ages` (retirement as staff grow older),
`values` (what a choice is in each year), `rates` (what a scenario means for each year),
`leadership` (E14, E15), `dose` (E17, E18), `exits` (E6), `staffing` (E1-E5, E7-E9), `flows` (who
moved), `measures` (E10, E13, E19), `required` and `workload` (E11), `leading` (who leads, year by
year), `start` (the opening year), `project` (the years; E12), `years` (what comes out), `begun`
(years taken over from another run), `projection` (what is measured of it), `axes` (where time
goes), `memory` (how arrays lie in it).

Arrays are (*batch, area, family, grade) or a prefix of it, with time in front where all years are
worked out together. Nothing assumes how many batch axes there are, so that many runs pass through
the same equations at once.
"""

from .ages import Ages
from .baseline import HORIZON, Baseline, Inputs
from .professions import Profession, split
from .project import project, with_staff_of
from .projection import Projection
from .required import method_label, method_scope
from .workload import Workload

__all__ = [
    "HORIZON",
    "Ages",
    "Baseline",
    "Inputs",
    "Profession",
    "Projection",
    "Workload",
    "method_label",
    "method_scope",
    "project",
    "split",
    "with_staff_of",
]
