"""The page on trust: limits first, then how the model was tested, and by whom."""

from ppn_scenarios.ui import trust
from ppn_scenarios.ui.frame import frame, small_print

frame("pages/trust.py")
trust.show_limits()
trust.show_roles()
trust.show_checks()
small_print()
