"""Several replicas of the explorer behind nginx on one machine, without containers."""

import ctypes
import os
import shutil
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from argparse import ArgumentParser
from collections.abc import Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from tempfile import TemporaryDirectory
from types import FrameType
from typing import Final

ROOT: Final = Path(__file__).resolve().parents[1]
CONFIG: Final = Path(__file__).with_name("nginx.conf")
UPSTREAM: Final = "server app:8501 max_fails=1 fail_timeout=5s;"
LISTEN: Final = "listen 8080;"
PLACES: Final = ("client_body", "proxy", "fastcgi", "uwsgi", "scgi")  # where nginx keeps files
PARENT_ENDED: Final = 1  # PR_SET_PDEATHSIG of <linux/prctl.h>: the signal at a parent's end
PATIENCE: Final = 120  # seconds until a replica must be ready
NO_NGINX: Final = (
    "Several replicas need nginx in front, and it was not found. Install it (on Debian or Ubuntu: "
    "sudo apt-get install nginx-light), or serve one process: --replicas 1."
)


def local(config: str, ports: Sequence[int], address: str, port: int, folder: Path) -> str:
    """Return the proxy's configuration for replicas on ports of this machine.

    Raises ValueError when a line that differs here is not in the configuration.
    """
    changed = {
        UPSTREAM: "\n        ".join(UPSTREAM.replace("app:8501", f"127.0.0.1:{p}") for p in ports),
        LISTEN: f"listen {address}:{port};",
        "pid /run/nginx.pid;": f"pid {folder / 'nginx.pid'};",
        "/var/cache/nginx/static": str(folder / "static"),
        "http {\n": "http {\n" + "".join(f"    {n}_temp_path {folder / n};\n" for n in PLACES),
    }
    for there, here in changed.items():
        if config.count(there) != 1:
            raise ValueError(f"{CONFIG.name} has no single “{there.strip()}”")
        config = config.replace(there, here)
    if hasattr(os, "geteuid") and os.geteuid() == 0:  # else its workers could not use the folder
        config = "user root;\n" + config
    return config


def free_ports(count: int) -> list[int]:
    """Return ports that nothing uses at this moment."""
    probes = [socket.socket() for _ in range(count)]
    try:
        for probe in probes:
            probe.bind(("127.0.0.1", 0))
        return [probe.getsockname()[1] for probe in probes]
    finally:
        for probe in probes:
            probe.close()


def end_with_me() -> None:
    """Have this process end when the one that began it does, even where that is killed."""
    ctypes.CDLL(None).prctl(PARENT_ENDED, signal.SIGTERM)


# Linux alone can. Elsewhere the ports stay taken then, until somebody stops what holds them.
AT_BIRTH: Final = end_with_me if sys.platform == "linux" else None


def begun(
    command: Sequence[str], env: Mapping[str, str] | None = None, group: int | None = None
) -> subprocess.Popen[bytes]:
    """Start a process that ends with this one; 0 as its `group` puts it into one of its own."""
    # This process has no threads, so the child may run code of ours before it begins.
    return subprocess.Popen(
        command,
        cwd=ROOT,
        env=env,
        preexec_fn=AT_BIRTH,  # noqa: PLW1509
        process_group=group,
    )


def begun_again(killed: subprocess.Popen[bytes]) -> subprocess.Popen[bytes]:
    """Start a proxy again that was killed; what it left behind holds the port, and is ended."""
    with suppress(ProcessLookupError):
        os.killpg(killed.pid, signal.SIGKILL)
    return begun(killed.args, group=0)  # type: ignore[arg-type]


def replica(port: int) -> subprocess.Popen[bytes]:
    """Start one replica."""
    env = {**os.environ, "PPN_ADDRESS": "127.0.0.1", "PPN_PORT": str(port)}
    return begun([sys.executable, "asgi.py"], env)


def wait_until_ready(port: int, process: subprocess.Popen[bytes]) -> None:
    """Return once a replica serves readers; end with its own words if it does not."""
    give_up = time.monotonic() + PATIENCE
    while time.monotonic() < give_up:
        if process.poll() is not None:
            sys.exit(
                f"A replica stopped as it started; what it wrote above says why (port {port})."
            )
        try:
            with urllib.request.urlopen(f"http://127.0.0.1:{port}/health", timeout=5):
                return
        except (urllib.error.URLError, OSError):
            time.sleep(0.1)
    sys.exit(f"A replica was not ready within {PATIENCE} seconds (port {port}).")


def stop(processes: Sequence[subprocess.Popen[bytes]]) -> None:
    """Stop processes: ask, wait, then insist."""
    for process in processes:
        process.terminate()
    for process in processes:
        try:
            process.wait(timeout=10)
        except subprocess.TimeoutExpired:
            process.kill()


def leave(number: int, frame: FrameType | None) -> None:
    """Turn a request to stop into what Ctrl-C does."""
    raise KeyboardInterrupt


def serve(replicas: int, address: str, port: int) -> int:
    """Serve until told to stop; start again a replica that ends, and a proxy that is killed."""
    nginx = shutil.which("nginx", path=os.environ.get("PATH", "") + ":/usr/sbin:/usr/local/sbin")
    if nginx is None:
        sys.exit(NO_NGINX)
    signal.signal(signal.SIGTERM, leave)
    ports = free_ports(replicas)
    running = {p: replica(p) for p in ports}
    proxy = None
    with TemporaryDirectory() as folder:
        config = Path(folder) / "nginx.conf"
        config.write_text(local(CONFIG.read_text("utf-8"), ports, address, port, Path(folder)))
        try:
            for p, process in running.items():
                wait_until_ready(p, process)
            command = [nginx, "-p", folder, "-c", str(config), "-e", "stderr", "-g", "daemon off;"]
            proxy = begun(command, group=0)
            sys.stderr.write(f"{replicas} replicas behind http://{address}:{port}\n")
            while (ended := proxy.poll()) is None or ended < 0:
                if ended is not None:
                    sys.stderr.write("The proxy was killed; starting it again.\n")
                    proxy = begun_again(proxy)
                for p, process in running.items():
                    if process.poll() is not None:
                        sys.stderr.write(f"The replica on port {p} ended; starting it again.\n")
                        running[p] = replica(p)
                time.sleep(0.5)
            return proxy.returncode or 1
        except KeyboardInterrupt:
            return 0
        finally:
            stop([*([proxy] if proxy else []), *running.values()])


def main() -> int:
    """Read the command line and serve."""
    parser = ArgumentParser("python3 start.py serve", description=__doc__)
    parser.add_argument("--replicas", type=int, default=max(1, os.cpu_count() or 1))
    parser.add_argument("--address", default="127.0.0.1", help="0.0.0.0: every address it has")
    parser.add_argument("--port", type=int, default=8080)
    asked = parser.parse_args()
    if not 1 <= asked.replicas <= 64:
        parser.error("--replicas must be from 1 to 64")
    if asked.replicas == 1:
        env = {**os.environ, "PPN_ADDRESS": asked.address, "PPN_PORT": str(asked.port)}
        return subprocess.call([sys.executable, "asgi.py"], cwd=ROOT, env=env, preexec_fn=AT_BIRTH)
    return serve(asked.replicas, asked.address, asked.port)


if __name__ == "__main__":
    sys.exit(main())
