"""A kill that nobody can catch, in the middle of writing: what is there afterwards is whole."""

import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import Final

import pytest

ROOT: Final = Path(__file__).resolve().parents[2]
SIZE: Final = 2_000_000
WRITER: Final = f"""
from itertools import cycle
from pathlib import Path
from sys import argv
from ppn_scenarios.command.folder import put
for letter in cycle(b"ab"):
    put(Path(argv[1]), "results.csv", bytes([letter]) * {SIZE})
"""


@pytest.mark.skipif(sys.platform == "win32", reason="signals of POSIX")
def test_a_kill_in_the_middle_of_writing_leaves_no_half_file(tmp_path: Path) -> None:
    file, wholes = tmp_path / "results.csv", {b"a" * SIZE, b"b" * SIZE}
    halves = 0
    for turn in range(12):
        process = subprocess.Popen([sys.executable, "-c", WRITER, str(tmp_path)], cwd=ROOT)
        part = tmp_path / ".results.csv.part"
        part.unlink(missing_ok=True)
        while not part.exists():
            time.sleep(0.0005)
        time.sleep(0.0007 * turn)
        process.send_signal(signal.SIGKILL)
        assert process.wait(timeout=60) == -signal.SIGKILL
        halves += part.exists()
        if file.exists():
            assert file.read_bytes() in wholes
    assert halves, "some kills fell into the middle of writing"
