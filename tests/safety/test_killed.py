"""A kill that nobody can catch, in the middle of writing: what is there afterwards is whole."""

import asyncio
import os
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import Final

import pytest

from ppn_scenarios.command.folder import put_all
from ppn_scenarios.command.refusal import CommandError
from tests.browser.conftest import Server, start_server
from tests.safety.client import Client

ROOT: Final = Path(__file__).resolve().parents[2]
SIZE: Final = 2_000_000
SET: Final = """
from pathlib import Path
from sys import argv
from ppn_scenarios.command.folder import put_all
put_all(Path(argv[1]), {"a.csv": b"new", "b.csv": b"new", "c.csv": b"new"})
"""
WRITER: Final = f"""
from itertools import cycle
from pathlib import Path
from sys import argv
from ppn_scenarios.command.folder import put
for letter in cycle(b"ab"):
    put(Path(argv[1]), "results.csv", bytes([letter]) * {SIZE})
"""

MANY: Final = f"""
from pathlib import Path
from sys import argv
from ppn_scenarios.command.folder import put_all
for _ in range(15):
    put_all(Path(argv[1]), {{name: argv[2].encode() * {SIZE // 10} for name in ("a.csv", "b.csv")}})
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


@pytest.mark.skipif(sys.platform == "win32", reason="signals of POSIX")
def test_a_kill_while_files_that_belong_together_are_written_leaves_all_the_older_ones(
    tmp_path: Path,
) -> None:
    for name in ("a.csv", "b.csv", "c.csv"):
        (tmp_path / name).write_bytes(b"old")
    os.mkfifo(tmp_path / ".c.csv.part")  # nobody reads it, and so writing stops at the third
    process = subprocess.Popen([sys.executable, "-c", SET, str(tmp_path)], cwd=ROOT)
    second = tmp_path / ".b.csv.part"
    while process.poll() is None and not (second.exists() and second.read_bytes() == b"new"):
        time.sleep(0.005)
    process.send_signal(signal.SIGKILL)
    assert process.wait(timeout=60) == -signal.SIGKILL
    assert {(tmp_path / name).read_bytes() for name in ("a.csv", "b.csv", "c.csv")} == {b"old"}


def test_where_one_of_several_files_cannot_be_written_all_the_older_ones_stay(
    tmp_path: Path,
) -> None:
    for name in ("a.csv", "c.csv"):
        (tmp_path / name).write_bytes(b"old")
    (tmp_path / ".c.csv.part").mkdir()
    with pytest.raises(CommandError, match=r"c\.csv: "):
        put_all(tmp_path, {"a.csv": b"new", "b.csv": b"new", "c.csv": b"new"})
    assert {p.name for p in tmp_path.iterdir() if p.is_file()} == {"a.csv", "c.csv"}
    assert (tmp_path / "a.csv").read_bytes() == b"old"


@pytest.mark.skipif(sys.platform == "win32", reason="no folder can be held there")
def test_of_two_that_write_into_one_folder_at_once_neither_fails_and_one_set_of_files_stays(
    tmp_path: Path,
) -> None:
    both = [
        subprocess.Popen([sys.executable, "-c", MANY, str(tmp_path), letter], cwd=ROOT)
        for letter in "ab"
    ]
    assert [process.wait(timeout=120) for process in both] == [0, 0]
    first, second = ((tmp_path / name).read_bytes() for name in ("a.csv", "b.csv"))
    assert first == second
    assert first in {letter * (SIZE // 10) for letter in (b"a", b"b")}
    assert {path.name for path in tmp_path.iterdir()} == {"a.csv", "b.csv"}


def everything() -> dict[str, tuple[int, int]]:
    """Every file that the server could write to, by path: its size and when it was changed."""
    kept = ("data", "docs", "pages", "ppn_scenarios", ".streamlit")
    files = [path for folder in kept for path in (ROOT / folder).rglob("*") if path.is_file()]
    found = [path for path in (*files, *ROOT.glob("*")) if path.is_file()]
    return {
        str(path): (path.stat().st_size, path.stat().st_mtime_ns)
        for path in found
        if "__pycache__" not in path.parts
    }


async def at_work(server: Server) -> None:
    """Have the server draw a costly page, make a board pack and take in a file, all at once."""
    async with (
        Client(server.url, query="v=1&retention=0.05") as pack,
        Client(server.url, page="matters", query="v=1&retention=0.04") as page,
    ):
        await pack.rerun()
        await pack.press("hand_on")
        waits = [asyncio.create_task(pack.press("make_pack")), asyncio.create_task(page.rerun())]
        host, port = server.url.removeprefix("http://").split(":")
        _, line = await asyncio.open_connection(host, int(port))
        line.write(
            b"PUT /_stcore/upload_file/a/b HTTP/1.1\r\nHost: a\r\nContent-Length: 900000\r\n"
        )
        line.write(b"\r\nhalf")
        await asyncio.sleep(0.6)
        assert not all(wait.done() for wait in waits), "it was killed while at work"
        server.process.send_signal(signal.SIGKILL)
        for wait in waits:
            wait.cancel()
        await asyncio.gather(*waits, return_exceptions=True)
        line.close()


async def said(server: Server) -> list[str]:
    """What the first page says of a scenario."""
    async with Client(server.url, query="v=1&retention=0.05") as reader:
        run = await reader.rerun()
        assert run.sound
        return [one.body for one in run.of("alert") if "full-time equivalent" in one.body]


@pytest.mark.skipif(sys.platform == "win32", reason="signals of POSIX")
def test_a_kill_while_pages_packs_and_files_are_made_leaves_nothing_and_the_next_start_is_sound(
    tmp_path: Path,
) -> None:
    before = everything()
    first = start_server(tmp_path)
    try:
        answer = asyncio.run(said(first))
        asyncio.run(at_work(first))
        assert first.process.wait(timeout=60) == -signal.SIGKILL
        assert everything() == before
        port = int(first.url.rpartition(":")[2])
        opening = start_server(tmp_path, port, wait=False)
        time.sleep(0.5)  # into the opening of the tables
        opening.process.send_signal(signal.SIGKILL)
        opening.process.wait(timeout=60)
        again = start_server(tmp_path, port)
    finally:
        first.process.kill()
    try:
        assert answer
        assert asyncio.run(said(again)) == answer
        assert everything() == before
    finally:
        again.stop()
