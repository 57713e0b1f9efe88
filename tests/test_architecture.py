"""The map of the rooms: what each may open, held against every import in the code."""

import ast
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
HOME = ROOT / "ppn_scenarios"
LONGEST_MODULE = 200  # lines; declarations are longer, being read one at a time
LONGEST_DECLARATIONS = 340


@dataclass(frozen=True)
class Room:
    """One folder of the package: the rooms it may open a door to, and the libraries it knows."""

    name: str
    doors: frozenset[str] = frozenset()
    libraries: frozenset[str] = frozenset()


def room(name: str, doors: str = "", libraries: str = "") -> Room:
    return Room(name, frozenset(doors.split()), frozenset(libraries.split()))


# From the ground up: a door leads only to a room that stands higher in this list.
MAP = (
    room("running"),
    room("assumptions"),
    room("model", "assumptions", "numpy"),
    room("tables", "", "duckdb pandas"),
    room("opening", "model tables", "numpy pandas"),
    # analysis is handed what it analyses; only a back-test opens England by itself
    room("analysis", "assumptions model opening", "numpy pandas scipy"),
    room("wording", "assumptions model analysis tables opening"),
    room("briefing", "assumptions model analysis tables opening wording"),
    room(
        "sharing",
        "assumptions wording briefing",
        "jinja2 pandas pptx pyarrow pydantic segno typst vl_convert",
    ),
    room("workshop", "assumptions sharing", "pydantic"),
    room(
        "command",
        "assumptions model analysis tables opening wording briefing sharing",
        "pandas",
    ),
    room(
        "ui",
        "running assumptions model analysis tables opening wording briefing sharing workshop",
        "streamlit altair pandas pyarrow",
    ),
    # asgi.py joins it to the app: it knows no page and no Streamlit
    room("server", "running assumptions sharing wording", "h11 starlette uvicorn"),
)
ROOM = {r.name: r for r in MAP}
MODULES = sorted(path for path in HOME.rglob("*.py") if path.parent != HOME)
PAGES = [ROOT / "app.py", *sorted((ROOT / "pages").glob("*.py"))]


def name_of(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def opened(path: Path) -> tuple[set[str], set[str]]:
    """The rooms that a file imports from, its own among them, and the libraries."""
    rooms: set[str] = set()
    libraries: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        match node:
            case ast.Import():
                targets = [alias.name for alias in node.names]
            case ast.ImportFrom(level=0, module=str() as module):
                targets = [module]
            case ast.ImportFrom(level=2 | 3):
                pytest.fail(f"{name_of(path)} climbs out of its room; write the whole name")
            case _:
                continue
        for target in targets:
            top, *rest = target.split(".")
            if top == HOME.name:
                rooms |= set(rest[:1])
            elif top not in sys.stdlib_module_names:
                libraries.add(top)
    return rooms, libraries


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_a_module_opens_only_the_doors_of_its_room(path: Path) -> None:
    here = ROOM[path.relative_to(HOME).parts[0]]
    rooms, libraries = opened(path)
    assert not rooms - here.doors - {here.name}, "there is no door from this room to that one"
    assert not libraries - here.libraries, "this room does not know that library"


def test_the_map_names_every_folder_and_no_other() -> None:
    folders = {p.name for p in HOME.iterdir() if p.is_dir() and p.name != "__pycache__"}
    assert folders == set(ROOM)


def test_doors_lead_only_to_rooms_nearer_the_ground() -> None:
    for height, here in enumerate(MAP):
        below = {r.name for r in MAP[:height]}
        assert here.doors <= below, here.name


@pytest.mark.parametrize("path", PAGES, ids=name_of)
def test_a_page_arranges_parts_and_does_nothing_else(path: Path) -> None:
    text = path.read_text("utf-8")
    rooms, libraries = opened(path)
    assert rooms == {"ui"}
    assert libraries <= {"streamlit"}
    assert not [n for n in ast.walk(ast.parse(text)) if isinstance(n, ast.BinOp)], "arithmetic"
    assert "select " not in text.lower(), "SQL"
    assert f'frame("{name_of(path)}")' in text, "every page is drawn inside the frame"


def test_the_menu_lists_every_page_but_those_without_a_menu() -> None:
    from ppn_scenarios.ui.pages import BARE
    from ppn_scenarios.ui.pages import PAGES as MENU

    assert sorted([*MENU, *BARE]) == sorted(map(name_of, PAGES))


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_a_module_is_short_enough_to_read_at_a_sitting(path: Path) -> None:
    limit = LONGEST_DECLARATIONS if path.parent.name == "assumptions" else LONGEST_MODULE
    assert len(path.read_text("utf-8").splitlines()) <= limit
