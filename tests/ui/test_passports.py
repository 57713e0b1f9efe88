"""No number on any page that a passport cannot explain."""

import ast
import json
import re
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from ppn_scenarios import Scenario
from ppn_scenarios.ui import home_passports
from ppn_scenarios.ui.passport import named_like
from ppn_scenarios.wording.places import places

from .reader import PAGES, ROOT, arrive

UI = ROOT / "ppn_scenarios" / "ui"
MODULES = sorted(UI.rglob("*.py"))
DRAWERS = {"show_table": "table", "show_cards": "cards", "draw": "theme"}
# Modules with figures that still wait for their passports: to be emptied, never to grow.
WAITING: frozenset[str] = frozenset()


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
    assert bool(unexplained(path)) == (name_of(path) in WAITING)


@pytest.mark.parametrize("page", PAGES)
@pytest.mark.parametrize("show", ["chart", "table"])
def test_every_table_card_and_chart_has_a_source_or_a_passport_that_its_page_offers(
    page: str, show: str
) -> None:
    app = arrive(page, show=show)
    drawn = [h.value for h in app.html if re.search(r"<table|class='ppn-cards'", h.value)]
    assert [h for h in drawn if not re.search(r"data-passport='.|class='ppn-source'", h)] == []
    named = {key for h in drawn for key in re.findall(r"data-passport='([^']*)'", h)}
    specs = [json.loads(chart.proto.spec) for chart in app.get("vega_lite_chart")]
    named |= {spec.get("usermeta", {}).get("passport", "") for spec in specs}
    assert {f"passport_{key}" for key in named} <= {str(button.key) for button in app.button}


OTHER_WAYS = {"dataframe", "table", "metric", "data_editor", "altair_chart", "vega_lite_chart"} | {
    f"{kind}_chart" for kind in ("line", "bar", "area", "scatter", "plotly", "graphviz", "pydeck")
}


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_figures_are_drawn_in_no_way_that_asks_for_no_passport(path: Path) -> None:
    used = {
        node.func.attr
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Attribute)
        and isinstance(node.func.value, ast.Name)
        and node.func.value.id == "st"
    }
    allowed = {"vega_lite_chart"} if name_of(path) == "charts/theme.py" else set()
    assert not used & OTHER_WAYS - allowed


def opened(app: AppTest, key: str) -> tuple[list[str], str]:
    """What a drawer says, opened by its button: the name of each passport, and all its text."""
    before = {e.label for e in app.expander}
    app.button(key=f"passport_{key}").click().run()
    assert not app.exception, [e.message for e in app.exception]
    names = [e.label.replace("\\", "") for e in app.expander if e.label not in before]
    return names, "\n".join(h.value for h in app.html if "<div class='ppn-passport'" in h.value)


NUMBER = re.compile(r"[\d,]*\.?\d+%?")


def numbers(text: str) -> list[tuple[float, bool, float]]:
    """Every number in some text: its value, whether a percentage, and how far it was rounded."""
    found = []
    for token in NUMBER.findall(text):
        digits = token.strip("%,").replace(",", "")
        zeros = len(digits) - len(digits.rstrip("0")) if "." not in digits else 0
        step = 1.0 if token.endswith("%") else 10.0 ** min(zeros, 2)
        found.append((float(digits), token.endswith("%"), step))
    return found


MONEY = re.compile(r"£([\d,]*\.?\d+)(?:[\s\u00a0]?(billion|million|m|k)\b)?")
UNITS = {"billion": 1e9, "million": 1e6, "m": 1e6, "k": 1e3, "": 1.0}


def pounds(text: str) -> list[float]:
    """Every sum of money in some text, in pounds."""
    return [float(n.replace(",", "")) * UNITS[unit] for n, unit in MONEY.findall(text)]


