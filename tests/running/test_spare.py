"""Time to spare: what was used lately, worked out by hand."""

import pytest

from ppn_scenarios.running.spare import HALF_LIFE, MOST, Spare


def test_what_was_seen_counts_half_after_a_while() -> None:
    spare = Spare(now=100.0, used=5.0)
    spare.is_left(100.0 + HALF_LIFE, 5.0 + HALF_LIFE)  # all of a core: half of it is believed
    assert spare.share == pytest.approx(0.5)
    spare.is_left(100.0 + 2 * HALF_LIFE, 5.0 + HALF_LIFE)  # nothing since
    assert spare.share == pytest.approx(0.25)


def test_a_busy_process_has_nothing_to_spare_and_a_quiet_one_has() -> None:
    spare = Spare(now=0.0, used=0.0)
    told = []
    for second in range(1, 21):
        told.append(spare.is_left(second, 0.9 * second))
    assert told[0], "one second tells little"
    assert not any(told[5:]), "nine tenths of a core are used"
    for second in range(21, 41):
        told.append(spare.is_left(second, 18.0 + 0.1 * (second - 20)))
    assert all(told[25:]), "a tenth is used"


def test_the_share_nears_what_is_used_however_often_one_asks() -> None:
    for often in (0.01, 0.1, 1.0, 10.0):
        spare = Spare(now=0.0, used=0.0)
        for i in range(1, round(40 / often) + 1):
            left = spare.is_left(i * often, 0.4 * i * often)
        assert spare.share == pytest.approx(0.4, abs=0.02)
        assert left is (MOST > 0.4)


def test_asking_twice_at_one_moment_changes_nothing() -> None:
    spare = Spare(now=0.0, used=0.0)
    spare.is_left(1.0, 0.7)
    before = spare.share
    spare.is_left(1.0, 0.9)
    assert spare.share == before
