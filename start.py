"""Set up what PPN Scenarios needs in this folder, then start the app or run its tests."""

import sys

if sys.version_info < (3, 11):  # noqa: UP036 - the point is to tell people who have an older one
    sys.exit(
        "PPN Scenarios needs Python 3.11 or newer; this is Python {}.{}.\n"
        "Install a newer one from python.org, then start again with it.".format(*sys.version_info)
    )

import errno
import hashlib
import importlib.metadata
import importlib.util
import os
import shutil
import subprocess
import time
import venv
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

ROOT = Path(__file__).resolve().parent
VENV = ROOT / ".venv"
LOCKS = {"app": "requirements-app.lock", "tests": "requirements.lock"}  # with the hash of each file
NEEDS = {
    "app": ["requirements.txt", LOCKS["app"]],
    "tests": ["requirements.txt", LOCKS["app"], "requirements-dev.txt", LOCKS["tests"]],
}
PYTEST = "pytest -n auto --maxprocesses 4"  # on every core, four at most
CHECKS = ["ruff check .", "ruff format --check .", "mypy"]
BROWSERS = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome"]
BROWSERS += ["msedge", "microsoft-edge"]
DISK_FULL = ["No space left on device", "not enough space on the disk"]
NO_NETWORK = ["Retry(total=0", "Max retries exceeded", "name resolution", "Read timed out"]
USAGE = """Usage:
  python3 start.py app [options for streamlit]    set up if needed, then start the app
  python3 start.py serve [--replicas N] [--port P] [--address A]
                                                  set up if needed, then serve the app to many
  python3 start.py tests [options for pytest]     set up if needed, then run every check and test
On Windows, write py instead of python3."""


def venv_python(platform: str = sys.platform) -> Path:
    """Return the Python of this project's own environment."""
    return VENV / ("Scripts/python.exe" if platform == "win32" else "bin/python")


def stamp_text(level: str) -> str:
    """Return what the stamp of a finished installation must say."""
    digest = hashlib.sha256(f"{sys.version}\n{sys.base_prefix}".encode())
    for name in NEEDS[level]:
        digest.update((ROOT / name).read_bytes())
    return digest.hexdigest()


def stamp_path(level: str) -> Path:
    """Return the file that is written once an installation is complete."""
    return VENV / f"installed-for-{level}.txt"


def is_installed(level: str) -> bool:
    """Tell whether the environment is complete and matches the requirement files."""
    there = venv_python().exists() and stamp_path(level).is_file()
    return there and stamp_path(level).read_bytes() == stamp_text(level).encode()


def put_on_disk(platform: str) -> None:
    """Wait until the environment is on the disk as it is, so that a power cut takes none of it."""
    if platform == "linux":
        os.sync()
        return
    how = os.O_RDWR if platform == "win32" else os.O_RDONLY  # Windows waits for what can be written
    for folder, _, names in os.walk(VENV):
        for file in (Path(folder, name) for name in names):
            if file.is_symlink() or not file.is_file():
                continue
            try:
                number = os.open(file, how)
            except PermissionError:  # a program that may not be written was not just now
                continue
            os.fsync(number)
            os.close(number)


def pip_command(level: str, outer_pip: bool) -> list[str]:
    """Return the command that installs into the environment, never into the system's Python."""
    pip = [sys.executable, "-m", "pip", "--python", str(venv_python())]
    if not outer_pip:
        pip = [str(venv_python()), "-m", "pip"]
    files = ["--require-hashes", "-r", str(ROOT / LOCKS[level])]
    return [*pip, "install", "--no-input", "--disable-pip-version-check", *files]


def has_outer_pip() -> bool:
    """Tell whether this Python's own pip can install into another environment."""
    try:
        return int(importlib.metadata.version("pip").split(".")[0]) >= 23  # --python is new in 22.3
    except importlib.metadata.PackageNotFoundError:
        return False


def install_failure(output: str) -> str:
    """Say plainly why pip failed, in its own words only where the reason is not a usual one."""
    if any(sign in output for sign in DISK_FULL):
        return "The disk is full. The app needs about 1 GB. Make room, then run this again."
    if any(sign in output for sign in NO_NETWORK):
        return (
            "The package index could not be reached. Check the network "
            "(at work also its proxy), then run this again."
        )
    last_lines = "\n".join(output.splitlines()[-15:])
    return f"{last_lines}\nInstalling failed; the lines above say why."


