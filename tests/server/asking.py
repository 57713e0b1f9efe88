"""Asking an ASGI app without a server: what it answers, and what a channel hears."""

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass

from starlette.types import ASGIApp, Message, Scope


@dataclass
class Answer:
    status: int
    headers: dict[str, str]
    text: str


def scope(path: str, query: str = "", method: str = "GET", **headers: str) -> Scope:
    named = [(k.replace("_", "-").encode(), v.encode("latin-1")) for k, v in headers.items()]
    return {
        "type": "http",
        "http_version": "1.1",
        "method": method,
        "path": path,
        "raw_path": path.encode(),
        "root_path": "",
        "query_string": query.encode("utf-8", "surrogatepass"),
        "headers": [(b"host", b"here.example"), *named],
        "server": ("here.example", 80),
        "client": ("198.51.100.7", 1234),
        "scheme": "http",
    }


def ask(app: ASGIApp, path: str, query: str = "", method: str = "GET", **headers: str) -> Answer:
    """Ask once, and return the whole answer."""
    return asyncio.run(asked(app, path, query, method, **headers))


async def asked(
    app: ASGIApp, path: str, query: str = "", method: str = "GET", **headers: str
) -> Answer:
    """Ask once beside other things, and return the whole answer."""
    sent: list[Message] = []

    async def receive() -> Message:
        return {"type": "http.request", "body": b"", "more_body": False}

    async def send(message: Message) -> None:
        sent.append(message)

    await app(scope(path, query, method, **headers), receive, send)
    start = next(m for m in sent if m["type"] == "http.response.start")
    body = b"".join(m.get("body", b"") for m in sent if m["type"] == "http.response.body")
    named = {k.decode(): v.decode("latin-1") for k, v in start["headers"]}
    return Answer(start["status"], named, body.decode("utf-8"))


async def channel(app: ASGIApp, messages: Sequence[Message]) -> list[Message]:
    """Open a channel, send what is given, leave, and return what came back."""
    waiting = [{"type": "websocket.connect"}, *messages, {"type": "websocket.disconnect"}]
    sent: list[Message] = []

    async def receive() -> Message:
        return waiting.pop(0)

    async def send(message: Message) -> None:
        sent.append(message)

    await app({**scope("/_stcore/stream"), "type": "websocket"}, receive, send)
    return sent
