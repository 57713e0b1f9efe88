"""Clients that no browser is like, on real sockets: slow, silent, deaf, half gone and too many."""

import contextlib
import socket
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from dataclasses import replace
from typing import Any

import pytest
import uvicorn
from starlette.responses import PlainTextResponse
from starlette.types import Receive, Scope, Send
from websockets.exceptions import ConnectionClosed, InvalidStatus
from websockets.sync.client import connect

from ppn_scenarios.running.allowance import Allowance
from ppn_scenarios.running.settings import read
from ppn_scenarios.server.limits import FULL, SILENT, Limits
from ppn_scenarios.server.run import options

LONG = 20  # seconds: far beyond any limit of these tests
HEAD = b"GET / HTTP/1.1\r\nHost: here\r\n"
MUCH = 64 * 1024
LARGE = 4_000_000


async def app(scope: Scope, receive: Receive, send: Send) -> None:
    """Answers everything, at length where it is asked for much."""
    if scope["type"] == "http":
        if scope["path"] == "/much":
            await PlainTextResponse(b"x" * LARGE)(scope, receive, send)
        elif scope["method"] == "GET":
            await PlainTextResponse("here")(scope, receive, send)
        else:
            size = 0
            while (message := await receive())["type"] == "http.request":
                size += len(message["body"])
                if not message.get("more_body"):
                    break
            await PlainTextResponse(f"{size} bytes")(scope, receive, send)
    elif scope["type"] == "websocket":
        await receive()
        await send({"type": "websocket.accept"})
        while (message := await receive())["type"] == "websocket.receive":
            for _ in range(int(message["text"])):
                await send({"type": "websocket.send", "bytes": b"x" * MUCH})
            await send({"type": "websocket.send", "text": "done"})


class Serving:
    """A server on a port of its own, and who is on it."""

    def __init__(self, limits: Limits, server: uvicorn.Server, port: int) -> None:
        self.limits, self.server, self.port = limits, server, port

    def line(self, small: bool = False) -> socket.socket:
        """A line to it; a `small` one takes little before it is read."""
        plug = socket.socket()
        if small:
            plug.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4_096)
        plug.settimeout(LONG)
        plug.connect(("127.0.0.1", self.port))
        return plug

    def channel(self) -> Any:
        """A channel, opened as browsers do."""
        return connect(f"ws://127.0.0.1:{self.port}/_stcore/stream", max_size=None, close_timeout=1)

    def answers(self) -> bool:
        """Whether somebody who asks as browsers do is answered."""
        with self.line() as plug:
            plug.sendall(HEAD + b"Connection: close\r\n\r\n")
            return rest(plug).endswith(b"here")

    def is_free(self) -> bool:
        """Whether soon nobody is left on it, in any place."""
        until = time.monotonic() + LONG
        while self.server.server_state.connections or self.limits.places.held:
            if time.monotonic() > until:
                return False
            time.sleep(0.01)
        return True


def rest(plug: socket.socket) -> bytes:
    """All that comes until the server closes the line."""
    found = b""
    with contextlib.suppress(ConnectionResetError):
        while piece := plug.recv(MUCH):
            found += piece
    return found


Serve = Callable[..., AbstractContextManager[Serving]]


@pytest.fixture
def serve() -> Serve:
    @contextmanager
    def serving(**given: Any) -> Iterator[Serving]:
        settings = replace(read({}), **{"slow": 3, "unread": 3, **given})
        limits = Limits(
            app,
            settings.connections,
            settings.messages,
            settings.message_kb,
            settings.upload_mb,
            settings.slow,
            settings.idle,
        )
        server = uvicorn.Server(uvicorn.Config(limits, lifespan="off", **options(settings)))
        with socket.socket() as plug:
            plug.bind(("127.0.0.1", 0))
            thread = threading.Thread(target=server.run, args=([plug],))
            thread.start()
            try:
                while not server.started:
                    time.sleep(0.01)
                yield Serving(limits, server, plug.getsockname()[1])
            finally:
                server.should_exit = True
                thread.join(LONG)

    return serving


