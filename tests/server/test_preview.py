"""What a link says of itself before it is opened: true, whole, short, and never markup."""

import re
from html import unescape
from html.parser import HTMLParser
from importlib.util import find_spec
from pathlib import Path
from urllib.parse import quote, urlencode

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from starlette.applications import Starlette

from ppn_scenarios.assumptions import PRESETS, Scenario
from ppn_scenarios.server.page import Preview, Template
from ppn_scenarios.server.preview import MOST, STATUS, preview
from ppn_scenarios.server.routes import routes
from ppn_scenarios.sharing.link import write
from ppn_scenarios.sharing.view import View
from ppn_scenarios.ui.home import finding
from ppn_scenarios.wording.places import Place, places
from tests.server.asking import ask

found = find_spec("streamlit")
assert found and found.origin
STATIC = Path(found.origin).parent / "static"
STREAMLITS = (STATIC / "index.html").read_text("utf-8")
TEMPLATE = Template(STREAMLITS, indexed=False)
QUESTIONS = {"/": "Are we on track?", "/goal": "What would it take?"}
APP = Starlette(routes=routes(QUESTIONS, TEMPLATE, finding, lambda: {"status": "ready"}, False))


class Head(HTMLParser):
    """The title, the names and contents of meta elements, and every other element by its name."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.title, self.elements = "", list[str]()
        self.named: dict[str, str] = {}
        self.feed(page)

    def handle_starttag(self, tag, attrs):
        self.elements.append(tag)
        given = dict(attrs)
        if tag == "meta" and "content" in given:
            name = given.get("name") or given.get("property") or ""
            self.named[name] = given["content"] or ""

    def handle_data(self, data):
        if self.elements[-1:] == ["title"] and not self.title:
            self.title = data


STOCK = Head(TEMPLATE.filled(Preview("", ""))).elements


@pytest.mark.parametrize("place", ["england", "Y58", "QJK"])
@pytest.mark.parametrize("preset", ["as_things_stand", "train_more"])
def test_a_link_says_what_the_home_page_says_of_its_scenario_and_place(
    place: str, preset: str
) -> None:
    scenario = PRESETS[preset].scenario
    head = Head(ask(APP, "/", urlencode(write(scenario, View(place=place)))).text)
    said = finding(scenario, places()[place]).replace("**", "")
    said = said.replace(": *How likely is that?* says how often it holds.", ".")  # on the page only
    told = head.named["description"].removesuffix(f" {STATUS}")
    assert said.startswith(told)
    assert len(told) > 150
    assert places()[place].said in told
    assert head.named["og:description"] == head.named["description"]
    assert head.title == head.named["og:title"] == "Are we on track? · PPN Scenarios"
    assert head.named["robots"] == "noindex"


def test_a_hypothesis_on_leadership_moves_nothing_in_a_preview() -> None:
    supposed = Scenario(mandate=1, retention=0.05, effects_on=1, eps_ret=0.05)
    plain = Scenario(mandate=1, retention=0.05)
    told = [
        preview("Question", urlencode(write(one)), finding).description for one in (supposed, plain)
    ]
    assert told[0] == told[1]


def test_a_link_that_asks_first_gives_no_answer_away() -> None:
    head = Head(ask(APP, "/", "v=1&retention=0.05&predict=fte").text)
    assert head.named["description"] == (
        f"This link asks what you expect before it shows an answer. {STATUS}"
    )
    assert not re.search(r"\d\d,\d|\d%", head.named["og:description"])


def test_a_sharers_title_stands_first_and_is_text() -> None:
    words = quote("<b>Plan</b> \"A\" & 'B'")
    page = ask(APP, "/goal", f"v=1&retention=0.05&title={words}").text
    assert Head(page).title.startswith("<b>Plan</b> \"A\" & 'B' · What would it take?")
    assert "<b>Plan" not in page


def test_a_link_that_cannot_all_be_used_says_so() -> None:
    said = Head(ask(APP, "/", "v=1&retention=9").text).named["description"]
    assert "Some of this link could not be used." in said
    assert said.endswith(STATUS)


HOSTILE = st.one_of(
    st.text(max_size=300),
    st.dictionaries(
        st.sampled_from(["retention", "place", "title", "note", "v", "on", "goal", "x", ""]),
        st.one_of(st.text(max_size=80), st.floats().map(str)),
    ).map(urlencode),
)


@given(HOSTILE)
@example("title=" + "%3Cscript%3E" * 9)
@example("title=%22%3E%3Cimg+src%3Dx+onerror%3Dalert(1)%3E")
@example("retention=" + "9" * 20_000)
@example("&".join(f"a{i}=1" for i in range(5_000)))
@example("place=%ff%fe&title=%00%01\u202e")
@example("\ud800=1")
def test_no_link_breaks_a_page_or_puts_an_element_into_it(query: str) -> None:
    answer = ask(APP, "/", query)
    assert answer.status == 200
    head = Head(answer.text)
    assert head.elements == STOCK
    assert len(unescape(head.named["description"])) <= MOST
    assert len(head.title) < 200


def test_a_page_names_no_other_host() -> None:
    page = ask(APP, "/", "v=1").text
    assert not re.search(r"(?:https?:)?//\w", page)


def test_a_preview_that_fails_costs_nobody_the_page() -> None:
    def broken(scenario: Scenario, place: Place) -> str:
        raise KeyError("a fault of ours")

    open_to_all = Template(STREAMLITS, indexed=True)
    ready = {"status": "ready"}
    app = Starlette(routes=routes(QUESTIONS, open_to_all, broken, lambda: ready, True))
    answer = ask(app, "/", "v=1&retention=0.04")
    assert answer.status == 200
    assert Head(answer.text).title == "Are we on track? · PPN Scenarios"
    assert "robots" not in Head(answer.text).named


def test_another_streamlit_with_another_page_is_noticed_at_the_start() -> None:
    with pytest.raises(ValueError, match=r"index\.html"):
        Template("<html><head></head></html>", indexed=True)


@pytest.mark.parametrize(("status", "code"), [("ready", 200), ("the data did not pass", 503)])
def test_health_is_ready_only_while_readers_are_served(status: str, code: int) -> None:
    app = Starlette(routes=routes(QUESTIONS, TEMPLATE, finding, lambda: {"status": status}, False))
    assert ask(app, "/health").status == code


def test_pages_answer_below_the_path_that_a_proxy_gives_them() -> None:
    app = Starlette(
        routes=routes(QUESTIONS, TEMPLATE, finding, lambda: {"status": "ready"}, False, "explorer/")
    )
    for path in ("/explorer", "/explorer/", "/explorer/goal"):
        assert Head(ask(app, path).text).named["og:site_name"] == "PPN Scenarios"


@pytest.mark.parametrize(("indexed", "rule"), [(True, "Allow: /"), (False, "Disallow: /")])
def test_robots_are_told_what_the_setting_says(indexed: bool, rule: str) -> None:
    app = Starlette(
        routes=routes(QUESTIONS, TEMPLATE, finding, lambda: {"status": "ready"}, indexed)
    )
    assert rule in ask(app, "/robots.txt").text.splitlines()


def test_a_font_that_the_theme_does_not_use_is_not_fetched_for_the_moment_before_the_theme() -> (
    None
):
    page = TEMPLATE.filled(Preview("", ""))
    assert 'as="font"' in STREAMLITS, "another Streamlit: is there still anything to take out?"
    assert 'as="font"' not in page
    head, _, _ = page.partition("</head>")
    face = re.search(r'@font-face\{font-family:"Source Sans";([^}]*)\}', head)
    assert face and "url(" not in face[1], "of the reader's own fonts"
    assert face.start() > head.rindex('rel="stylesheet"'), "the last rule for a font holds"
    sheet = next((STATIC / "static/css").glob("index*.css")).read_text("utf-8")
    streamlits = re.search(r"@font-face\{font-family:Source Sans;([^}]*)src:", sheet)
    assert streamlits and streamlits[1] in face[1], "only for the same weights and style"
