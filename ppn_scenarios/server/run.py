"""One process that serves the app, at the address and port that the settings say."""

import sys
from typing import Any, Final

import uvicorn
from starlette.types import ASGIApp

from ppn_scenarios.running.settings import Settings

from .listening import cannot_listen
from .patience import patient

LEAVE: Final = 5  # seconds that a stopping server waits for answers under way
LINES: Final = 10  # connections a browser may hold, its channel among them


def options(settings: Settings) -> dict[str, Any]:
    """Return how Uvicorn serves, for `uvicorn.run` or `uvicorn.Config`."""
    most = LINES * settings.connections
    http, channel = patient(settings.slow, settings.unread, most // 2)
    return {
        "http": http,
        "ws": channel,
        "ws_max_size": settings.message_kb * 1024,
        "ws_per_message_deflate": False,
        "ws_ping_interval": 20,
        "ws_ping_timeout": 60,
        "limit_concurrency": most,
        "timeout_graceful_shutdown": LEAVE,
        "proxy_headers": False,  # nothing here wants to know who asks
        "server_header": False,
        "access_log": False,
        "use_colors": False,
        "log_config": None,  # the log is arranged already
    }


def run(app: ASGIApp, settings: Settings) -> None:
    """Serve until told to stop; end at once, in words, where nobody can listen.

    Uvicorn binds the port, and so answers at once: where Streamlit binds it, small answers are
    gathered for up to 40 ms.
    """
    if problem := cannot_listen(settings.address, settings.port):
        sys.exit(f"The server was not started:\n{problem}")
    uvicorn.run(app, host=settings.address, port=settings.port, **options(settings))
