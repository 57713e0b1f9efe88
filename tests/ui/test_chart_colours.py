"""No chart needs an eye for colour: each mark stands out, and none is told by its hue alone."""

import json
from functools import cache
from itertools import combinations

import pyarrow as pa
import pytest

from ppn_scenarios.sharing.picture import svg, whole

from .drawn import WHITE, Colour, Mark, apart, colour, contrast, marks
from .reader import HOME, PAGES, arrive, opened

TEXT, GRAPHIC = 4.5, 3.0  # least contrast by WCAG 2.2: 1.4.3 and 1.4.11
FAR = 20.0  # CIE 1976: two colours that whoever sees the least difference tells apart at a glance
TICK = 4  # pixels
NEAR, ROW = 12, 22  # pixels: beside a bar; above or below it in its own row


@cache
def charts() -> dict[str, str]:
    """Every chart of every page as it is drawn, by the page and the chart's name."""
    found = {}
    for page in PAGES:
        plan = {"retention": 0.05, "mandate": 1}
        seen = opened("joining", **plan) if page == HOME else arrive(page, **plan)
        for chart in seen.get("vega_lite_chart"):
            sent = chart.proto.datasets[0].data.data if chart.proto.datasets else b""
            rows = pa.ipc.open_stream(sent or chart.proto.data.data).read_all().to_pylist()
            found[f"{page}: {chart.proto.alt}"] = svg(
                whole(json.loads(chart.proto.spec), rows, "", [])
            )
    assert len(found) > 20
    return found


def inside(one: Mark, box: tuple[float, float, float, float]) -> bool:
    left, top, right, bottom = box
    return left - 1 <= one.at[0] <= right + 1 and top - 1 <= one.at[1] <= bottom + 1


def behind(text: Mark, drawn: list[Mark]) -> Colour:
    """What a text is read against: its own white edge, the bar it stands on, or the page."""
    if any(o.kind == "text" and o.stroke == WHITE and o.text == text.text for o in drawn):
        return WHITE
    bars = [m.fill for m in drawn if m.kind == "rect" and m.box and m.fill and inside(text, m.box)]
    return bars[-1] if bars else WHITE


def test_a_text_can_be_read_and_a_mark_seen():
    wrong = set()
    for name, drawing in charts().items():
        drawn = marks(drawing)
        texts = [m for m in drawn if m.kind == "text" and m.text and m.stroke is None]
        assert texts, f"{name} has no words in it"
        for text in texts:
            if text.fill and contrast(text.fill, behind(text, drawn)) < TEXT:
                wrong.add(f"{name}: “{text.text}”")
        for mark in drawn:
            seen = [c for c in (mark.fill, mark.stroke) if c]
            told = mark.box and any(inside(text, mark.box) for text in texts)  # it holds its words
            if mark.kind == "text" or not seen or told:
                continue
            if max(contrast(c, WHITE) for c in seen) < GRAPHIC:
                wrong.add(f"{name}: a {mark.kind} of {mark.fill}, {mark.stroke}")
    assert not wrong, "\n".join(sorted(wrong))


def looks(drawn: list[Mark], kind: str) -> dict[tuple[Colour, str], list[Mark]]:
    """The marks of a kind by what they look like: colour and dash."""
    found: dict[tuple[Colour, str], list[Mark]] = {}
    for mark in drawn:
        shown = mark.stroke if kind == "line" else mark.fill
        if mark.kind == kind and shown:
            found.setdefault((shown, mark.dash), []).append(mark)
    return found


def test_lines_that_look_alike_to_somebody_have_their_names_beside_them():
    wrong, close = [], 0
    for name, drawing in charts().items():
        drawn = marks(drawing)
        lines = looks(drawn, "line")
        named = {m.fill for m in drawn if m.kind == "text"}
        for (one, dash), (other, other_dash) in combinations(lines, 2):
            if dash != other_dash or one == other or apart(one, other) >= FAR:
                continue
            close += 1
            # A name stands where its line ends, in the line's own colour.
            if not {one, other} <= named:
                wrong.append(f"{name}: {one} and {other}")
    assert close, "no two lines are close to anybody: this test would see nothing"
    assert not wrong, "\n".join(wrong)


def test_bars_that_look_alike_to_somebody_have_words_of_their_own():
    wrong, close = [], 0
    for name, drawing in charts().items():
        drawn = marks(drawing)
        bars = looks(drawn, "rect")
        for one, other in combinations(bars, 2):
            if one[0] == other[0] or apart(one[0], other[0]) >= FAR:
                continue
            close += 1
            for bar in (*bars[one], *bars[other]):
                if not is_tick(bar) and not has_words(bar, drawn, drawing):
                    wrong.append(f"{name}: a bar of {bar.fill} at {bar.at}")
    assert close
    assert not wrong, "\n".join(wrong)


def is_tick(mark: Mark) -> bool:
    """Tell whether a mark is a thin line across: told by its form, whatever its colour."""
    return bool(mark.box and mark.box[2] - mark.box[0] <= TICK)


def has_words(bar: Mark, drawn: list[Mark], drawing: str) -> bool:
    """Tell whether words stand in a bar, beside it or, where it is alone there, in its row.

    Parts of a row too short for words of their own are named in their order, in the key.
    """
    assert bar.box
    left, top, right, bottom = bar.box
    texts = [m for m in drawn if m.kind == "text" and m.text]
    row = [t for t in texts if top - ROW <= t.at[1] <= bottom + ROW]
    near = [t for t in row if left - NEAR <= t.at[0] <= right + NEAR]
    others = [m for m in drawn if m.kind == "rect" and not is_tick(m) and m.fill != bar.fill]
    alone = not any(m.box and m.box[1] < bottom and m.box[3] > top for m in others)
    return bool(near or (alone and row) or "From left to right" in drawing)


@pytest.mark.parametrize(
    ("one", "other", "ratio"),
    [("#000000", "#ffffff", 21.0), ("#767676", "#ffffff", 4.54), ("#12436D", "#ffffff", 10.24)],
)
def test_contrast_is_that_of_wcag(one: str, other: str, ratio: float):
    a, b = colour(one), colour(other)
    assert a and b
    assert contrast(a, b) == pytest.approx(ratio, abs=0.02)
    assert contrast(b, a) == contrast(a, b)


def test_red_and_green_of_one_lightness_are_close_to_some_and_black_and_white_to_nobody():
    red, green = colour("#C8553D"), colour("#6B8E23")
    black, white = colour("#000000"), colour("#ffffff")
    assert red and green and black and white
    assert apart(red, green) < FAR < apart(black, white) == pytest.approx(100, abs=0.1)
