"""The page that tells what each lever means, one at a time."""

from ppn_scenarios.ui import lever_page
from ppn_scenarios.ui.england_alone import say_england_alone
from ppn_scenarios.ui.frame import frame, small_print

now = frame("pages/levers.py")
name = lever_page.choose_lever(now)
say_england_alone(now.view.place)
lever_page.show_lever(name, now)
small_print()
