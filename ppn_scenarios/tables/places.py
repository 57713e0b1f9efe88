"""Questions about places: regions, systems, boards and trusts."""

from typing import TYPE_CHECKING

from .database import ask

if TYPE_CHECKING:
    import pandas as pd


def regions() -> "pd.DataFrame":
    """Return the seven regions: region_code, ons_code, name, source_id; ordered by code."""
    return ask("FROM region ORDER BY region_code")


def systems() -> "pd.DataFrame":
    """Return the 42 systems, ordered by ics_code, with every column of `ics`.

    region_name follows region_code; registered_population is people, imd_average_score a
    score, imd_rank 1 for the most deprived, tile_column and tile_row tiles from north-west.
    """
    return ask(
        """
        SELECT ics.ics_code, ics.ons_code, ics.name, short_name, region_code,
            region.name AS region_name, ics.* EXCLUDE (ics_code, ons_code, name, short_name,
            region_code)
        FROM ics JOIN region USING (region_code)
        ORDER BY ics_code
        """
    )


def residents() -> "pd.DataFrame":
    """Return residents of the systems in mid-2020: ics_code, residents (people), as_at, source_id.

    A second count of people beside registered patients, and with status; ordered by ics_code.
    """
    return ask("FROM ics_residents ORDER BY ics_code")


def boundaries() -> "pd.DataFrame":
    """Return the outlines of the systems: ics_code, part, outline, source_id, status.

    outline is "longitude latitude, longitude latitude, ..." in degrees, clockwise, and ends where
    it began; ordered by ics_code, then part, the largest first. For maps alone: simplified.
    """
    return ask("FROM ics_boundary ORDER BY ics_code, part")


def boards_2026() -> "pd.DataFrame":
    """Return the 36 boards from April 2026: board_code, name, region_code, region_name, source_id.

    Ordered by board_code.
    """
    return ask(
        """
        SELECT board_code, b.name, b.region_code, r.name AS region_name, b.source_id
        FROM board_2026 b LEFT JOIN region r USING (region_code)
        ORDER BY board_code
        """
    )


def succession() -> "pd.DataFrame":
    """Return which board took each system, and with what share of its people.

    Columns ics_code, board_code, board_name, weight (share; adds to 1 for each system),
    basis, source_id, status; ordered by ics_code, then board_code.
    """
    return ask(
        """
        SELECT ics_code, board_code, b.name AS board_name, weight, basis, s.source_id, status
        FROM ics_succession s JOIN board_2026 b USING (board_code)
        ORDER BY ics_code, board_code
        """
    )


def trust_types() -> "pd.DataFrame":
    """Return the five kinds of trust, in display order: trust_type, label, description, source_id.

    The order is that of every table by kind of trust.
    """
    return ask(
        """
        SELECT trust_type, label, description, source_id, display_order
        FROM trust_type ORDER BY display_order
        """
    )


def trusts(ics_code: str | None = None, region_code: str | None = None) -> "pd.DataFrame":
    """Return the trusts of a system or a region, or all of them, ordered by trust_code.

    Columns of `trust`, with type_label, ics_name and region_code; staff in FTE at the end of
    November 2025. An unknown code gives no rows.
    """
    return ask(
        """
        SELECT trust.*, trust_type.label AS type_label, ics.short_name AS ics_name, region_code
        FROM trust JOIN trust_type USING (trust_type) JOIN ics USING (ics_code)
        WHERE ($ics_code IS NULL OR ics_code = $ics_code)
            AND ($region_code IS NULL OR region_code = $region_code)
        ORDER BY trust_code
        """,
        ics_code=ics_code,
        region_code=region_code,
    )


def trusts_by_system_and_type() -> "pd.DataFrame":
    """Return the number of trusts of each kind in each system: ics_code, trust_type, trusts.

    All 42 x 5 pairs, zeros included; ordered by ics_code, then the display order of kinds.
    """
    return ask(
        """
        SELECT ics_code, trust_type, count(trust_code) AS trusts
        FROM ics CROSS JOIN trust_type LEFT JOIN trust USING (ics_code, trust_type)
        GROUP BY ics_code, trust_type, display_order
        ORDER BY ics_code, display_order
        """
    )
