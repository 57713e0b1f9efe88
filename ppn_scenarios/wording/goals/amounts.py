"""Numbers of goals as people say them."""

from ppn_scenarios.analysis.coverage import ENOUGH
from ppn_scenarios.analysis.goals import Goal
from ppn_scenarios.analysis.goals.goal import first_open_year
from ppn_scenarios.assumptions import Scenario
from ppn_scenarios.model import HORIZON
from ppn_scenarios.wording import march, percent, staff


def amount(goal: Goal, value: float) -> str:
    """Write a value of the goal's measure."""
    if goal.target.unit == "share":
        return percent(value)
    return f"{staff(value)} FTE" if goal.target.unit == "FTE" else f"{value:,.0f} people"


def against(goal: Goal, value: float, asked: float) -> tuple[str, str]:
    """Write a value and what is asked, exactly enough that a miss never reads like a hit."""
    both = amount(goal, value), amount(goal, asked)
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


def millions(thousands: float) -> str:
    """Write a difference in cost, £ thousand, as £ million with its direction."""
    if abs(thousands) < 50:
        return "no extra cost"
    size = abs(thousands) / 1_000
    said = f"£{size:,.0f}m" if size >= 10 else f"£{size:,.1f}m"
    return f"{said} more" if thousands > 0 else f"{said} less"


def plain(goal: Goal, more: float) -> str:
    """Write what a removal adds."""
    if goal.target.unit != "share":
        return amount(goal, more)
    return f"{100 * more:.1f} points" if more < 0.095 else f"{100 * more:.0f} points"
