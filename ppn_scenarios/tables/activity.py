"""Questions about NHS Talking Therapies."""

from typing import TYPE_CHECKING

from .database import ask

if TYPE_CHECKING:
    import pandas as pd


def finished_courses(year: str = "2024-25") -> "pd.DataFrame":
    """Return finished Talking Therapies courses of each system in a financial year.

    Columns ics_code, finished_courses (referrals, rounded to 5); ordered by ics_code. A year
    that the tables lack gives no rows.
    """
    return ask(
        """
        SELECT ics_code, finished_courses FROM talking_therapies_ics
        WHERE year = $year ORDER BY ics_code
        """,
        year=year,
    )
