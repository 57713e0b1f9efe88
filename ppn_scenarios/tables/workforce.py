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


def staffing_estimate(region_code: str | None = None) -> "pd.DataFrame":
    """Return the ESTIMATE of FTE in March 2023 for each system, of one region or of all.

    Columns ics_code, short_name, region_code, fte_low, fte_mid, fte_high (FTE),
    fte_mid_per_100k (FTE per 100,000 registered patients), spread ((high - low) / mid),
    mental_health_trust_imputed_share, source_id, status; ordered by ics_code: never rank.
    """
    return ask(
        """
        SELECT ics_code, short_name, region_code, fte_low, fte_mid, fte_high,
            fte_mid / registered_population * 100000 AS fte_mid_per_100k,
            (fte_high - fte_low) / fte_mid AS spread,
            mental_health_trust_imputed_share, source_id, status
        FROM ics_fte_estimate JOIN ics USING (ics_code)
        WHERE $region_code IS NULL OR region_code = $region_code
        ORDER BY ics_code
        """,
        region_code=region_code,
    )


def staff_turnover(
    staff_group: str = "Scientific, therapeutic & technical staff",
    trust_type: str | None = "mental_health",
    region_code: str | None = None,
) -> "pd.DataFrame":
    """Return who joined and left one staff group in each month, over many trusts together.

    `trust_type` and `region_code` narrow the trusts; None means all. Columns month,
    staff_group, trusts, start_fte, end_fte, joiners_fte, leavers_fte (FTE), joining_rate and
    leaving_rate (share of the mean of start and end, in the month), source_id; ordered by
    month. Moves between trusts count as joining and leaving. Groups of fewer than five trusts
    are left out, so that no small team can be made out.
    """
    return ask(
        """
        SELECT month, staff_group, count(DISTINCT trust_code) AS trusts,
            sum(start_fte) AS start_fte, sum(end_fte) AS end_fte,
            sum(joiners_fte) AS joiners_fte, sum(leavers_fte) AS leavers_fte,
            2 * sum(joiners_fte) / (sum(start_fte) + sum(end_fte)) AS joining_rate,
            2 * sum(leavers_fte) / (sum(start_fte) + sum(end_fte)) AS leaving_rate,
            any_value(s.source_id) AS source_id
        FROM trust_staff s JOIN trust USING (trust_code) JOIN ics USING (ics_code)
        WHERE staff_group = $staff_group
            AND ($trust_type IS NULL OR trust_type = $trust_type)
            AND ($region_code IS NULL OR region_code = $region_code)
        GROUP BY month, staff_group HAVING count(DISTINCT trust_code) >= 5
        ORDER BY month
        """,
        staff_group=staff_group,
        trust_type=trust_type,
        region_code=region_code,
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
