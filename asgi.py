"""The app as others meet it: with headers, limits, previews of links and a health check.

`python asgi.py` serves it as the environment says (docs/RUNNING.md); `streamlit run asgi.py` and
`start.py app` serve the same for one machine. `streamlit run app.py` is the app without all this.
"""

import os
import sys
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from importlib.util import find_spec
from logging import getLogger
from pathlib import Path
from threading import Thread
from typing import TYPE_CHECKING, Final

import streamlit as st
from starlette.middleware import Middleware
from streamlit import config

from ppn_scenarios.assumptions import Scenario
from ppn_scenarios.assumptions.version import MODEL_VERSION
from ppn_scenarios.running.freed import keep_freed
from ppn_scenarios.running.log import write_json_lines
from ppn_scenarios.running.settings import SettingsError, read, unknown
from ppn_scenarios.running.spare import time_is_left
from ppn_scenarios.server.ahead import ahead
from ppn_scenarios.server.headers import Headers, headers
from ppn_scenarios.server.limits import Limits
from ppn_scenarios.server.page import Template
from ppn_scenarios.server.routes import routes
from ppn_scenarios.server.run import run
from ppn_scenarios.tables.errors import DataError
from ppn_scenarios.ui.fault import show_fault
from ppn_scenarios.ui.pages import BARE, PAGES
from ppn_scenarios.ui.warm import is_warm, warm, warm_rest

if TYPE_CHECKING:
    from ppn_scenarios.wording.places import Place

APP: Final = Path(__file__).resolve().parent / "app.py"
QUESTIONS: Final = {
    "/" if file == "app.py" else f"/{Path(file).stem}": page.question
    for file, page in (PAGES | BARE).items()
}

try:
    settings = read(os.environ)
except SettingsError as refusal:
    sys.exit(f"The server was not started:\n{refusal}")


def unsound() -> str:
    """Return what is wrong with the data, by file, and nothing where they are sound."""
    try:
        warm()
    except DataError as refusal:
        return str(refusal)
    return ""


def health() -> Mapping[str, str]:
    """Return whether readers are served, and with which model and data."""
    from ppn_scenarios.tables.database import data_version

    if unsound():
        return {"status": "the data did not pass their checks", "model": MODEL_VERSION}
    return {"status": "ready", "model": MODEL_VERSION, "data": data_version()}


def finding(scenario: Scenario, place: "Place") -> str:
    """Return the finding of a scenario and a place, for previews of links."""
    from ppn_scenarios.ui import home

    return home.finding(scenario, place)


def finding_ahead(scenario: Scenario, place: "Place") -> str:
    """Return the same while no page waits, for a lever that a hand is on."""
    from ppn_scenarios.ui.turns import behind

    with behind():
        return finding(scenario, place)


@asynccontextmanager
async def lifespan(_: st.App) -> AsyncIterator[None]:
    """Load what every visit needs while the first reader's browser loads its own part."""
    Thread(target=get_ready, name="warm", daemon=True).start()
    yield


def get_ready() -> None:
    """Load what every visit needs, and say in the log whether readers are served."""
    ready = health()["status"]
    if settings.log == "json":
        write_json_lines()
    log = getLogger("ppn_scenarios")
    (log.info if ready == "ready" else log.error)("Started: %s", ready)
    for line in unsound().splitlines():
        log.error("%s", line)
    for name in unknown(os.environ):
        log.warning("%s is not a setting and does nothing; docs/RUNNING.md lists them", name)
    if ready == "ready":
        warm_rest()


keep_freed()  # before there are threads, which would each get a store of their own
config.set_option("server.fileWatcherType", "none")  # a look at each file of ours after each run
if settings.hosts:
    config.set_option("server.allowedHosts", list(settings.hosts))
page = (Path(str(find_spec("streamlit").origin)).parent / "static/index.html").read_text("utf-8")  # type: ignore[union-attr]
base = config.get_option("server.baseUrlPath")
template = Template(page, settings.indexed)
app = st.App(
    APP,
    lifespan=lifespan,
    on_script_error=show_fault,
    routes=[
        *routes(QUESTIONS, template, finding, health, settings.indexed, base, is_warm),
        ahead(finding_ahead, time_is_left, base),
    ],
    middleware=[
        Middleware(
            Headers,
            headers(template.scripts, settings.embed, settings.https, settings.indexed),
        ),
        Middleware(
            Limits,
            settings.connections,
            settings.messages,
            settings.message_kb,
            settings.upload_mb,
            settings.slow,
            settings.idle,
        ),
    ],
)

if settings.log == "json":
    write_json_lines()  # and again once the libraries are there: some bring a form of their own
if __name__ == "__main__":
    run(app, settings)
