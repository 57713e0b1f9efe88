"""Limits: what a flood gets, and what everybody else still has."""

import asyncio

import pytest
from hypothesis import given
from hypothesis import strategies as st
from starlette.responses import PlainTextResponse
from starlette.types import Message, Receive, Scope, Send
from streamlit.runtime.state.query_params import CLIENT_STATE_QUERY_STRING_MAX_FIELDS as MAX_FIELDS

from ppn_scenarios.running.allowance import Allowance
from ppn_scenarios.server.limits import FULL, SILENT, TOO_BIG, Limits
from tests.server.asking import ask, channel

UPLOAD = "/_stcore/upload_file/visit1/file1"


class Heard:
    """An app that keeps what it hears on its channels."""

    def __init__(self) -> None:
        self.messages: list[bytes] = []

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "http":
            await PlainTextResponse("here")(scope, receive, send)
            return
        while (message := await receive())["type"] != "websocket.disconnect":
            self.messages.append(message.get("bytes", b""))
        await send({"type": "websocket.send", "bytes": b"bye"})


def limited(app: Heard | None = None, connections: int = 3) -> Limits:
    return Limits(app or Heard(), connections, messages=1_000, message_kb=64, upload_mb=2)


def said(size: int) -> dict[str, object]:
    return {"type": "websocket.receive", "bytes": b"x" * size}


@given(
    st.floats(1, 100),
    st.floats(0.5, 50),
    st.lists(st.floats(0, 3), max_size=200),
)
def test_nobody_who_waits_as_told_gets_more_than_their_allowance(
    most: float, rate: float, pauses: list[float]
) -> None:
    allowance, now = Allowance.full(most, rate, 0), 0.0
    for used, pause in enumerate(pauses, start=1):
        now += pause
        now += allowance.take(now)
        assert used <= most + rate * now + 1e-6


def test_a_message_of_the_largest_size_passes_and_one_byte_more_closes_the_channel() -> None:
    heard = Heard()
    sent = asyncio.run(channel(limited(heard), [said(64 * 1024), said(64 * 1024 + 1), said(1)]))
    assert [len(m) for m in heard.messages[1:]] == [64 * 1024]
    assert sent == [{"type": "websocket.close", "code": TOO_BIG}]


def test_a_channel_beyond_the_last_is_told_to_come_back_and_one_that_leaves_makes_room() -> None:
    heard, waiting = Heard(), asyncio.Event
    app = limited(heard, connections=1)

    async def both() -> tuple[list[Message], list[Message], list[Message]]:
        leave = waiting()

        async def receive() -> dict[str, object]:
            await leave.wait()
            return {"type": "websocket.disconnect"}

        first: list[Message] = []

        async def send(message) -> None:
            first.append(message)

        staying = asyncio.create_task(app({"type": "websocket"}, receive, send))
        await asyncio.sleep(0.01)
        refused = await channel(app, [])
        leave.set()
        await staying
        return first, refused, await channel(app, [])

    first, refused, after = asyncio.run(both())
    assert refused == [{"type": "websocket.close", "code": FULL}]
    assert first == after == [{"type": "websocket.send", "bytes": b"bye"}]


def test_a_channel_that_never_asks_for_a_page_gives_its_place_back() -> None:
    app, sent = limited(connections=1), list[Message]()
    app.slow = 0.01
    greeting = [{"type": "websocket.connect"}]

    async def receive() -> Message:
        if greeting:
            return greeting.pop()
        await asyncio.Event().wait()
        raise AssertionError

    async def send(message: Message) -> None:
        sent.append(message)

    asyncio.run(app.channel({"type": "websocket"}, receive, send))
    assert sent == [{"type": "websocket.close", "code": SILENT}]
    assert not app.places.held


def test_a_flood_is_held_back_and_loses_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    waits: list[float] = []

    async def sleep(seconds: float) -> None:
        waits.append(seconds)

    heard = Heard()
    monkeypatch.setattr(asyncio, "sleep", sleep)
    app = Limits(heard, 3, messages=10, message_kb=64, upload_mb=2)
    asyncio.run(channel(app, [said(1)] * 160))
    assert len(heard.messages) == 161  # the greeting too
    assert waits[:61] == [0.0] * 61
    # Each further message owes a tenth of a second more, for nobody really waited here.
    assert max(waits) == pytest.approx(10, abs=0.2)


def test_a_visit_may_upload_so_much_in_all_and_another_visit_as_much_again() -> None:
    app = limited()
    megabyte = str(1024 * 1024)
    sizes = [ask(app, UPLOAD, method="PUT", content_length=megabyte).status for _ in range(3)]
    assert sizes == [200, 200, 413]
    other = UPLOAD.replace("visit1", "visit2")
    assert ask(app, other, method="PUT", content_length=megabyte).status == 200


@pytest.mark.parametrize("length", ["", "-1", "many", "1e3"])
def test_an_upload_of_no_said_length_is_refused(length: str) -> None:
    assert ask(limited(), UPLOAD, method="PUT", content_length=length).status == 411


def test_a_request_that_is_no_upload_has_a_short_body() -> None:
    assert ask(limited(), "/x", method="POST", content_length="64001").status == 413
    assert ask(limited(), "/x", method="POST", content_length="64000").status == 200


def test_a_link_of_more_settings_than_streamlit_reads_is_refused_in_words() -> None:
    assert ask(limited(), "/", "&".join(["a"] * MAX_FIELDS)).status == 200
    answer = ask(limited(), "/", "&".join(["a"] * (MAX_FIELDS + 1)))
    assert answer.status == 414
    assert f"{MAX_FIELDS + 1:,} settings, more than any link" in answer.text
    assert "open the address without the question mark" in answer.text


def test_a_link_longer_than_any_of_ours_is_refused_in_words() -> None:
    answer = ask(limited(), "/", "a" * 16_001)
    assert answer.status == 414
    assert "16,001 characters, more than any link" in answer.text
    assert "open the address without the question mark" in answer.text
