"""Questions about staff: how many, where they may be, who joins and who leaves."""

from typing import TYPE_CHECKING

from .database import ask

if TYPE_CHECKING:
    import pandas as pd


def workforce_history() -> "pd.DataFrame":
    """Return the counted psychological professions in England, by year.

    Columns year (in which the financial year ends), as_at, fte (FTE), rounding, source_id,
    status.
    """
    return ask("FROM workforce_history ORDER BY year")


def staffing_keys() -> "pd.DataFrame":
    """Return the two proxies for where staff are: each a share that adds to 1 over the 42.

    Columns ics_code, share_talking_therapies, share_mental_health_trust; ordered by ics_code.
    """
    return ask(
        """
        SELECT ics_code, share_talking_therapies, share_mental_health_trust
        FROM ics_fte_estimate ORDER BY ics_code
        """
    )


def staff_by_group(
    trust_type: str = "mental_health", region_code: str | None = None
) -> "pd.DataFrame":
    """Return the staff of one kind of trust by staff group, at the end of the last month.

    Columns month, staff_group, is_total, trusts (how many have any of the group), fte (FTE, doctors
    in training left out), share_of_all (of the total's), source_id; the total first, then by name.
    Psychological professions are no group of their own. Groups of fewer than five trusts are left
    out, so that no small team can be made out.
    """
    return ask(
        """
        WITH staff AS (
            SELECT month, staff_group, is_total, count(DISTINCT trust_code) AS trusts,
                sum(end_fte) AS fte, any_value(s.source_id) AS source_id
            FROM trust_staff s JOIN staff_group USING (staff_group)
                JOIN trust USING (trust_code) JOIN ics USING (ics_code)
            WHERE month = (SELECT max(month) FROM trust_staff) AND trust_type = $trust_type
                AND ($region_code IS NULL OR region_code = $region_code)
            GROUP BY ALL HAVING count(DISTINCT trust_code) >= 5
        )
        SELECT month, staff_group, is_total, trusts, fte,
            fte / (SELECT fte FROM staff WHERE is_total) AS share_of_all, source_id
        FROM staff ORDER BY is_total DESC, staff_group
        """,
        trust_type=trust_type,
        region_code=region_code,
    )
