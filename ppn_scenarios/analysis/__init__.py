"""What projections mean: series for a place, coverage against targets, lines to draw.

Takes projections and returns pandas frames; knows nothing of tables or pages.
"""

from .coverage import against_targets
from .places import ENGLAND, place_index
from .series import MEASURES, Series

__all__ = ["ENGLAND", "MEASURES", "Series", "against_targets", "place_index"]
