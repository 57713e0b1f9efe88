"""Numbers of goals as people say them."""

from functools import lru_cache

from ppn_scenarios.analysis import ENGLAND, place_index
from ppn_scenarios.analysis.coverage import ENOUGH
from ppn_scenarios.analysis.goals import Goal
from ppn_scenarios.analysis.goals.goal import first_open_year
from ppn_scenarios.assumptions import Scenario
from ppn_scenarios.model import HORIZON
from ppn_scenarios.opening import baseline
from ppn_scenarios.wording import march, percent, staff, staff_range


def amount(goal: Goal, value: float) -> str:
    """Write a value of the goal's measure."""
    if goal.target.unit == "share":
        return percent(value)
    return f"{staff(value)} FTE" if goal.target.unit == "FTE" else f"{value:,.0f} people"


def is_range(goal: Goal) -> bool:
    """Return whether what is found for a goal is an estimate, to be written as a range."""
    return goal.place != ENGLAND and goal.target.unit == "FTE"


@lru_cache(maxsize=64)
def spread(place: str) -> tuple[float, float]:
    """Return the lowest and highest estimate of a place's staff, as parts of the middle one.

    All that is counted of staff goes with a place's share of England's, so these hold in any year.
    """
    start = baseline()
    shares = start.share[:, place_index(start, place)].sum(axis=-1)
    return float(shares.min() / shares[0]), float(shares.max() / shares[0])


def estimate(goal: Goal, value: float) -> str:
    """Write what is found for a goal: staff of a place as the range of its estimates."""
    if not is_range(goal):
        return amount(goal, value)
    low, high = spread(goal.place)
    return f"{staff_range(low * value, value, high * value)} FTE"


def against(goal: Goal, value: float, asked: float) -> tuple[str, str]:
    """Write a value and what is asked, exactly enough that a miss never reads like a hit."""
    both = estimate(goal, value), amount(goal, asked)
    if both[0] != both[1] or value >= asked * ENOUGH:
        return both
    if goal.target.unit == "share":
        return f"{100 * value:.2f}%", f"{100 * asked:.2f}%"
    unit = "FTE" if goal.target.unit == "FTE" else "people"
    return f"{value:,.1f} {unit}", f"{asked:,.1f} {unit}"


def since_when(year: int | None, scenario: Scenario) -> str:
    """Write the year from which a goal can be reached, or that it can all along or not at all."""
    if year is None:
        return f"not by {HORIZON}"
    return "all along" if year == first_open_year(scenario) else march(year)


def plain(goal: Goal, more: float) -> str:
    """Write what a removal adds."""
    if goal.target.unit != "share":
        return estimate(goal, more)
    return f"{100 * more:.1f} points" if more < 0.095 else f"{100 * more:.0f} points"
