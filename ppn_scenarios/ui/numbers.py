"""The parts of the page on numbers: assumptions, targets, inputs, tables and sources."""

from collections.abc import Callable
from itertools import groupby
from typing import Final

import streamlit as st

from ppn_scenarios.assumptions import GROUPS, LEVERS, STATUSES, TARGETS, Scenario
from ppn_scenarios.assumptions.log import counts_by_status
from ppn_scenarios.assumptions.targets import STANDINGS
from ppn_scenarios.tables import queries

from .table import Cell, show_table
from .words import show_glossary


def show_summary() -> None:
    """Say in one paragraph what everything rests on."""
    st.markdown(
        "Every number that the explorer uses is listed here, with what it rests on. Placeholders "
        "are for exploring; quote none of them."
    )
    show_table(
        f"What the {len(LEVERS)} levers rest on",
        ("The default rests on", "Levers"),
        [(label, str(n)) for label, n in counts_by_status().items()],
        numbers=(1,),
        source="Counted from the declarations of the levers, listed below.",
    )


def show_parts(scenario: Scenario) -> None:
    """Draw each list in a tab; only the open one is built."""
    for tab, show in zip(
        st.tabs(list(PARTS), key="numbers_part", on_change="rerun"), PARTS.values(), strict=True
    ):
        if tab.open:
            with tab:
                show(scenario)


def cited() -> dict[str, Cell]:
    """Return each source as a cell: its title, linked to where it was read."""
    rows = queries.sources().to_dict("records")
    return {r["source_id"]: (str(r["title"]), str(r["url"] or "")) for r in rows}


def show_assumptions(scenario: Scenario) -> None:
    """Draw the assumptions log, with the reader's own value beside each default."""
    sources = cited()
    ordered = sorted(LEVERS.items(), key=lambda item: GROUPS.index(item[1].group))
    for group, items in groupby(ordered, lambda item: item[1].group):
        show_table(
            group,
            (
                "Assumption",
                "Kind",
                "As things stand",
                "Mine",
                "Range",
                "Rests on",
                "Source",
                "Meaning and evidence",
            ),
            [
                (
                    a.label,
                    a.kind,
                    a.show(a.default),
                    a.show(getattr(scenario, name)),
                    f"{a.show(a.low)} to {a.show(a.high)}",
                    a.rests_on,
                    sources[a.source_id],
                    f"{a.meaning} {a.evidence}",
                )
                for name, a in items
            ],
            wide=(7,),
            source="Declared in the project's code; each row names what its default rests on.",
        )


def show_targets(_: Scenario) -> None:
    """Draw every target with the published figures and the arithmetic behind it."""
    sources = cited()
    figures = {r["figure_id"]: r for r in queries.policy_figures().to_dict("records")}
    show_table(
        "Targets: what policy asks for, and how we read it",
        ("Target", "Standing", "Arithmetic", "Published figures", "Source"),
        [
            (
                t.label,
                STANDINGS[t.standing],
                t.working,
                "; ".join(f"{figures[f]['label']}: {figures[f]['value']:g}" for f in t.figures),
                sources[figures[t.figures[0]]["source_id"]] if t.figures else "none",
            )
            for t in TARGETS.values()
        ],
        source="The arithmetic is ours; each row names the source of its figures.",
    )


def show_inputs(_: Scenario) -> None:
    """Draw the inputs that no lever sets."""
    sources = cited()
    show_table(
        "Inputs that no lever sets: nearly all are placeholders",
        ("Input", "Family", "Grade", "Years", "Value", "Unit", "Status", "Source"),
        [
            (
                r["meaning"] or r["input"],
                r["family"],
                r["grade"],
                "" if r["year_offset"] != r["year_offset"] else f"{r['year_offset']:g}",
                f"{r['value']:.4g}",
                r["unit"],
                STATUSES[r["status"]],
                sources[r["source_id"]],
            )
            for r in queries.model_inputs().astype({"year_offset": float}).to_dict("records")
        ],
        numbers=(4,),
        source="The table model_input; each row names its source.",
    )


def show_dictionary(_: Scenario) -> None:
    """Draw what every table and column holds, from the database itself."""
    rows = queries.data_dictionary().to_dict("records")
    counts = dict(queries.row_counts()[["table", "rows"]].to_numpy())
    for table, columns in groupby(rows, lambda r: r["table"]):
        listed = list(columns)
        show_table(
            f"{table}: {listed[0]['table_comment']} ({counts[table]} rows)",
            ("Column", "Type", "Meaning"),
            [(r["column"], r["type"], r["comment"]) for r in listed],
            source="The comments of data/schema.sql, read from the database.",
        )


def show_sources(_: Scenario) -> None:
    """Draw the register of sources."""
    show_table(
        "Sources: everything that a figure here points to",
        ("Title", "Publisher", "Published", "Licence", "How far checked", "Note"),
        [
            (
                (r["title"], r["url"] or ""),
                r["publisher"],
                r["published"],
                r["licence"],
                r["status"].replace("_", " "),
                r["note"],
            )
            for r in queries.sources().fillna({"url": ""}).to_dict("records")
        ],
        source="The table source.",
    )
    st.caption(
        "Contains public sector information licensed under the Open Government Licence v3.0 "
        "(NHS England; ONS; MHCLG). Contains OS data © Crown copyright and database right."
    )


PARTS: Final[dict[str, Callable[[Scenario], None]]] = {
    "Assumptions": show_assumptions,
    "Targets": show_targets,
    "Other inputs": show_inputs,
    "Tables": show_dictionary,
    "Sources": show_sources,
    "Words": lambda _: show_glossary(),
}
