"""Passports of what a change costs and adds over the years, and of what an extra year costs."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from ppn_scenarios.analysis.prices import Price, Prices
from ppn_scenarios.assumptions import ASSUMPTIONS, Scenario

from .code import written
from .making import added, difference, quotient
from .passport import Passport, Term
from .ranged import ranged

UNIT_COSTS: Final = ("pay_cost", "real_pay_growth", "training_cost", "ics_post_cost")
CHEAP: Final = (
    "Likely low for action on retention, recruitment or productivity, whose own cost is not in the "
    "model. Every unit cost is a placeholder: compare changes with each other."
)
ALL: Final = "All changes"
TOGETHER: Final = "Together, beyond one by one"


@dataclass(frozen=True)
class Between:
    """The two scenarios and the place that prices are of."""

    was: Scenario
    now: Scenario
    place: str

    def code(self, row: str, field: str) -> str:
        """Return code that prints one field of a row of prices."""
        return (
            "from ppn_scenarios import Scenario, baseline\n"
            "from ppn_scenarios.analysis.prices import PRICED, prices\n"
            "from ppn_scenarios.analysis.waterfall import alone\n\n"
            f"was = {written(self.was)}\nnow = {written(self.now)}\n"
            f'found = prices(alone(baseline(), was, now, PRICED, "{self.place}"))\n'
            f"row = {row}\nprint(row.{field})\n"
        )


def of_prices(found: Prices, between: Between) -> list[Passport]:
    """Return the passports of every row of prices: time, cost, and cost of a year of time."""
    passports = of_price(found.whole, ALL, "found.whole", between)
    for price in found.causes:
        row = f"next(row for row in found.causes if row.levers == {price.levers!r})"
        passports += of_price(price, ASSUMPTIONS[price.levers[0]].label, row, between)
    return passports + of_together(found, between)


def of_all_prices(ways: Sequence[Prices], between: Between) -> list[Passport]:
    """Return the passports of every row with its range over the ways of sharing England out."""
    return ranged([of_prices(way, between) for way in ways])


def of_price(price: Price, name: str, row: str, between: Between) -> list[Passport]:
    """Return the passports of one row; `row` is the code that finds it."""
    years = Term(label="Clinical FTE-years that it adds", value=price.staff, unit="FTE-years")
    cost = Term(label="Cost that it adds", value=price.cost, unit="£ thousand")
    passports = [
        Passport(
            label=f"{name}: clinical FTE-years",
            value=price.staff,
            unit="FTE-years",
            formula="Clinical FTE of all years added, with the change less without",
            terms=(
                Term(label="With it", value=price.before + price.staff, unit="FTE-years"),
                Term(label="Without", value=price.before, unit="FTE-years"),
            ),
            combine=difference,
            rests_on=price.levers,
            bias=CHEAP,
            code=between.code(row, "staff"),
            scenario=between.now,
        ),
        Passport(
            label=f"{name}: cost over all years",
            value=price.cost,
            unit="£ thousand",
            formula="Costs of all years added, with the change less without",
            terms=tuple(
                Term(label=label, value=value, unit="£ thousand")
                for label, value in (
                    ("Pay", price.pay),
                    ("Training", price.training),
                    ("Leadership posts", price.leadership),
                    ("Cover of vacant posts and replacing leavers, once priced", price.counted),
                )
            ),
            combine=added,
            rests_on=price.levers,
            inputs=UNIT_COSTS,
            bias=CHEAP,
            code=between.code(row, "cost"),
            scenario=between.now,
        ),
    ]
    if price.each is not None:
        passports.append(
            Passport(
                label=f"{name}: cost of a clinical FTE-year",
                value=price.each,
                unit="£ thousand",
                formula="Cost that it adds / clinical FTE-years that it adds",
                terms=(cost, years),
                combine=quotient,
                rests_on=price.levers,
                inputs=UNIT_COSTS,
                bias=CHEAP,
                code=between.code(row, "each"),
                scenario=between.now,
            )
        )
    return passports


def of_together(found: Prices, between: Between) -> list[Passport]:
    """Return the passports of what causes add and cost only together."""
    return [
        Passport(
            label=f"{TOGETHER}: {label}",
            value=getattr(found.together, field),
            unit=unit,
            formula="All changes, less what each adds alone",
            terms=(
                Term(label=ALL, value=getattr(found.whole, field), unit=unit),
                *(
                    Term(label=ASSUMPTIONS[p.levers[0]].label, value=getattr(p, field), unit=unit)
                    for p in found.causes
                ),
            ),
            combine=difference,
            bias=CHEAP,
            code=between.code("found.together", field),
            scenario=between.now,
        )
        for label, field, unit in (
            ("clinical FTE-years", "staff", "FTE-years"),
            ("cost over all years", "cost", "£ thousand"),
            ("pay", "pay", "£ thousand"),
            ("training", "training", "£ thousand"),
            ("leadership posts", "leadership", "£ thousand"),
            ("cover of vacant posts and replacing leavers", "counted", "£ thousand"),
        )
    ]
