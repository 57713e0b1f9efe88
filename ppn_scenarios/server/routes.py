"""What the server answers besides the app: its pages with previews, its health, its robots file."""

import asyncio
from collections.abc import Awaitable, Callable, Mapping
from logging import getLogger
from typing import Final

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import HTMLResponse, JSONResponse, PlainTextResponse, Response
from starlette.routing import BaseRoute, Route

from .page import Preview, Template
from .preview import Finding, plain, preview

PATIENCE: Final = 2.0  # seconds that a page waits its turn for a preview; then it goes without
AT_ONCE: Final = 1  # previews that are worked out at a time
Health = Callable[[], Mapping[str, str]]  # "status" is "ready" where readers are served


def routes(
    questions: Mapping[str, str],
    template: Template,
    finding: Finding,
    health: Health,
    indexed: bool,
    base: str = "",
    ready: Callable[[], bool] = lambda: True,
) -> list[BaseRoute]:
    """Return the routes: each page by its path, health, and what robots may do.

    `questions` has the question that each page answers, by its path below `base`. Until it is
    `ready`, an address without settings is answered without a preview, and so at once.
    """
    root = root_of(base)
    turn = asyncio.Semaphore(AT_ONCE)
    pages = [
        Route(f"{root}{path}", page(question, template, finding, turn, ready), methods=["GET"])
        for path, question in questions.items()
    ]
    if root:
        pages.append(
            Route(root, page(questions["/"], template, finding, turn, ready), methods=["GET"])
        )

    async def healthy(_: Request) -> Response:
        found = await run_in_threadpool(health)
        status = 200 if found["status"] == "ready" else 503
        return JSONResponse(dict(found), status, {"Cache-Control": "no-store"})

    async def robots(_: Request) -> Response:
        allowed = "Allow: /" if indexed else "Disallow: /"
        return PlainTextResponse(f"User-agent: *\n{allowed}\n")

    return [*pages, Route(f"{root}/health", healthy), Route("/robots.txt", robots)]


def root_of(base: str) -> str:
    """Return where paths begin below a base: nothing, or a path without a slash at its end."""
    return f"/{base.strip('/')}" if base.strip("/") else ""


def page(
    question: str,
    template: Template,
    finding: Finding,
    turn: asyncio.Semaphore,
    ready: Callable[[], bool],
) -> Callable[[Request], Awaitable[Response]]:
    """Return what answers for one page: the app, with the preview of the link asked for."""

    async def answer(request: Request) -> Response:
        found = plain(question)
        if not ready() and not request.scope.get("query_string"):
            return handed_out(found)
        try:
            async with asyncio.timeout(PATIENCE):
                await turn.acquire()
        except TimeoutError:
            return handed_out(found)
        try:
            found = await run_in_threadpool(preview, question, request.url.query, finding)
        except Exception:
            getLogger("ppn_scenarios").exception("A preview could not be made")
        finally:
            turn.release()
        return handed_out(found)

    def handed_out(found: Preview) -> Response:
        return HTMLResponse(template.filled(found), headers={"Cache-Control": "no-cache"})

    return answer
