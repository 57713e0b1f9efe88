"""A reader of the app without a browser: arrive by a link, move levers, read what it says."""

import json
import re
from html import unescape
from html.parser import HTMLParser
from pathlib import Path
from typing import Any, Final, NamedTuple
from urllib.parse import parse_qsl

from streamlit.components.v2.bidi_component.main import _make_trigger_id
from streamlit.testing.v1 import AppTest

from ppn_scenarios.sharing.link import DATA_NAME, DAY_NAME
from ppn_scenarios.ui.pages import PAGES as MENU

HOME: Final = "app.py"
NUMBERS: Final = "pages/numbers.py"
PAGES: Final = tuple(MENU)
BROKEN: Final = re.compile(r"\b(nan|inf|NaT)\b|<NA>|&lt;NA&gt;|>None<|(?<!\d)[-−]0%")
ROOT: Final = Path(__file__).resolve().parents[2]


def arrive(page: str = HOME, **query: str | float | list[str]) -> AppTest:
    """Open a page as a link would, in a session of its own."""
    app = AppTest.from_file(str(ROOT / HOME), default_timeout=60)
    for name, value in query.items():
        app.query_params[name] = value if isinstance(value, list) else str(value)
    app.run()
    if page != HOME:
        app.switch_page(page).run()
    return app


class MenuLink(NamedTuple):
    """A link of the menu: where it leads, its words, what it carries, and whether one is there."""

    page: str
    address: str
    name: str
    carries: dict[str, str]
    current: bool


def menu(app: AppTest) -> list[MenuLink]:
    """The links of the menu in their order, none where no menu is drawn; nothing is before it."""
    drawn = [element.proto for element in app.get("bidi_component")]
    if "ppn_menu" not in [one.component_name for one in drawn]:
        return []
    first, *others = drawn
    assert "ppn_menu" not in [one.component_name for one in others]
    handed = json.loads(first.json)
    carries = dict(parse_qsl(handed["query"], strict_parsing=True)) if handed["query"] else {}
    found = re.findall(r"<a data-page='(.*?)' data-name='(.*?)'>(.*?)</a>", first.html_content)
    assert len(found) == first.html_content.count("<a")
    here = handed["here"]
    return [MenuLink(page, to, name, carries, page == here) for page, to, name in found]


def open_panels(app: AppTest) -> AppTest:
    """Open both panels of further levers, as a reader does by a click on each."""
    app.session_state["more_choice"] = True
    app.session_state["more_belief"] = True
    return app.run()


def opened(panel: str, **query: Any) -> AppTest:
    """Open the home page as a link would, then one of its panels by its key, as by a click."""
    app = arrive(HOME, **query)
    app.session_state[panel] = True
    return app.run()


def levers(app: AppTest) -> dict[str, Any]:
    """Every control of an assumption in the panel of levers, by the name of the assumption."""
    drawn = [*app.sidebar.slider, *app.sidebar.toggle, *app.sidebar.selectbox]
    keyed = {str(w.key): w for w in drawn}
    return {k.removeprefix("lever_"): w for k, w in keyed.items() if k.startswith("lever_")}


def listening(app: AppTest) -> str:
    """The id of the part that hears presses on the help of levers, or nothing where none does."""
    drawn = [one.proto for one in app.get("bidi_component")]
    unseen = [one for one in drawn if one.component_name == "ppn_unseen"]
    assert len(unseen) <= 1, "each press would be heard twice"
    ids = [one.id for one in unseen if json.loads(one.json)["helps"]["heard"]]
    return _make_trigger_id(ids[0], "events") if ids else ""


def press_help(app: AppTest, told: object, heard: str = "") -> AppTest:
    """Run the page as a browser asks for it when the help of a lever was pressed.

    `told` is what it says was pressed, and `heard` the id of the part that it says heard it.
    """
    part = heard or listening(app)
    assert part, "nothing hears a press"
    sent = app._tree.get_widget_states()
    pressed = sent.widgets.add(id=part)
    pressed.json_trigger_value = json.dumps({"event": "asked", "value": told})
    return app._run(sent)


def finding(app: AppTest) -> str:
    """The answer in words."""
    said = [box.value for box in app.info if box.value.startswith("On these assumptions")]
    assert len(said) == 1, f"{len(said)} findings; exceptions: {list(app.exception)}"
    assert "None" not in said[0]
    return said[0]


def staff_finding(app: AppTest) -> str:
    """The part of the finding that is about staff, up to the reading of the plan."""
    return finding(app).split(" A permanent chief")[0]


def address(app: AppTest) -> dict[str, str]:
    """The parameters in the address bar, each given once, but for what is said of its making."""
    found = {n: [v] if isinstance(v, str) else v for n, v in app.query_params.items()}
    assert all(len(values) == 1 for values in found.values()), found
    return {name: value for name, (value,) in found.items() if name not in (DATA_NAME, DAY_NAME)}


def headings(part: Any, level: int = 2) -> list[str]:
    """The headings of one level on a page, or in a part of it, that are sent as HTML."""
    found = re.compile(f"<h{level}[^>]*>(.*?)</h{level}>", re.DOTALL)
    return [unescape(words) for h in part.html for words in found.findall(h.value)]


def warnings(app: AppTest) -> dict[str, str]:
    """What the page warns of: text by title."""
    return {box.proto.title: box.value for box in app.warning}


def text(app: AppTest) -> str:
    """Everything that the page says, charts and warnings aside."""
    said = [*app.title, *app.header, *app.subheader, *app.markdown, *app.caption]
    return "\n".join(str(element.value) for element in [*said, *app.info, *app.html])


class _Tables(HTMLParser):
    """The rows of every table in some HTML, by the table's name."""

    def __init__(self) -> None:
        super().__init__()
        self.found: dict[str, list[list[str]]] = {}
        self.rows: list[list[str]] = []
        self.in_cell = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "table":
            self.rows = self.found[dict(attrs).get("aria-label") or ""] = []
        elif tag == "tr":
            self.rows.append([])
        elif tag in ("th", "td"):
            self.rows[-1].append("")
            self.in_cell = True

    def handle_endtag(self, tag: str) -> None:
        if tag in ("th", "td"):
            self.in_cell = False

    def handle_data(self, data: str) -> None:
        if self.in_cell:
            self.rows[-1][-1] += data


def tables(app: AppTest) -> dict[str, list[list[str]]]:
    """Every table of the page by its caption: rows of cells, the heading first."""
    reader = _Tables()
    for element in app.html:
        reader.feed(element.value)
    return {
        caption: [[" ".join(cell.replace("\u2060", "").split()) for cell in row] for row in rows]
        for caption, rows in reader.found.items()
    }


def table(app: AppTest, start: str) -> list[list[str]]:
    """The one table whose caption starts with some words."""
    found = [rows for caption, rows in tables(app).items() if caption.startswith(start)]
    assert len(found) == 1, f"{start!r} is not one of {list(tables(app))}"
    return found[0]


def cards(app: AppTest) -> dict[str, str]:
    """The headline numbers: value by label."""
    pairs = [re.findall(r"<dt>(.*?)</dt><dd><strong>(.*?)</strong>", h.value) for h in app.html]
    return {label: value for some in pairs for label, value in some}


def assert_sound(app: AppTest) -> None:
    """Hold that the page ran, and that no number in it is a blank in disguise."""
    assert not app.exception, [e.message for e in app.exception]
    assert not app.error, [e.value for e in app.error]
    broken = [line for line in text(app).splitlines() if BROKEN.search(line)]
    assert not broken, broken[:3]
