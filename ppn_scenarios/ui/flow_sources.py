"""What the numbers of the page on flows rest on."""

import streamlit as st


def show_sources() -> None:
    """Say what the numbers on this page rest on."""
    with st.expander("Where these numbers come from", key="flow_sources"):
        st.markdown(
            "- **Staff in 2023**: 27,800 FTE, a written parliamentary answer of March 2024. People "
            "are FTE over the hours that one person works, which is borrowed.\n"
            "- **Training places**: published for clinical psychology, and about 15,000 over three "
            "years for therapists and practitioners together. Their split is a placeholder.\n"
            "- **Rates of leaving, retiring and returning, joiners from outside, moves into "
            "training**: no source, or borrowed. Each lever says which.\n"
            "- **By profession**: the shares of each family are placeholders, in equal parts.\n"
            "- **By place**: England's flows shared out as its staff are, by two proxies that "
            "disagree. Nobody publishes joiners or leavers of these professions by place.\n"
            "- **Counts under five** people of a place are never shown.\n\n"
            "Moves between NHS employers are in none of these numbers. The equations are E1 to E9 "
            "of the model."
        )
