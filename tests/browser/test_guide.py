"""A stranger runs the 20-minute script of the guide by keyboard alone, and the server dies."""

import re
from collections.abc import Callable, Iterator

from playwright.sync_api import Download, Page, expect

from ppn_scenarios.ui.guide import parts

from .axe import findings
from .conftest import Server, Visit, settled, start_server
from .test_axe import JUDGED

Open = Callable[..., Visit]
(PART,) = (part for part in parts() if part.title == "The 20-minute script")
SCRIPT = PART.text
STEP = re.compile(
    r"(?P<verb>Open|[Pp]ress|[Tt]ype|Tab to)[^*`\[.]*"
    r"(?:\*\*(?P<bold>[^*]+)\*\*|`(?P<typed>[^`]+)`|\[[^\]]+\]\((?P<link>[^)]+)\))"
    r"(?: (?P<times>\d+) times)?"
)
MOST_TABS = 150
FOCUSED = """
() => {
  const e = document.activeElement
  if (["BODY", "MAIN"].includes(e.tagName)) return ""
  const label = e.labels?.[0]?.innerText ?? ""
  return [e.getAttribute("aria-label") ?? "", label, e.innerText ?? ""].join("\\n")
}
"""


def rows() -> Iterator[list[str]]:
    """The rows of the script: minutes, what to say, what to do, what the room does."""
    for line in SCRIPT.splitlines():
        cells = [cell.strip() for cell in line.strip("|").split("|")]
        if re.fullmatch(r"\d+–\d+", cells[0]):
            yield cells


def steps(done: str) -> list[dict[str, str]]:
    """What is to be done in a row, step by step."""
    return [{k: v for k, v in m.groupdict().items() if v} for m in STEP.finditer(done)]


def tab_to(page: Page, name: str) -> None:
    """Press Tab until what has the focus is called by a name."""
    for _ in range(MOST_TABS):
        page.keyboard.press("Tab")
        if name in page.evaluate(FOCUSED).split("\n"):
            return
    raise AssertionError(f"{MOST_TABS} times Tab do not lead to {name!r}")


def do(page: Page, step: dict[str, str]) -> None:
    """Do one step, by keyboard alone."""
    if "link" in step:  # a button of the part, which must be open
        for name in (PART.title, PART.ways[step["link"]]):
            tab_to(page, name)
            page.keyboard.press("Enter")
            settled(page)
    elif "typed" in step:
        page.keyboard.type(step["typed"])
        return
    elif step["verb"] == "Tab to":
        tab_to(page, step["bold"])
        return
    else:
        key = step["bold"]
        if key in ("Right", "Left"):
            key = f"Arrow{key}"
        for _ in range(int(step.get("times", 1))):
            page.keyboard.press(re.sub(r"\+(\w)$", lambda m: f"+{m[1].lower()}", key))
            settled(page)
    settled(page)


def test_the_20_minute_script_runs_by_keyboard_alone_through_a_server_that_is_killed(
    server_factory: Callable[[], Server], open_page: Open
) -> None:
    server = server_factory()
    page = open_page(f"{server.url}/guide").page
    seen = []
    again: Server | None = None
    files: list[Download] = []
    page.on("download", lambda file: files.extend([file]))
    try:
        for minutes, _, done, _ in rows():
            for step in steps(done):
                if step.get("bold") == "Alt+A":
                    again = killed_and_started_again(page, server)
                do(page, step)
            seen.append(minutes)
            check(page, minutes)
        page.wait_for_timeout(500)
        (minutes_of_it,) = files
        said = minutes_of_it.path().read_text("utf-8")
    finally:
        if again:
            again.stop()
    assert seen == [cells[0] for cells in rows()]
    assert "The room said 30,000 to 60,000: 2 figures, the middle one 45,000." in said
    assert "Count who leads in our trusts" in said


def killed_and_started_again(page: Page, server: Server) -> Server:
    """Kill the server while the room predicts, start it again, and wait until the page is back."""
    server.process.kill()
    server.process.wait()
    said = page.get_by_role("status").filter(has_text="The explorer")
    expect(said).to_be_visible(timeout=30_000)
    again = start_server(server.log_file.parent, int(server.url.rsplit(":", 1)[1]))
    expect(said).to_be_hidden(timeout=60_000)
    settled(page)
    return again


def reachable(page: Page) -> list[str]:
    """What axe finds against those who see, hear or type otherwise, and nobody has judged."""
    return findings(page, JUDGED)[0]


def check(page: Page, minutes: str) -> None:
    """Hold what the room sees at the end of a row."""
    heading = page.get_by_role("heading", level=1)
    match minutes:
        case "0–2":
            expect(heading).to_have_text(re.compile("How many full-time equivalent staff"))
            assert not re.search(r"37,9|38,0", page.content()), "the answer is nowhere"
        case "2–5":
            expect(page.get_by_text("2 figures, the middle one 45,000")).to_be_visible()
            assert reachable(page) == []
            assert not re.search(r"37,9|38,0", page.content()), "the answer is nowhere"
        case "5–8":
            expect(page.get_by_text("The room said 30,000 to 60,000")).to_contain_text("The model")
            assert reachable(page) == []
        case "8–11":
            expect(heading).to_have_text("Who leads?")
        case "11–15":
            expect(heading).to_have_text("What would our plan change?")
        case "15–19":
            expect(
                page.get_by_text("1 decision was taken, 1 of them with an owner")
            ).to_be_visible()
