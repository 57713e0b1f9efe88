"""The page that lists every assumption, table and source."""

from ppn_scenarios.ui import numbers
from ppn_scenarios.ui.frame import frame, small_print

now = frame("pages/numbers.py")
numbers.show_summary()
numbers.show_parts(now.scenario)
small_print()
