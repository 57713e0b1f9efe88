"""The page on trust: the answer, limits, what it rests on, how it was tested, and by whom."""

from ppn_scenarios.ui import changelog, trust
from ppn_scenarios.ui.frame import frame, small_print
from ppn_scenarios.ui.hypothesis import without_hypothesis

now = frame("pages/trust.py")
trust.show_answer(without_hypothesis(now.scenario))
trust.show_checks(now.scenario)
trust.show_roles()
changelog.show_changes()
trust.show_more(now.dated)
small_print()
