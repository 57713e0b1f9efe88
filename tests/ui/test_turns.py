"""Turns: long work one after another, nothing worked out twice, and a fair share for everyone."""

import time
from threading import Barrier, Event, Thread

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ppn_scenarios.running.line import Line, Place
from ppn_scenarios.running.share import HALF_LIFE, Use
from ppn_scenarios.ui.turns import _mine, costly, end_run, in_turn, let_others_pass, line, turn

from .reader import ROOT


def side_by_side(*works) -> None:
    threads = [Thread(target=work) for work in works]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(20)
        assert not thread.is_alive()


def test_a_roomful_that_opens_one_link_works_it_out_once() -> None:
    calls, together, found = [], Barrier(8), []

    @costly(4)
    def slow(number: int) -> list[int]:
        calls.append(number)
        return [number]

    def ask() -> None:
        together.wait(10)
        found.append(slow(7))

    side_by_side(*[ask] * 8)
    assert calls == [7]
    assert all(one is found[0] for one in found)


def test_two_pieces_of_long_work_are_never_done_at_once() -> None:
    at_work, most = [0], [0]

    @costly(8)
    def slow(number: int) -> int:
        at_work[0] += 1
        most[0] = max(most[0], at_work[0])
        Event().wait(0.01)
        at_work[0] -= 1
        return number

    side_by_side(*[lambda n=n: slow(n) for n in range(6)])
    assert most == [1]


def test_work_within_work_waits_for_nobody() -> None:
    @costly(1)
    def outer(number: int) -> int:
        with turn():
            return inner(number)

    @costly(1)
    def inner(number: int) -> int:
        return number + 1

    done: list[int] = []
    side_by_side(lambda: done.append(outer(1)))
    assert done == [2]


def test_work_that_is_cut_short_leaves_its_turn_to_the_next() -> None:
    class CutShort(BaseException):
        pass

    tries: list[int] = []

    @costly(1)
    def slow(number: int) -> int:
        tries.append(number)
        if len(tries) == 1:
            raise CutShort
        return number

    with pytest.raises(CutShort):
        slow(3)
    done: list[int] = []
    side_by_side(lambda: done.append(slow(3)))
    assert done == [3]


def test_only_the_last_results_are_kept() -> None:
    calls: list[int] = []

    @costly(2)
    def slow(number: int) -> int:
        calls.append(number)
        return number

    for number in (1, 2, 1, 3, 1, 2):
        slow(number)
    assert calls == [1, 2, 3, 2]


def test_pages_are_drawn_one_at_a_time_however_they_end() -> None:
    at_work, most = [0], [0]
    one_place = Line(1)

    def a_page(number: int) -> None:
        place = Place(one_place)
        place.take(0)
        at_work[0] += 1
        most[0] = max(most[0], at_work[0])
        Event().wait(0.01)
        at_work[0] -= 1
        if number % 2:
            place.give()  # the others end without a word, and their threads with them

    side_by_side(*[lambda n=n: a_page(n) for n in range(6)])
    assert most == [1]
    assert not one_place.waits()


def waiting_in(line: Line, ranks: list[int]) -> list[int]:
    """Return in which order ranks that wait one after another are let in."""
    line.enter(0)
    let_in: list[int] = []
    threads = []
    for number, rank in enumerate(ranks):

        def wait(number: int = number, rank: int = rank) -> None:
            line.enter(rank)
            let_in.append(number)
            line.leave()

        threads.append(Thread(target=wait))
        threads[-1].start()
        while line.waits() <= number:
            Event().wait(0.001)
    line.leave()
    for thread in threads:
        thread.join(20)
        assert not thread.is_alive()
    return let_in


@given(st.lists(st.integers(0, 3), max_size=8))
@settings(max_examples=30, deadline=None)
def test_whoever_used_least_is_next_and_of_those_alike_whoever_came_first(
    ranks: list[int],
) -> None:
    order = waiting_in(Line(1), ranks)
    assert order == sorted(range(len(ranks)), key=lambda n: (ranks[n], n))


def test_long_work_is_done_beside_the_pages() -> None:
    """Else every page would wait for it."""
    inside, over = Event(), Event()

    @costly(4)
    def slow(number: int) -> int:
        inside.set()
        assert over.wait(20)
        return number

    def a_long_page() -> None:
        begin()
        slow(1)

    def another_page() -> None:
        inside.wait(20)
        begin()
        over.set()

    side_by_side(a_long_page, another_page)
    assert over.is_set()


def test_a_page_that_waits_for_another_s_work_lets_that_one_end() -> None:
    inside, first = Event(), Event()
    found: list[int] = []

    @costly(4)
    def slow(number: int) -> int:
        inside.set()
        assert first.wait(20)
        return number

    def asks() -> None:
        begin()
        found.append(slow(1))

    def asks_the_same() -> None:
        inside.wait(20)
        begin()
        first.set()
        found.append(slow(1))

    side_by_side(asks, asks_the_same)
    assert found == [1, 1]


