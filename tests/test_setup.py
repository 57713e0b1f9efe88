"""What start.py decides, and promises that hold for the repository as a whole."""

import ast
import os
import re
import runpy
import shutil
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.version import Version

import start


def program(folder: Path, name: str) -> Path:
    """Make a file that counts as a program on this system."""
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / (f"{name}.exe" if sys.platform == "win32" else name)
    path.write_text("")
    path.chmod(0o755)
    return path


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with requirement files and an environment that looks complete but for its stamps."""
    for name in start.NEEDS["tests"]:
        (tmp_path / name).write_text(name)
    monkeypatch.setattr(start, "ROOT", tmp_path)
    monkeypatch.setattr(start, "VENV", tmp_path / ".venv")
    python = start.venv_python()
    python.parent.mkdir(parents=True)
    python.write_text("")
    return tmp_path


def stamp(level: str) -> None:
    start.stamp_path(level).write_text(start.stamp_text(level), "utf-8")


# --- what is installed, and when ---


def test_environment_without_stamp_is_not_trusted(project: Path) -> None:
    assert not start.is_installed("app")
    stamp("app")
    assert start.is_installed("app")
    assert not start.is_installed("tests")


@pytest.mark.parametrize("name", ["requirements.txt", "requirements-app.lock"])
def test_changed_requirements_are_noticed(project: Path, name: str) -> None:
    stamp("app")
    stamp("tests")
    (project / name).write_text("changed")
    assert not start.is_installed("app")
    assert not start.is_installed("tests")


def test_changed_test_requirements_leave_the_app_alone(project: Path) -> None:
    stamp("app")
    stamp("tests")
    (project / "requirements.lock").write_text("changed")
    assert start.is_installed("app")
    assert not start.is_installed("tests")


def test_another_python_is_noticed(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    stamp("app")
    monkeypatch.setattr(sys, "version", "3.99.0")
    assert not start.is_installed("app")


def test_environment_whose_python_went_away_is_not_trusted(project: Path) -> None:
    stamp("app")
    start.venv_python().unlink()
    assert not start.is_installed("app")


def test_nothing_is_installed_twice(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    stamp("app")
    monkeypatch.setattr(subprocess, "Popen", pytest.fail)
    start.install("app")


def test_failed_installation_leaves_no_stamp(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    stamp("app")
    monkeypatch.setattr(start, "has_outer_pip", lambda: True)
    failing = [sys.executable, "-c", "import sys; sys.exit('Read timed out')"]
    monkeypatch.setattr(start, "pip_command", lambda level, outer_pip: failing)
    with pytest.raises(SystemExit, match="network"):
        start.install("tests")
    assert not start.is_installed("app")
    assert not start.is_installed("tests")


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no lock on a folder")
def test_of_two_that_install_at_once_the_second_waits_and_finds_all_of_it(project: Path) -> None:
    shutil.copy(Path(start.__file__), project)
    second = "import start; start.has_outer_pip = lambda: 1 / 0; start.install('app')"
    with start.turn():
        waits = subprocess.Popen(
            [sys.executable, "-c", second], cwd=project, stdout=subprocess.PIPE, text=True
        )
        assert waits.stdout
        assert "waiting for it" in waits.stdout.readline()
        stamp("app")
    said, _ = waits.communicate(timeout=60)
    assert (waits.returncode, said) == (0, ""), "it installs nothing again"


def test_no_stamp_is_written_before_what_it_vouches_for_is_on_the_disk(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    stamp("app")
    package = project / ".venv" / "package.py"
    writing = [sys.executable, "-c", f"open({str(package)!r}, 'w').write('whole')"]
    monkeypatch.setattr(start, "has_outer_pip", lambda: True)
    monkeypatch.setattr(start, "pip_command", lambda level, outer_pip: writing)
    on_disk = []

    def remember() -> None:
        stamps = [level for level in start.NEEDS if start.stamp_path(level).exists()]
        on_disk.append((package.exists(), stamps))

    monkeypatch.setattr(sys, "platform", "linux")
    monkeypatch.setattr(os, "sync", remember)
    start.install("tests")
    assert on_disk == [(False, []), (True, [])], "without the old stamp, then whole without a new"
    assert start.is_installed("app")
    assert start.is_installed("tests")


@pytest.mark.parametrize("platform", ["darwin", "win32"])
def test_where_a_system_cannot_be_waited_for_each_file_is(
    platform: str, project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    inside = project / ".venv" / "deep" / "package.py"
    inside.parent.mkdir()
    inside.write_text("whole")
    (project / ".venv" / "link").symlink_to(project / "requirements.txt")
    waited = []
    monkeypatch.setattr(os, "fsync", lambda number: waited.append(os.fstat(number).st_ino))
    start.put_on_disk(platform)
    assert sorted(waited) == sorted(f.stat().st_ino for f in (inside, start.venv_python()))


def test_a_stamp_that_a_power_cut_left_damaged_is_not_trusted(project: Path) -> None:
    stamp("app")
    for damaged in (b"", b"\0" * 64, b"\xff\xfe" * 32):
        start.stamp_path("app").write_bytes(damaged)
        assert not start.is_installed("app")


@pytest.mark.parametrize(
    ("level", "asked"), [("app", "requirements-app.lock"), ("tests", "requirements.lock")]
)
@pytest.mark.parametrize("outer_pip", [True, False])
def test_pip_installs_only_into_the_environment(level: str, asked: str, outer_pip: bool) -> None:
    command = start.pip_command(level, outer_pip)
    inside = str(start.venv_python())
    if outer_pip:
        assert command[:5] == [sys.executable, "-m", "pip", "--python", inside]
    else:
        assert command[:3] == [inside, "-m", "pip"]
    assert command[command.index("-r") + 1] == str(start.ROOT / asked)
    assert "--require-hashes" in command


def test_environment_python_on_each_system() -> None:
    assert start.venv_python("win32") == start.VENV / "Scripts" / "python.exe"
    assert start.venv_python("linux") == start.venv_python("darwin") == start.VENV / "bin/python"


@pytest.mark.parametrize(
    ("output", "said"),
    [
        ("ERROR: [Errno 28] No space left on device", "disk is full"),
        ("WARNING: Retrying (Retry(total=0, connect=None", "network"),
        ("Temporary failure in name resolution", "network"),
        ("see dependency-resolution/#conflicts", "dependency-resolution"),
        ("WARNING: Retrying (Retry(total=4\nERROR: no wheel", "no wheel"),
    ],
)
def test_failures_are_explained(output: str, said: str) -> None:
    assert said in start.install_failure(output)


# --- which browser ---


def test_browser_asked_for_comes_first(tmp_path: Path) -> None:
    asked = program(tmp_path / "asked", "mine")
    program(tmp_path / "bin", "chromium")
    environ = {"PPN_CHROMIUM": str(asked), "PATH": str(tmp_path / "bin")}
    assert start.find_chromium("linux", environ) == str(asked)


def test_missing_browser_asked_for_is_said() -> None:
    with pytest.raises(SystemExit, match="no such file"):
        start.find_chromium("linux", {"PPN_CHROMIUM": "nowhere/chromium"})


def test_browsers_on_the_path_in_order(tmp_path: Path) -> None:
    environ = {"PATH": str(tmp_path)}
    assert start.find_chromium("linux", environ) is None
    for name in ["msedge", "google-chrome", "chromium"]:
        path = program(tmp_path, name)
        found = start.find_chromium("linux", environ)
        assert found is not None
        assert Path(found).samefile(path)


def test_usual_place_on_windows(tmp_path: Path) -> None:
    edge = program(tmp_path / "Microsoft/Edge/Application", "msedge").with_suffix(".exe")
    edge.write_text("")
    environ = {"PATH": "", "PROGRAMFILES(X86)": str(tmp_path)}
    assert start.find_chromium("win32", environ) == str(edge)


def test_usual_places_on_macos() -> None:
    chrome = Path("/Applications/Google Chrome.app/Contents/MacOS/Google Chrome")
    assert chrome in start.usual_places("darwin", {})


@pytest.mark.parametrize(
    ("platform", "said"),
    [("linux", "apt-get install chromium"), ("darwin", "google.com/chrome"), ("win32", "Chrome")],
)
def test_missing_browser_message(platform: str, said: str) -> None:
    message = start.no_browser_message(platform)
    assert said in message
    assert "PPN_CHROMIUM" in message


@pytest.mark.skipif(sys.platform == "win32", reason="Debian's packages")
@pytest.mark.parametrize("prefix", [[], ["sudo", "-n"]])
def test_debian_installation(prefix: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    ran: list[list[str]] = []

    def run(command: list[str]) -> subprocess.CompletedProcess[str]:
        ran.append(command)
        return subprocess.CompletedProcess(command, 0, "", "")

    monkeypatch.setattr(start, "run_quietly", run)
    monkeypatch.setattr(shutil, "which", lambda name: f"/usr/bin/{name}")
    monkeypatch.setattr("os.geteuid", lambda: 1000 if prefix else 0)
    start.install_chromium()
    update, install = ran[-2:]
    assert update[: len(prefix) + 1] == [*prefix, "env"]
    assert update[-1] == "update"
    assert "--no-install-recommends" in install
    assert {"chromium", "-y"} <= set(install)


@pytest.mark.skipif(sys.platform == "win32", reason="Debian's packages")
def test_no_installation_that_would_ask_for_a_password(monkeypatch: pytest.MonkeyPatch) -> None:
    ran: list[list[str]] = []

    def refuse(command: list[str]) -> subprocess.CompletedProcess[str]:
        ran.append(command)
        return subprocess.CompletedProcess(command, 1, "", "a password is required")

    monkeypatch.setattr(start, "run_quietly", refuse)
    monkeypatch.setattr(shutil, "which", lambda name: f"/usr/bin/{name}")
    monkeypatch.setattr("os.geteuid", lambda: 1000)
    start.install_chromium()
    assert ran == [["sudo", "-n", "true"]]


# --- the commands ---


def test_every_check_runs_and_the_first_failure_counts(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    codes = {"ruff check .": 0, "ruff format --check .": 3, "mypy": 2}
    codes[f"{start.PYTEST} -k one"] = 0
    ran: list[str] = []

    def call(command: list[str], **options: object) -> int:
        ran.append(" ".join(command[2:]))
        return codes[ran[-1]]

    monkeypatch.setattr(start, "install", lambda level: None)
    monkeypatch.setattr(start, "find_chromium", lambda platform, environ: sys.executable)
    monkeypatch.setattr(
        start, "run_quietly", lambda command: subprocess.CompletedProcess(command, 0, "", "")
    )
    monkeypatch.setattr(subprocess, "call", call)
    assert start.run_tests(["-k", "one"]) == 3
    assert ran == list(codes)
    said = capsys.readouterr().out
    assert "ruff check .: passed" in said
    assert "mypy: FAILED (exit code 2)" in said


@pytest.mark.parametrize(("arguments", "code"), [([], 2), (["what"], 2), (["--help"], 0)])
def test_usage(arguments: list[str], code: int, capsys: pytest.CaptureFixture[str]) -> None:
    assert start.main(arguments) == code
    assert "start.py app" in capsys.readouterr().out


def test_expected_failures_show_no_traceback(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(level: str) -> None:
        raise PermissionError(13, "Permission denied", ".venv")

    monkeypatch.setattr(start, "install", fail)
    with pytest.raises(SystemExit, match="may you not write there"):
        start.main(["app"])


def test_an_older_python_is_told_so(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    # It must be able to read the file at all before it can say anything.
    ast.parse((root / "start.py").read_text("utf-8"), feature_version=(3, 6))
    monkeypatch.setattr(sys, "version_info", (3, 9, 2, "final", 0))
    with pytest.raises(SystemExit, match=r"needs Python 3\.11 or newer; this is Python 3\.9"):
        runpy.run_path(str(root / "start.py"))


# --- the repository ---


def requirements(root: Path, name: str) -> Iterator[Requirement]:
    for line in (root / name).read_text("utf-8").splitlines():
        text = line.split("#")[0].rstrip("\\").strip()
        if text and not text.startswith("-"):
            yield Requirement(text)


@pytest.mark.parametrize("name", ["requirements.txt", "requirements-dev.txt"])
def test_ranges_contain_the_locked_versions(root: Path, name: str) -> None:
    locked = {one.name: str(one.specifier) for one in requirements(root, "requirements.lock")}
    for asked in requirements(root, name):
        assert Version(locked[asked.name].removeprefix("==")) in asked.specifier, asked


@pytest.mark.parametrize("name", ["requirements-app.lock", "requirements.lock"])
def test_every_package_of_a_lock_has_hashes_of_its_files_and_no_address(
    root: Path, name: str
) -> None:
    text = (root / name).read_text("utf-8")
    blocks = re.split(r"\n(?=[a-z])", text)[1:]
    assert len(blocks) == len(list(requirements(root, name))) >= 40
    for block in blocks:
        first, *rest = block.strip().split(" \\\n")
        assert re.match(r"[a-z0-9-]+==[\w.]+( ; .+)?$", first), first
        assert rest, f"{first} has no hash"
        assert all(re.fullmatch(r" +--hash=sha256:[0-9a-f]{64}", line) for line in rest), first
    assert "://" not in text


def test_the_lock_of_the_app_is_a_part_of_the_lock_of_the_tests_word_for_word(root: Path) -> None:
    both = [
        set(re.split(r"\n(?=[a-z])", (root / name).read_text("utf-8").strip())[1:])
        for name in ("requirements-app.lock", "requirements.lock")
    ]
    assert both[0] < both[1]
    assert not {"pytest", "playwright"} & {
        one.name for one in requirements(root, "requirements-app.lock")
    }


def test_no_package_that_would_take_duckdb_back_to_an_old_version(root: Path) -> None:
    names = {one.name for one in requirements(root, "requirements.lock")}
    assert not {name for name in names if name.startswith("duckdb-extension")}


def test_python_version_is_said_the_same_everywhere(root: Path) -> None:
    project = tomllib.loads((root / "pyproject.toml").read_text("utf-8"))
    assert project["project"]["requires-python"] == ">=3.11"
    assert "sys.version_info < (3, 11)" in (root / "start.py").read_text("utf-8")
    assert project["project"]["version"] in (root / "CITATION.cff").read_text("utf-8")


# Written in pieces, so that this file does not contain what it forbids.
FORBIDDEN = re.compile(
    r"(?<![\w.])/(?:wo" + r"rk|opt/p" + r"pn|ro" + r"ot|tm" + r"p|home/\w+)/"
    r"|https?://[\w.-]*(?:py" + r"pi|python" + r"hosted|deb" + r"ian|npm" + r"js)\.\w+"
)


def test_no_machine_paths_or_package_hosts(root: Path) -> None:
    if not (root / ".git").exists() or not shutil.which("git"):
        pytest.skip("not a git checkout")
    listed = subprocess.run(
        ["git", "-c", f"safe.directory={root}", "ls-files", "-z"],
        cwd=root,
        capture_output=True,
        text=True,
        check=True,
    )
    found = []
    for name in filter(None, listed.stdout.split("\0")):
        path = root / name
        content = path.read_bytes() if path.is_file() else b""
        if b"\0" not in content:
            text = content.decode("utf-8", errors="replace")
            found += [f"{name}: {hit.group()}" for hit in FORBIDDEN.finditer(text)]
    assert found == []


def test_ci_does_what_the_readme_says(root: Path) -> None:
    assert "\npython3 start.py tests\n" in (root / ".ci/run").read_text("utf-8")
    readme = root / "README.md"
    if readme.exists():
        text = readme.read_text("utf-8")
        assert "python3 start.py app" in text
        assert "python3 start.py tests" in text
