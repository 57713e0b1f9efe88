"""A reader's own split of families into professions, in place of the table's equal parts."""

import os
from pathlib import Path
from typing import TYPE_CHECKING, Final

from .csv_file import Column, read_csv_file

if TYPE_CHECKING:
    import pandas as pd

# PPN_PROFESSIONS names a CSV file with the columns below; without it the table `profession` holds.
OWN_SPLIT: Final = os.environ.get("PPN_PROFESSIONS", "")
NUMBERS: Final = ("share_of_family", "course_length_years", "share_of_places")
COLUMNS: Final = (
    Column(name="profession", type="VARCHAR", nullable=False),  # a short name, each once
    Column(name="label", type="VARCHAR", nullable=False),
    Column(name="family", type="VARCHAR", nullable=False),
    Column(name="share_of_family", type="DOUBLE", nullable=False),  # of its staff
    Column(name="course_length_years", type="DOUBLE", nullable=True),  # empty: as the lever says
    Column(name="share_of_places", type="DOUBLE", nullable=True),  # empty: as its share of staff
)


def own_split(file: str | Path) -> "pd.DataFrame":
    """Return the professions of a reader's own file, with the columns of COLUMNS.

    Raises DataError, naming line and column, if the file is not such a table.
    """
    import pandas as pd  # tables are read before anything else needs it

    cells = read_csv_file(Path(file), COLUMNS).cells
    return pd.DataFrame(cells).astype(dict.fromkeys(NUMBERS, float))