def dripped(plug: socket.socket, text: bytes) -> bytes:
    """What comes back while a text is sent byte by byte."""
    try:
        for byte in text:
            plug.sendall(bytes([byte]))
            time.sleep(0.02)
    except (BrokenPipeError, ConnectionResetError):
        return b""
    return rest(plug)


def test_a_line_on_which_nothing_or_a_byte_at_a_time_is_asked_is_closed(serve: Serve) -> None:
    with serve(slow=0.5) as server:
        with server.line() as silent:
            assert rest(silent) == b""
        with server.line() as slow:
            assert dripped(slow, HEAD + b"X: " + b"x" * 200) == b""
        with server.line() as second:  # the first request is quick, and the next is not
            second.sendall(HEAD + b"\r\n")
            assert b"200 OK" in second.recv(MUCH)
            assert dripped(second, HEAD + b"X: " + b"x" * 200) == b""
        assert server.is_free()
        assert server.answers()


def test_a_body_that_comes_a_byte_at_a_time_is_refused_in_words(serve: Serve) -> None:
    with serve(slow=0.5) as server:
        with server.line() as plug:
            plug.sendall(b"PUT / HTTP/1.1\r\nHost: here\r\nContent-Length: 500\r\n\r\nab")
            answer = rest(plug)
        assert answer.startswith(b"HTTP/1.1 408")
        assert b"This came too slowly" in answer
        with server.line() as plug:
            plug.sendall(b"PUT / HTTP/1.1\r\nHost: here\r\nConnection: close\r\n")
            plug.sendall(b"Content-Length: 4\r\n\r\nab")
            plug.sendall(b"cd")
            assert rest(plug).endswith(b"4 bytes")
        assert server.is_free()


@pytest.mark.parametrize("body", [b"Content-Length: 5", b"Transfer-Encoding: chunked"])
def test_a_question_with_a_body_that_never_ends_is_refused_and_its_line_closed(
    serve: Serve, body: bytes
) -> None:
    with serve() as server:
        with server.line() as plug:
            plug.sendall(HEAD + body + b"\r\n\r\n")
            assert rest(plug).startswith(b"HTTP/1.1 413")
        assert server.is_free()


def test_who_does_not_take_an_answer_is_cut_off(serve: Serve) -> None:
    with serve(unread=0.2) as server:
        with server.line(small=True) as plug:
            plug.sendall(HEAD.replace(b"/ ", b"/much ") + b"\r\n")
            assert server.is_free()
        assert server.answers()


def test_who_takes_an_answer_slowly_gets_all_of_it(serve: Serve) -> None:
    with serve(unread=0.3) as server, server.line(small=True) as plug:
        plug.sendall(HEAD.replace(b"/ ", b"/much ") + b"Connection: close\r\n\r\n")
        got, began = 0, time.monotonic()
        while piece := plug.recv(4_096):
            got += len(piece)
            if time.monotonic() - began < 1:  # so long that it was looked at three times
                time.sleep(0.002)
        assert got > LARGE


def test_who_does_not_read_a_channel_is_cut_off_and_gives_the_place_back(serve: Serve) -> None:
    with serve(connections=1, unread=0.2) as server:
        with server.line(small=True) as plug:
            key = b"Upgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Version: 13\r\n"
            key += b"Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n"
            plug.sendall(HEAD.replace(b"/ ", b"/_stcore/stream ") + key)
            assert b"101" in plug.recv(500)
            plug.sendall(b"\x81\x83\0\0\0\0" + b"400")  # a frame that asks for 26 MB
            assert server.is_free()
        with server.channel() as other:
            other.send("0")
            assert other.recv() == "done"


def test_who_took_all_and_then_reads_a_page_for_long_is_not_cut_off(serve: Serve) -> None:
    with serve(unread=0.3) as server, server.channel() as reader:
        reader.send("50")
        while reader.recv() != "done":
            pass
        time.sleep(1)  # so long that it would have been looked at three times
        reader.send("0")
        assert reader.recv() == "done"


def test_a_channel_on_which_nothing_is_asked_is_closed(serve: Serve) -> None:
    with serve(slow=0.2) as server, server.channel() as silent:
        with pytest.raises(ConnectionClosed):
            silent.recv(timeout=LONG)
        assert silent.close_code == SILENT


