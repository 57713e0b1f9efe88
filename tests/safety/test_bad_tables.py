"""Tables that are damaged, gone or changed: refused by name, or named where they still load."""

import json
import os
import random
import shutil
import stat
import subprocess
import sys
from collections.abc import Callable
from itertools import islice
from pathlib import Path
from typing import Final

import pytest

from ppn_scenarios.tables import database, release
from ppn_scenarios.tables.errors import DataError
from tests.browser.conftest import free_port
from tests.ui.reader import HOME, arrive, assert_sound, text

DATA: Final = database.DATA
CSV: Final = sorted(p.name for p in DATA.glob("*.csv"))


def truncated(path: Path) -> None:
    raw = path.read_bytes()
    path.write_bytes(raw[: len(raw) * 2 // 3])


def cut_in_a_line(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:-3] + b"\n")


def emptied(path: Path) -> None:
    path.write_bytes(b"")


def gone(path: Path) -> None:
    path.unlink()


def a_folder(path: Path) -> None:
    path.unlink()
    path.mkdir()


def another_header(path: Path) -> None:
    path.write_text("a,b\n1,2\n")


def header_alone(path: Path) -> None:
    path.write_text(path.read_text("utf-8").splitlines()[0] + "\n", "utf-8")


def a_picture(path: Path) -> None:
    path.write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(range(256)))


def zeros(path: Path) -> None:
    path.write_bytes(bytes(len(path.read_bytes())))


def a_page_of_errors(path: Path) -> None:
    path.write_text("<!doctype html><title>404</title>\n")


def unmerged(path: Path) -> None:
    path.write_text(f"<<<<<<< HEAD\n{path.read_text('utf-8')}>>>>>>> theirs\n", "utf-8")


DAMAGE: Final[tuple[Callable[[Path], None], ...]] = (
    *(truncated, cut_in_a_line, emptied, gone, a_folder, another_header, header_alone),
    *(a_picture, zeros, a_page_of_errors, unmerged),
)


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """A copy of the tables."""
    return Path(shutil.copytree(DATA, tmp_path / "data"))


def refusal(data: Path) -> str:
    """What is said of a folder of tables; nothing for one that loads."""
    try:
        database.connect(data)
    except DataError as error:
        return str(error)
    return ""


@pytest.mark.parametrize("damage", DAMAGE, ids=lambda d: d.__name__)
def test_every_damaged_table_is_refused_by_name_or_named_as_changed(
    damage: Callable[[Path], None], data: Path
) -> None:
    for name in CSV:
        damage(data / name)
    said = refusal(data)
    assert said
    for name in CSV:
        # A cut that leaves whole rows behind can be seen by its sum alone.
        assert f"data/{name}" in said or damage in (truncated, cut_in_a_line), name
    assert "Traceback" not in said
    if damage is not a_folder:
        assert set(CSV) <= set(release.changed(data))


@pytest.mark.parametrize(
    ("name", "damage"),
    [
        *(("schema.sql", one) for one in (truncated, emptied, gone, a_folder, a_picture, zeros)),
        *(("checks.sql", one) for one in (truncated, emptied, unmerged)),
    ],
)
def test_a_damaged_schema_or_list_of_checks_is_refused_or_named_as_changed(
    name: str, damage: Callable[[Path], None], data: Path
) -> None:
    damage(data / name)
    said = refusal(data)
    assert name in said or "no table of this name" in said or release.changed(data) == (name,)
    assert said or damage is truncated  # what is left of the checks still holds


@pytest.mark.parametrize("name", CSV)
def test_a_number_that_was_changed_by_one_digit_does_not_pass_unseen(name: str, data: Path) -> None:
    raw = bytearray((data / name).read_bytes())
    digits = [i for i, byte in enumerate(raw) if chr(byte) in "12345678"]
    at = random.Random(name).choice(digits)
    raw[at] += 1
    (data / name).write_bytes(raw)
    assert release.changed(data) == (name,)
    assert f"(not as released: {name})" in release.described(data)


def test_a_table_that_may_not_be_read_says_who_must_be_let(
    data: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    if os.geteuid():
        (data / "trust.csv").chmod(0)
    else:  # whom no lock keeps out

        def locked(path: Path) -> bytes:
            raise PermissionError(13, "Permission denied", str(path))

        monkeypatch.setattr(Path, "read_bytes", locked)
    said = refusal(data)
    assert "data/trust.csv: cannot be read (Permission denied); let whoever runs the app" in said


def test_a_folder_of_tables_that_is_not_there_is_named(tmp_path: Path) -> None:
    assert "none/schema.sql" in refusal(tmp_path / "none")


def test_the_log_of_a_server_names_the_table_that_keeps_it_from_serving(data: Path) -> None:
    (data / "trust.csv").unlink()
    server = subprocess.Popen(
        [sys.executable, "asgi.py"],
        cwd=DATA.parent,
        env={**os.environ, "PPN_DATA": str(data), "PPN_PORT": str(free_port())},
        stderr=subprocess.PIPE,
        text=True,
    )
    try:
        assert server.stderr
        errors = (json.loads(line) for line in server.stderr)
        said = [line["says"] for line in islice((e for e in errors if e["level"] == "error"), 2)]
    finally:
        server.kill()
        server.communicate(timeout=60)
    assert said == [
        "Started: the data did not pass their checks",
        "data/trust.csv: the file is missing",
    ]


def test_a_read_only_folder_serves_as_well(data: Path) -> None:
    for path in (*data.iterdir(), data):
        path.chmod(path.stat().st_mode & ~(stat.S_IWUSR | stat.S_IWGRP | stat.S_IWOTH))
    try:
        assert refusal(data) == ""
        assert release.changed(data) == ()
    finally:
        data.chmod(0o755)


def test_the_sums_are_those_of_the_tables_here() -> None:
    assert (DATA / release.SUMS).read_text("utf-8") == release.sums(), (
        "stale: run `python -m ppn_scenarios sums > data/SHA256SUMS`"
    )
    assert release.changed() == ()


def test_a_folder_without_sums_says_that_nobody_knows(data: Path) -> None:
    (data / release.SUMS).unlink()
    assert release.changed(data) == (release.SUMS,)


def test_the_foot_of_a_page_names_the_version_and_what_was_changed(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    assert "not as released" not in text(arrive(HOME))
    # As if a table had been edited since.
    monkeypatch.setattr(release, "changed", lambda data=DATA: ("trust.csv",))
    app = arrive(HOME)
    assert_sound(app)
    assert "(not as released: trust.csv)" in text(app)
