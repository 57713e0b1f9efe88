"""The look of every chart, and how one is sent: a specification built once, numbers apart."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any, Final

import altair as alt
import pyarrow as pa
import streamlit as st

from ppn_scenarios.ui.take_away import take_chart

INK: Final = "#0B1318"
QUIET: Final = "#5A6670"  # what a scenario is compared with
# In this order, by the Government Analysis Function: each at least 3:1 against white. With labels
# or dashes beside it, never alone.
COLOURS: Final = ("#12436D", "#28A197", "#801650", "#F46A25", "#3D3D3D", "#A285D1")
MINE: Final = COLOURS[0]
ASKED: Final = COLOURS[2]
BELIEVED: Final = "#A34A00"  # its name in this colour can be read, as in the fourth it could not
PALE: Final = "#BFBFBF"
# For lines whose names stand beside them in the same colour: each at least 4.5:1 against white.
NAMED: Final = ("#12436D", "#A34A00", "#1B6F68", "#5A6670", "#0B1318", "#6B3FA0")
SHADES: Final = ("#F2F2F2", "#ADD1F1", "#6BACE6", "#2073BC", "#12436D", "#092135")  # low to high
EDGE: Final = alt.Stroke("colour:N", scale=None)  # of a band, whose inside is too pale to be seen
BAND: Final[dict[str, Any]] = {"fillOpacity": 0.18, "strokeWidth": 0.75}
TEXT: Final = 12.5  # points of a label in a chart
HEIGHT: Final = 330

_WORDS: Final = {
    "labelColor": INK,
    "titleColor": INK,
    "labelFontSize": 13,
    "titleFontSize": 13,
}
LOOK: Final[dict[str, dict[str, Any]]] = {  # of all charts, in the words of Vega-Lite
    "axis": _WORDS | {"aria": False},
    "axisX": {"labelAngle": 0, "labelOverlap": True, "grid": False},
    "axisY": {"titleAngle": 0, "titleAlign": "left", "titleY": -24, "titleX": 0, "tickCount": 5},
    "header": _WORDS,
    "legend": _WORDS | {"aria": False},
    "view": {"stroke": None},
}

DATA: Final = "d"
NESTS: Final = ("layer", "spec", "concat", "hconcat", "vconcat")  # where a chart holds others


def data() -> alt.Chart:
    """Return a chart that awaits its numbers: every encoding needs an explicit type."""
    return alt.Chart(alt.NamedData(DATA))


def specification(chart: Any, height: int | alt.Step | None = HEIGHT) -> dict[str, Any]:
    """Return a chart's specification without its data, with text that can be read.

    To be built once and kept (`functools.cache`): what changes from scenario to scenario goes in
    the data, because a new specification makes the browser start anew.
    """
    spec: dict[str, Any] = chart.to_dict(validate=False)  # the tests do: it takes as long again
    # Each `configure_...` and `properties` of altair would copy the whole chart, and most of the
    # time of building one went there.
    given = spec.get("config", {})
    spec["config"] = given | {part: given.get(part, {}) | look for part, look in LOOK.items()}
    if height is not None:
        spec["height"] = height if isinstance(height, int) else height.to_dict()
    spec.pop("data", None)
    silence(spec)
    say_once(spec)
    return spec


def silence(part: Any) -> None:
    """Keep the marks of a specification from being read aloud one by one.

    A chart is spoken as one picture, with its name, and its numbers as a table. Marks would be read
    with the names and colours of their columns.
    """
    if isinstance(part, list):
        for one in part:
            silence(one)
    elif isinstance(part, dict):
        if isinstance(mark := part.get("mark"), str):
            part["mark"] = {"type": mark, "aria": False}
        elif isinstance(mark, dict):
            mark["aria"] = False
        for name in NESTS:
            silence(part.get(name))


def say_once(part: Any) -> None:
    """Say once for a chart of layers what all of them are drawn by, and not in each layer.

    It is sent and read with every change of a scenario, and would be a third longer.
    """
    if isinstance(part, list):
        for one in part:
            say_once(one)
    elif isinstance(part, dict):
        for name in NESTS:
            say_once(part.get(name))
        each = [layer.get("encoding", {}) for layer in part.get("layer", [])]
        alike = {
            channel: drawn
            for channel, drawn in (each[0].items() if len(each) > 1 else ())
            if all(other.get(channel) == drawn for other in each)
        }
        if alike:
            part["encoding"] = {**alike, **part.get("encoding", {})}
            for encoding in each:
                for channel in alike:
                    del encoding[channel]


def spoken(alt_text: str, of: str) -> str:
    """Return the name of one of several charts of a kind: whose it is, then what is drawn."""
    return f"{of}: {alt_text}" if of else alt_text


def draw(
    table: pa.Table,
    spec: Mapping[str, Any],
    key: str,
    alt_text: str,
    *,
    passport: str = "",
    layout: Sequence[str] = (),
    on_select: Callable[[], None] | None = None,
) -> None:
    """Draw a chart: `alt_text` says what is drawn and where the same numbers stand as a table.

    `passport` is the key of the `offer` on the page that explains its numbers; `layout` are columns
    that say where things stand and are no result. `on_select` is called when a reader selects. Keep
    all but `table` the same from run to run: then only the numbers travel.
    """
    told = {**spec, "usermeta": {"passport": passport}}
    if on_select:
        st.vega_lite_chart(table, told, key=key, alt=alt_text, on_select=on_select)
    else:
        st.vega_lite_chart(table, told, key=key, alt=alt_text)
    take_chart(table, spec, key, alt_text, layout)
