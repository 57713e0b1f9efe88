"""Whose place a newcomer gets where all are taken, worked out with a clock of the test's own."""

from ppn_scenarios.server.places import Place, Places

IDLE = 100.0


class Holder:
    """Somebody who holds a place, and may be asked to go."""

    def __init__(self, places: Places, at: float) -> None:
        self.asked = self.just_heard = False
        found = places.take(at, self.leave)
        assert found
        self.place: Place = found

    def leave(self) -> bool:
        self.asked = True
        return not self.just_heard


def full(*spoke: float) -> tuple[Places, list[Holder]]:
    """Places that are all held, by people who came at 0, 1, 2 ... and last spoke at some times."""
    places = Places(len(spoke), IDLE, 0)
    holders = [Holder(places, at) for at in range(len(spoke))]
    for holder, heard in zip(holders, spoke, strict=True):
        holder.place.heard = heard
    return places, holders


def test_who_did_nothing_and_was_silent_longest_gives_way() -> None:
    places, holders = full(2, 1, 3)
    assert places.take(150, lambda: True)
    assert [holder.asked for holder in holders] == [False, True, False]
    assert len(places.held) == 3


def test_nobody_gives_way_who_came_or_spoke_a_moment_ago() -> None:
    places, holders = full(60, 99)
    assert places.take(150, lambda: True) is None
    assert not any(holder.asked for holder in holders)


def test_who_did_something_gives_way_after_those_who_did_nothing_and_much_later() -> None:
    places, holders = full(40, 5)  # the first did something, and long ago
    assert places.take(1_000_000, lambda: True)
    assert [holder.asked for holder in holders] == [False, True]
    places, holders = full(40)
    assert places.take(40 + 15 * IDLE, lambda: True) is None
    assert places.take(41 + 15 * IDLE, lambda: True)


def test_places_are_not_freed_faster_than_pages_can_be_made_for_those_who_come_back() -> None:
    places, holders = full(*[0.0] * 30)
    taken = sum(places.take(200, lambda: True) is not None for _ in range(30))
    assert taken == 10
    assert sum(holder.asked for holder in holders) == 10
    assert places.take(204, lambda: True) is None
    assert places.take(206, lambda: True)


def test_who_spoke_in_the_first_thirty_seconds_alone_did_nothing() -> None:
    places, _ = full(29)
    assert places.take(29 + IDLE + 1, lambda: True)
    places, _ = full(31)
    assert places.take(31 + IDLE + 1, lambda: True) is None


def test_who_is_just_being_heard_stays_and_the_next_is_asked() -> None:
    places, holders = full(1, 2, 3)
    holders[0].just_heard = True
    assert places.take(150, lambda: True)
    assert [holder.asked for holder in holders] == [True, True, False]
    assert holders[0].place in places.held
    assert len(places.held) == 3


def test_there_is_none_for_a_newcomer_while_all_are_held_by_people_who_spoke_of_late() -> None:
    places, holders = full(20, 25)
    assert places.none_for(119)
    assert not places.none_for(121), "the first has been silent for more than 100 seconds"
    places.give_back(holders[0].place)
    assert not places.none_for(119)


def test_a_place_that_is_given_back_is_there_for_the_next() -> None:
    places, (holder,) = full(0)
    places.give_back(holder.place)
    assert places.take(1, lambda: True)