@contextmanager
def turn() -> Iterator[None]:
    """Wait until no other start.py installs here: it would take away what this one writes.

    A kill lets the next one go on. Windows has no such lock on a folder: nobody waits there.
    """
    if sys.platform == "win32":
        yield
        return
    import fcntl

    here = os.open(ROOT, os.O_RDONLY)
    try:
        try:
            fcntl.flock(here, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            print("Another start.py installs here; waiting for it ...", flush=True)
            fcntl.flock(here, fcntl.LOCK_EX)
        yield
    finally:
        os.close(here)


def install(level: str) -> None:
    """Make or complete the environment where it is not whole yet."""
    if is_installed(level):
        return
    with turn():
        if not is_installed(level):  # by the one that was waited for
            install_alone(level)


def install_alone(level: str) -> None:
    """Make or complete the environment; a half-made one is made again from the start."""
    if Path(sys.prefix).resolve() == VENV:
        sys.exit("The environment must be renewed. Type 'deactivate' first, then run this again.")
    outer_pip = has_outer_pip()
    if not outer_pip and importlib.util.find_spec("ensurepip") is None:
        sys.exit("This Python has no pip. On Debian or Ubuntu: sudo apt-get install python3-pip")
    grows = is_installed("app")
    for old in NEEDS:
        stamp_path(old).unlink(missing_ok=True)
    if VENV.exists():
        put_on_disk(sys.platform)  # an old stamp that came back would vouch for what is half-made
    if not grows:
        print("Making a Python environment in .venv ...", flush=True)
        # Links to this Python would break on Windows, where making them also needs special rights.
        venv.EnvBuilder(clear=True, symlinks=os.name != "nt", with_pip=not outer_pip).create(VENV)
    print("Installing what is needed; the first time takes a minute or two ...", flush=True)
    # A person's own pip settings must not send packages elsewhere than into .venv.
    env = {**os.environ, "PIP_USER": "0", "PYTHONUTF8": "1"}
    said = []
    with subprocess.Popen(
        pip_command(level, outer_pip),
        cwd=ROOT,
        env=env,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        errors="replace",
    ) as pip:
        for line in pip.stdout or []:
            said.append(line)
            if line.startswith(("Collecting", "Installing")):
                print("  " + line.strip().split(" (from")[0][:90], flush=True)
    if pip.returncode:
        sys.exit(install_failure("".join(said)))
    put_on_disk(sys.platform)
    for done in NEEDS if level == "tests" else [level]:
        stamp_path(done).write_bytes(stamp_text(done).encode())


def usual_places(platform: str, environ: Mapping[str, str]) -> list[Path]:
    """Return where browsers are installed on systems that do not put them on the PATH."""
    if platform == "darwin":
        names = ["Chromium", "Google Chrome", "Microsoft Edge"]
        return [Path("/Applications", f"{n}.app", "Contents/MacOS", n) for n in names]
    if platform == "win32":
        starts = ["PROGRAMFILES", "PROGRAMFILES(X86)", "LOCALAPPDATA"]
        ends = ["Chromium/Application/chrome.exe", "Google/Chrome/Application/chrome.exe"]
        ends.append("Microsoft/Edge/Application/msedge.exe")
        return [Path(environ[s], end) for end in ends for s in starts if s in environ]
    return []


def find_chromium(platform: str, environ: Mapping[str, str]) -> str | None:
    """Return the browser for the tests: the one asked for, else the first on the machine."""
    asked = environ.get("PPN_CHROMIUM")
    if asked:
        if not Path(asked).is_file():
            sys.exit(f"PPN_CHROMIUM says {asked}, but there is no such file.")
        return asked
    on_path = (shutil.which(name, path=environ.get("PATH")) for name in BROWSERS)
    there = (str(place) for place in usual_places(platform, environ) if place.is_file())
    return next(filter(None, on_path), None) or next(there, None)


def no_browser_message(platform: str) -> str:
    """Say exactly what to install when no browser could be found."""
    if platform in ("darwin", "win32"):
        what = "Install Google Chrome (google.com/chrome) or Chromium"
    else:
        what = "Install it: sudo apt-get install chromium fonts-liberation libatomic1"
    return (
        f"The tests open the app in Chromium, Chrome or Edge, and none was found.\n{what},\n"
        "or set PPN_CHROMIUM to the browser's program file. Then run this again."
    )


def install_chromium() -> None:
    """Install Debian's Chromium where that needs no password, and what steering it needs."""
    if not shutil.which("apt-get"):
        return
    prefix = [] if hasattr(os, "geteuid") and os.geteuid() == 0 else ["sudo", "-n"]
    if prefix and not (shutil.which("sudo") and run_quietly([*prefix, "true"]).returncode == 0):
        return
    print("Installing Chromium for the browser tests; this takes a minute ...", flush=True)
    apt = [*prefix, "env", "DEBIAN_FRONTEND=noninteractive", "apt-get", "-q"]
    apt += ["-o", "DPkg::Lock::Timeout=120"]
    # The font is for readable screenshots; Playwright's driver does not start without libatomic1.
    packages = ["chromium", "fonts-liberation", "libatomic1"]
    for step in (["update"], ["install", "-y", "--no-install-recommends", *packages]):
        done = run_quietly([*apt, *step])
        if done.returncode:
            print(done.stderr.strip(), file=sys.stderr)


def run_quietly(command: list[str]) -> subprocess.CompletedProcess[str]:
    """Run a command that asks nothing and keep what it says."""
    return subprocess.run(
        command, stdin=subprocess.DEVNULL, capture_output=True, text=True, check=False
    )


def start_app(extra: list[str]) -> int:
    """Start the app and stay until it is stopped."""
    install("app")
    command = [str(venv_python()), "-m", "streamlit", "run", "asgi.py", *extra]
    os.environ.setdefault("PPN_LOG", "plain")  # here a person reads it
    os.chdir(ROOT)
    if os.name == "posix":  # the app takes this process's place, so stopping it stops everything
        os.execv(command[0], command)
    return subprocess.call(command)


def serve(extra: list[str]) -> int:
    """Serve the app to many people, on several processes, and stay until it is stopped."""
    install("app")
    command = [str(venv_python()), str(ROOT / "deploy" / "replicas.py"), *extra]
    if os.name == "posix":
        os.execv(command[0], command)
    return subprocess.call(command)


def run_tests(extra: list[str]) -> int:
    """Run every check and then the tests; return the first exit code that is not 0."""
    install("tests")
    driver = [str(venv_python()), "-m", "playwright", "--version"]
    if not find_chromium(sys.platform, os.environ) or run_quietly(driver).returncode:
        install_chromium()
    chromium = find_chromium(sys.platform, os.environ)
    if chromium is None:
        sys.exit(no_browser_message(sys.platform))
    tried = run_quietly(driver)
    if tried.returncode:
        sys.exit(f"What steers the browser does not start: {tried.stderr.strip()}")
    env = {**os.environ, "PPN_CHROMIUM": chromium}
    failed = {}
    for check in CHECKS:
        began = time.monotonic()
        code = subprocess.call([str(venv_python()), "-m", *check.split()], cwd=ROOT, env=env)
        verdict = f"FAILED (exit code {code})" if code else "passed"
        print(f"== {check}: {verdict} in {time.monotonic() - began:.1f} s", flush=True)
        if code:
            failed[check] = code
    # Last, so that what pytest says at its end is the end of a good run.
    command = [str(venv_python()), "-m", *PYTEST.split(), *extra]
    tests = subprocess.call(command, cwd=ROOT, env=env)
    if failed:
        print(f"== These checks failed before the tests began: {', '.join(failed)}", flush=True)
    return next(iter(failed.values()), tests)


def main(arguments: list[str]) -> int:
    """Do what the command line asks for."""
    commands = {"app": start_app, "serve": serve, "tests": run_tests}
    if not arguments or arguments[0] not in commands:
        print(USAGE)
        return 0 if arguments[:1] in (["help"], ["-h"], ["--help"]) else 2
    try:
        return commands[arguments[0]](arguments[1:])
    except KeyboardInterrupt:
        return 130
    except subprocess.CalledProcessError as error:
        sys.exit(install_failure(str(error.output or error)))
    except OSError as error:
        if error.errno == errno.ENOSPC:
            sys.exit(install_failure("No space left on device"))
        sys.exit(
            f"This could not be done: {error}.\n"
            f"Is another start.py at work in {ROOT}, or may you not write there?"
        )


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
