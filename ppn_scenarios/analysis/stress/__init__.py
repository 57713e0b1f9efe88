"""Whether plans survive bad futures: plans against futures, regret, and what breaks a plan first.

Read in this order: `plans`, `futures` (what each gives where), `breaks`.
"""

from .breaks import Breaks, breaks
from .futures import AS_BELIEVED, Stress, stress
from .plans import MINE, plans_at_first, plans_of

__all__ = [
    "AS_BELIEVED",
    "MINE",
    "Breaks",
    "Stress",
    "breaks",
    "plans_at_first",
    "plans_of",
    "stress",
]
