"""The body of a request: taken in whole and in time, before anything works on it."""

import asyncio
from typing import Final

from starlette.types import Message, Receive

PACE: Final = 10_000  # bytes a second at the least


async def arrived(receive: Receive, size: int, slow: float) -> list[Message] | None:
    """Return a body's messages once all have come, `size` bytes; None for one that is too slow.

    It has `slow` seconds, and as many more as its size takes at a slow pace.
    """
    found: list[Message] = []
    try:
        async with asyncio.timeout(slow + size / PACE):
            while not found or found[-1].get("more_body"):
                found.append(await receive())
    except TimeoutError:
        return None
    return found


def again(found: list[Message], receive: Receive) -> Receive:
    """Return what gives the messages that have come once more, and then what else comes."""

    async def receiving() -> Message:
        return found.pop(0) if found else await receive()

    return receiving
