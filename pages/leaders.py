"""The page on leadership: posts and people, policies, senior people, what posts take."""

from ppn_scenarios.ui.choices import choose_place
from ppn_scenarios.ui.folded import folded
from ppn_scenarios.ui.frame import frame, small_print
from ppn_scenarios.ui.hypothesis import show_hypothesis, without_hypothesis
from ppn_scenarios.ui.leadership_block import show_starting_shares
from ppn_scenarios.ui.levels_block import show_levels
from ppn_scenarios.ui.policies_block import show_policies
from ppn_scenarios.ui.repay_block import show_repay
from ppn_scenarios.ui.roles_block import show_roles
from ppn_scenarios.ui.seniors_block import show_seniors
from ppn_scenarios.ui.taken_block import show_taken
from ppn_scenarios.ui.ways_block import show_coverage
from ppn_scenarios.ui.who_leads import show_finding

now = frame("pages/leaders.py")
headline = without_hypothesis(now.scenario)
place = choose_place(now)
show_hypothesis(now.scenario, place)
show_finding(headline, place)
show_starting_shares(headline)
show_coverage(headline, place, now.view.show)
show_policies(headline, place, now.view.show)
show_seniors(headline, place, now.view.show)
show_taken(headline, place)
folded("How fast did other roles spread?", "fold_roles", show_roles, headline, now.view.show)
folded("At which level?", "fold_levels", show_levels, headline)
folded("How large would an effect have to be?", "fold_repay", show_repay, headline, now.view.show)
small_print()
