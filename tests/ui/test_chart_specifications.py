"""Every chart is what Vega-Lite can draw, and says once what all its layers share."""

import importlib
import pkgutil
from collections.abc import Iterator
from typing import Any

import altair as alt
import pytest
from jsonschema import ValidationError  # type: ignore[import-untyped]

from ppn_scenarios.ui import charts
from ppn_scenarios.ui.charts.theme import DATA, INK, NESTS, say_once


def specifications() -> Iterator[tuple[str, dict[str, Any]]]:
    """Every specification that is built for the life of the server, by its module and name."""
    for found in pkgutil.iter_modules(charts.__path__):
        module = importlib.import_module(f"{charts.__name__}.{found.name}")
        for name, spec in getattr(module, "specifications", dict)().items():
            yield f"{found.name}: {name}", spec


def with_data(spec: dict[str, Any]) -> dict[str, Any]:
    """A specification with its data, as a page sends them."""
    return {**spec, "data": {"name": DATA}}


def test_every_chart_is_one_that_vega_lite_can_draw() -> None:
    found = dict(specifications())
    assert len(found) > 25
    for spec in found.values():
        alt.Root.validate(with_data(spec))
    spoilt = with_data(found["lines: staff"])
    with pytest.raises(ValidationError):
        alt.Root.validate({**spoilt, "layer": [{"mark": "arae"}]})


def test_every_chart_has_the_look_of_all() -> None:
    for name, spec in specifications():
        assert spec["config"]["axis"]["labelColor"] == INK, name
        assert spec["config"]["view"]["stroke"] is None, name


def layered(part: Any) -> Iterator[dict[str, Any]]:
    """Every part of a specification that has layers."""
    if isinstance(part, list):
        for one in part:
            yield from layered(one)
    elif isinstance(part, dict):
        if "layer" in part:
            yield part
        for name in NESTS:
            yield from layered(part.get(name))


def test_what_all_layers_are_drawn_by_is_said_once() -> None:
    for name, spec in specifications():
        for part in layered(spec):
            each = [layer.get("encoding", {}) for layer in part["layer"]]
            alike = [c for c in each[0] if all(o.get(c) == each[0][c] for o in each)]
            assert len(each) == 1 or not alike, (name, alike)


def test_what_one_layer_draws_in_another_way_stays_with_the_layers() -> None:
    x, up, down = {"field": "year"}, {"field": "high"}, {"field": "low"}
    spec = {
        "layer": [
            {"mark": "line", "encoding": {"x": x, "y": up}},
            {"layer": [{"encoding": {"x": x, "y": up}}, {"encoding": {"x": x, "y": down}}]},
            {"mark": "text", "encoding": {"x": x, "y": down, "text": up}},
        ]
    }
    say_once(spec)
    assert spec == {
        "encoding": {"x": x},
        "layer": [
            {"mark": "line", "encoding": {"y": up}},
            {"layer": [{"encoding": {"y": up}}, {"encoding": {"y": down}}], "encoding": {}},
            {"mark": "text", "encoding": {"y": down, "text": up}},
        ],
    }
