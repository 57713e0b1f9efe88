"""What is worked out once for a run, and kept with it as long as the run is."""

from collections.abc import Callable
from typing import Final, TypeVar, cast

from ppn_scenarios.model import Projection

SAME_LEADERS: Final = "run with the same leaders"
Found = TypeVar("Found")


def lead_alike(run: Projection, leaders: Projection) -> None:
    """Have a run take over from another what rests on who leads, which must be the same in both."""
    vars(run)[SAME_LEADERS] = leaders


def kept(
    run: Projection, name: str, work: Callable[[Projection], Found], who_leads: bool = False
) -> Found:
    """Return what `work` makes of a run, worked out when it is first asked for.

    `name` says what it is and of which place and year. What rests on `who_leads` alone is that of
    the run which the leaders were taken over from. Nobody may change what is returned.
    """
    if who_leads:
        run = vars(run).get(SAME_LEADERS, run)
    if name not in vars(run):
        vars(run)[name] = work(run)
    return cast(Found, vars(run)[name])
