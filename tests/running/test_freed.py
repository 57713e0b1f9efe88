"""What was freed is there for the next run, without asking the system for it again."""

import ctypes
import subprocess
import sys
from typing import Final

import pytest

ROUNDS: Final = """
import resource, sys
from ppn_scenarios.running.freed import keep_freed

if sys.argv[1] == "kept":
    assert keep_freed()
for _ in range(6):
    before = resource.getrusage(resource.RUSAGE_SELF).ru_minflt
    held = [bytearray(2**20) for _ in range(24)]
    del held
    print(resource.getrusage(resource.RUSAGE_SELF).ru_minflt - before)
"""
PAGES: Final = 24 * 2**20 // 4096  # of memory in what a round holds


def pages_asked_for(how: str) -> int:
    """Return how many pages of memory the system handed out in the last of six rounds."""
    done = subprocess.run(
        [sys.executable, "-c", ROUNDS, how], capture_output=True, text=True, check=True
    )
    return int(done.stdout.split()[-1])


@pytest.mark.skipif(
    not sys.platform.startswith("linux") or not hasattr(ctypes.CDLL(None), "mallopt"),
    reason="only the GNU C library can be told",
)
def test_what_was_freed_is_not_asked_for_again() -> None:
    assert pages_asked_for("handed back") > PAGES / 2
    assert pages_asked_for("kept") < PAGES / 100
