"""The page on places: where the gap is widest, and where nobody can tell."""

from ppn_scenarios.ui import (
    atlas,
    atlas_words,
    boards_block,
    place_sources,
    place_sure,
    supply_block,
    trusts_block,
)
from ppn_scenarios.ui.choices import choose_place
from ppn_scenarios.ui.frame import frame, small_print
from ppn_scenarios.ui.hypothesis import show_hypothesis, without_hypothesis

now = frame("pages/places.py")
headline = without_hypothesis(now.scenario)
place = choose_place(now)
atlas.choose_map(now)
atlas_words.show_finding(headline, place, now.view)
show_hypothesis(now.scenario, place)
atlas.show_pictures(headline, place, now.view)
place_sure.show_sure(headline, place, now.view)
supply_block.show_supply(now, headline, place)
trusts_block.show_trusts(headline, place, now.view)
boards_block.show_boards(headline, now.view)
place_sources.show_sources()
small_print()
