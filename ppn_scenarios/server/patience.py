"""Connections that keep a server waiting: for how long they may, before they are cut off.

These are Uvicorn's own protocols with a clock. A request must begin in time, and who is sent
something must take it; else a few idle connections could shut everybody out.
"""

import asyncio
import socket
from typing import Any, Final

import h11
from uvicorn.protocols.http.h11_impl import H11Protocol
from uvicorn.protocols.websockets.websockets_sansio_impl import WebSocketsSansIOProtocol

SLOWEST: Final = 1_000  # bytes a second that a browser must take of what waits for it
UNREADABLE: Final = (  # in letters of ASCII, as Uvicorn writes it
    "This was not read: it is far too long, or not what a browser asks. If you followed a link, "
    "open the address without the question mark and all after it."
)
# Bytes that the system holds for one browser. By itself it may hold megabytes, and then nobody can
# see for minutes whether a slow reader takes any.
HELD: Final = 128 * 1024


class Unread:
    """Watch what waits to be taken by one browser, and cut it off if it takes too little."""

    def __init__(self, transport: asyncio.Transport, every: float) -> None:
        self.transport, self.every = transport, every
        self.timer: asyncio.TimerHandle | None = None

    def begin(self) -> None:
        """Look again in a while: too much waits now."""
        self.stop()
        self.waiting = self.transport.get_write_buffer_size()
        self.timer = asyncio.get_running_loop().call_later(self.every, self.look)

    def look(self) -> None:
        """Cut off who took too little since the last look."""
        taken = self.waiting - self.transport.get_write_buffer_size()
        if taken < SLOWEST * self.every:
            self.transport.abort()
        else:
            self.begin()

    def stop(self) -> None:
        """Stop looking: little waits, or the browser is gone."""
        if self.timer:
            self.timer.cancel()
            self.timer = None


class Watched(asyncio.Protocol):
    """What both protocols have in common: a browser must take what it is sent."""

    unread: Unread

    def pause_writing(self) -> None:
        """Begin to watch: too much waits."""
        super().pause_writing()
        self.unread.begin()

    def resume_writing(self) -> None:
        """Stop watching: little waits."""
        super().resume_writing()
        self.unread.stop()

    def connection_lost(self, exc: Exception | None) -> None:
        """Stop watching: the browser is gone."""
        self.unread.stop()
        super().connection_lost(exc)


class Beginnings:
    """The connections on which no request has come yet, the oldest first.

    There are never more than `most`: the oldest makes room, and so none who means to ask is kept
    out by those who only connect.
    """

    def __init__(self, slow: float, most: int) -> None:
        self.slow, self.most = slow, most
        self.waiting: dict[asyncio.Transport, asyncio.TimerHandle] = {}

    def begin(self, transport: asyncio.Transport) -> None:
        """Start the clock of a connection, where it does not run."""
        if transport in self.waiting:
            return
        if len(self.waiting) >= self.most:
            self.cut(next(iter(self.waiting)))
        later = asyncio.get_running_loop().call_later
        self.waiting[transport] = later(self.slow, self.cut, transport)

    def cut(self, transport: asyncio.Transport) -> None:
        """Cut off a connection."""
        self.stop(transport)
        transport.abort()

    def stop(self, transport: asyncio.Transport) -> None:
        """Stop the clock: a request is there, or the browser is gone."""
        if timer := self.waiting.pop(transport, None):
            timer.cancel()


def patient(slow: float, unread: float, most: int) -> tuple[type[Any], type[Any]]:
    """Return the protocols of a server, for requests and for channels.

    A request must begin within `slow` seconds, `most` at a time; `unread` seconds is how often one
    looks whether a browser takes what it is sent.
    """
    beginnings = Beginnings(slow, most)

    class Http(Watched, H11Protocol):
        def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]
            super().connection_made(transport)
            plug = transport.get_extra_info("socket")
            plug.setsockopt(socket.SOL_SOCKET, socket.SO_SNDBUF, HELD)
            self.unread = Unread(transport, unread)
            beginnings.begin(transport)

        def data_received(self, data: bytes) -> None:
            if self.conn.our_state is h11.IDLE:
                beginnings.begin(self.transport)
            super().data_received(data)
            if self.conn.our_state is not h11.IDLE:
                beginnings.stop(self.transport)

        def send_400_response(self, msg: str) -> None:
            super().send_400_response(UNREADABLE)

        def connection_lost(self, exc: Exception | None) -> None:
            beginnings.stop(self.transport)
            super().connection_lost(exc)

    class Channel(Watched, WebSocketsSansIOProtocol):
        def connection_made(self, transport: asyncio.BaseTransport) -> None:
            super().connection_made(transport)
            self.unread = Unread(self.transport, unread)

        def keepalive_timeout(self) -> None:
            super().keepalive_timeout()
            self.transport.abort()  # it answers nothing, and so would never take the farewell

    return Http, Channel
