"""What counts as good enough, declared before any result was computed, with where it comes from.

Nothing here may be changed because of a result. A band that proves wrong gets a new name.
"""

from dataclasses import dataclass
from typing import Final

DUTCH: Final = (
    "Back-tests of Dutch planning of general practitioners, 1998 to 2011 (Human Resources for "
    "Health 2013, 11:31): mean errors of 1.9% to 14.9%, larger the further ahead"
)
FREEDOM_TO_SPEAK_UP: Final = "National Guardian for the NHS, January 2017: 201 of 234 trusts"
CHIEF_AHP: Final = (
    "BMJ Leader 2024;8:119: 81% of 160 organisations that answered, of 217; 60% if nobody else "
    "has one"
)
OUR_READING: Final = "Worked out by us from the sources of each row; two points for monthly steps"


@dataclass(frozen=True)
class Band:
    """The lowest and highest value that passes, what it is of, and why these limits."""

    low: float
    high: float
    words: str
    source: str

    def holds(self, value: float) -> bool:
        """Return whether a value passes, its limits included."""
        return self.low <= value <= self.high


# Mean absolute error of total FTE, by how many years ahead the last point lies. The first two are
# our choice near the better end of what was published; the last is its worst.
ONE_YEAR: Final = Band(0, 0.03, "mean error of at most 3%", DUTCH)
THREE_YEARS: Final = Band(0, 0.07, "mean error of at most 7%", DUTCH)
FURTHER: Final = Band(0, 0.149, "mean error of at most 14.9%", DUTCH)

# An interval meant to hold 80% of points: too few inside is too sure, too many is no use.
COVERAGE: Final = Band(
    0.65, 0.95, "65% to 95% of points inside the interval", "Our choice, around the 80% meant"
)
FEWEST_POINTS: Final = 5  # below this a share of points inside says nothing: 0 or 1 of 1

REQUIRED_PACE: Final = Band(1.0, 2.5, "a pace of 1.0 to 2.5 a year", FREEDOM_TO_SPEAK_UP)
ENCOURAGED_PACE: Final = Band(0.10, 0.33, "a pace of 0.10 to 0.33 a year", CHIEF_AHP)
SHARE_TOLERANCE: Final = Band(0, 0.02, "within two points of every share", OUR_READING)


def error_band(years_ahead: int) -> Band:
    """Return the band for the mean error of points up to some years ahead."""
    if years_ahead <= 1:
        return ONE_YEAR
    return THREE_YEARS if years_ahead <= 3 else FURTHER
