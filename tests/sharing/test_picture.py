"""Pictures to take away: they hold the chart's words, what it rests on, and are what they say."""

import json
import re
import struct

import altair as alt
import pytest

from ppn_scenarios.sharing import picture

ROWS = [
    {"year": 2023, "fte": 27_800.0, "who": "Staff"},
    {"year": 2037, "fte": 37_906.0, "who": "Staff"},
]
SPEC = (
    alt.Chart(alt.NamedData("d"))
    .mark_line()
    .encode(
        x=alt.X("year:Q", axis=alt.Axis(format="d"), scale=alt.Scale(zero=False)),
        y=alt.Y("fte:Q", title="Full-time equivalent staff", axis=alt.Axis(format=",.0f")),
    )
    .to_dict()
)
ABOUT = [
    "Rests on placeholders. Model 1, data abcd1234.",
    "https://example.org/?v=1&retention=0.05",
]


def chart() -> dict[str, object]:
    """A small chart that stands alone."""
    return picture.whole(SPEC, ROWS, "Staff reach 37,906 FTE", ABOUT)


def test_a_picture_holds_its_title_its_axis_and_what_it_rests_on() -> None:
    said = re.sub(r"<[^>]+>", " ", picture.svg(chart()))
    for words in ("Staff reach 37,906 FTE", "Full-time equivalent staff", "Rests on placeholders"):
        assert words in said
    assert "30,000" in said, "the axis has no numbers"


def test_a_png_is_twice_as_fine_as_a_screen() -> None:
    made = picture.png(chart())
    assert made[:8] == b"\x89PNG\r\n\x1a\n"
    width, _ = struct.unpack(">II", made[16:24])
    assert width >= 2 * picture.WIDTH


def test_making_a_picture_does_not_change_the_chart_that_all_share() -> None:
    before = json.dumps(SPEC, sort_keys=True)
    picture.svg(chart())
    assert json.dumps(SPEC, sort_keys=True) == before


def test_text_in_a_picture_is_text_and_no_markup() -> None:
    made = picture.svg(picture.whole(SPEC, ROWS, "<script>alert(1)</script>", ABOUT))
    assert "<script" not in made
    assert "&lt;script&gt;" in made


def test_a_qr_code_has_a_title_and_a_link_that_is_too_long_is_refused() -> None:
    code = picture.qr_svg("https://example.org/?v=1", "Link to <this> plan")
    assert "<title>Link to &lt;this&gt; plan</title>" in code
    assert picture.qr_png("https://example.org/?v=1")[:4] == b"\x89PNG"
    with pytest.raises(ValueError, match="too long for a QR code"):
        picture.qr_svg("https://example.org/?" + "a" * 5_000, "Link")
