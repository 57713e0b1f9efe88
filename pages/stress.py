"""The page that holds plans against futures that nobody would choose."""

from ppn_scenarios.ui.choices import choose_place
from ppn_scenarios.ui.frame import frame, small_print
from ppn_scenarios.ui.hypothesis import show_hypothesis, without_hypothesis
from ppn_scenarios.ui.stress.story import show_stress

now = frame("pages/stress.py")
place = choose_place(now)
show_hypothesis(now.scenario, place)
show_stress(now, without_hypothesis(now.scenario), place)
small_print()
