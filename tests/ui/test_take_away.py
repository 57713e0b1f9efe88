"""Every chart and every table can be taken away, and costs nothing until somebody asks."""

import pytest
from streamlit.testing.v1 import AppTest

from .reader import PAGES, arrive, assert_sound, press_help, tables


def openers(app: AppTest) -> list[str]:
    """What the closed controls are called."""
    labels = [block.proto.popover.label for block in app.get("popover")]
    return [label for label in labels if label.startswith("Download")]


def offered(app: AppTest) -> list[str]:
    """The files that are offered now."""
    return [button.proto.label for button in app.get("download_button")]


@pytest.mark.parametrize("page", PAGES)
@pytest.mark.parametrize("show", ["chart", "table"])
def test_every_chart_and_every_table_has_a_control_that_makes_nothing_by_itself(page, show):
    app = arrive(page, show=show, retention=0.05)
    assert_sound(app)
    found = openers(app)
    assert found.count("Download chart") == len(app.get("vega_lite_chart"))
    captions = [c for c in tables(app) if c]
    assert found.count("Download table") >= len(captions)
    assert not [label for label in offered(app) if label.startswith(("Picture", "Spreadsheet"))]


def test_an_open_control_of_a_chart_offers_picture_drawing_and_numbers():
    app = arrive(retention=0.05)
    app.session_state["take_chart_staff"] = True
    app.run()
    assert_sound(app)
    assert offered(app) == ["Picture (PNG)", "Drawing (SVG)", "Its numbers (CSV)"]


def test_an_open_control_of_a_table_offers_a_spreadsheet_and_data():
    app = arrive(show="table")
    caption = next(c for c in tables(app) if c.startswith("Staff in England"))
    app.session_state[f"take_table__{caption}"] = True
    app.run()
    assert_sound(app)
    assert offered(app) == ["Spreadsheet (CSV)", "Data (Parquet)"]


def test_a_lever_told_in_a_drawer_and_on_its_page_at_once_has_controls_in_both():
    app = arrive("pages/levers.py", lever="retention")
    press_help(app, "retention")
    assert_sound(app)
