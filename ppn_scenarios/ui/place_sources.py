"""What the numbers of the page on places rest on."""

import streamlit as st


def show_sources() -> None:
    """Say what the numbers on this page rest on."""
    with st.expander("Where these numbers come from", key="place_sources"):
        st.markdown(
            "- **Staff of a place**: our estimate. England's 27,800 FTE of March 2023 are shared "
            "out by two open proxies. One is finished Talking Therapies courses of 2024-25. The "
            "other is scientific, therapeutic and technical staff of mental health trusts in "
            "November 2025, placed by the areas that trusts serve.\n"
            "- **Chance**: each person leaves, moves or is promoted by the same chances, and as "
            "many are hired as come by chance. A range holds the middle 80%.\n"
            "- **People**: registered with a GP in December 2025 (NHS England), and residents of "
            "mid-2020 (ONS). GP lists count about 13% too many, most in London.\n"
            "- **Deprivation**: the Index of Multiple Deprivation 2025 (MHCLG), average score of "
            "each ICS.\n"
            "- **Trusts**: 205 in November 2025, by the ICS of their headquarters; many serve "
            "others too.\n"
            "- **Places**: the 42 ICS footprints of July 2022 to March 2026.\n"
            "- **Counts under five** people are never shown.\n\n"
            "Every table and source is listed under *Where do these numbers come from?*"
        )