def explained(value: str, passports: str) -> bool:
    """Whether every number of a card is one that passports give, to its own rounding.

    Money is said to two figures, so it may be a twentieth from what its passport gives.
    """
    known, prices = numbers(MONEY.sub("", passports)), pounds(passports)
    return all(
        any(share == is_share and abs(exact - number) <= step for exact, is_share, _ in known)
        for number, share, step in numbers(MONEY.sub("", value))
    ) and all(any(abs(p - price) <= 0.051 * price for p in prices) for price in pounds(value))


def shown(app: AppTest) -> list[str]:
    """What a page says in numbers: its findings, cards, and cells of tables tied to a passport."""
    said = [str(box.value) for box in app.info]
    for html in (h.value for h in app.html if "data-passport=" in h.value):
        said += re.findall(r"<(?:strong|td)[^>]*>(.*?)</(?:strong|td)>", html)
    return said


@pytest.mark.parametrize(
    ("page", "place"), [*((page, "england") for page in PAGES), ("app.py", "QWE")]
)
def test_every_number_that_a_page_shows_is_one_that_its_passports_give(
    page: str, place: str
) -> None:
    app, passports = arrive(page, place=place, retention=0.05), ""
    said = shown(app)
    for key in [str(b.key) for b in app.button if str(b.key).startswith("passport_")]:
        names, text = opened(app, key.removeprefix("passport_"))  # one drawer shuts another
        passports += "\n".join([*names, re.sub("<[^>]*>", " ", text)])
    assert [value for value in said if not explained(value, passports)] == []


def test_a_number_that_no_passport_gives_is_found() -> None:
    assert explained("38,800", "Staff: 38,802 FTE")
    assert explained("93%", "Reached: 92.7%")
    assert not explained("38,800", "Staff: 39,002 FTE")
    assert not explained("93%", "Reached: 90.9% of 93 FTE")
    assert explained("+£62,000 to £1.1 billion", "Pay: £61.6k; all of it: £1,092.3m")
    assert not explained("£1.1 billion", "Pay: £1.1m")


def test_a_drawer_says_how_from_what_and_which_way_and_gives_code_that_runs() -> None:
    app = arrive(retention=0.05, place="QWE")
    names, text = opened(app, "headlines")
    assert any(
        name.startswith("Staff in post, March 2037: **") and " to " in name for name in names
    )
    for said in ("How it is made", "What can move it", "Published figures", "Inputs that no lever"):
        assert f"<h3>{said}" in text
    all_said = re.findall("Of all that the levers can do to this number, (.*?)[.]</p>", text)
    for first, *others in (re.split(r"(?:,| and) (?=\d)", said) for said in all_said):
        assert re.match(r"\d+% rests on ", first), "what rests is said of the first, for all"
        assert all(re.match(r"\d+% on ", other) for other in others)
    assert any("on placeholders without a source" in said for said in all_said)
    assert "Scenario(retention=0.05)" in app.code[0].value
    assert any(code.language == "sql" for code in app.code)


def test_figures_by_year_have_passports_of_the_year_that_is_chosen() -> None:
    made = home_passports.of_staff(Scenario(), places()["england"], 2030)
    assert made[0].label == "Staff in post, March 2030"
    assert {m.label for m in made[1:]} == {f"Staff in England, March {y}" for y in (2019, 2023)}


def test_one_of_many_figures_is_found_by_words_in_its_name() -> None:
    made = home_passports.of_types(Scenario(), places()["england"], 2037)
    found = named_like(made, "acute  POST exists")
    assert [m.label for m in found] == [
        "Acute trusts: the post exists, March 2037",
        "Acute specialist trusts: the post exists, March 2037",
    ]
    assert named_like(made, "") == made
    assert not named_like(made, "midwives")


def test_every_number_of_an_area_is_a_range_in_its_passports_too() -> None:
    names, _ = opened(arrive(place="QWE"), "headlines")
    staff_here = [n for n in names if "FTE" in n and "asked for" not in n]
    assert staff_here
    assert all(" to " in name for name in staff_here)
