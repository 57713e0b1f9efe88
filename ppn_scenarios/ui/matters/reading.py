"""How to read what matters, what moves nothing, and the reader's hypothesis kept apart."""

import streamlit as st

from ppn_scenarios.analysis.draws import EFFECTS
from ppn_scenarios.assumptions import ASSUMPTIONS, Scenario
from ppn_scenarios.ui.section import section
from ppn_scenarios.wording import listed
from ppn_scenarios.wording.results import About

from .answers import supposed, swings_of
from .words import reach


def show_reading(scenario: Scenario, about: About) -> None:
    """Say what ranges and shares are, and list the levers that have no bar."""
    found = swings_of(scenario, about.measure, about.year)
    section("How to read this")
    st.markdown(
        "- **Ranges are not probabilities.** Most have no source, and their ends are not equally "
        "hard to reach. A wide bar may say that we know little, or that we could do much.\n"
        "- **Shares of the uncertainty take beliefs as independent** (Sobol indices), though "
        "leaving in one family goes with leaving in another. Choices stay as you set them: what "
        "we choose is no uncertainty.\n"
        "- **Inputs that no lever sets are held still**, and nearly all have no source: the share "
        "from figures without a source is likely larger than shown.\n"
        "- **All of it is about your scenario.** Move a lever and the order may change.\n"
        "- It is worked out for England. By place, the two proxies of where staff work add "
        "uncertainty of their own."
    )
    with st.expander("Levers that have no bar", key="still"):
        st.markdown(without_bar(found.still, found.definitions))


def without_bar(still: tuple[str, ...], definitions: tuple[str, ...]) -> str:
    """Say which levers move nothing, which are left out, and why."""
    lines = [
        f"**{len(still)} levers move this result by nothing:**",
        "\n".join(f"- {ASSUMPTIONS[name].label}" for name in still),
    ]
    if definitions:
        names = listed([f"*{ASSUMPTIONS[name].label}*" for name in definitions])
        lines.append(
            f"**{names}** would change what is counted, so both ends could not be compared."
        )
    lines.append(
        f"**{len(EFFECTS)} effects of leadership** on staffing are left out: no study has shown "
        "one. Switched on, they are said apart."
    )
    return "\n\n".join(lines)


def show_supposed(scenario: Scenario, about: About) -> None:
    """Say apart what the reader's hypothesis could move, where it is switched on."""
    rows = [row for row in supposed(scenario, about.measure, about.year) if row.width]
    if not rows:
        return
    st.warning(
        "With your hypothesis that leadership changes staffing, over the ranges of its effects: "
        + "; ".join(reach(row, about.result) for row in rows)
        + ". No study has shown such an effect. Everything else on this page leaves it out.",
        title="Your hypothesis, kept apart",
    )
