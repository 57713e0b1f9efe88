"""What a chart is drawn with: each mark and each text of its SVG, with colour, dash and place."""

import re
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

NUMBER = re.compile(r"-?\d+(?:\.\d+)?(?:e-?\d+)?")
MOVE = re.compile(r"translate\(([^,)]+),([^)]+)\)")
RECTANGLE = re.compile(r"^M([-\d.e]+),([-\d.e]+)h([-\d.e]+)v([-\d.e]+)h[-\d.e]+Z$")
# What some people see of red, green and blue (linear), with one kind of cone missing: Viénot,
# Brettel and Mollon 1999 for the first two, and for the third Brettel's half-plane by its mean.
SEEN = {
    "without red": [[0.11238, 0.88762, 0.0], [0.11238, 0.88762, 0.0], [0.00401, -0.00401, 1.0]],
    "without green": [[0.29275, 0.70725, 0.0], [0.29275, 0.70725, 0.0], [-0.02234, 0.02234, 1.0]],
    "without blue": [[1.0, 0.1273, -0.1273], [0.0, 0.87391, 0.12609], [0.0, 0.87391, 0.12609]],
    "in grey": [[0.2126, 0.7152, 0.0722]] * 3,
}
TO_XYZ = np.array([[0.4124, 0.3576, 0.1805], [0.2126, 0.7152, 0.0722], [0.0193, 0.1192, 0.9505]])
Colour = tuple[float, float, float]  # red, green and blue from 0 to 1
WHITE: Colour = (1.0, 1.0, 1.0)


@dataclass(frozen=True)
class Mark:
    """One thing that is drawn; `box` is left, top, right, bottom, where it is a rectangle."""

    kind: str  # line, rect, symbol, text ...
    fill: Colour | None
    stroke: Colour | None
    dash: str
    text: str
    at: tuple[float, float]
    box: tuple[float, float, float, float] | None
    wide: float  # of its stroke


def colour(written: str | None, opacity: float = 1.0) -> Colour | None:
    """Read a colour as it is seen on white; None for none."""
    if not written or written in ("none", "transparent"):
        return None
    named = {"white": "#ffffff", "black": "#000000", "gray": "#808080"}
    text = named.get(written, written)
    if text.startswith("rgb"):
        red, green, blue, *_ = (float(n) / 255 for n in NUMBER.findall(text))
    else:
        long = text[1:] if len(text) == 7 else "".join(2 * c for c in text[1:])
        red, green, blue = (int(long[i : i + 2], 16) / 255 for i in (0, 2, 4))
    return tuple(1 - opacity * (1 - part) for part in (red, green, blue))  # type: ignore[return-value]


def linear(seen: Colour) -> np.ndarray:
    """Take off the gamma of a screen."""
    part = np.array(seen)
    return np.where(part <= 0.04045, part / 12.92, ((part + 0.055) / 1.055) ** 2.4)


def contrast(one: Colour, other: Colour) -> float:
    """The contrast of two colours, as WCAG 2.2 defines it."""
    lights = sorted(float(linear(c) @ np.array([0.2126, 0.7152, 0.0722])) for c in (one, other))
    return (lights[1] + 0.05) / (lights[0] + 0.05)


def lab(light: np.ndarray) -> np.ndarray:
    """CIE L*a*b* of linear light, for a white of D65."""
    xyz = (TO_XYZ @ np.clip(light, 0, 1)) / np.array([0.9505, 1.0, 1.089])
    f = np.where(xyz > 0.008856, np.cbrt(xyz), 7.787 * xyz + 16 / 116)
    return np.array([116 * f[1] - 16, 500 * (f[0] - f[1]), 200 * (f[1] - f[2])])


def apart(one: Colour, other: Colour) -> float:
    """How far two colours are apart (CIE 1976) for whoever sees the least difference."""
    return min(
        float(np.linalg.norm(lab(np.array(m) @ linear(one)) - lab(np.array(m) @ linear(other))))
        for m in SEEN.values()
    )


def marks(svg: str) -> list[Mark]:
    """Return everything that is drawn for its meaning: not axes, grid lines and background."""
    return list(walk(ET.fromstring(re.sub(r' xmlns="[^"]+"', "", svg)), "", 0.0, 0.0))


def walk(node: ET.Element, kind: str, x: float, y: float) -> Iterator[Mark]:
    """Go down a drawing, adding up where things stand."""
    if move := MOVE.search(node.get("transform", "")):
        x, y = x + float(move[1]), y + float(move[2])
    classes = node.get("class", "")
    if re.search(r"role-(axis-grid|axis-tick|axis-domain|title|legend)", classes):
        return
    if found := re.match(r"mark-(\w+)", classes):
        kind = found[1]
    drawn = node.tag in ("path", "line", "text") and classes != "background" and kind != "group"
    if drawn and classes != "foreground":
        opacity = float(node.get("opacity", 1))
        fill = colour(node.get("fill"), opacity * float(node.get("fill-opacity", 1)))
        stroke = colour(node.get("stroke"), opacity * float(node.get("stroke-opacity", 1)))
        box = None
        if whole := RECTANGLE.match(node.get("d", "")):
            left, top, width, height = (float(n) for n in whole.groups())
            box = (x + left, y + top, x + left + width, y + top + height)
        elif kind == "rect":  # with round corners: all its points are absolute
            points = [float(n) for n in NUMBER.findall(node.get("d", ""))]
            across, down = points[0::2], points[1::2]
            box = (x + min(across), y + min(down), x + max(across), y + max(down))
        said = " ".join("".join(node.itertext()).split())
        wide = float(node.get("stroke-width", 1)) if stroke else 0.0
        dash = node.get("stroke-dasharray", "")
        yield Mark(kind, fill, stroke, dash, said, (x, y), box, wide)
        return
    for child in node:
        yield from walk(child, kind, x, y)
