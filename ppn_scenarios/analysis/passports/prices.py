"""Passports of what a change costs and adds over the years, and of what an extra year costs."""

from collections.abc import Callable
from typing import Final

from ppn_scenarios.analysis.prices import Price
from ppn_scenarios.assumptions import ASSUMPTIONS, Scenario

from .code import written
from .making import added, quotient
from .passport import Passport, Term

UNIT_COSTS: Final = ("pay_cost", "real_pay_growth", "training_cost", "ics_post_cost")
CHEAP: Final = (
    "Likely low for action on retention, recruitment or productivity, whose own cost is not in the "
    "model. Every unit cost is a placeholder: compare changes with each other."
)


def of_prices(
    price: Price, was: Scenario, now: Scenario, place: str, *, all_of_them: bool = False
) -> list[Passport]:
    """Return the passports of one row of prices: time, cost, and cost for each year of time.

    `price` is of one cause, or of all of them.
    """
    name = "All changes" if all_of_them else ASSUMPTIONS[price.levers[0]].label
    which = "whole" if all_of_them else f"next(r for r in rows if r.levers == {price.levers!r})"
    start = (
        "from ppn_scenarios import Scenario, baseline\n"
        "from ppn_scenarios.analysis.prices import PRICED, prices\n"
        "from ppn_scenarios.analysis.waterfall import alone\n\n"
        f"was, now = {written(was)}, {written(now)}\n"
        f'found = alone(baseline(), was, now, PRICED, "{place}")\n'
        "rows, together, whole = prices(found)\n"
        f"row = {which}\n"
    )

    def made(
        label: str,
        unit: str,
        formula: str,
        terms: tuple[Term, ...],
        combine: Callable[..., float],
        field: str,
    ) -> Passport:
        return Passport(
            label=f"{name}: {label}",
            value=combine(*(term.value for term in terms)),
            unit=unit,
            formula=formula,
            terms=terms,
            combine=combine,
            rests_on=price.levers,
            inputs=() if field == "staff" else UNIT_COSTS,
            bias=CHEAP,
            code=f"{start}print(row.{field})\n",
        )

    years = Term(label="Clinical FTE-years that it adds", value=price.staff, unit="FTE")
    cost = Term(label="Cost that it adds", value=price.cost, unit="£ thousand")
    found = [
        made(
            "cost over all years",
            "£ thousand",
            "Pay + training + leadership posts, with the change less without, all years added",
            (
                Term(label="Pay", value=price.pay, unit="£ thousand"),
                Term(label="Training", value=price.training, unit="£ thousand"),
                Term(label="Leadership posts", value=price.leadership, unit="£ thousand"),
            ),
            added,
            "cost",
        )
    ]
    if price.each is not None:
        found.append(
            made(
                "cost of an extra clinical FTE-year",
                "£ thousand",
                "Cost that it adds / clinical FTE-years that it adds",
                (cost, years),
                quotient,
                "each",
            )
        )
    return found
