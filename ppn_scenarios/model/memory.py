"""How arrays lie in memory: grades outermost, then families and areas, and the batch innermost.

NumPy's inner loops then run along areas and draws, which are many, and not along three families or
grades. The index stays as it is everywhere; results take their order from what they are made of.
"""

import numpy as np

from .baseline import Array


def batch_inside(values: Array, time: bool = False) -> Array:
    """Return the same array in that order; where it starts with `time`, that stays outermost."""
    kept = 1 if time else 0
    axes = (*range(kept), *reversed(range(kept, values.ndim)))
    return np.ascontiguousarray(values.transpose(axes)).transpose(axes)


def empty_inside(shape: tuple[int, ...]) -> Array:
    """Return an array in that order, still to be filled."""
    return np.empty(shape, order="F")


def shared_out(values: Array, mix: Array) -> Array:
    """Return values (T, *batch, A) shared out as a mix (T, *batch, 1, P) says, in that order."""
    time, *others = np.broadcast(values[..., None], mix).shape
    found = np.empty((time, *reversed(others))).transpose(0, *range(len(others), 0, -1))
    return np.multiply(values[..., None], mix, out=found)


def as_wide(values: Array, others: Array) -> Array:
    """Return values for a batch as wide as that of others too, in that order: to be written to."""
    shape = np.broadcast(values, others).shape
    return values if values.shape == shape else batch_inside(np.broadcast_to(values, shape))
