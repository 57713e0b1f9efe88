"""PPN Scenarios: the psychological professions workforce and its leadership in the English NHS.

The front door for code:

    from ppn_scenarios import Scenario, against_targets, baseline, project

    plan = project(baseline(), Scenario(mandate=1, retention=0.05))
    print(against_targets(plan))

Rooms, in reading order: `assumptions` (what we assume), `model` (the equations), `tables` (the
data), `opening` (from tables to model), `analysis` (what results mean), `wording` (how results are
said), `briefing` (what a board is told), `sharing` (links and files), `command` (the command line),
`ui` (the pages' parts). Arrows between rooms go one way; tests/test_architecture.py is the map.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from ppn_scenarios.analysis import against_targets
    from ppn_scenarios.assumptions import Scenario
    from ppn_scenarios.model import project
    from ppn_scenarios.opening import baseline

__version__ = "0.1.0"
__all__ = ["Scenario", "against_targets", "baseline", "project"]

_ROOM_OF = {
    "Scenario": "assumptions",
    "against_targets": "analysis",
    "baseline": "opening",
    "project": "model",
}


def __getattr__(name: str) -> Any:
    """Load a room when it is first asked for, so that importing one does not load all."""
    if name not in _ROOM_OF:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"{__name__}.{_ROOM_OF[name]}"), name)
