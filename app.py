"""The home page: whether we are on track."""

from ppn_scenarios.ui import home
from ppn_scenarios.ui.choices import choose_place
from ppn_scenarios.ui.frame import frame, small_print
from ppn_scenarios.ui.hypothesis import show_hypothesis, without_hypothesis
from ppn_scenarios.ui.live.panel import show_live
from ppn_scenarios.ui.more_block import show_more
from ppn_scenarios.ui.predict.form import offer_prediction
from ppn_scenarios.ui.predict.told import show_told
from ppn_scenarios.ui.targets_block import show_targets

now = frame("app.py")
headline = without_hypothesis(now.scenario)
place = choose_place(now, last=offer_prediction)
show_told(now)
show_hypothesis(now.scenario, place)
home.show_finding(headline, place)
show_live(now, place)
home.show_blocks(headline, place)
home.show_changes(now.scenario)
show_more(headline, place)
home.show_evidence(headline, place, now.view.show)
show_targets(headline, place)
home.show_sources()
small_print()