def test_lines_that_ask_nothing_do_not_keep_out_one_that_does(serve: Serve) -> None:
    with serve(slow=LONG, connections=2) as server:  # and so twenty lines at a time
        idle = [server.line() for _ in range(60)]
        assert server.answers()
        for plug in idle:
            plug.close()


def test_whoever_holds_all_channels_in_silence_gives_one_to_a_newcomer(serve: Serve) -> None:
    with (
        serve(connections=2, idle=0.1) as server,
        server.channel() as first,
        server.channel() as second,
    ):
        for held in (first, second):
            held.send("0")
            assert held.recv() == "done"
        time.sleep(0.15)
        second.send("0")
        assert second.recv() == "done"
        with server.channel() as newcomer:
            newcomer.send("0")
            assert newcomer.recv() == "done"
        with pytest.raises(ConnectionClosed):
            first.recv(timeout=LONG)
        assert first.close_code == FULL


def test_whoever_comes_while_every_place_is_held_is_told_so_and_what_to_do(serve: Serve) -> None:
    page = HEAD + b"Accept: text/html\r\nConnection: close\r\n\r\n"
    with serve(connections=1) as server:
        with server.channel() as only:
            only.send("0")
            assert only.recv() == "done"
            with server.line() as plug:
                plug.sendall(page)
                answer = rest(plug)
            assert answer.startswith(b"HTTP/1.1 503")
            assert b"Every place is taken just now" in answer
            assert b">Try again</a>" in answer
            assert b"set-cookie: ppn_seat=; Path=/; Max-Age=0\r\n" in answer, (
                "another may have room"
            )
            assert b"<script" not in answer
            assert server.answers(), "what is no page is served, so that those inside go on"
        assert server.is_free()
        with server.line() as plug:
            plug.sendall(page)
            assert rest(plug).startswith(b"HTTP/1.1 200")


def test_a_storm_of_those_who_come_and_go_leaves_every_place_free(serve: Serve) -> None:
    with serve(connections=5) as server:
        server.limits.new = Allowance.full(5, 100, time.monotonic())
        for _ in range(30):
            # Where all places are held at that moment, it is told so.
            with contextlib.suppress(OSError, InvalidStatus), server.channel() as one:
                one.socket.close()
        assert server.is_free()
        with server.channel() as one:
            one.send("0")
            assert one.recv() == "done"


def test_a_line_that_is_closed_on_one_side_holds_nothing(serve: Serve) -> None:
    with serve(slow=LONG) as server, server.line() as half, server.channel() as channel:
        half.sendall(HEAD)
        half.shutdown(socket.SHUT_WR)
        assert rest(half) == b""
        channel.send("0")
        channel.socket.shutdown(socket.SHUT_WR)
        assert server.is_free()


@pytest.mark.parametrize(
    ("more", "status"),
    [
        (b"X: " + b"x" * 1_000_000, b"400"),
        (b"\r\n".join(b"Cookie: c%d=%s" % (i, b"v" * 100) for i in range(2_000)), b"400"),
        (b"Cookie: " + b"; ".join(b"c%d=v" % i for i in range(500)), b"200"),
        (b"\r\n".join(b"X-%d: y" % i for i in range(500)), b"200"),
        (b"Content-Length: 0\r\nContent-Length: 9", b"400"),
        (b"no header at all", b"400"),
        (b"X: \x00\x01", b"400"),
    ],
    ids=["a megabyte", "much cookie", "many cookies", "many", "two lengths", "none", "control"],
)
def test_strange_heads_are_answered_and_hold_nothing(
    serve: Serve, more: bytes, status: bytes
) -> None:
    with serve() as server:
        with server.line() as plug:
            # It may be refused before all of it was sent.
            with contextlib.suppress(BrokenPipeError, ConnectionResetError):
                plug.sendall(HEAD + more + b"\r\nConnection: close\r\n\r\n")
            answer = rest(plug)
        assert not answer or answer.startswith(b"HTTP/1.1 " + status)
        if answer and status == b"400":
            assert b"open the address without the question mark" in answer
        assert server.is_free()
        assert server.answers()
