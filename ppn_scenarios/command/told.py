"""The briefing of a scenario of a file, which the board pack and the web page are made from."""

from collections.abc import Callable

from ppn_scenarios.analysis.goals import Goal
from ppn_scenarios.briefing import Briefing, briefing
from ppn_scenarios.sharing.kept import Kept
from ppn_scenarios.wording.places import Place


def unheard(share: float, what: str) -> None:
    """Hear how far the work is and say nothing."""


def told_of(
    kept: Kept,
    place: Place,
    link: str,
    goal: Goal,
    told: Callable[[float, str], None] = unheard,
    *,
    in_short: bool = False,
) -> Briefing:
    """Return the briefing of a scenario, or its main findings; `told` hears how far it is."""
    return briefing(
        kept.scenario,
        place,
        name=kept.name,
        note=kept.note,
        reasons=kept.reasons,
        link=link,
        goal=goal,
        told=told,
        in_short=in_short,
    )
