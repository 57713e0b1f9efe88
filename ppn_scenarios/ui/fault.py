"""What a reader is told when something of ours fails: what to do, and a code; never a trace."""

import logging

import streamlit as st

from ppn_scenarios.running.faults import reference

from .later import draw_last


def show_fault(error: Exception) -> bool:
    """Say what to do about a fault, log its code, and return that nothing else is to be shown."""
    code = reference(error)
    logging.getLogger("ppn_scenarios").error("A page failed: reference %s", code)
    with st.container(key="fault"):
        st.error(
            "It is our fault, not yours. Your scenario is in the address of this page, and your "
            "session is kept in this browser.\n"
            "- Reload the page.\n"
            "- If it fails again, undo the last change (Alt+Z) or choose another page.\n"
            f"- If you report it, quote the reference **{code}**. It says where in the program it "
            "failed, and nothing about you.",
            title="This page could not be finished",
        )
    draw_last()  # levers are a way out, as is the menu
    return True