def begin() -> None:
    """Begin a page in this thread, as if a reader had asked for one."""
    _mine.take()


def test_what_opens_over_a_page_is_drawn_when_it_is_its_turn_also_where_it_fails() -> None:
    drawn: list[str] = []
    under_way, over = Event(), Event()

    def a_page() -> None:
        begin()
        under_way.set()
        while not line.waits():
            assert not over.wait(0.001), "it did not wait"
        drawn.append("page")
        end_run()

    @in_turn
    def a_drawer() -> None:
        drawn.append("drawer")
        raise ValueError

    def drawn_by_itself() -> None:
        under_way.wait(20)
        with pytest.raises(ValueError):
            a_drawer()
        over.set()

    side_by_side(a_page, drawn_by_itself)
    assert drawn == ["page", "drawer"]
    side_by_side(begin)  # nobody holds the place any more


def test_what_opens_over_a_page_waits_for_nobody_while_its_page_is_drawn() -> None:
    drawn: list[str] = []

    def a_page() -> None:
        begin()
        in_turn(drawn.append)("drawer")
        assert _mine.place.taken, "the page goes on"
        end_run()

    side_by_side(a_page)
    assert drawn == ["drawer"]


def test_all_that_opens_over_a_page_takes_turns() -> None:
    code = {path: path.read_text("utf-8") for path in (ROOT / "ppn_scenarios").rglob("*.py")}
    assert [path.name for path, text in code.items() if "st.dialog(" in text] == ["over_page.py"]


def a_reader(change_every: float, cost: float, changes: int) -> int:
    """Return the rank of a reader who changes something again and again."""
    use, used = Use(0), 0.0
    for number in range(changes):
        use.begin(number * change_every, thread=1, used=used)
        used += cost
        use.end(number * change_every + cost, used)
    return use.rank(used)


def test_a_reader_who_changes_something_every_five_seconds_has_the_first_rank() -> None:
    assert a_reader(change_every=5, cost=0.1, changes=1_000) == 0


def test_whoever_changes_something_again_at_once_comes_after_those() -> None:
    for cost in (0.02, 0.1, 0.5):
        assert a_reader(change_every=cost, cost=cost, changes=1_000) > a_reader(5, cost, 1_000)


@given(st.lists(st.tuples(st.floats(0, 20), st.floats(0, 2), st.booleans()), max_size=60))
def test_nobody_is_held_back_for_long_ago(runs: list[tuple[float, float, bool]]) -> None:
    use, now, used = Use(0), 0.0, 0.0
    for pause, cost, cut_short in runs:
        now += pause
        use.begin(now, thread=1, used=used)
        used += cost
        now += cost
        if not cut_short:
            use.end(now, used)
    use.end(now, used)
    assert use.lately <= sum(cost for _, cost, _ in runs) + 1e-9
    use.add(now + 30 * HALF_LIFE, 0)
    assert use.rank(used) == 0


def test_what_was_used_thirty_seconds_ago_counts_half() -> None:
    use = Use(0)
    use.add(0, 4)
    assert use.rank(0) == 4
    use.add(30, 0)
    assert use.rank(0) == 2


def test_a_run_under_way_counts_before_it_ends() -> None:
    use = Use(0)
    use.begin(0, thread=1, used=10)
    assert use.rank(13.5) == 3


def test_a_new_thread_by_the_name_of_an_old_one_takes_nothing_off_what_was_used() -> None:
    use = Use(0)
    use.begin(0, thread=1, used=500)
    use.add(0, 4)
    use.begin(0, thread=1, used=0)
    assert use.lately == 4


def test_a_page_that_has_taken_long_lets_another_pass_between_two_of_its_parts() -> None:
    drawn: list[str] = []
    under_way = Event()

    def a_long_page() -> None:
        _mine.use = Use(0, thread=1, used=time.thread_time())
        begin()
        under_way.set()
        for _ in range(10_000):  # ten seconds at the most
            if line.waits():
                break
            Event().wait(0.001)
        let_others_pass()
        drawn.append("first part")
        _mine.use.used -= 0.2  # CPU seconds that the first part took
        let_others_pass()
        drawn.append("second part")

    def another_page() -> None:
        under_way.wait(20)
        begin()
        drawn.append("another page")

    side_by_side(a_long_page, another_page)
    assert drawn == ["first part", "another page", "second part"]


def test_a_thread_that_others_used_before_is_not_counted_against_a_reader() -> None:
    use = Use(0)
    use.begin(0, thread=1, used=500)
    use.end(1, used=501)
    use.begin(1, thread=2, used=900)
    assert use.lately == pytest.approx(1)


def test_a_run_that_was_cut_short_by_the_next_is_counted() -> None:
    use = Use(0)
    use.begin(0, thread=1, used=10)
    use.begin(0, thread=1, used=12)
    assert use.lately == pytest.approx(2)
