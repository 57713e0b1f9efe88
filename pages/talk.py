"""The page on a talk: what to show a room, in which order, and what to say."""

from ppn_scenarios.ui.frame import frame, small_print
from ppn_scenarios.ui.present import overview, own

now = frame("pages/talk.py")
overview.show_overview()
own.show_own()
overview.show_storyline()
small_print()
