"""No number on any page that a passport cannot explain."""

import ast
import json
import re
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from .reader import PAGES, ROOT, arrive

UI = ROOT / "ppn_scenarios" / "ui"
MODULES = sorted(UI.rglob("*.py"))
DRAWERS = {"show_table": "table", "show_cards": "cards", "draw": "theme"}
# Modules whose figures all have a passport or a source. The others are on their way.
ADOPTED = {"atlas.py", "charts/lines.py", "charts/maps.py", "charts/place_ranges.py"}


def name_of(path: Path) -> str:
    return path.relative_to(UI).as_posix()


def drawing(tree: ast.Module) -> set[str]:
    """The names by which a module calls what draws tables, cards and charts."""
    found = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom):
            room = (node.module or "").split(".")
            for alias in node.names:
                known = DRAWERS.get(alias.name) == room[-1]
                chart = "charts" in room and alias.name.startswith("show_")
                if known or chart:
                    found.add(alias.asname or alias.name)
    return found


def unexplained(path: Path) -> list[int]:
    """The lines that draw figures and name neither a passport nor a source."""
    tree = ast.parse(path.read_text("utf-8"))
    names = drawing(tree)
    return [
        node.lineno
        for node in ast.walk(tree)
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Name)
        and node.func.id in names
        and not {"passport", "source"} & {word.arg for word in node.keywords}
    ]


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_everything_drawn_names_its_passport_or_its_source(path: Path) -> None:
    if name_of(path) not in ADOPTED:
        pytest.skip("its figures wait for their passports")
    assert not unexplained(path)


def named(app: AppTest) -> set[str]:
    """The passports that the figures of a page name."""
    tied = [key for h in app.html for key in re.findall(r"data-passport='([^']*)'", h.value)]
    for chart in app.get("vega_lite_chart"):
        tied.append(json.loads(chart.proto.spec)["usermeta"]["passport"])
    return set(tied) - {""}


@pytest.mark.parametrize("page", PAGES)
@pytest.mark.parametrize("show", ["chart", "table"])
def test_every_passport_that_figures_name_is_offered_on_their_page(page: str, show: str) -> None:
    app = arrive(page, show=show)
    offered = {str(button.key) for button in app.button}
    assert {f"passport_{key}" for key in named(app)} <= offered
