"""The stage: one question at a time, large, for a room."""

from ppn_scenarios.ui.frame import frame, small_print
from ppn_scenarios.ui.present.stage import show_stage

now = frame("pages/present.py")
show_stage(now)
small_print(bare=True)
