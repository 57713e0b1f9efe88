"""The work of Talking Therapies: courses are published, what they take is mostly placeholders."""

from types import MappingProxyType

import numpy as np
import pandas as pd

from ppn_scenarios.model import Workload

from .inputs import OF_A_WORKLOAD, shaped


def workload(rows: pd.DataFrame, courses: pd.DataFrame) -> Workload:
    """Return one service, Talking Therapies, from the table model_input and finished courses.

    The work of a course is its sessions times their minutes; courses that nobody finished are not
    counted. Raises ValueError, naming the input, if one is missing or given twice.
    """
    values = {name: shaped(name, rows[rows["input"] == name]) for name in OF_A_WORKLOAD}
    counts = zip(courses["ics_code"], courses["finished_courses"], strict=True)
    return Workload(
        activity=MappingProxyType({str(code): locked([number]) for code, number in counts}),
        minutes=locked([values["therapy_sessions"] * values["therapy_minutes"]]),
        work_share=locked([values["therapy_work_share"]]),
        available=float(values["working_minutes"]),
        clinical_focus=np.asarray(values["clinical_focus"]),
        allowances=float(values["work_allowances"]),
    )


def locked(values: object) -> np.ndarray:
    """Return an array that nobody can change."""
    array = np.array(values, dtype=float)
    array.setflags(write=False)
    return array
