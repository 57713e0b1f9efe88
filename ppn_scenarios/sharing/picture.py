"""Pictures to take away: a chart as PNG or SVG, and a link as a QR code; made without a network."""

import json
from collections.abc import Mapping, Sequence
from io import BytesIO
from textwrap import wrap
from typing import Any, Final

# What draws and codes is loaded when somebody takes one away: no page needs it at first.

VEGA_LITE: Final = "6.4"
# It ends in the generic name: a font that is missing would leave a chart without any text.
FONT: Final = "Arial, Liberation Sans, sans-serif"
WIDTH: Final = 900  # pixels of a chart, before it is doubled for print
SCALE: Final = 2
LINE: Final = 118  # characters of a line under the title
INK: Final = "#0B1318"
QUIET: Final = "#3D4750"


def whole(
    spec: Mapping[str, Any], rows: Sequence[Mapping[str, Any]], title: str, about: Sequence[str]
) -> dict[str, Any]:
    """Return a chart's specification that stands alone: its numbers, title and what it rests on."""
    lines = [part for line in about for part in wrap(line, LINE)]
    chart = json.loads(json.dumps(spec))
    config = {**chart.get("config", {}), "font": FONT, "background": "white"}
    return {
        **chart,
        "width": chart.get("width", WIDTH) if isinstance(chart.get("width"), int) else WIDTH,
        "datasets": {**chart.get("datasets", {}), "d": [dict(row) for row in rows]},
        "data": {"name": "d"},
        "title": {
            "text": wrap(title, 90),
            "subtitle": lines,
            "anchor": "start",
            "color": INK,
            "subtitleColor": QUIET,
            "offset": 24,
        },
        "config": config,
        "padding": 16,
    }


def png(chart: Mapping[str, Any]) -> bytes:
    """Return a chart that stands alone as PNG, twice as fine as a screen."""
    import vl_convert

    made: bytes = vl_convert.vegalite_to_png(
        dict(chart), vl_version=VEGA_LITE, scale=SCALE, format_locale="en-GB"
    )
    return made


def svg(chart: Mapping[str, Any]) -> str:
    """Return a chart that stands alone as SVG."""
    import vl_convert

    made: str = vl_convert.vegalite_to_svg(dict(chart), vl_version=VEGA_LITE, format_locale="en-GB")
    return made


def qr_svg(address: str, title: str) -> str:
    """Return a link as a QR code for a projector: SVG with a title, dark on white.

    Raises ValueError for a link that is longer than a code can hold.
    """
    import segno

    try:
        code = segno.make(address, error="m", micro=False)
    except segno.DataOverflowError:
        raise ValueError("The link is too long for a QR code: copy it instead.") from None
    out = BytesIO()
    code.save(
        out, kind="svg", scale=8, border=4, title=title, dark=INK, light="white", xmldecl=False
    )
    return out.getvalue().decode()


def qr_png(address: str) -> bytes:
    """Return a link as a QR code in PNG, large enough for a slide."""
    import segno

    out = BytesIO()
    segno.make(address, error="m", micro=False).save(out, kind="png", scale=10, border=4, dark=INK)
    return out.getvalue()
