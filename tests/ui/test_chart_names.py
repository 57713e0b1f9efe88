"""Names within a chart of lines by year do not lie over each other, on a phone too."""

import pytest

from ppn_scenarios.assumptions import ASSUMPTIONS, Scenario
from ppn_scenarios.sharing.labels import LEAST_GAP
from ppn_scenarios.ui import staff_block
from ppn_scenarios.ui.charts.lines import table_of
from ppn_scenarios.wording.places import places


@pytest.mark.parametrize(
    "scenario",
    [
        Scenario(),
        Scenario(retention=0.1),
        Scenario(leave_psy=ASSUMPTIONS["leave_psy"].high, places_other=3_000),
    ],
)
def test_what_was_recorded_is_named_below_the_words_under_the_spread(scenario: Scenario) -> None:
    lines = staff_block.drawn(scenario, places()["england"])
    rows = table_of(lines, staff_block.labelled, top=None).to_pylist()
    height = max(row["high"] for row in rows)
    (spread,) = (row for row in rows if row["kind"] == "band" and row["label"])
    (recorded,) = (row for row in rows if row["kind"] == "recorded" and row["label"])
    top = recorded["label_at"] + LEAST_GAP / 2 * height
    assert top <= spread["low"] - LEAST_GAP * height, "each is of two lines"
    assert recorded["label_at"] >= LEAST_GAP / 2 * height, "it stands above the years"
