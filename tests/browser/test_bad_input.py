"""Files and texts of strangers in a real browser: refused in words, shown as text, never run."""

from collections.abc import Callable
from urllib.parse import quote

from playwright.sync_api import Page, expect

from tests.browser.conftest import Server, Visit, finding, lever, settled

MARKUP = "<img src=x onerror=window.ran=1>**a**"


def choose(page: Page, name: str, content: bytes) -> None:
    """Choose a file in the field on the page of the record."""
    page.get_by_test_id("stFileUploaderDropzoneInput").set_input_files(
        {"name": name, "mimeType": "application/json", "buffer": content}
    )
    settled(page)


def test_a_strangers_title_and_note_are_shown_as_text_and_do_not_run(
    server: Server, open_page: Callable[..., Visit]
):
    words = f"title={quote(MARKUP)}&note={quote('خطة 🧭 ' + MARKUP)}"
    page = open_page(f"{server.url}/?v=1&retention=0.05&{words}").page
    said = page.get_by_role("note", name="From whoever shared this link")
    expect(said).to_contain_text(MARKUP)
    assert said.locator("img").count() == 0
    assert page.evaluate("window.ran") is None
    assert finding(page)


def test_a_file_that_is_no_scenario_or_too_large_is_refused_and_the_scenario_stays(
    server: Server, open_page: Callable[..., Visit]
):
    page = open_page(f"{server.url}/record?v=1&retention=0.05").page
    page.get_by_text("Take in a scenario file").click()
    settled(page)
    choose(page, "plan.json", b"\x89PNG\r\n\x1a\n" + bytes(range(256)))
    refusal = page.get_by_test_id("stAlert").filter(has_text="Nothing was taken in")
    expect(refusal).to_contain_text("not text")
    choose(page, "large.json", b" " * 1_200_000)
    expect(page.get_by_test_id("stFileUploader")).to_contain_text("must be 1.0MB or smaller")
    expect(lever(page, "retention")).to_have_value("0.05")
