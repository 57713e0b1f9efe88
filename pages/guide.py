"""The page for whoever stands in front of a room: scripts, questions, what to say and do."""

from ppn_scenarios.ui.frame import frame, small_print
from ppn_scenarios.ui.guide import show_guide

now = frame("pages/guide.py")
show_guide(now)
small_print()
