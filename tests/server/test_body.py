"""The body of a request, taken in by a clock of the test's own: whole, in time, and in order."""

import asyncio
import selectors

import pytest
from starlette.types import Message

from ppn_scenarios.server.body import again, arrived

SLOW = 5.0  # seconds


class Jumping(selectors.DefaultSelector):
    """Waits that take no time: the clock jumps to their end."""

    now = 0.0

    def select(self, timeout: float | None = None) -> list[tuple[selectors.SelectorKey, int]]:
        self.now += timeout or 0.0
        return super().select(0)


def loop() -> asyncio.AbstractEventLoop:
    """An event loop by the jumping clock."""
    jumping = Jumping()
    found = asyncio.SelectorEventLoop(jumping)
    found.time = lambda: jumping.now  # type: ignore[method-assign]
    return found


def part(number: int, more: bool) -> Message:
    return {"type": "http.request", "body": bytes([number]), "more_body": more}


@pytest.mark.parametrize(
    ("size", "seconds", "comes"),
    [(10, 4.9, True), (10, 5.1, False), (50_000, 9.9, True), (50_000, 10.1, False)],
)
def test_a_body_has_five_seconds_and_one_more_for_each_ten_thousand_bytes(
    size: int, seconds: float, comes: bool
) -> None:
    parts = [part(1, more=True), part(2, more=False)]

    async def receive() -> Message:
        await asyncio.sleep(seconds / 2)
        return parts.pop(0)

    with asyncio.Runner(loop_factory=loop) as runner:
        found = runner.run(arrived(receive, size, SLOW))
    assert found == ([part(1, more=True), part(2, more=False)] if comes else None)


def test_what_has_come_is_given_once_more_in_its_order_and_then_what_else_comes() -> None:
    async def receive() -> Message:
        return {"type": "http.disconnect"}

    async def three() -> list[Message]:
        receiving = again([part(1, more=True), part(2, more=False)], receive)
        return [await receiving() for _ in range(3)]

    assert asyncio.run(three()) == [
        part(1, more=True),
        part(2, more=False),
        {"type": "http.disconnect"},
    ]
