"""The equations, in NumPy alone: a baseline and a scenario in, a projection out.

Read in this order: `baseline` (what is handed in), `ages` (retirement as staff grow older), `rates`
(what a scenario means for each year), `leadership` (E14-E18), `staffing` (E1-E9), `measures` and
`required` (E10-E13, E19), `start` (the opening year), `projection` (what comes out), `axes` (where
time goes), `project` (the years).

Arrays are (*batch, area, family, grade) or a prefix of it, with time in front where all years are
worked out together. Nothing assumes how many batch axes there are, so that many runs pass through
the same equations at once.
"""

from .ages import Ages
from .baseline import HORIZON, Baseline, Inputs, Profession, split
from .project import project
from .projection import Projection

__all__ = ["HORIZON", "Ages", "Baseline", "Inputs", "Profession", "Projection", "project", "split"]
