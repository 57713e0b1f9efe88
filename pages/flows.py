"""The page on flows: where staff come from, and where they go."""

from ppn_scenarios.ui import (
    expansion_block,
    flow_block,
    flow_sources,
    flow_words,
    flows,
    pipeline_block,
    shortage_block,
    trust_share_block,
)
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
pipeline_block.show_pipeline(headline, place, now.view)
shortage_block.show_shortage(headline, place, now.view)
expansion_block.show_expansion(headline, place, now.view)
trust_share_block.show_share(headline)
flow_sources.show_sources()
small_print()
