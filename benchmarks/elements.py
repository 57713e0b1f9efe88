"""An app of as many elements as a page has, of the same kinds, and with nothing behind them.

It is what Streamlit itself takes for such a page: the least that a change of it can cost.
"""

from collections import Counter
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import Final

from .served import Running, empty

# How each kind of message is drawn anew; whatever else a page has is drawn as a text.
DRAWN: Final[Mapping[str, str]] = {
    "alert": "st.info(WORDS)",
    "bidi_component": "PART(data={'said': WORDS}, key=key)",
    "button": "st.button('Press', key=key)",
    "button_group": "st.segmented_control('Show', ['Chart', 'Table'], key=key)",
    "checkbox": "st.toggle('Switch', key=key)",
    "column": "st.container(key=key)",
    "empty": "st.empty()",
    "expandable": "st.expander('More', key=key)",
    "flex_container": "st.container(key=key)",
    "heading": "st.header('A heading', anchor=False)",
    "html": "st.html('<p>' + WORDS + '</p>')",
    "markdown": "st.markdown(WORDS)",
    "page_link": "st.page_link('app.py', label='Here')",
    "popover": "st.popover('Download', key=key)",
    "selectbox": "st.selectbox('Place', PLACES, key=key)",
    "slider": "st.slider('Lever', 0.0, 1.0, key=key)",
    "vega_lite_chart": "st.vega_lite_chart(CHART, key=key)",
}
TEXT: Final = "st.markdown(WORDS)"
APP: Final = """
import streamlit as st

WORDS = "Some words of about the length that a sentence has."
PLACES = [f"Place {i}" for i in range(50)]
CHART = {
    "mark": "line",
    "data": {"values": [{"x": i, "y": i * i} for i in range(15)]},
    "encoding": {"x": {"field": "x"}, "y": {"field": "y"}},
}
PART = st.components.v2.component("part", html="<span></span>", js="export default () => {}")
st.slider("Lever", 0, 1000, key="lever_empty")
# The rest is written by `app_of`.
"""


def app_of(kinds: Counter[str]) -> str:
    """Return the text of an app that draws so many elements of each kind."""
    lines = [
        f"for i in range({count}):\n    key = f'{kind} {{i}}'\n    {DRAWN.get(kind, TEXT)}"
        for kind, count in sorted(kinds.items())
    ]
    return "\n".join([APP, *lines, ""])


@contextmanager
def of_kinds(kinds: Counter[str]) -> Iterator[Running]:
    """Serve such an app as `empty` serves an empty one."""
    with empty(app=app_of(kinds)) as running:
        yield running
