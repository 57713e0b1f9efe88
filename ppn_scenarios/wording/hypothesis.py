"""The reader's hypothesis that leadership changes staffing, said apart from every result."""

from typing import Final

from ppn_scenarios.analysis import MEASURES
from ppn_scenarios.assumptions import Scenario
from ppn_scenarios.model import HORIZON, Projection

from .numbers import march, signed_range, staff_range
from .places import Place

HYPOTHESES: Final = ("eps_ret", "eps_rec", "eps_train", "eps_prod")


def supposes(scenario: Scenario) -> bool:
    """Return whether a scenario supposes that leadership changes staffing."""
    return bool(scenario.effects_on) and any(getattr(scenario, name) for name in HYPOTHESES)


def supposed(run: Projection, plain: Projection, place: Place) -> str:
    """Return what the hypothesis would change: `plain` is the same scenario without it."""
    fte = MEASURES["fte"](run, place.code)
    low, mid, high = fte.at(HORIZON)
    least, _, most = fte.less(MEASURES["fte"](plain, place.code)).at(HORIZON)
    return (
        f"If leadership changed staffing as you suppose, {place.said} would have "
        f"{staff_range(low, mid, high)} staff in {march(HORIZON)} "
        f"({signed_range(least, most, mid)}). No study has shown such an effect."
    )
