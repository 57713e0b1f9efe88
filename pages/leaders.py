"""The page on leadership: posts and people, policies, senior people, what posts take."""

from ppn_scenarios.ui import policies_block, who_leads
from ppn_scenarios.ui.choices import choose_place
from ppn_scenarios.ui.frame import frame, small_print
from ppn_scenarios.ui.hypothesis import show_hypothesis, without_hypothesis
from ppn_scenarios.ui.leadership_block import show_starting_shares
from ppn_scenarios.ui.levels_block import show_levels
from ppn_scenarios.ui.repay_block import show_repay
from ppn_scenarios.ui.roles_block import show_roles
from ppn_scenarios.ui.seniors_block import show_seniors

now = frame("pages/leaders.py")
headline = without_hypothesis(now.scenario)
place = choose_place(now)
show_hypothesis(now.scenario, place)
who_leads.show_finding(headline, place)
show_starting_shares(headline)
who_leads.show_coverage(headline, place, now.view.show)
policies_block.show_policies(headline, place, now.view.show)
show_seniors(headline, place, now.view.show)
policies_block.show_taken(headline, place)
show_roles(headline, now.view.show)
show_levels(headline)
show_repay(headline, now.view.show)
small_print()
