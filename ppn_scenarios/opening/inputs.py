"""The inputs that no lever sets, from the rows of one table to the arrays of the model."""

from dataclasses import MISSING, fields
from typing import Any, Final

import numpy as np
import pandas as pd

from ppn_scenarios.model import Inputs
from ppn_scenarios.model.baseline import FAMILIES, GRADES, LONGEST_COURSE

FAMILY: Final = ("family", FAMILIES)
GRADE: Final = ("grade", GRADES)
PROMOTED_FROM: Final = ("grade", GRADES[:2])
YEAR: Final = ("year_offset", tuple(range(1, LONGEST_COURSE + 1)))

# The axes of each input that is not a single number.
AXES_OF: Final = {
    "stock_share": (FAMILY,),
    "grade_share": (FAMILY, GRADE),
    "opening_trainees": (FAMILY, YEAR),
    "opening_recent_leavers": (FAMILY,),
    "opening_unplaced": (FAMILY,),
    "leaving_relative": (FAMILY, GRADE),
    "retirement_relative": (FAMILY, GRADE),
    "promotion_relative": (FAMILY, PROMOTED_FROM),
    "external_share": (FAMILY,),
    "other_places_share": (FAMILY,),
    "entry_grade": (GRADE,),
    "lead_from": (FAMILY,),
    "pay_cost": (FAMILY, GRADE),
    "training_cost": (FAMILY,),
    "cases": (FAMILY,),
    "clinical_focus": (FAMILY,),
    "therapy_work_share": (FAMILY,),
}
# What the work of Talking Therapies takes: see `workload`.
OF_A_WORKLOAD: Final = (
    "clinical_focus",
    "therapy_minutes",
    "therapy_sessions",
    "therapy_work_share",
    "work_allowances",
    "working_minutes",
)
ZERO_WHERE_ABSENT: Final = {"opening_trainees"}  # nobody is in the years that no row names


def inputs(rows: pd.DataFrame) -> Inputs:
    """Return the model's inputs from the table model_input, those of a workload left out.

    Raises ValueError, naming the input, if one is missing, repeated or not known.
    """
    known = {
        f.name for f in fields(Inputs) if f.default is MISSING and f.default_factory is MISSING
    }
    rows = rows[~rows["input"].isin(OF_A_WORKLOAD)]
    found = {str(name): part for name, part in rows.groupby("input")}
    if known ^ set(found):
        missing, unknown = sorted(known - set(found)), sorted(set(found) - known)
        raise ValueError(f"model_input: missing {missing}, unknown {unknown}")
    arrays: dict[str, Any] = {name: shaped(name, part) for name, part in found.items()}
    return Inputs(**arrays)


def shaped(name: str, rows: pd.DataFrame) -> np.ndarray | float:
    """Return one input as a number, or as an array over families, grades or years."""
    axes = AXES_OF.get(name, ())
    if not axes:
        if len(rows) != 1:
            raise ValueError(f"model_input: {name} is given {len(rows)} times")
        return float(rows["value"].iloc[0])
    array = np.full([len(places) for _, places in axes], np.nan)
    for row in rows.to_dict("records"):
        at = tuple(places.index(row[axis]) for axis, places in axes)
        if not np.isnan(array[at]):
            raise ValueError(f"model_input: {name} is given twice for {row}")
        array[at] = row["value"]
    if name in ZERO_WHERE_ABSENT:
        array = np.nan_to_num(array, nan=0.0)
    if np.isnan(array).any():
        raise ValueError(f"model_input: {name} lacks a value for some family or grade")
    array.setflags(write=False)
    return array
