"""Taking a chart or a table away as a file: a quiet control under each, made when it is opened."""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from datetime import datetime
from typing import Any, Final

import pyarrow as pa
import streamlit as st

from ppn_scenarios.opening import baseline
from ppn_scenarios.sharing.about import AS_DRAWN, AS_SHOWN, SETTINGS_IN_A_PICTURE, about, plain
from ppn_scenarios.sharing.ways import Way, of_chart, of_table, unit_of
from ppn_scenarios.tables.release import described
from ppn_scenarios.wording.places import places

from .address import address
from .clock import zone
from .visit import visit

SAYS: Final = (
    "Each file says its title, unit, source, status, the scenario, the versions, the date and the "
    "link. It is made when you choose it."
)
UNITS_OF_A_TABLE: Final = "as the title and the headings say"
# Where things stand and how they look is no result.
LOOK: Final = ("colour", "ink", "dash", "label_at", "label_x", "side", "chosen")
_finding: ContextVar[str] = ContextVar("finding", default="")


@contextmanager
def titled(finding: str) -> Iterator[None]:
    """Say what the charts drawn within show: the title of their pictures."""
    token = _finding.set(finding)
    try:
        yield
    finally:
        _finding.reset(token)


@contextmanager
def and_ends(ends: Sequence[str]) -> Iterator[None]:
    """Say in the title of a picture where each of its lines ends, each with its name."""
    said = "; ".join(" ".join(end.split()) for end in ends)
    with titled(f"{_finding.get()}: {said}" if _finding.get() else said):
        yield


def take_chart(
    table: pa.Table,
    spec: Mapping[str, Any],
    key: str,
    alt_text: str,
    layout: Sequence[str] = (),
) -> None:
    """Offer a chart as PNG, SVG and CSV; `layout` are columns that hold no result."""
    box = opener("Download chart", f"take_{key}")
    if box.open:
        title, unit = plain(_finding.get() or alt_text), unit_of(spec)
        lines = lines_about(title, unit, AS_DRAWN)
        brief = lines_about(title, unit, AS_DRAWN, most=SETTINGS_IN_A_PICTURE)
        show_ways(box, key, of_chart(table, spec, lines, brief, (*LOOK, *layout)))


def take_table(
    caption: str, head: Sequence[str], rows: Sequence[Sequence[str]], key: str, source: str = ""
) -> None:
    """Offer a table as CSV and Parquet, its cells as they are shown."""
    box = opener("Download table", f"take_{key}")
    if box.open:
        lines = lines_about(caption, UNITS_OF_A_TABLE, AS_SHOWN, source=source)
        show_ways(box, key, of_table(head, rows, lines))


def opener(label: str, key: str) -> Any:
    """Draw the quiet control; what is in it is made only while it is open."""
    return st.popover(
        label, type="tertiary", icon=":material/download:", key=key, on_change="rerun"
    )


def show_ways(box: Any, key: str, ways: Sequence[Way]) -> None:
    """Draw a button for each kind of file."""
    with box:
        st.caption(SAYS)
        for way in ways:
            st.download_button(
                way.label,
                data=way.make,
                file_name=way.file_name,
                mime=way.mime,
                key=f"take_{key}_{way.ending}",
                on_click="ignore",
            )


def lines_about(
    title: str, unit: str, numbers: str, *, source: str = "", most: int | None = None
) -> dict[str, str]:
    """Return what a file says of itself, as things are when its control is opened."""
    now = visit()
    return about(
        title,
        now.scenario,
        unit=unit,
        numbers=numbers,
        source=source,
        data_version=f"{described()}; staff counted on 31 March {baseline().year}",
        day=datetime.now(zone()).date(),
        link=address(now),
        place=places()[now.view.place].name,
        most=most,
    )
