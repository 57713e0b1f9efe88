"""Findings ahead of time: what the finding will say once a lever is moved by a step.

A browser asks while somebody's hand is on a lever, so that the answer is there when it moves. Each
finding is an exact run, by the function that makes the page's own. It is work that nobody waits
for: where time is short, nothing is answered, and the page answers as it would have.
"""

import asyncio
from collections.abc import Callable
from dataclasses import replace
from typing import Final

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from ppn_scenarios.assumptions import ASSUMPTIONS, Scenario

from .preview import Finding, settings_in
from .routes import root_of

STEPS: Final = 1  # to each side of where a lever is: each is a run more
DIGITS: Final = 9  # of a step, below which two values are one
KEPT: Final = {"Cache-Control": "no-store"}


def ahead(finding: Finding, time_is_left: Callable[[], bool], base: str = "") -> Route:
    """Return the route below `base` for browsers that ask for a lever's next findings.

    It answers 404 for what is no slider and no switch, 400 for a link that nobody can read, and
    204, so nothing, while there is other work or the room predicts.
    """
    turn = asyncio.Semaphore(1)

    async def answer(request: Request) -> Response:
        if turn.locked() or not time_is_left():
            return Response(status_code=204, headers=KEPT)
        async with turn:
            name, query = request.path_params["lever"], request.url.query
            return await run_in_threadpool(answered, finding, name, query)

    return Route(f"{root_of(base)}/ahead/{{lever}}", answer, methods=["GET"])


def answered(finding: Finding, name: str, query: str) -> Response:
    """Return the answer to one who asks for a lever under a link."""
    # The server answers before all that links and places need is loaded.
    from ppn_scenarios.sharing.link import read
    from ppn_scenarios.wording.places import places
    from ppn_scenarios.wording.predicted import ASKED

    if name not in ASSUMPTIONS or not ASSUMPTIONS[name].has_steps:
        return Response("No slider or switch of this name.", 404, KEPT)
    try:
        given = settings_in(query)
    except ValueError as refusal:
        return Response(f"The link was not read: {refusal}.", 400, KEPT)
    scenario, view, _ = read(given, places())
    if view.predict in ASKED:
        return Response(status_code=204, headers=KEPT)
    plain, place = replace(scenario, effects_on=0), places()[view.place]
    found = [
        {"value": value, "finding": finding(replace(plain, **{name: value}), place)}
        for value in values(name, plain)
    ]
    return JSONResponse(found, headers=KEPT)


def values(name: str, scenario: Scenario) -> list[float]:
    """Return where a lever is, and then the steps beside it, the nearest first, within its range.

    Steps are counted from its lowest value, as a browser counts them; a switch has one.
    """
    a, now = ASSUMPTIONS[name], float(getattr(scenario, name))
    last = round((a.high - a.low) / a.step)
    at = round((now - a.low) / a.step)
    near = sorted(range(max(0, at - STEPS), min(last, at + STEPS) + 1), key=lambda i: abs(i - at))
    return [now if i == at else round(min(a.low + i * a.step, a.high), DIGITS) for i in near]
