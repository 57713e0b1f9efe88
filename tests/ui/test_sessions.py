"""Readers at the same time: what is shared cannot be changed, and what is one's own stays so."""

from collections.abc import Iterator
from dataclasses import is_dataclass

import numpy as np
import pytest

from ppn_scenarios import Scenario
from ppn_scenarios.model import Baseline, Projection
from ppn_scenarios.model.axes import measures_of
from ppn_scenarios.opening import baseline
from ppn_scenarios.ui.answers import as_things_stand, projection, targets
from ppn_scenarios.ui.charts.lines import specifications
from ppn_scenarios.wording.places import places

from .reader import HOME, address, arrive, finding, warnings


def arrays(value: object, name: str) -> Iterator[tuple[str, np.ndarray]]:
    """Every array in a dataclass and in those it holds, with its dotted name."""
    if isinstance(value, np.ndarray):
        yield name, value
    elif isinstance(value, list | tuple):
        for i, held in enumerate(value):
            yield from arrays(held, f"{name}[{i}]")
    elif is_dataclass(value):
        for key, held in vars(value).items():  # measures among them, once they are asked for
            yield from arrays(held, f"{name}.{key}")


@pytest.mark.parametrize("scenario", [Scenario(), Scenario(mandate=1, retention=0.05)])
def test_no_reader_can_change_a_shared_projection(scenario):
    run = projection(scenario)
    asked = [getattr(run, name) for name in (*measures_of(Projection), "flows")]
    found = dict(arrays(run, "projection"))
    assert len(found) > len(asked)
    assert {"projection.fte", "projection.flows.starts", "projection.baseline.share"} <= set(found)
    assert "projection.staff[0].in_post" in found
    loose = [name for name, array in found.items() if array.flags.writeable]
    assert not loose
    with pytest.raises(ValueError, match="read-only"):
        projection(scenario).fte[:] = 0


def test_no_reader_can_change_the_opening_position():
    as_things_stand()  # what every visit asks for first
    opening: Baseline = baseline()
    assert not [n for n, a in arrays(opening, "baseline") if a.flags.writeable]
    for mapping in (opening.history, opening.published):
        with pytest.raises(TypeError):
            mapping[2023] = 0.0  # type: ignore[index]


@pytest.mark.parametrize(
    "shared",
    [places, specifications, lambda: targets(Scenario(), "england")],
    ids=["places", "specifications", "targets"],
)
def test_no_reader_can_change_a_shared_list(shared):
    with pytest.raises(TypeError):
        shared()["england"] = None


def test_drawing_does_not_change_a_chart_that_all_share():
    before = str(dict(specifications()))
    arrive(HOME, retention=0.05, place="Y56")
    assert str(dict(specifications())) == before


def test_two_readers_do_not_see_each_others_scenario():
    one, two = arrive(retention=0.05, place="Y56"), arrive(leave_psy=0.1)
    first, second = finding(one), finding(two)
    one.slider(key="lever_external").set_value(2000.0).run()
    two.run()
    assert finding(two) == second
    assert two.session_state["scenario"] == Scenario(leave_psy=0.1)
    assert address(two) == {"v": "1", "leave_psy": "0.1"}
    assert one.session_state["scenario"] == Scenario(retention=0.05, external=2000)
    assert finding(one) != first
    newcomer = arrive()
    assert newcomer.session_state["scenario"] == Scenario()
    assert address(newcomer) == {}


def test_a_note_to_one_reader_is_not_shown_to_another():
    bad, good = arrive(retention="plenty"), arrive()
    assert warnings(bad)
    assert not warnings(good.run())
    bad.button(key="dismiss_notes").click().run()
    again = arrive(retention="plenty")
    assert warnings(again)


def test_a_scenario_is_worked_out_once_for_everyone():
    scenario = Scenario(retention=0.07)
    assert projection(scenario) is projection(Scenario(retention=0.07))
    before = projection.cache_info().misses
    arrive(retention=0.07)
    arrive(retention=0.07, place="Y56")
    assert projection.cache_info().misses == before
    assert as_things_stand() is projection(Scenario())


def test_the_same_link_says_the_same_after_many_other_scenarios():
    said = finding(arrive(retention=0.05))
    for step in range(40):  # more than are kept
        projection(Scenario(external=step * 50.0))
    assert finding(arrive(retention=0.05)) == said
