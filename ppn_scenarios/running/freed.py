"""Memory that was freed, kept for the next run of the model instead of handed back."""

import ctypes
import sys
from typing import Final

TRIM_THRESHOLD, MMAP_THRESHOLD, ARENA_MAX = -1, -3, -8  # of mallopt(3) in the GNU C library
KEPT: Final = 64 * 2**20  # bytes that are kept at most
LARGEST: Final = 16 * 2**20  # bytes of one array: of a larger one nothing is kept


def keep_freed() -> bool:
    """Keep what is freed from now on, up to 64 MB; return whether that is possible here.

    A run frees some MB and the next wants as many. Where they went back to the system in between,
    it hands them out again page by page, which took up to a third of the time of long analyses.
    """
    if not sys.platform.startswith("linux"):
        return False
    mallopt = getattr(ctypes.CDLL(None), "mallopt", None)
    if mallopt is None:
        return False
    # One store for all threads: each run of a page is a thread, and would begin with an empty one.
    settings = {ARENA_MAX: 1, TRIM_THRESHOLD: KEPT, MMAP_THRESHOLD: LARGEST}
    return all(mallopt(name, value) for name, value in settings.items())
