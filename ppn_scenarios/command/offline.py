"""The command that writes a session as one web page, for a room without a network."""

from collections.abc import Callable, Sequence

from ppn_scenarios.analysis.goals import Goal
from ppn_scenarios.sharing import scenario_file
from ppn_scenarios.sharing.about import file_name
from ppn_scenarios.sharing.kept import Kept
from ppn_scenarios.sharing.offline import offline as page
from ppn_scenarios.sharing.scenes import STORYLINE
from ppn_scenarios.tables.queries import data_version
from ppn_scenarios.wording.places import Place

from . import folder
from .told import told_of


def offline(
    kept: Kept,
    others: Sequence[Kept],
    place: Place,
    out: str,
    link: str,
    goal: Goal,
    told: Callable[[float, str], None],
) -> str:
    """Write the page of a scenario and of those kept beside it, and return what was written."""
    where = folder.file_ready(out)
    found = told_of(kept, place, link, goal, told)
    beside = [told_of(one, place, "", goal, in_short=True) for one in others]
    file = scenario_file.write([kept, *others], data_version()).encode()
    scenes = tuple(STORYLINE.values())
    made = page(found, beside, file, file_name(kept.name, "json"), scenes)
    return folder.put(where.parent, where.name, made.encode())
