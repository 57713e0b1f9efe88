"""Who may import whom. This table is the architecture: change it on purpose."""

import ast
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
PACKAGE = "ppn_scenarios"

ROOMS: dict[str, tuple[set[str], set[str]]] = {  # room: (rooms it may use, packages it may use)
    "assumptions": (set(), set()),
    "model": ({"assumptions"}, {"numpy"}),
    "tables": (set(), {"duckdb", "pandas"}),
    "opening": ({"model", "tables"}, {"numpy", "pandas"}),
    # analysis takes what it analyses from its callers; only a back-test opens England by itself
    "analysis": ({"assumptions", "model", "opening"}, {"numpy", "pandas", "scipy"}),
    "sharing": ({"assumptions"}, set()),
    "ui": (
        {"assumptions", "model", "analysis", "tables", "opening", "sharing"},
        {"streamlit", "altair", "pandas", "pyarrow"},
    ),
}
PAGES = [ROOT / "app.py", *sorted(ROOT.glob("pages/*.py"))]
FILES = sorted(ROOT.glob(f"{PACKAGE}/*/**/*.py"))


def imports(path: Path) -> Iterator[str]:
    """Yield the dotted name of everything a file imports, its own room aside."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level < 2, f"{path}: reach another room by its full name"
            if node.level == 0:
                assert node.module
                yield node.module


def used(path: Path) -> tuple[set[str], set[str]]:
    """Return the rooms and the packages a file uses."""
    names = [name.split(".") for name in imports(path)]
    rooms = {name[1] for name in names if name[0] == PACKAGE and len(name) > 1}
    packages = {name[0] for name in names} - {PACKAGE} - set(sys.stdlib_module_names)
    return rooms, packages


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_a_room_uses_only_what_it_may(path: Path) -> None:
    room = path.relative_to(ROOT).parts[1]
    rooms, packages = used(path)
    may_rooms, may_packages = ROOMS[room]
    assert rooms - {room} <= may_rooms
    assert packages <= may_packages


def test_every_folder_is_a_room() -> None:
    folders = {path.name for path in (ROOT / PACKAGE).iterdir() if path.is_dir()}
    assert folders - {"__pycache__"} == set(ROOMS)


def test_the_arrows_never_go_in_a_circle() -> None:
    seen: set[str] = set()
    for room, (may_rooms, _) in ROOMS.items():  # declared bottom first
        assert may_rooms <= seen, room
        seen.add(room)


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.stem)
def test_pages_only_arrange_what_the_package_provides(path: Path) -> None:
    rooms, packages = used(path)
    assert packages <= {"streamlit"}
    assert rooms <= {"ui"}


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.stem)
def test_pages_hold_no_arithmetic_and_no_sql(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    operations = [n for n in ast.walk(ast.parse(text)) if isinstance(n, ast.BinOp)]
    assert not operations
    assert "SELECT" not in text.upper()


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.stem)
def test_every_page_starts_with_the_frame(path: Path) -> None:
    assert f'frame("{path.relative_to(ROOT).as_posix()}")' in path.read_text(encoding="utf-8")


def test_every_page_is_in_the_menu() -> None:
    from ppn_scenarios.ui.pages import PAGES as MENU

    assert set(MENU) == {path.relative_to(ROOT).as_posix() for path in PAGES}


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_a_module_keeps_to_one_subject_of_a_readable_length(path: Path) -> None:
    declares = path.parent.name == "assumptions"  # declarations are long and read one at a time
    assert len(path.read_text(encoding="utf-8").splitlines()) <= (340 if declares else 200)
