"""Where time goes among the axes: years are worked out with time in front, and given by place."""

from dataclasses import fields, replace
from typing import Any, Final

import numpy as np

from .baseline import Array
from .staffing import Flows

# Axes from area on in each array: what is not named here ends in (area,).
FROM_AREA: Final = {
    "in_post": 3,
    "trainees": 3,
    **dict.fromkeys(("unplaced", "recent_leavers", "fte", "clinical_fte"), 2),
    **dict.fromkeys(
        ("establishment", "needed", "posts", "led", "interim_posts", "led_supported"), 2
    ),
    "led_executive": 2,
    **dict.fromkeys((field.name for field in fields(Flows)), 2),
}


def over_time(years: list[Any]) -> Any:
    """Return one thing like each year's, whose arrays have a time axis in front."""
    if isinstance(years[0], np.ndarray):
        return np.stack(years)
    names = (field.name for field in fields(years[0]))
    return replace(years[0], **{k: over_time([getattr(y, k) for y in years]) for k in names})


def by_place(arrays: dict[str, Array], batch: tuple[int, ...]) -> dict[str, Array]:
    """Give every array the whole batch, and move time from the front to before area."""
    return {name: before_area(a, batch, FROM_AREA.get(name, 1)) for name, a in arrays.items()}


def before_area(values: Array, batch: tuple[int, ...], from_area: int) -> Array:
    """Move time from in front of the batch to before area: (*batch, T, A, ...)."""
    whole = np.broadcast_to(values, (len(values), *batch, *values.shape[-from_area:]))
    return np.moveaxis(whole, 0, len(batch))
