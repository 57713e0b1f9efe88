"""A server in a process of its own, and what it uses."""

import os
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

from .subjects import ROOT

EMPTY: Final = """import streamlit as st
value = st.slider("One lever", 0.0, 1.0, 0.5, key="lever_retention")
st.write(value)
"""
STOCK: Final = ["-m", "streamlit", "run", "empty.py", "--server.headless=true"]


@dataclass
class Server:
    """A running server: its port, and its process."""

    port: int
    pid: int

    def cpu(self) -> float:
        """Return the CPU seconds that it has used."""
        used = Path(f"/proc/{self.pid}/stat").read_text().rsplit(")", 1)[1].split()[11:13]
        return sum(map(int, used)) / os.sysconf("SC_CLK_TCK")

    def memory(self) -> float:
        """Return the memory that it holds, MB."""
        lines = Path(f"/proc/{self.pid}/status").read_text().splitlines()
        held = next(line for line in lines if line.startswith("VmRSS"))
        return int(held.split()[1]) / 1024


@contextmanager
def ours(port: int) -> Iterator[Server]:
    """Serve the app as `asgi.py` does, once it is ready for readers."""
    with _started(["asgi.py"], port, ROOT, {"PPN_PORT": str(port)}, "health") as server:
        yield server


@contextmanager
def empty(port: int) -> Iterator[Server]:
    """Serve an empty Streamlit app with one lever, as Streamlit comes."""
    with TemporaryDirectory() as folder:
        (Path(folder) / "empty.py").write_text(EMPTY, "utf-8")
        options = [f"--server.port={port}", "--browser.gatherUsageStats=false"]
        options += ["--server.fileWatcherType=none", "--server.showEmailPrompt=false"]
        with _started([*STOCK, *options], port, Path(folder), {}, "_stcore/health") as server:
            yield server


@contextmanager
def _started(
    command: Sequence[str], port: int, folder: Path, settings: dict[str, str], healthy: str
) -> Iterator[Server]:
    process = subprocess.Popen(
        [sys.executable, *command],
        cwd=folder,
        env={**os.environ, **settings},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        _wait(f"http://127.0.0.1:{port}/{healthy}", process)
        yield Server(port, process.pid)
    finally:
        process.terminate()
        process.wait(timeout=20)


def _wait(health: str, process: subprocess.Popen[bytes], limit: float = 90) -> None:
    """Return once a server is ready; raise RuntimeError if it is not."""
    give_up = time.monotonic() + limit
    while time.monotonic() < give_up and process.poll() is None:
        try:
            with urllib.request.urlopen(health, timeout=30):
                return
        except (urllib.error.URLError, OSError):
            time.sleep(0.1)
    raise RuntimeError(f"the server did not get ready: {health}")
