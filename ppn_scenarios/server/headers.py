"""The headers of every answer: what a page may load, who may frame it, what a browser may tell."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Final

from starlette.datastructures import MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

BOUND: Final = "Strict-Transport-Security"  # where readers come over HTTPS
FRAMES: Final = "X-Frame-Options"
A_YEAR: Final = 31_536_000  # seconds


def policy(scripts: Iterable[str], embed: Sequence[str]) -> str:
    """Return the content security policy: everything from this server, and from nowhere else.

    `scripts` are the hashes of the inline scripts that may run; `embed` who may show the page in
    a frame.
    """
    rules: Mapping[str, str] = {
        "default-src": "'self'",
        # Parts of pages that bring script of their own come as blobs of the server's text.
        "script-src": f"'self' 'wasm-unsafe-eval' blob: {' '.join(scripts)}",
        "style-src": "'self' 'unsafe-inline'",  # Streamlit writes its styles into the page
        "img-src": "'self' data: blob:",
        "font-src": "'self' data:",
        "connect-src": "'self'",
        "media-src": "'self' data: blob:",
        "worker-src": "'self' blob:",
        "frame-src": "'self' blob: data:",
        "object-src": "'none'",
        "base-uri": "'self'",
        "form-action": "'self'",
        "frame-ancestors": " ".join(["'self'", *embed]) if embed else "'none'",
    }
    return "; ".join(f"{name} {value.strip()}" for name, value in rules.items())


def headers(
    scripts: Iterable[str], embed: Sequence[str], https: bool, indexed: bool
) -> dict[str, str]:
    """Return the headers that every answer has, by name."""
    found = {
        "Content-Security-Policy": policy(scripts, embed),
        "X-Content-Type-Options": "nosniff",
        "Referrer-Policy": "same-origin",
        "Permissions-Policy": "camera=(), microphone=(), geolocation=(), payment=(), usb=()",
        "Cross-Origin-Opener-Policy": "same-origin",
        "Cross-Origin-Resource-Policy": "same-origin",
    }
    if not embed:  # this header cannot name a site, and would forbid all of them
        found[FRAMES] = "DENY"
    if https:
        found[BOUND] = f"max-age={A_YEAR}"
    if not indexed:
        found["X-Robots-Tag"] = "noindex"
    return found


class Headers:
    """Add the headers to every answer, and close the paths that are no reader's business."""

    CLOSED: Final = ("/_stcore/metrics", "/_stcore/agent/")

    def __init__(self, app: ASGIApp, added: Mapping[str, str]) -> None:
        self.app, self.added = app, added

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass a request on; answer 404 for a closed path."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return

        async def sending(message: Message) -> None:
            if message["type"] == "http.response.start":
                given = MutableHeaders(scope=message)
                given.update(self.added)
                del given["server"]
                if BOUND in self.added:
                    framed = FRAMES not in self.added
                    message["headers"] = [secured(k, v, framed) for k, v in given.raw]
            await send(message)

        if any(closed in scope["path"] for closed in self.CLOSED):
            await nothing_here(sending)
        else:
            await self.app(scope, receive, sending)


def secured(name: bytes, value: bytes, framed: bool) -> tuple[bytes, bytes]:
    """Return a header; of a cookie, one that a browser sends over HTTPS alone.

    Where other sites may show the app in a frame (`framed`), it is sent from there too, and each of
    them has a cookie of its own: without it no file could be sent from a frame.
    """
    if name != b"set-cookie":
        return name, value
    asked = (b"SameSite=None", b"Secure", b"Partitioned") if framed else (b"Secure",)
    named = {part.partition(b"=")[0].lower() for part in asked}
    kept = [
        part
        for part in (one.strip() for one in value.split(b";"))
        if part.partition(b"=")[0].lower() not in named
    ]
    return name, b"; ".join([*kept, *asked])


async def nothing_here(send: Send) -> None:
    """Answer that there is nothing at a path."""
    kind = [(b"content-type", b"text/plain; charset=utf-8")]
    await send({"type": "http.response.start", "status": 404, "headers": kind})
    await send({"type": "http.response.body", "body": b"Not found"})
