"""What the benchmarks work out apart from any clock."""

import asyncio
from collections import Counter

from benchmarks.__main__ import END, table, verdict, written
from benchmarks.elements import DRAWN, of_kinds
from benchmarks.interaction import FEW, POSITIONS, path_of, positions
from benchmarks.kinds import EMPTY, MANY, NAMED, per_element
from benchmarks.reader import met
from benchmarks.served import empty
from benchmarks.wire import opened
from ppn_scenarios.assumptions import Scenario
from ppn_scenarios.ui.answers import KEPT


def test_a_miss_is_said_to_be_one():
    assert verdict(8.4, 10) == "10: met"
    assert verdict(10.1, 10) == "10: **missed**"
    assert verdict(3, None) == "none set"
    assert met(2.04, 2) == "2.0, at most 2: **missed**"
    assert met(1.2, 1.5) == "1.2, at most 1.5: met"


def test_a_table_sets_numbers_to_the_right():
    made = table(("What", "ms"), [("A thing", "1.0")])
    assert made == "| What | ms |\n| --- | ---: |\n| A thing | 1.0 |\n"


def test_parts_that_are_not_measured_again_stay_as_they_are():
    old = f"Measured.\n\n{END.format('model')}\n## Other\n\n1 ms\n\n{END.format('parts')}"
    assert written(old, []).split() == old.split()


def test_levers_move_through_more_scenarios_than_are_kept_and_then_through_few():
    values = [Scenario(leave_psy=value).leave_psy for value in positions()]
    assert len(set(values)) == POSITIONS > 2 * KEPT > FEW
    assert Scenario().leave_psy not in values[:FEW]


def test_an_element_takes_what_many_take_beyond_none_of_them() -> None:
    found = {EMPTY: [4.0, 5.0, 6.0], "html": [35.0, 8.0, 65.0], "vega_lite_chart": [11.0]}
    assert MANY == 30
    assert per_element(found) == {"html": 1.0, "vega_lite_chart": 1.0}
    assert set(NAMED) <= set(DRAWN)


def test_a_page_has_the_path_that_its_link_has():
    assert path_of("app.py") == "/"
    assert path_of("pages/leaders.py") == "/leaders"


def test_a_reader_without_a_browser_moves_a_lever_and_hears_the_answer():
    async def moved(url: str) -> tuple[int, int]:
        async with opened(url) as reader:
            first = reader.messages
            await reader.run("lever_empty", 7)
            return first, reader.sent

    with empty(frozen=False) as running:
        messages, sent = asyncio.run(moved(running.url))
        assert running.cpu_ms() > 0
        assert running.memory() > 50
    assert messages > 4
    assert sent > 500


def test_an_app_of_as_many_elements_has_as_many_of_each_kind():
    wanted = Counter(
        {"slider": 3, "popover": 2, "vega_lite_chart": 1, "bidi_component": 1, "html": 2}
    )

    async def kinds(url: str) -> Counter[str]:
        async with opened(url) as reader:
            return Counter(reader.kinds)

    with of_kinds(wanted) as running:
        assert asyncio.run(kinds(running.url)) == wanted + Counter({"slider": 1})
