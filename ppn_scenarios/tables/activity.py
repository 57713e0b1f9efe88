"""Questions about NHS Talking Therapies."""

from typing import TYPE_CHECKING

from .database import ask

if TYPE_CHECKING:
    import pandas as pd


def talking_therapies(area: str = "England") -> "pd.DataFrame":
    """Return Talking Therapies by financial year for England, a region or a system.

    `area` is "England", a region_code or an ics_code; an unknown one gives no rows. Columns
    year, area, referrals, finished_courses, finished_at_caseness, recovered (referrals),
    recovery_share, reliable_improvement_share, reliable_recovery_share (the last two missing
    for a region), finished_share (finished over referrals), waited_under_6_weeks_share,
    waited_under_18_weeks_share (of finished courses; missing for England before 2022-23),
    source_id, status; ordered by year. England is as published. A region is the sum of its
    systems, whose counts are rounded to 5, so regions do not add exactly to England.
    """
    return ask(
        """
        WITH by_area AS (
            SELECT 'England' AS area, * FROM talking_therapies_england
            UNION ALL BY NAME
            SELECT ics_code AS area, * EXCLUDE (ics_code) FROM talking_therapies_ics
            UNION ALL BY NAME
            SELECT region_code AS area, year,
                sum(referrals) AS referrals,
                sum(finished_courses) AS finished_courses,
                sum(finished_at_caseness) AS finished_at_caseness,
                sum(recovered) AS recovered,
                sum(recovered) / sum(finished_at_caseness) AS recovery_share,
                sum(finished_waited_under_6_weeks) AS finished_waited_under_6_weeks,
                sum(finished_waited_under_18_weeks) AS finished_waited_under_18_weeks,
                any_value(t.source_id) AS source_id,
                'derived' AS status
            FROM talking_therapies_ics t JOIN ics USING (ics_code)
            GROUP BY region_code, year
        )
        SELECT year, area, referrals::INTEGER AS referrals,
            finished_courses::INTEGER AS finished_courses,
            finished_at_caseness::INTEGER AS finished_at_caseness,
            recovered::INTEGER AS recovered,
            recovery_share, reliable_improvement_share, reliable_recovery_share,
            finished_courses / referrals AS finished_share,
            finished_waited_under_6_weeks / finished_courses AS waited_under_6_weeks_share,
            finished_waited_under_18_weeks / finished_courses AS waited_under_18_weeks_share,
            source_id, status
        FROM by_area WHERE area = $area ORDER BY year
        """,
        area=area,
    )


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
