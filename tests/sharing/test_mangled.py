"""Links as they come out of mail, chat and tracking programs: read as written, or named."""

from datetime import date
from html import unescape
from urllib.parse import parse_qs, quote, urlencode

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ppn_scenarios.assumptions import ASSUMPTIONS, Scenario
from ppn_scenarios.sharing import link
from ppn_scenarios.sharing.view import LABELS, View

PLACES = ("england", "QWE")
PLAN = Scenario(retention=0.05, mandate=1)
VIEW = View(place="QWE", year="2030", title="Our plan (draft).", remark="Ask: “is 5% enough?”")
OURS = urlencode(link.stamped(link.write(PLAN, VIEW), "abcd1234", date(2026, 11, 27)))


def read(query: str) -> tuple[Scenario, View, list[str]]:
    """What is read of a link, as it stands after the question mark."""
    return link.read(parse_qs(query, keep_blank_values=True), PLACES, "abcd1234")


def quoted_printable(text: str) -> str:
    """A link in a mail whose program took the codes of its letters for its own."""
    return text.replace("=", "=3D")


HARMLESS = {
    "as it was": OURS,
    "copied from the source of a page": OURS.replace("&", "&amp;"),
    "copied from the source of a source": OURS.replace("&", "&amp;amp;"),
    "encoded once more, all of it": quote(OURS, safe=""),
    "encoded once more, its values": "&".join(
        pair if pair.startswith(("title", "remark")) else pair.replace("-", "%252D")
        for pair in OURS.replace("0.05", "0%252E05").split("&")
    ),
    "encoded once more, its equals signs twice": OURS.replace("=", "%253D").replace("&", "%26"),
    "encoded twice more, all of it": quote(quote(OURS, safe=""), safe=""),
    "small codes": OURS.replace("%28", "%28".lower()).replace("%E2", "%e2"),
    "a question mark too many": f"?{OURS}",
    "between angle brackets": f"{OURS}%3E",
    "between brackets": f"{OURS})",
    "at the end of a sentence": f"{OURS}.",
    "between typographic quotes": f"{OURS}%E2%80%9D",
    "with letters of no width": OURS.replace("retention=", "%E2%80%8Bretention=%EF%BB%BF"),
    "with spaces": OURS.replace("retention=", "+retention=+").replace("mandate=1", "mandate=1+"),
    "with a place in the page": OURS.replace("0.05", "0.05%23answer"),
    "as text in the source of a web page": unescape(OURS),
    "quoted printable": quoted_printable(OURS),
}


@pytest.mark.parametrize("how", HARMLESS)
def test_what_programs_do_to_a_link_on_its_way_changes_nothing_and_is_not_blamed(how: str) -> None:
    assert read(HARMLESS[how]) == (PLAN, VIEW, [])


@pytest.mark.parametrize(
    "added",
    [
        *("utm_source", "utm_medium", "fbclid", "gclid", "msclkid", "dclid", "gbraid", "wbraid"),
        *("mc_cid", "_hsenc", "_hsmi", "__hstc", "hsCtaTracking", "mkt_tok", "igshid", "igsh"),
        *("twclid", "ttclid", "yclid", "li_fat_id", "_ga", "_gl", "srsltid", "mibextid", "ref"),
        *("ref_src", "si", "trk", "elqTrackId", "sfmc_id", "vero_id", "pk_campaign", "WT.mc_id"),
        *("mtm_source", "at_medium", "oly_enc_id", "wickedid", "s_kwcid", "spm", "web", "ocid"),
    ],
)
def test_what_trackers_add_is_passed_over_without_blame(added: str) -> None:
    assert read(f"{OURS}&{added}=AbC-123") == (PLAN, VIEW, [])


