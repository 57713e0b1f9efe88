"""The home page: whether we are on track."""

from ppn_scenarios.ui import home
from ppn_scenarios.ui.frame import frame, small_print
from ppn_scenarios.ui.targets_block import show_targets

now = frame("app.py")
place = home.choose_place(now)
home.show_finding(now.scenario, place)
home.show_blocks(now.scenario, place)
home.show_changes(now.scenario)
home.show_evidence(now, place)
show_targets(now.scenario, place)
home.show_sources()
small_print()
