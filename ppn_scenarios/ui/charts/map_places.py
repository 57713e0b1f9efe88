"""Where each ICS stands on a map: its tile with its label, its outline and a point inside it."""

from collections.abc import Mapping
from functools import cache
from itertools import pairwise
from textwrap import wrap
from types import MappingProxyType
from typing import Any, Final

from ppn_scenarios.tables import queries

TILE: Final = 0.95  # of a step from tile to tile
LINE: Final = 9  # characters in a line of a tile
LEADING: Final = 0.2  # of a tile: from one line of its name to the next


def outlines() -> dict[str, Any]:
    """Return the boundaries of the ICSs as GeoJSON, wound as maps in a browser want them."""
    found: dict[str, list[list[list[list[float]]]]] = {}
    for row in queries.boundaries().to_dict("records"):
        points = [[float(v) for v in point.split()] for point in row["outline"].split(", ")]
        found.setdefault(str(row["ics_code"]), []).append([points])
    return {
        "type": "FeatureCollection",
        "features": [
            {
                "type": "Feature",
                "id": code,
                "geometry": {"type": "MultiPolygon", "coordinates": parts},
            }
            for code, parts in found.items()
        ],
    }


@cache
def positions() -> Mapping[str, Mapping[str, object]]:
    """Return where each ICS stands on both maps, and its label, by code."""
    largest = queries.boundaries().query("part == 1").set_index("ics_code")["outline"]
    found = {}
    for row in queries.systems().to_dict("records"):
        column, line = float(row["tile_column"]), float(row["tile_row"])
        longitude, latitude = inside(largest[row["ics_code"]])
        lines = wrap(row["tile_label"], LINE)
        found[str(row["ics_code"])] = {
            "label": "\n".join(lines),
            "label_y": line + TILE / 2 - (len(lines) - 1) * LEADING / 2,
            "x": column,
            "x2": column + TILE,
            "y": line,
            "y2": line + TILE,
            "longitude": longitude,
            "latitude": latitude,
        }
    return MappingProxyType({code: MappingProxyType(at) for code, at in found.items()})


def inside(outline: str) -> tuple[float, float]:
    """Return the centre of gravity of an outline."""
    points = [tuple(float(v) for v in point.split()) for point in outline.split(", ")]
    area = x = y = 0.0
    for (x1, y1), (x2, y2) in pairwise(points):
        cross = x1 * y2 - x2 * y1
        area, x, y = area + cross, x + (x1 + x2) * cross, y + (y1 + y2) * cross
    return x / (3 * area), y / (3 * area)
