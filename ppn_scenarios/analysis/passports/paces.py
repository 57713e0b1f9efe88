"""Passports of how far a post would have spread after some years, from none."""

import math

from ppn_scenarios.analysis.spread import Curve

from .code import number
from .passport import Passport, Term

LEVERS = {
    "Encouraged": ("h_encourage", "encouragement", "ceiling_encouraged"),
    "Paid for nationally": ("h_funded", "ceiling_funded", "h_encourage"),
    "Required": ("h_mandate", "ceiling_mandated"),
}


def of_pace(curve: Curve, years: int) -> Passport:
    """Return the passport of the share that a curve gives after some years."""
    return Passport(
        label=f"{curve.name}: where the post exists after {years} years, from none",
        value=curve.share(years),
        unit="share",
        formula="Organisations that would ever have it x (1 - exp(-pace x years)) (E14)",
        terms=(
            Term(label="Organisations that would ever have it", value=curve.ceiling, unit="share"),
            Term(label="Pace at which they create it, a year", value=curve.pace, unit="rate"),
            Term(label="Years", value=years, unit="years"),
        ),
        combine=lambda ceiling, pace, t: ceiling * (1 - math.exp(-pace * t)),
        rests_on=LEVERS[curve.name],
        figures=("chief_ahp", "ftsu_guardian"),
        bias="Nobody knows which way: the pace is read from other roles. No post is removed here.",
        code=(
            "from ppn_scenarios.analysis.spread import Curve\n\n"
            f'curve = Curve("{curve.name}", {number(curve.pace)}, {number(curve.ceiling)})\n'
            f"print(curve.share({years}))\n"
        ),
    )
