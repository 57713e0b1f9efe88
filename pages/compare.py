"""The page that holds the reader's plan against others: what it changes, and by what."""

import streamlit as st

from ppn_scenarios.ui import results
from ppn_scenarios.ui.choices import choose_place
from ppn_scenarios.ui.compare import causes, differs, finding, headline, keep, prices, years
from ppn_scenarios.ui.compare.chosen import choose_compared
from ppn_scenarios.ui.frame import frame, small_print
from ppn_scenarios.ui.hypothesis import show_hypothesis

now = frame("pages/compare.py")
place = choose_place(now, results.choose_result, results.choose_year, width=240)
compared = choose_compared(now)
about = results.about(now)
show_hypothesis(now.scenario, place)
finding.show_finding(compared, about, place)
finding.invite(now, compared)
left, right = st.columns(2, gap="medium")
with left:
    causes.show_causes(compared, about, place, now.view.show)
with right:
    years.show_lines(compared, about, place, now.view.show)
keep.show_keep(now, compared)
headline.show_headlines(compared, place)
differs.show_differences(compared)
prices.show_prices(compared, place)
small_print()
