"""Keeping scenarios by name: keep this one, load one, remove one."""

import streamlit as st

from ppn_scenarios.assumptions.version import MODEL_VERSION
from ppn_scenarios.tables.database import data_version
from ppn_scenarios.ui.keep_field import ask_name
from ppn_scenarios.ui.kept import keep, kept, load, remove, run_again
from ppn_scenarios.ui.visit import Visit
from ppn_scenarios.wording import literal

from .chosen import KEPT, Comparison, also

FIELD = "keep_name"


def show_keep(now: Visit, compared: Comparison) -> None:
    """Draw the field that keeps this scenario, and those kept so far."""
    ask_name(now, FIELD, "keep", keep_and_compare)
    for i, name in enumerate(kept()):
        show_one(i, name)
    if any(column.key.startswith(KEPT) for column in compared.columns):
        st.caption(
            "A link carries your scenario and the ready-made ones that you compare, not those that "
            "you keep. They stay in this browser; on the page *Record* they become a file."
        )


def keep_and_compare(field: str) -> None:
    """Keep the scenario, and compare with it from now on if there is room."""
    before = set(kept())
    keep(field)
    for name in kept().keys() - before:
        also(KEPT + name)


def show_one(i: int, name: str) -> None:
    """Draw one kept scenario with what can be done with it."""
    one, said = kept()[name], literal(name)
    with st.container(horizontal=True, vertical_alignment="center", key=f"kept_{i}"):
        st.button(f"Load {said}", key=f"load_{i}", on_click=load, args=(name,))
        away = f"Remove {said} from those kept"
        st.button("Remove", key=f"remove_{i}", help=away, on_click=remove, args=(name,))
        if (one.model, one.data) != (MODEL_VERSION, data_version()):
            st.button(
                f"Run {said} again with today's model and data",
                key=f"again_{i}",
                on_click=run_again,
                args=(name,),
            )
