"""The page that turns the model around: from a goal to what it would take."""

from ppn_scenarios.ui.choices import choose_place
from ppn_scenarios.ui.frame import frame, small_print
from ppn_scenarios.ui.goal.story import show_goal
from ppn_scenarios.ui.hypothesis import show_hypothesis, without_hypothesis

now = frame("pages/goal.py")
place = choose_place(now)
show_hypothesis(now.scenario, place)
show_goal(now, without_hypothesis(now.scenario), place)
small_print()
