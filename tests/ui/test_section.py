"""Headings and words that are sent as HTML are shown as they were typed."""

from hypothesis import given
from hypothesis import strategies as st

from ppn_scenarios.ui.section import as_html


def test_what_stands_between_two_stars_is_strong() -> None:
    assert as_html("**Posts are not people.** At most 92% of posts.") == (
        "<strong>Posts are not people.</strong> At most 92% of posts."
    )


@given(st.text(alphabet="<>&\"'/ab*=script:()[]`\\", max_size=60))
def test_no_words_become_an_element(words: str) -> None:
    left = as_html(words).replace("<strong>", "").replace("</strong>", "")
    assert "<" not in left
    assert ">" not in left
