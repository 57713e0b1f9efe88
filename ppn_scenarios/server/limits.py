"""Limits on what one browser, and all together, may send; never by address, which many share."""

import asyncio
import socket
import time
from collections import OrderedDict
from typing import Any, Final

from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from ppn_scenarios.running.allowance import Allowance

AT_ONCE: Final = 60  # messages that a browser may send without waiting
UPLOADS: Final = "/_stcore/upload_file/"
LONGEST_BODY: Final = 64_000  # bytes of a request that is no upload
LONGEST_ADDRESS: Final = 16_000  # characters of a query
TOO_LONG: Final = (
    "This link was not read: it has {long:,} characters, more than any link of this explorer. "
    "To see things as they stand, open the address without the question mark and all after it."
)
REMEMBERED: Final = 5_000  # visits whose uploads are counted
TOO_BIG, FULL, SILENT = 1009, 1013, 1008  # codes with which a channel is closed
FIRST_WORD: Final = 30.0  # seconds; a browser asks for its page at once
NEW_AT_ONCE, NEW_A_SECOND = 60, 10  # channels that are opened: a roomful, then a steady few


class Limits:
    """Hold back browsers that send too much, and refuse what no reader needs."""

    def __init__(
        self, app: ASGIApp, connections: int, messages: int, message_kb: int, upload_mb: int
    ) -> None:
        self.app = app
        self.connections, self.messages = connections, messages
        self.message_bytes, self.upload_bytes = message_kb * 1024, upload_mb * 1024 * 1024
        self.open = 0
        self.uploaded: OrderedDict[str, int] = OrderedDict()
        self.new = Allowance.full(NEW_AT_ONCE, NEW_A_SECOND, time.monotonic())

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass on what is within the limits."""
        if scope["type"] == "http":
            if refusal := self.refused(scope):
                await refusal(scope, receive, send)
            else:
                await self.app(scope, receive, send)
        elif scope["type"] == "websocket":
            await self.channel(scope, receive, send)
        else:
            await self.app(scope, receive, send)

    def refused(self, scope: Scope) -> PlainTextResponse | None:
        """Return why a request is refused, or None; counts what a visit uploads."""
        if (long := len(scope.get("query_string", b""))) > LONGEST_ADDRESS:
            return PlainTextResponse(TOO_LONG.format(long=long), 414)
        if scope["method"] in ("GET", "HEAD", "OPTIONS", "DELETE"):
            return None
        given = dict(scope["headers"])
        length = given.get(b"content-length", b"")
        if not length.isdigit():
            return PlainTextResponse("Say the length of what you send.", 411)
        size, (_, is_upload, rest) = int(length), scope["path"].partition(UPLOADS)
        if not is_upload:
            too_long = size > LONGEST_BODY
            return PlainTextResponse("This is too long.", 413) if too_long else None
        visit = rest.partition("/")[0]
        if self.uploaded.get(visit, 0) + size > self.upload_bytes:
            return PlainTextResponse("This visit has sent as much as it may.", 413)
        self.uploaded[visit] = self.uploaded.pop(visit, 0) + size
        while len(self.uploaded) > REMEMBERED:
            self.uploaded.popitem(last=False)
        return None

    async def channel(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Run the channel between one browser and the app; what comes too fast waits its turn."""
        if self.open >= self.connections:
            await receive()
            await send({"type": "websocket.close", "code": FULL})
            return
        self.open += 1
        try:
            send_at_once(receive)
            await asyncio.sleep(self.new.take(time.monotonic()))
            mine = Allowance.full(AT_ONCE, self.messages, time.monotonic())
            closed, greeted, heard = False, False, False

            async def receiving() -> Message:
                nonlocal closed, greeted, heard
                if not greeted:
                    greeted = True
                    return await receive()  # that it is there
                try:
                    async with asyncio.timeout(None if heard else FIRST_WORD):
                        message = await receive()
                except TimeoutError:  # it holds a place that a reader could have
                    closed = True
                    await send({"type": "websocket.close", "code": SILENT})
                    return {"type": "websocket.disconnect", "code": SILENT}
                heard = True
                if message["type"] != "websocket.receive" or closed:
                    return message
                # To wait here stops the reading of this browser's line, and of no other.
                await asyncio.sleep(mine.take(time.monotonic()))
                size = len(message.get("bytes") or message.get("text") or b"")
                if size <= self.message_bytes:
                    return message
                closed = True
                await send({"type": "websocket.close", "code": TOO_BIG})
                return {"type": "websocket.disconnect", "code": TOO_BIG}

            async def sending(message: Message) -> None:
                if not closed:
                    await send(message)

            await self.app(scope, receiving, sending)
        finally:
            self.open -= 1


def send_at_once(receive: Receive) -> None:
    """Switch off the delay that gathers small answers, where the server left it on.

    Servers that bind their port themselves, such as `streamlit run`, do; one answer to a reader is
    many small messages, and each gathering may take 40 ms.
    """
    line: Any = getattr(receive, "__self__", None)
    transport = getattr(line, "transport", None)
    plug = transport.get_extra_info("socket") if transport else None
    if plug is not None and plug.family in (socket.AF_INET, socket.AF_INET6):
        plug.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
