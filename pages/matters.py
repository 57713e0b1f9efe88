"""The page on what matters most: what moves a result, and whose figures it hangs on."""

import streamlit as st

from ppn_scenarios.ui import results
from ppn_scenarios.ui.choices import choose_show
from ppn_scenarios.ui.england_alone import say_england_alone
from ppn_scenarios.ui.frame import frame, small_print
from ppn_scenarios.ui.hypothesis import without_hypothesis
from ppn_scenarios.ui.matters import finding, panels, reading, spread

now = frame("pages/matters.py")
headline = without_hypothesis(now.scenario)
with st.container(horizontal=True, vertical_alignment="bottom"):
    results.choose_result(now)
    results.choose_year(now)
    show = choose_show(now)
about = results.about(now)
if finding.show_finding(headline, about):
    say_england_alone(now.view.place)
    reading.show_supposed(now.scenario, about)
    first = st.container()
    panels.show_panels(headline, about, show)
    with first:
        shares = spread.worked_out(headline, about)
        spread.show_headline(shares, about)
    spread.show_spread(shares, headline, about, show)
    spread.show_next(shares)
    reading.show_reading(headline, about)
small_print()
