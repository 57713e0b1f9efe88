"""The professions that families are split into: the table's equal parts, or a reader's own."""

from collections.abc import Hashable, Mapping
from pathlib import Path
from typing import Any, Final

import pandas as pd

from ppn_scenarios.model import Inputs, Profession, split
from ppn_scenarios.model.baseline import FAMILIES
from ppn_scenarios.tables import queries
from ppn_scenarios.tables.errors import DataError, Problem
from ppn_scenarios.tables.own_split import own_split

CLINICAL: Final = "clinical_psychologist"  # the places that the lever counts are all theirs
CLINICAL_FAMILY: Final = "psychologists"
ROUNDING: Final = 0.005  # by which shares that people type may miss a whole


def in_professions(families: Inputs, file: str | Path = "") -> Inputs:
    """Return the inputs of three families split into professions, by a reader's file if named.

    Raises DataError, naming the file and the profession or family, for a split that cannot be.
    """
    if not file:
        return split(families, of_the_table(queries.professions()))
    try:
        return split(families, of_a_reader(own_split(file)))
    except DataError:
        raise
    except ValueError as error:
        raise DataError([Problem(file=Path(file).name, what=str(error))]) from error


def of_the_table(rows: pd.DataFrame) -> list[Profession]:
    """Return the professions that have a share of their family, made to add up exactly."""
    whole = rows.groupby("family")["share_of_family"].transform("sum")
    rows = rows.assign(share_of_family=rows["share_of_family"] / whole)
    return [
        profession(row, places_of(row))
        for row in rows.to_dict("records")
        if row["share_of_family"] > 0
    ]


def of_a_reader(rows: pd.DataFrame) -> list[Profession]:
    """Return a reader's professions, whose shares may miss a whole by rounding.

    Raises ValueError for a family that is none, shares that are not of a whole, or places given for
    a part of a family.
    """
    for name, family in zip(rows["profession"], rows["family"], strict=True):
        if family not in FAMILIES:
            raise ValueError(f"{name}: {family!r} is not one of {', '.join(FAMILIES)}")
    for what in ("share_of_family", "share_of_places"):
        for family in FAMILIES:
            given = rows.loc[rows["family"] == family, what]
            if given.isna().all():
                continue
            if given.isna().any():
                raise ValueError(f"give {what} for all {family}, or for none of them")
            if abs(whole := given.sum() - 1) > ROUNDING:
                raise ValueError(f"{what} of {family} adds up to {1 + whole:.4g}, not to 1")
            rows.loc[given.index, what] = given / given.sum()
    return [profession(row, known(row["share_of_places"])) for row in rows.to_dict("records")]


def places_of(row: Mapping[Hashable, Any]) -> float | None:
    """Return the share of its family's places that a row has: all, none, or not known."""
    return float(row["profession"] == CLINICAL) if row["family"] == CLINICAL_FAMILY else None


def profession(row: Mapping[Hashable, Any], places: float | None) -> Profession:
    """Return the profession of a row, with its share of its family's places where it is known."""
    return Profession(
        name=row["profession"],
        family=row["family"],
        share=float(row["share_of_family"]),
        course_years=known(row["course_length_years"]),
        places=places,
    )


def known(value: float | None) -> float | None:
    """Return a number, or None where the cell is empty."""
    return None if pd.isna(value) else float(value)