@pytest.mark.parametrize(
    ("query", "said"),
    [
        ("v=1&retention=0.0…", "cut short at “retention=0.0…”, which was left out. Ask for all"),
        ("v=1&retention=0.05&mand...", "cut short at “mand...”"),
        ("v=1&retention=0,05", "is not a number. A number has a point and no comma."),
        ("v=1&retention=5%25", "“5%” is not a number"),
        ("v=1&retention=0.", "“0.” is not a number"),
        ("v=1&retention=0.05&amp;retention=0.06", "the link gives it 2 times"),
        ("v=1&?retention=0.05&retention=0.06", "the link gives it 2 times"),
        ("v=1&Retention=0.05", "“Retention” is not a setting"),
        ("v=1&retentoin=0.05", "“retentoin” is not a setting"),
        ("v=1&retention=0.05&si", "“si” is not a setting"),  # a tracker has a value
        ("url=https%3A%2F%2Fhere.example%2F%3Fretention%3D0.05", "“url” is not a setting"),
        # What parts settings was encoded, so that they are in the version.
        (
            "v=1%26retention%3D0.05",
            "Version of the model: “1 retention=0.05” can be none. Settings",
        ),
        ("v=1;retention=0.05&mandate=1", "lost in it. Ask for the link again."),
        ("mandate=1&d=abcd1234%26retention%3D0.05", "Version of the data: “abcd1234 retention"),
        # All of it encoded once more, and a part of it cut or left empty.
        ("v%3D1%26mandate%3D1%26retention%3D", "“” is not a number"),
        ("v%3D1%26mandate%3D1%26reten", "“reten” is not a setting"),
    ],
)
def test_what_cannot_be_undone_is_named(query: str, said: str) -> None:
    _, _, notes = read(query)
    assert any(said in note for note in notes), notes


def test_no_name_in_a_link_is_read_as_a_letter_where_the_link_stands_in_the_source_of_a_web_page():
    whole = "&".join(f"{name}=1" for name in (*ASSUMPTIONS, *LABELS, *link.STAMPS))
    assert unescape(whole) == whole


@pytest.mark.parametrize(
    "before",
    ["v=1&retention=0.05", "v=1&retention=0.05&title=Our+plan", "v=1&retention=0.05&note="],
)
def test_the_note_of_an_old_link_that_was_read_as_a_letter_there_is_still_the_note(before: str):
    parted = before.removesuffix("&note=")
    _, view, notes = read(unescape(f"{parted}&note=Ask+the+board"))
    assert (view.remark, notes) == ("Ask the board", [])
    assert view.title == ("Our plan" if "title" in before else "")


def test_a_setting_under_its_old_and_its_new_name_is_given_twice() -> None:
    _, view, (said,) = read("v=1&note=one&remark=another")
    assert view == View()
    assert "Note of the link: the link gives it 2 times" in said


def test_wherever_a_link_is_cut_short_its_reader_is_told() -> None:
    for length in range(OURS.index("&d=") + 3, len(OURS)):
        _, _, notes = read(OURS[:length])
        assert notes, OURS[:length]


def test_a_title_that_begins_as_some_mail_writes_an_equals_sign_is_left_as_it_is() -> None:
    _, view, notes = read("v=1&retention=0.05&title=3D+maps")
    assert (view.title, notes) == ("3D maps", [])
    assert read("v=3D1&retention=3D0.05&title=3D3D+maps")[1].title == "3D maps"


def test_of_a_title_whose_equals_sign_was_encoded_no_letter_is_read_twice() -> None:
    for title in ("1+1=2 & more", "100%25", "a b+c"):
        _, view, notes = read(f"v=1&retention=0.05&title%3D{quote(title.replace('&', 'and'))}")
        assert (view.title, notes) == (title.replace("&", "and"), [])


@given(st.lists(st.sampled_from(list("<>()[]{}«»“”‘’\"'`,;!?.# \u200b%3D&amp;0.5")), max_size=12))
def test_a_sharers_own_words_are_never_tidied_but_shown_or_named(letters: list[str]) -> None:
    text = "".join(letters)
    _, view, notes = link.read({"v": ["1"], "note": [text]}, PLACES)
    assert view.remark == text or (view.remark == "" and len(notes) == 1)
