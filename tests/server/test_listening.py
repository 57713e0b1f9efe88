"""An address or a port at which nobody can listen is named, with what to do."""

import os
import socket
import subprocess
import sys
from pathlib import Path
from typing import Final

import pytest

from ppn_scenarios.server.listening import cannot_listen

ROOT: Final = Path(__file__).resolve().parents[2]


def test_where_one_can_listen_nothing_is_said() -> None:
    with socket.create_server(("127.0.0.1", 0)) as other:
        port = other.getsockname()[1]
    assert cannot_listen("127.0.0.1", port) == ""


@pytest.mark.parametrize(
    "address", ["300.1.1.1", "nobody.invalid", "192.0.2.1", "\u202e", "http://localhost", "a" * 300]
)
def test_an_address_that_is_none_of_this_machine_is_named(address: str) -> None:
    said = cannot_listen(address, 8501)
    assert said.startswith("PPN_ADDRESS is “")
    assert "Leave it out for 127.0.0.1" in said


def test_a_server_whose_port_is_taken_is_not_started_and_says_which_setting_to_change() -> None:
    with socket.create_server(("127.0.0.1", 0)) as other:
        port = other.getsockname()[1]
        ended = subprocess.run(
            [sys.executable, "asgi.py"],
            cwd=ROOT,
            env={**os.environ, "PPN_PORT": str(port)},
            capture_output=True,
            text=True,
            timeout=120,
            check=False,
        )
    assert ended.returncode == 1
    assert ended.stderr == (
        f"The server was not started:\nPPN_PORT is {port}, where another program listens. "
        "Stop that, or choose another port.\n"
    )
