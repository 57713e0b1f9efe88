"""The app as it is served, in a real browser: nothing from elsewhere, and no trace of a fault."""

import json
import re
import shutil
from collections.abc import Callable
from pathlib import Path
from urllib.parse import parse_qsl, urlsplit
from urllib.request import urlopen

import pytest
from playwright.sync_api import expect

from ppn_scenarios.assumptions import Scenario
from ppn_scenarios.sharing.scenes import Scene, scene_file, written
from ppn_scenarios.ui.pages import PAGES
from ppn_scenarios.wording.places import places
from tests.browser.axe import findings
from tests.browser.conftest import ROOT, Server, Visit, finding, go_to, settled, start_server
from tests.browser.test_axe import JUDGED

WORDS = "A reader of the name of Ada"
PLAN = Scenario(retention=0.05, mandate=1)


def refused(visit: Visit) -> list[str]:
    """What the policy of the page has kept it from doing."""
    return [said for said in visit.console_errors if "Content Security Policy" in said]


def test_no_page_asks_another_host_or_breaks_its_own_policy(
    server: Server, open_page: Callable[..., Visit]
):
    visit = open_page(f"{server.url}/?v=1&retention=0.05", bypass_csp=False)
    for page in list(PAGES.values())[1:]:
        go_to(visit.page, page.question)
    assert visit.outside_requests == []
    assert visit.console_errors == []


def test_no_page_of_another_host_may_steer_a_page_by_messages(server: Server):
    with urlopen(f"{server.url}/_stcore/host-config", timeout=30) as answer:
        told = json.load(answer)
    assert told["allowedOrigins"] == []
    assert not told["enableCustomParentMessages"]


def test_scenes_of_ones_own_are_taken_away_as_the_file_that_brings_them_back(
    server: Server, open_page: Callable[..., Visit]
):
    scenes = (Scene(title="Would that do?", page="pages/goal.py", scenario=PLAN),)
    page = open_page(f"{server.url}/talk?v=1&scenes={written.write(scenes)}").page
    with page.expect_download() as taken:
        page.get_by_role("button", name="My scenes as a file").click()
    assert scene_file.read(taken.value.path().read_bytes(), places()) == (scenes, [])


def test_a_file_made_on_one_replica_is_taken_in_on_another_and_its_link_is_the_same(
    server: Server, server_factory: Callable[[], Server], open_page: Callable[..., Visit]
):
    link = "record?v=1&retention=0.05&mandate=1&place=Y58"
    mine = open_page(f"{server.url}/{link}", bypass_csp=False)
    mine.page.get_by_label("Keep this scenario as").fill("Plan of the replica")
    mine.page.get_by_role("button", name="Keep", exact=True).click()
    settled(mine.page)
    with mine.page.expect_download() as taken:
        mine.page.get_by_role("button", name="All kept scenarios as one file").click()
    file = taken.value.path().read_bytes()
    assert refused(mine) == []

    theirs = open_page(f"{server_factory().url}/record", bypass_csp=False)
    theirs.page.get_by_text("Take in a scenario file").click()
    settled(theirs.page)
    theirs.page.get_by_test_id("stFileUploaderDropzoneInput").set_input_files(
        {"name": "plan.json", "mimeType": "application/json", "buffer": file}
    )
    settled(theirs.page)
    theirs.page.locator(".st-key-kept_0").get_by_text("Plan of the replica").first.click()
    settled(theirs.page)
    theirs.page.get_by_role("button", name="Load Plan of the replica").click()
    settled(theirs.page)
    for page in (mine.page, theirs.page):
        go_to(page, "Are we on track?")
    query = dict(parse_qsl(urlsplit(theirs.page.url).query))
    levers = {name: value for name, value in query.items() if name not in ("d", "on")}
    assert levers == {"v": "1", "retention": "0.05", "mandate": "1"}  # a place is not in the file
    assert refused(theirs) == []
    theirs.page.goto(
        mine.page.url.replace(server.url, f"http://{urlsplit(theirs.page.url).netloc}")
    )
    settled(theirs.page)
    assert finding(theirs.page) == finding(mine.page)


@pytest.fixture
def failing(tmp_path: Path) -> Path:
    """The app with one page that fails after it has drawn its frame."""
    shutil.copytree(ROOT / "pages", tmp_path / "pages")
    shutil.copytree(ROOT / ".streamlit", tmp_path / ".streamlit")
    for name in ("app.py", "asgi.py"):
        shutil.copy(ROOT / name, tmp_path)
    page = tmp_path / "pages" / "trust.py"
    raised = f'frame("pages/trust.py")\nraise RuntimeError("{WORDS}")\n'
    page.write_text(re.sub(r'frame\("pages/trust.py"\)\n', raised, page.read_text("utf-8")))
    assert WORDS in page.read_text("utf-8")
    return tmp_path / "asgi.py"


def test_a_fault_is_told_with_what_to_do_and_a_code_that_is_in_the_log(
    failing: Path, tmp_path: Path, open_page: Callable[..., Visit]
):
    server = start_server(tmp_path, script=failing)
    try:
        page = open_page(f"{server.url}/trust?v=1&retention=0.05&title=Ada").page
        told = page.get_by_test_id("stAlert").filter(has_text="could not be finished")
        expect(told).to_contain_text("Reload the page")
        found = re.search(r"reference ([2-9A-Z]{6})\b", told.inner_text())
        assert found
        said = page.locator("body").inner_text()
        assert WORDS not in said
        assert not re.search(r"Traceback|RuntimeError|\.py\b", said)
        assert findings(page, JUDGED)[0] == []  # and it can be heard, read and left
        page.goto(f"{server.url}/goal?v=1")  # the rest goes on
        settled(page)
        expect(page.get_by_role("heading", level=1)).to_have_text("What would it take?")
    finally:
        server.stop()
    lines = [line for line in server.log.splitlines() if line.startswith("{")]
    logged = [json.loads(line) for line in lines]
    faults = [line for line in logged if line.get("reference") == found[1]]
    assert [line["error"] for line in faults] == ["RuntimeError"]
    assert re.search(r"pages/trust\.py:\d+ <module>$", faults[0]["where"][-1])
    assert "Ada" not in server.log
    assert "127.0.0.1" not in "\n".join(lines)
    assert "retention" not in server.log
