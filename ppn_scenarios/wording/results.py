"""The results that a page or an export may be about: how each is named, written and compared."""

from collections.abc import Callable
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

from .money import pounds_range, signed_pounds
from .numbers import (
    between,
    percent_range,
    points,
    signed,
    signed_range,
    staff,
    staff_range,
)


@dataclass(frozen=True, kw_only=True)
class Result:
    """One result: `said` is a sentence with {value}, {place} and {when}."""

    label: str
    said: str
    unit: str  # as passports have it
    write: Callable[[float, float, float], str]  # low, middle, high
    change: Callable[[float, float], str]  # a difference, beside the whole
    shown: str  # as a chart's axis has it
    scale: float = 1.0  # from the model's unit to the chart's

    def changes(self, ends: tuple[float, float], whole: float) -> str:
        """Write a difference that lies between two: one number where they agree."""
        if self.unit in ("FTE", "people"):
            return signed_range(*ends, abs(whole))
        return between(*ends, lambda end: self.change(end, whole))


def gap_range(low: float, mid: float, high: float) -> str:
    """Write the gap to the staff needed, or that there are more than needed."""
    return staff_range(low, mid, high) if mid >= 0 else f"none: {staff(-mid)} more than needed"


def of_shares(value: float, _: float) -> str:
    """Write a difference between shares."""
    return points(value)


def of_pounds(value: float, _: float) -> str:
    """Write a difference of cost."""
    return signed_pounds(value)


def of_gap(value: float, whole: float) -> str:
    """Write a difference of a gap, rounded as staff are."""
    return signed(value, abs(whole))


RESULTS: Final = MappingProxyType(
    {
        "fte": Result(
            label="Staff in post",
            said="{place} has **{value} staff in post** in {when}",
            unit="FTE",
            write=staff_range,
            change=signed,
            shown="Full-time equivalent staff",
        ),
        "trusts_led": Result(
            label="Trusts with a leader in post",
            said="**{value} of trusts** in {place} have a leader in post in {when}",
            unit="share",
            write=percent_range,
            change=of_shares,
            shown="% of trusts",
            scale=100.0,
        ),
        "systems_led": Result(
            label="ICSs with a lead in post",
            said="**{value} of ICSs** in {place} have a lead in post in {when}",
            unit="share",
            write=percent_range,
            change=of_shares,
            shown="% of ICSs",
            scale=100.0,
        ),
        "need_met": Result(
            label="Need met by clinical staff",
            said="clinical staff in {place} are **{value} of the staff needed** in {when}",
            unit="share",
            write=percent_range,
            change=of_shares,
            shown="% of staff needed",
            scale=100.0,
        ),
        "staff_gap": Result(
            label="Gap to the staff needed",
            said="the gap to the staff needed in {place} is **{value} FTE** in {when}",
            unit="FTE",
            write=gap_range,
            change=of_gap,
            shown="FTE short of the staff needed",
        ),
        "vacancy_rate": Result(
            label="Funded posts that are vacant",
            said="**{value} of funded posts** in {place} are vacant in {when}",
            unit="share",
            write=percent_range,
            change=of_shares,
            shown="% of funded posts",
            scale=100.0,
        ),
        "people_seen": Result(
            label="People seen in a year",
            said="services in {place} can see **{value} people** in the year to {when}",
            unit="people",
            write=staff_range,
            change=signed,
            shown="People a year",
        ),
        "cost": Result(
            label="Cost of pay, training and leadership posts",
            said="pay, training and leadership posts in {place} cost **about {value}** in the year "
            "to {when}",
            unit="£ thousand",
            write=pounds_range,
            change=of_pounds,
            shown="£ million a year",
            scale=0.001,
        ),
    }
)


@dataclass(frozen=True)
class About:
    """What a page is about: one result in one year."""

    measure: str
    year: int

    @property
    def result(self) -> Result:
        """How the result is named and written."""
        return RESULTS[self.measure]
