"""Limits on what one browser, and all together, may send; never by address, which many share."""

import asyncio
import socket
import time
from collections import OrderedDict
from typing import Any, Final

from starlette.responses import HTMLResponse, PlainTextResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from ppn_scenarios.running.allowance import Allowance

from .body import again, arrived
from .places import Places
from .waiting import waiting, wants_page

AT_ONCE: Final = 60  # messages that a browser may send without waiting
WITHOUT_BODY: Final = ("GET", "HEAD", "OPTIONS", "DELETE")
UPLOADS: Final = "/_stcore/upload_file/"
LONGEST_BODY: Final = 64_000  # bytes of a request that is no upload
LONGEST_ADDRESS: Final = 16_000  # characters of a query
MOST_SETTINGS: Final = 1_000  # in a query: of one with more Streamlit reads none, and says nothing
TOO_LONG: Final = (
    "This link was not read: it has {size}, more than any link of this explorer. "
    "To see things as they stand, open the address without the question mark and all after it."
)
NOT_READ: Final = (
    "<!doctype html><html lang='en-GB'><meta charset='utf-8'><title>Link not read · PPN Scenarios"
    "</title><meta name='viewport' content='width=device-width, initial-scale=1'><body style='"
    "font:1.1rem/1.5 sans-serif;max-width:40rem;margin:2rem auto;padding:0 1rem'><main>"
    "<h1>Link not read</h1><p>{words}</p><p><a href='?'>See things as they stand</a></p></main>"
)
TOO_SLOW: Final = "This came too slowly. Check your connection, and try again."
CLOSE: Final = {"Connection": "close"}  # who is refused does not go on on the same line
REMEMBERED: Final = 5_000  # visits whose uploads are counted
TOO_BIG, FULL, SILENT = 1009, 1013, 1008  # codes with which a channel is closed
NEW_AT_ONCE, NEW_A_SECOND = 60, 10  # channels that are opened: a roomful, then a steady few


class Limits:
    """Hold back browsers that send too much, and refuse what no reader needs."""

    def __init__(
        self,
        app: ASGIApp,
        connections: int,
        messages: int,
        message_kb: int,
        upload_mb: int,
        slow: float = 15,
        idle: float = 120,
    ) -> None:
        self.app, self.messages, self.slow = app, messages, slow
        self.message_bytes, self.upload_bytes = message_kb * 1024, upload_mb * 1024 * 1024
        self.places = Places(connections, idle, time.monotonic())
        self.uploaded: OrderedDict[str, int] = OrderedDict()
        self.new = Allowance.full(NEW_AT_ONCE, NEW_A_SECOND, time.monotonic())

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass on what is within the limits."""
        if scope["type"] == "http":
            await self.request(scope, receive, send)
        elif scope["type"] == "websocket":
            await self.channel(scope, receive, send)
        else:
            await self.app(scope, receive, send)

    async def request(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request, once it has come whole; refuse what no reader needs."""
        if refusal := self.refused(scope):
            await refusal(scope, receive, send)
        elif wants_page(scope) and self.places.none_for(time.monotonic()):
            await waiting()(scope, receive, send)
        elif scope["method"] in WITHOUT_BODY:
            await self.app(scope, receive, send)
        elif found := await arrived(receive, length_of(scope), self.slow):
            await self.app(scope, again(found, receive), send)
        else:
            await PlainTextResponse(TOO_SLOW, 408, CLOSE)(scope, receive, send)

    def refused(self, scope: Scope) -> Response | None:
        """Return why a request is refused, or None; counts what a visit uploads."""
        if too_much := beyond(scope.get("query_string", b"")):
            # A person followed it: a page with a name, that can be read out and left.
            return HTMLResponse(NOT_READ.format(words=TOO_LONG.format(size=too_much)), 414, CLOSE)
        given = dict(scope["headers"])
        length = given.get(b"content-length", b"")
        if scope["method"] in WITHOUT_BODY:
            has_body = length not in (b"", b"0") or b"transfer-encoding" in given
            return refusal("Nobody asks with so many words.", 413) if has_body else None
        if not length.isdigit() or b"transfer-encoding" in given:
            return refusal("Say the length of what you send.", 411)
        size, (_, is_upload, rest) = int(length), scope["path"].partition(UPLOADS)
        if not is_upload:
            return refusal("This is too long.", 413) if size > LONGEST_BODY else None
        visit = rest.partition("/")[0]
        if self.uploaded.get(visit, 0) + size > self.upload_bytes:
            return refusal("This visit has sent as much as it may.", 413)
        self.uploaded[visit] = self.uploaded.pop(visit, 0) + size
        while len(self.uploaded) > REMEMBERED:
            self.uploaded.popitem(last=False)
        return None

    async def channel(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Run the channel between one browser and the app; what comes too fast waits its turn."""
        listening: asyncio.Timeout | None = None

        def leave() -> bool:
            if listening:
                listening.reschedule(0)
            return bool(listening)

        place = self.places.take(time.monotonic(), leave)
        if not place:
            await receive()
            await send({"type": "websocket.close", "code": FULL})
            return
        try:
            send_at_once(receive)
            await asyncio.sleep(self.new.take(time.monotonic()))
            mine = Allowance.full(AT_ONCE, self.messages, time.monotonic())
            closed, greeted, heard = False, False, False

            async def end(code: int) -> Message:
                nonlocal closed
                closed = True
                await send({"type": "websocket.close", "code": code})
                return {"type": "websocket.disconnect", "code": code}

            async def receiving() -> Message:
                nonlocal greeted, heard, listening
                if not greeted:
                    greeted = True
                    return await receive()  # that it is there
                try:
                    async with asyncio.timeout(None if heard else self.slow) as listening:
                        message = await receive()
                except TimeoutError:  # it holds a place that a reader could have
                    return await end(FULL if heard else SILENT)
                finally:
                    listening = None
                heard, place.heard = True, time.monotonic()
                if message["type"] != "websocket.receive" or closed:
                    return message
                # To wait here stops the reading of this browser's line, and of no other.
                await asyncio.sleep(mine.take(time.monotonic()))
                size = len(message.get("bytes") or message.get("text") or b"")
                return message if size <= self.message_bytes else await end(TOO_BIG)

            async def sending(message: Message) -> None:
                if not closed:
                    await send(message)

            await self.app(scope, receiving, sending)
        finally:
            self.places.give_back(place)


def beyond(query: bytes) -> str:
    """Return in which way a query is larger than any link of ours; nothing for one that is not."""
    if len(query) > LONGEST_ADDRESS:
        return f"{len(query):,} characters"
    settings = query.count(b"&") + 1
    return f"{settings:,} settings" if settings > MOST_SETTINGS else ""


def length_of(scope: Scope) -> int:
    """Return how long a body is, bytes, by its own words."""
    return int(dict(scope["headers"])[b"content-length"])


def refusal(words: str, status: int) -> PlainTextResponse:
    """Return an answer that refuses a request, after which the line is closed."""
    return PlainTextResponse(words, status, CLOSE)


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
