"""What it would take to reach a goal: one lever, several at once, three routes, and what binds.

Read in this order: `goal` (what is asked for), `trials` (what settings give, and where), `runs`
(many at once), `control` (a lever as it can be set), `one_lever`, `searches` (side by side),
`several` (the most together), `nearby` (a step away), `least` (the least that is enough), `binding`
(what stands in the way), `routes`, `answer` (all of it, checked).
"""

from .answer import Alone, Together, alone, together
from .binding import held_by
from .goal import Goal
from .trials import extra_costs

__all__ = ["Alone", "Goal", "Together", "alone", "extra_costs", "held_by", "together"]
