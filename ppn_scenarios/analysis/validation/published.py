"""Published numbers that the model is held against, and that no table of the explorer has.

Sources are given with each; their addresses are in data/source.csv (S6, S7, S23, S24) and in the
list of sources of the assumptions log. No number here enters a projection.
"""

from typing import Final

ENGLAND_START, ENGLAND_END = 2019, 2023

# People who started clinical psychology training, by the year in which the financial year ends:
# those of autumn 2019 are under 2020. To 2021 the Clearing House's places, Great Britain (S6); for
# 2023 England (British Psychological Society, S7); 2022 lies midway between its neighbours.
PSYCHOLOGY_STARTS: Final = {
    2012: 569,
    2013: 586,
    2014: 583,
    2015: 583,
    2016: 591,
    2017: 595,
    2018: 594,
    2019: 593,
    2020: 614,
    2021: 770,
    2022: 918,
    2023: 1065,
}
PSYCHOLOGY_SOURCE: Final = (
    "Clearing House for Postgraduate Courses in Clinical Psychology (Great Britain, to 2020); "
    "British Psychological Society, October 2022 (England)"
)

# Practitioner psychologists registered in the UK, in seven fields of practice (HCPC).
REGISTERED: Final = {"April 2014": 19_919, "December 2021": 25_916}
LOST_A_YEAR: Final = 0.007  # of trainees in clinical psychology (Clearing House)

# Years since the start and share of organisations, with the pace that the specification read from
# them before this was computed.
GUARDIANS: Final = 201 / 234  # of trusts, about mid-January 2017
GUARDIANS_SINCE: Final = {"the report of February 2015": 23 / 12, "April 2016": 9.5 / 12}
AHP_ANSWERED, AHP_ASKED, AHP_SHARE = 160, 217, 0.81
AHP_SINCE: Final = {"2017, of those who answered": 5, "2013, if nobody else has one": 9}

# Shares of trusts with a leader after 1, 3, 5 and 8 years, by pace: from none, no ceiling, nothing
# cut, turnover 0.22 a year and 0.39 years to fill (specification, section 2.2).
COVERAGE_YEARS: Final = (1, 3, 5, 8)
COVERAGE: Final = {
    0.10: (0.06, 0.21, 0.34, 0.49),
    0.15: (0.09, 0.30, 0.46, 0.63),
    0.33: (0.18, 0.53, 0.72, 0.85),
    1.0: (0.42, 0.85, 0.91, 0.92),
    2.5: (0.68, 0.92, 0.92, 0.92),
}

# The reverse test: FTE that must join a year, in thousands, at a total rate of leaving of .08, .11
# and .14 (specification, section 3). From 2019 to 2023, and from 2023 to 2037.
REVERSE_HAZARDS: Final = (0.08, 0.11, 0.14)
REVERSE: Final = {
    "2019-23": (4.2, 4.9, 5.6),
    "T4A": (3.8, 4.9, 6.0),
    "T4B": (4.9, 6.2, 7.5),
    "T4C": (6.6, 8.2, 9.9),
}
READINGS: Final = {"T4A": 40_924, "T4B": 50_078, "T4C": 64_452}
PLAN_START_LOW, PLAN_START_HIGH = 15.3, 16.6  # thousand posts that +157% implies
PLAN_GROWTH: Final = 1.57
