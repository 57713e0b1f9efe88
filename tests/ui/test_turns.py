"""Turns: long work one after another, nothing worked out twice, and a fair share for everyone."""

from threading import Barrier, Event, Thread

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ppn_scenarios.running.share import A_SECOND, AT_ONCE, Company, Share
from ppn_scenarios.ui.turns import costly, turn


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


def test_a_reader_who_changes_something_every_second_never_waits() -> None:
    share, used = Share.full(0), 0.0
    for second in range(3_600):
        assert share.begin(second, thread=1, used=used) == 0
        used += 0.08  # CPU seconds
        share.end(second + 0.08, used)


def test_only_who_did_something_lately_counts_as_company() -> None:
    company = Company()
    assert not company.others(1, now=0)
    assert not company.others(1, now=1)
    assert company.others(2, now=2)
    assert company.others(1, now=3)
    assert not company.others(1, now=13)


@given(st.lists(st.tuples(st.floats(0, 2), st.booleans()), min_size=1, max_size=80))
def test_nobody_who_waits_as_told_uses_more_than_a_share(
    runs: list[tuple[float, bool]],
) -> None:
    share, now, used = Share.full(0), 0.0, 0.0
    for cost, cut_short in runs:
        now += share.begin(now, thread=1, used=used)
        assert used <= AT_ONCE + A_SECOND * now + 1e-6
        used += cost
        now += cost
        if not cut_short:
            share.end(now, used)


def test_a_thread_that_others_used_before_is_not_counted_against_a_reader() -> None:
    share = Share.full(0)
    assert share.begin(0, thread=1, used=500) == 0
    share.end(1, used=501)
    assert share.begin(2, thread=2, used=900) == 0
    assert share.allowance.left == pytest.approx(min(AT_ONCE, AT_ONCE - 1 + A_SECOND))
