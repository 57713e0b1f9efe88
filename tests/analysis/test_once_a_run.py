"""What is worked out for a run is worked out once, and with the leaders it was taken over from."""

from dataclasses import replace

from ppn_scenarios.analysis import ENGLAND, MEASURES
from ppn_scenarios.analysis.apart import led_as
from ppn_scenarios.analysis.once_a_run import kept, lead_alike
from ppn_scenarios.assumptions import Scenario
from ppn_scenarios.model import Projection, project
from tests.analysis.small_england import projection
from tests.round_numbers import two_areas


def test_an_answer_is_worked_out_once_for_each_run_and_name() -> None:
    asked: list[Projection] = []

    def work(run: Projection) -> int:
        asked.append(run)
        return len(asked)

    run, other = replace(projection()), replace(projection())
    assert [kept(run, "posts in 2030", work) for _ in range(2)] == [1, 1]
    assert kept(run, "posts in 2031", work) == 2
    assert kept(other, "posts in 2030", work) == 3
    assert asked == [run, run, other]


def test_only_what_rests_on_who_leads_is_that_of_the_run_with_the_same_leaders() -> None:
    run, leaders = replace(projection()), replace(projection())
    lead_alike(run, leaders)
    of_whom: list[Projection] = []
    kept(run, "posts", of_whom.append, who_leads=True)
    kept(run, "people", of_whom.append)
    kept(leaders, "posts", of_whom.append, who_leads=True)
    assert [one is leaders for one in of_whom] == [True, False]


def test_a_measure_of_leaders_is_kept_once_for_runs_that_share_them_and_of_staff_for_each() -> None:
    start = two_areas()
    leaders = project(start, Scenario())
    run = led_as(project(start, Scenario(leave_psy=0.03)), leaders)
    trusts, staff = (MEASURES[name](run, ENGLAND) for name in ("trusts_led", "fte"))
    assert trusts is MEASURES["trusts_led"](leaders, ENGLAND)
    assert staff is MEASURES["fte"](run, ENGLAND)
    assert staff is not MEASURES["fte"](leaders, ENGLAND)
