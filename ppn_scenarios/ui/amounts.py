"""Values in their unit, as exactly as a reader may want to check them."""

import re
from collections.abc import Callable
from typing import Final


def amount(value: float, unit: str) -> str:
    """Write a value in its unit; a share as a percentage, with three digits where it is small."""
    text = WRITTEN[unit](abs(value)) if unit in WRITTEN else f"{abs(value):,.4g} {unit}"
    return f"−{text}" if value < 0 and text != WRITTEN.get(unit, str)(0.0) else text


def percentage(value: float) -> str:
    """Write a share as a percentage, to three digits."""
    return f"{100 * value:.3g}%"


def money(value: float) -> str:
    """Write £ thousand, in millions from a million on."""
    return f"£{value / 1_000:,.1f}m" if value >= 1_000 else f"£{value:,.4g}k"


def people(unit: str) -> Callable[[float], str]:
    """Return how numbers of people or of their posts are written: whole, or to a tenth if few."""

    def write(value: float) -> str:
        whole = value >= 100 or abs(value - round(value)) < 0.05
        return f"{value:,.0f} {unit}" if whole else f"{value:,.1f} {unit}"

    return write


COUNTED: Final = ("FTE", "FTE-years", "people", "people a year", "posts", "organisations")
WRITTEN: Final[dict[str, Callable[[float], str]]] = {
    **{unit: people(unit) for unit in COUNTED},
    "share": percentage,
    "rate": lambda value: f"{100 * value:.3g}% a year",
    "share a year": lambda value: f"{100 * value:.3g}% a year",
    "year": lambda value: f"March {value:.0f}",
    "financial year": lambda value: f"1 April {value:.0f}",
    "years": lambda value: f"{value:.4g} years",
    "number": lambda value: f"{value:,.4g}",
    "£ thousand": money,
}


def input_amount(value: float, unit: str) -> str:
    """Write an input of the table model_input, whose costs are in GBP thousand."""
    if unit.startswith("GBP thousand"):
        return f"£{value:,.4g}k{unit.removeprefix('GBP thousand')}"
    return amount(value, unit)


def markdown(text: str) -> str:
    """Return text that Markdown shows as it is."""
    return re.sub(r"([\\`*_\[\]$~:])", r"\\\1", text)
