"""Where time goes among the axes: years are worked out with time in front, and given by place."""

from collections.abc import Callable, Sequence
from dataclasses import fields, replace
from typing import Any, Generic, TypeVar, cast, overload

import numpy as np

from .baseline import Array

Found = TypeVar("Found")
Record = TypeVar("Record")


class Measure:
    """A measure of a projection, worked out when it is first asked for, and then kept.

    `work` returns it with time in front, (T, *batch, A, ...). As an attribute it is
    (*batch, T, A, ...) with the whole batch, and nobody can write to it. `from_area` is the number
    of its axes from area on.
    """

    def __init__(self, from_area: int, work: Callable[[Any], Array]) -> None:
        """Keep what a decorated method is."""
        self.from_area, self.work = from_area, work
        self.__doc__ = work.__doc__

    def __set_name__(self, owner: type, name: str) -> None:
        """Take the name of the decorated method."""
        self.name = name

    @overload
    def __get__(self, projection: None, owner: type) -> "Measure": ...
    @overload
    def __get__(self, projection: object, owner: type) -> Array: ...
    def __get__(self, projection: Any, owner: type) -> "Measure | Array":
        """Return the measure of a projection; of the class, its declaration."""
        if projection is None:
            return self
        found = before_area(self.work(projection), projection.batch, self.from_area)
        vars(projection)[self.name] = found  # from now on Python finds it there first
        return found


class Once(Generic[Found]):
    """A property that is worked out when it is first asked for, and then kept.

    functools.cached_property would let all runs of a process wait for each other: until Python
    3.12 it holds one lock for a class, and not for an object.
    """

    def __init__(self, work: Callable[[Any], Found]) -> None:
        """Keep what a decorated method is."""
        self.work = work
        self.__doc__ = work.__doc__

    def __set_name__(self, owner: type, name: str) -> None:
        """Take the name of the decorated method."""
        self.name = name

    def __get__(self, of: object, owner: type) -> Found:
        """Return it, and keep it where Python finds it first from now on."""
        found = self.work(of)
        vars(of)[self.name] = found
        return found


def measure(from_area: int) -> Callable[[Callable[[Any], Array]], Measure]:
    """Return a decorator that makes a Measure of a method."""
    return lambda work: Measure(from_area, work)


def measures_of(projection: type) -> dict[str, int]:
    """Return the names of a class's measures, and how many axes each has from area on."""
    return {k: m.from_area for k, m in vars(projection).items() if isinstance(m, Measure)}


def over_time(years: Sequence[Any]) -> Any:
    """Return one thing like each year's, whose arrays have a time axis in front, read-only."""
    if isinstance(years[0], np.ndarray):
        alike = all(year.shape == years[0].shape for year in years)
        together = np.stack(years if alike else np.broadcast_arrays(*years))
        together.setflags(write=False)
        return together
    names = (field.name for field in fields(years[0]))
    return replace(years[0], **{k: over_time([getattr(y, k) for y in years]) for k in names})


def read_only(record: Record) -> Record:
    """Return a dataclass after making the arrays in it read-only: all readers share them."""
    for field in fields(cast(Any, record)):
        if isinstance(held := getattr(record, field.name), np.ndarray):
            held.setflags(write=False)
    return record


def before_area(values: Array, batch: tuple[int, ...], from_area: int) -> Array:
    """Move time from in front of the batch to before area: (*batch, T, A, ...), read-only."""
    whole = np.broadcast_to(values, (len(values), *batch, *values.shape[-from_area:]))
    return np.moveaxis(whole, 0, len(batch))
