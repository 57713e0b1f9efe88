"""Servers in processes of their own: the explorer, and beside it an empty app."""

import os
import platform
import shutil
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

import psutil  # type: ignore[import-untyped]

from .subjects import ROOT

LIMIT_S: Final = 120
SCHEDULED: Final = 2  # with a process in the bits before it, the clock of its CPU time
ALLOWED: Final = {"PPN_MESSAGES": "1000", "PPN_LOG": "plain"}  # a measurement asks without a pause
EMPTY_SERVER: Final = """
import os
import streamlit as st
from ppn_scenarios.running.settings import read
from ppn_scenarios.server.run import run

app = st.App("app.py")
if __name__ == "__main__":
    run(app, read(os.environ))
"""
EMPTY_APP: Final = """
import streamlit as st

value = st.slider("Lever", 0, 1000, key="lever_empty")
with st.container(key="answer"):
    st.write(f"The answer is {value}.")
"""
STOCK_APP: Final = """
import streamlit as st

value = st.slider("One lever", 0.0, 1.0, 0.5, key="lever_retention")
st.write(value)
"""
STOCK: Final = (
    *("-m", "streamlit", "run", "app.py", "--server.headless=true", "--server.port={port}"),
    *("--browser.gatherUsageStats=false", "--server.fileWatcherType=none"),
    "--server.showEmailPrompt=false",
)
# What our own server does for speed: see `warm` in ppn_scenarios/ui/frame.py.
FROZEN: Final = """
import gc
from functools import cache

@cache
def warm():
    import altair, pandas, pyarrow
    gc.collect()
    gc.freeze()

warm()
"""


@dataclass(frozen=True)
class Running:
    """One running server."""

    url: str
    process: psutil.Popen
    answered: float  # seconds from its start until it answered

    def cpu_ms(self) -> float:
        """Return the CPU time that it has taken so far, milliseconds.

        Linux tells it to the nanosecond; elsewhere it may be counted in steps of 10 ms.
        """
        if platform.system() == "Linux":
            return 1e3 * time.clock_gettime(~self.process.pid << 3 | SCHEDULED)
        times = self.process.cpu_times()
        return float(1e3 * (times.user + times.system))

    def memory(self) -> float:
        """Return the memory that it holds, MB."""
        return float(self.process.memory_info().rss / 2**20)


@contextmanager
def explorer(folder: Path = ROOT, **environment: str) -> Iterator[Running]:
    """Serve the explorer as `asgi.py` does, to one who asks without a pause."""
    with serve(folder, {**ALLOWED, **environment}) as running:
        yield running


@contextmanager
def for_a_crowd() -> Iterator[Running]:
    """Serve the explorer with the limits that it has for others, once it is ready for readers."""
    with serve(ROOT, {}, healthy="health") as running:
        yield running


@contextmanager
def empty(frozen: bool = True, app: str = EMPTY_APP, **environment: str) -> Iterator[Running]:
    """Serve an empty app in the same way; `frozen`, it has loaded and frozen what ours has."""
    with TemporaryDirectory() as made:
        folder = Path(made)
        shutil.copytree(ROOT / ".streamlit", folder / ".streamlit")
        (folder / "asgi.py").write_text(EMPTY_SERVER, encoding="utf-8")
        text = FROZEN + app if frozen else app
        (folder / "app.py").write_text(text, encoding="utf-8")
        with serve(folder, {"PYTHONPATH": str(ROOT), **ALLOWED, **environment}) as running:
            yield running


@contextmanager
def stock() -> Iterator[Running]:
    """Serve an empty app with one lever, as Streamlit comes."""
    with TemporaryDirectory() as folder:
        (Path(folder) / "app.py").write_text(STOCK_APP, encoding="utf-8")
        with serve(Path(folder), {}, command=STOCK) as running:
            yield running


@contextmanager
def serve(
    folder: Path,
    environment: Mapping[str, str],
    *,
    command: Sequence[str] = ("asgi.py",),
    healthy: str = "_stcore/health",
) -> Iterator[Running]:
    """Start a server in a folder, wait until it answers at `healthy`, and stop it at the end.

    Raises RuntimeError if it does not answer within two minutes.
    """
    port, began = free_port(), time.monotonic()
    process = psutil.Popen(
        [sys.executable, *(part.format(port=port) for part in command)],
        cwd=folder,
        env={**os.environ, "PPN_PORT": str(port), **environment},
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        url = f"http://127.0.0.1:{port}"
        wait_until_up(f"{url}/{healthy}", process)
        yield Running(url, process, time.monotonic() - began)
    finally:
        process.terminate()
        process.wait(timeout=20)


def wait_until_up(health: str, process: psutil.Popen) -> None:
    """Return once a server answers that it is well."""
    give_up = time.monotonic() + LIMIT_S
    while time.monotonic() < give_up and process.is_running():
        try:
            with urllib.request.urlopen(health, timeout=30):
                return
        except (urllib.error.URLError, OSError):
            time.sleep(0.01)
    raise RuntimeError(f"the server did not get ready: {health}")


def free_port() -> int:
    """Return a port that nothing uses at this moment."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port
