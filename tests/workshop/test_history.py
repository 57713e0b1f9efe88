"""Undo, redo and what changed."""

from hypothesis import given
from hypothesis import strategies as st

from ppn_scenarios.assumptions import Scenario
from ppn_scenarios.workshop.history import History, changed

START = Scenario()
steps = st.lists(st.sampled_from([Scenario(retention=r / 100) for r in range(6)]), max_size=12)


def walked(scenarios: list[Scenario]) -> History:
    """The history of somebody who went through some scenarios."""
    history = History(START)
    for scenario in scenarios:
        history = history.to(scenario)
    return history


@given(steps)
def test_undoing_everything_leads_back_to_the_start_and_redoing_it_to_the_end(scenarios):
    history = end = walked(scenarios)
    for _ in range(len(scenarios)):
        history = history.undo()
    assert history.present == START
    assert not history.past
    for _ in range(len(scenarios)):
        history = history.redo()
    assert history == end


def test_a_new_step_after_an_undo_gives_up_what_was_undone():
    history = walked([Scenario(retention=0.01), Scenario(retention=0.02)]).undo()
    assert history.future == (Scenario(retention=0.02),)
    assert history.to(Scenario(mandate=1)).future == ()


def test_no_change_is_no_step():
    assert walked([START, START]) == History(START)


def test_only_the_last_200_steps_are_kept():
    went = [Scenario(places_cp=1_000 + i % 300) for i in range(500)]
    assert walked(went).past == tuple(went[-201:-1])


def test_a_redo_keeps_no_more_steps_either():
    went = tuple(Scenario(places_cp=1_000 + i) for i in range(202))
    again = History(went[200], past=went[:200], future=went[201:]).redo()
    assert again.present == went[201]
    assert again.past == went[1:201]


def test_the_replay_of_the_last_change_starts_from_what_was_before_it():
    assert History(START).before is None
    assert walked([Scenario(mandate=1)]).before == START


def test_what_changed_is_each_lever_with_both_values():
    found = changed(Scenario(retention=0.05), Scenario(retention=0.1, mandate=1))
    assert found == {"mandate": (0.0, 1.0), "retention": (0.05, 0.1)}
