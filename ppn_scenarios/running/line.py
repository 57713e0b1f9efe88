"""A line: so many may work at once, and of those who wait whoever used least lately comes next."""

from heapq import heappop, heappush
from threading import Lock


class Line:
    """Places for work, and those who wait for one."""

    def __init__(self, places: int) -> None:
        """Open a line with so many places."""
        self._free = places
        self._lock = Lock()
        self._waiting: list[tuple[int, int, Lock]] = []  # rank, number of arrival, what it waits on
        self._arrived = 0

    def enter(self, rank: int) -> None:
        """Take a place, or wait for one: the lowest rank is next, then whoever came first."""
        with self._lock:
            if self._free:
                self._free -= 1
                return
            mine = Lock()
            mine.acquire()
            self._arrived += 1
            heappush(self._waiting, (rank, self._arrived, mine))
        mine.acquire()  # whoever leaves opens it

    def leave(self) -> None:
        """Hand the place to whoever is next."""
        with self._lock:
            if self._waiting:
                heappop(self._waiting)[-1].release()
            else:
                self._free += 1

    def waits(self) -> int:
        """Return how many wait for a place."""
        return len(self._waiting)


class Place:
    """What one thread has of a line: a place, or none.

    A run of a page can end anywhere, and its thread with it; a place is handed on all the same.
    """

    def __init__(self, line: Line) -> None:
        """Begin without a place."""
        self.line, self.taken = line, False

    def take(self, rank: int) -> None:
        """Wait for a place, unless there is one already."""
        if not self.taken:
            self.line.enter(rank)
            self.taken = True

    def give(self) -> None:
        """Hand the place on, if there is one."""
        if self.taken:
            self.taken = False
            self.line.leave()

    def __del__(self) -> None:
        """Hand the place on when its thread has ended."""
        self.give()
