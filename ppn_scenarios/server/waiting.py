"""The page for whoever comes while every place is held: what is so, and what to do."""

from typing import Final

from starlette.responses import HTMLResponse
from starlette.types import Scope

AGAIN: Final = 10  # seconds that programs should wait; people press when they like
NO_SEAT: Final = "ppn_seat=; Path=/; Max-Age=0"  # the cookie of deploy/nginx.conf
PAGE: Final = """<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>Every place is taken · PPN Scenarios</title>
<style>
body {font: 1.125rem/1.5 sans-serif; color: #0b1318; background: #fff; margin: 2rem auto;
max-width: 38rem; padding: 0 1rem}
a {color: #00594c}
a:focus {outline: 3px solid #0b1318; background: #ffeb3b}
</style>
<main>
<h1>Every place is taken just now</h1>
<p>As many people use this server as it has places for. One becomes free when somebody leaves.</p>
<p>Nothing of yours is lost: your scenario is in the address of this page, and your session is kept
in this browser.</p>
<p><a href="">Try again</a></p>
</main>
</html>
"""


def wants_page(scope: Scope) -> bool:
    """Return whether a browser asks for a page that somebody will look at."""
    asked = dict(scope["headers"]).get(b"accept", b"")
    return scope["method"] == "GET" and b"text/html" in asked and "/_stcore/" not in scope["path"]


def waiting() -> HTMLResponse:
    """Return the page; the seat at this replica is given up, for another may have places."""
    told = {"Retry-After": str(AGAIN), "Cache-Control": "no-store", "Set-Cookie": NO_SEAT}
    return HTMLResponse(PAGE, 503, told)
