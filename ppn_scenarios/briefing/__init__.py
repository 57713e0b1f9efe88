"""What a board is told of a scenario: findings, charts and tables, whatever file they end in.

Read in this order: `part` (what a briefing is made of), `workings` (its long answers), `ground`
(what it rests on), then the parts: `track`, `changed`, `leading`, `by_place`, `goal`, `futures`,
`doubt`, `basis`; and `briefing`.
"""

from .briefing import briefing
from .part import Briefing, Chart, Part, Series, Table
from .workings import Workings

__all__ = ["Briefing", "Chart", "Part", "Series", "Table", "Workings", "briefing"]
