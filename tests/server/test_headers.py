"""The headers of every answer."""

import asyncio

import pytest
from starlette.applications import Starlette
from starlette.responses import PlainTextResponse
from starlette.routing import Route
from starlette.types import Message

from ppn_scenarios.server.headers import Headers, headers
from tests.server.asking import ask, scope


async def hello(_: object) -> PlainTextResponse:
    return PlainTextResponse("hello", headers={"server": "a name and a version"})


def served(embed: tuple[str, ...] = (), https: bool = False, indexed: bool = True) -> Headers:
    inside = Starlette(
        routes=[
            Route("/", hello),
            Route("/_stcore/metrics", hello),
            Route("/_stcore/health", hello),
        ]
    )
    return Headers(inside, headers(["'sha256-abc='"], embed, https, indexed))


def policy(**given) -> dict[str, str]:
    text = ask(served(**given), "/").headers["content-security-policy"]
    return dict(rule.split(" ", 1) for rule in text.split("; "))


def test_a_page_may_load_from_its_own_server_only() -> None:
    rules = policy()
    assert rules["default-src"] == rules["connect-src"] == "'self'"
    assert "'sha256-abc='" in rules["script-src"]
    assert "unsafe-inline" not in rules["script-src"]
    assert "'unsafe-eval'" not in rules["script-src"]
    assert rules["object-src"] == "'none'"
    assert not [rule for rule in rules.values() if "http" in rule or "*" in rule]


def test_no_site_may_frame_the_app_unless_it_is_named() -> None:
    alone = ask(served(), "/").headers
    assert alone["x-frame-options"] == "DENY"
    assert policy()["frame-ancestors"] == "'none'"
    named = ("https://intranet.example.org", "*.example.com")
    assert "x-frame-options" not in ask(served(embed=named), "/").headers
    ancestors = policy(embed=named)["frame-ancestors"]
    assert ancestors == "'self' https://intranet.example.org *.example.com"


def test_browsers_are_bound_to_https_only_where_it_is_served() -> None:
    assert "strict-transport-security" not in ask(served(), "/").headers
    assert "max-age=" in ask(served(https=True), "/").headers["strict-transport-security"]


WITH_ALL = {"Path=/", "SameSite=strict", "Secure"}


async def baked(_: object) -> PlainTextResponse:
    answer = PlainTextResponse("hello")
    answer.set_cookie("plain", "Secure")
    answer.set_cookie("bound", "1", secure=True, samesite="strict")
    return answer


def cookies(embed: tuple[str, ...], https: bool) -> list[set[str]]:
    """What is said of each cookie of an answer."""
    inside = Starlette(routes=[Route("/", baked)])
    sent: list[Message] = []

    async def receive() -> Message:
        return {"type": "http.request", "body": b"", "more_body": False}

    async def send(message: Message) -> None:
        sent.append(message)

    asyncio.run(Headers(inside, headers([], embed, https, True))(scope("/"), receive, send))
    found = [value for name, value in sent[0]["headers"] if name == b"set-cookie"]
    return [set(value.decode().split("; ")[1:]) for value in found]


def test_where_https_is_served_no_cookie_goes_without_it() -> None:
    assert cookies((), https=False) == [{"Path=/", "SameSite=lax"}, WITH_ALL]
    assert cookies((), https=True) == [{"Path=/", "SameSite=lax", "Secure"}, WITH_ALL]


def test_from_the_frame_of_a_named_site_cookies_are_sent_and_are_of_that_site_alone() -> None:
    framed = {"Path=/", "SameSite=None", "Secure", "Partitioned"}
    assert cookies(("https://intranet.example.org",), https=True) == [framed, framed]


def test_search_engines_are_kept_out_until_they_are_let_in() -> None:
    assert ask(served(indexed=False), "/").headers["x-robots-tag"] == "noindex"
    assert "x-robots-tag" not in ask(served(indexed=True), "/").headers


def test_no_answer_says_what_serves_it_or_may_be_guessed_at() -> None:
    said = ask(served(), "/").headers
    assert "server" not in said
    assert said["x-content-type-options"] == "nosniff"


@pytest.mark.parametrize(
    "path", ["/_stcore/metrics", "/base/_stcore/metrics", "/_stcore/agent/mcp"]
)
def test_paths_that_are_no_readers_business_are_closed(path: str) -> None:
    assert ask(served(), path).status == 404
    assert ask(served(), "/_stcore/health").status == 200
