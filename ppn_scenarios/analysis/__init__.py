"""What projections mean: series for a place, coverage against targets, lines to draw.

Takes projections and returns pandas frames; knows nothing of tables or pages.
"""

from .coverage import Answer, against_targets, answers
from .place_measures import MEASURES
from .places import ENGLAND, place_index
from .series import Series

__all__ = [
    "ENGLAND",
    "MEASURES",
    "Answer",
    "Series",
    "against_targets",
    "answers",
    "place_index",
]
