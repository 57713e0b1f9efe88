"""The log: lines that a program can read, and nothing about a reader in them."""

import json
import logging
import sys
from typing import Any

import pytest

from ppn_scenarios.running.faults import reference, where
from ppn_scenarios.running.log import JsonLines, without_readers
from ppn_scenarios.running.sparing import Sparing


def fail(words: str) -> None:
    raise ValueError(words)


def caught(words: str) -> ValueError:
    try:
        fail(words)
    except ValueError as error:
        return error
    raise AssertionError


def line(
    message: str, *args: object, error: BaseException | None = None, name: str = "ppn_scenarios"
) -> dict[str, Any]:
    info = (type(error), error, error.__traceback__) if error else None
    record = logging.LogRecord(name, logging.ERROR, __file__, 1, message, args, info)
    written = JsonLines().format(record)
    assert "\n" not in written
    found: dict[str, Any] = json.loads(written)
    return found


def test_a_line_says_when_how_bad_from_where_and_what() -> None:
    found = line("Half of %s", "it\nis done")
    assert set(found) == {"time", "level", "from", "says"}
    assert found["says"] == "Half of it\nis done"
    assert str(found["time"]).endswith("+00:00")


def test_a_line_holds_500_characters_of_a_message_and_no_more() -> None:
    assert line("a" * 600)["says"] == "a" * 500


def test_a_fault_has_its_kind_and_place_and_not_its_words() -> None:
    found = line("It failed", error=caught("Ada Lovelace wrote this"))
    assert found["error"] == "ValueError"
    assert str(found["where"][-1]).endswith(" fail")
    assert "Ada" not in json.dumps(found)
    assert found["reference"] == reference(caught("someone else wrote this"))


@pytest.mark.parametrize(
    ("name", "message", "left"),
    [
        (
            "asyncio",
            "Task exception was never retrieved\nfuture: <Task exception=ValueError('Ada')>",
            "Task exception was never retrieved",
        ),
        ("asyncio", "Exception in callback read(b'Ada')", "Exception in callback read…"),
        ("streamlit.runtime", "A state could not be read\n{'title': 'Ada'}", "A state could"),
    ],
)
def test_what_a_library_quotes_of_a_reader_is_left_out(name: str, message: str, left: str) -> None:
    found = line(message, name=name)
    assert str(found["says"]).startswith(left)
    assert "Ada" not in json.dumps(found)


def test_faults_at_different_places_have_different_references() -> None:
    try:
        int(sys.executable)
    except ValueError as other:
        assert reference(other) != reference(caught(""))


def test_where_names_no_folder_of_the_machine() -> None:
    assert not [place for place in where(caught("")) if place.startswith("/")]


@pytest.mark.parametrize(
    "text",
    [
        '198.51.100.7:51234 - "WebSocket /_stcore/stream?title=Ada" [accepted]',
        "('198.51.100.7', 51234) gone",
        "[2001:db8::8a2e:370:7334]:443 asked /goal?note=Ada",
        "from 2001:db8:0:0:0:0:2:1 came ?Ada",
    ],
)
def test_addresses_and_queries_are_taken_out_of_what_libraries_say(text: str) -> None:
    said = without_readers(text)
    assert not any(part in said for part in ("198.51", "2001:db8", "Ada", "title", "note"))


@pytest.mark.parametrize("text", ["Started: ready", "12:30:45 at 18:40", "Took 1.5 s, 3.2.1 used"])
def test_what_is_no_address_stays(text: str) -> None:
    assert without_readers(text) == text


def through(spare: Sparing, text: str, times: int, *args: object) -> list[logging.LogRecord]:
    """The records that are written of so many that are alike."""
    made = [logging.LogRecord("one", 30, "", 1, text, (i, *args), None) for i in range(times)]
    return [record for record in made if spare.filter(record)]


def test_nobody_can_fill_the_log_with_lines_that_are_alike(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    now = [1_000.0]
    monkeypatch.setattr("ppn_scenarios.running.sparing.time.monotonic", lambda: now[0])
    spare = Sparing()
    assert len(through(spare, "Invalid request %s", 5_000)) == 20
    assert len(through(spare, "Another %s", 5)) == 5
    now[0] += 31
    (first,) = through(spare, "Invalid request %s", 100)
    assert json.loads(JsonLines().format(first))["alike_left_out"] == 4_980


def test_faults_of_ours_that_differ_are_not_alike() -> None:
    spare = Sparing()
    made = [
        logging.LogRecord("ppn_scenarios", 40, "", 1, "A page failed: reference %s", (i,), None)
        for i in range(600)
    ]
    assert all(spare.filter(record) for record in made)
    assert len(spare.kinds) == 500
