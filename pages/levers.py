"""The page that tells what each lever means, one at a time."""

from ppn_scenarios.ui import lever_page
from ppn_scenarios.ui.frame import frame, small_print

now = frame("pages/levers.py")
lever_page.show_lever(lever_page.choose_lever(now), now)
small_print()
