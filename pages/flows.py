"""The page on flows: where staff come from, and where they go."""

from ppn_scenarios.ui import flow_block, flow_words, flows
from ppn_scenarios.ui.choices import choose_place
from ppn_scenarios.ui.frame import frame, small_print
from ppn_scenarios.ui.hypothesis import show_hypothesis, without_hypothesis

now = frame("pages/flows.py")
headline = without_hypothesis(now.scenario)
place = choose_place(now)
flows.choose_flows(now)
flow_words.show_finding(headline, place, now.view)
show_hypothesis(now.scenario, place)
flow_block.show_year(headline, place, now.view)
small_print()
