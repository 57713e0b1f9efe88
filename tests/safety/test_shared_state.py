"""What readers share: every cache has a limit, and nothing that one holds can be changed."""

import gc
import importlib
import pkgutil
from collections.abc import Iterator, Mapping, Sequence
from copy import copy
from dataclasses import dataclass, fields, is_dataclass, replace
from datetime import date
from enum import Enum
from threading import BoundedSemaphore
from types import MappingProxyType, ModuleType
from typing import Any

import duckdb
import numpy as np
import pyarrow as pa
import pytest
from jinja2 import Template

import ppn_scenarios
from ppn_scenarios.sharing.offline.page import template
from ppn_scenarios.ui.shared import shared
from tests.ui.reader import PAGES, arrive, assert_sound

MODULES = [
    importlib.import_module(found.name)
    for found in pkgutil.walk_packages(ppn_scenarios.__path__, "ppn_scenarios.")
    if not found.name.endswith("__main__")
]


def globals_of(module: ModuleType) -> Iterator[tuple[str, Any]]:
    """What a module holds that was made there."""
    for name, value in vars(module).items():
        if not name.startswith("__"):
            yield name, value


WRITTEN_ONCE = "ppn_scenarios.ui.indices._held"  # holds a place for one answer, the same for all
FINITE = {  # caches without a limit: what they are asked with is finite, and this is why
    "ppn_scenarios.tables.database._build": "folders of tables: one, or a few in tests",
    "ppn_scenarios.tables.database.data_version": "folders of tables",
    "ppn_scenarios.tables.release.changed": "folders of tables",
    "ppn_scenarios.ui.levers.in_short": "names of levers, twice: a press on the help may say more",
    "ppn_scenarios.ui.words.words": "names of pages",
    "ppn_scenarios.ui.charts.changes.changed": "units of results",
    "ppn_scenarios.ui.charts.stacks.drawn": "names of statuses, of which there is one set",
    "ppn_scenarios.opening.baseline.baseline": "a setting of this server, and no reader's",
}


def cached() -> dict[str, Any]:
    """Every function whose answers are kept, by its whole name."""
    found = {}
    for module in MODULES:
        for name, value in globals_of(module):
            if hasattr(value, "cache_parameters") and value.__module__ == module.__name__:
                found[f"{module.__name__}.{name}"] = value
    return found


def test_every_cache_has_a_limit_or_is_asked_with_nothing() -> None:
    found = cached()
    assert len(found) > 50
    for name, function in found.items():
        limit = function.cache_parameters()["maxsize"]
        asked = (
            function.__wrapped__.__code__.co_argcount
            + function.__wrapped__.__code__.co_kwonlyargcount
        )
        assert limit is not None or not asked or name in FINITE, name
        assert limit is None or limit <= 512, name
    assert set(FINITE) <= set(found), "a cache that is no more"


# What can be handed to everyone as it is.
FIXED = (
    *(type(None), bool, int, float, str, bytes, date, Enum, np.generic, frozenset, range, pa.Table),
    duckdb.DuckDBPyConnection,  # asked by a cursor for each query
    BoundedSemaphore,  # the places for long work
    Template,  # a layout that is filled in, and not changed by that
)
PANELS = {"app.py": (), "pages/trust.py": ("trust_share",)}  # what more of a page is opened


def loose(value: Any, where: str = "") -> Iterator[str]:
    """Where a value can be changed by one reader under the eyes of another."""
    if isinstance(value, FIXED) or callable(value):
        return
    if isinstance(value, np.ndarray):
        if value.flags.writeable:
            yield f"{where} is an array that can be written"
    elif isinstance(value, MappingProxyType):
        for key, held in value.items():
            yield from loose(held, f"{where}[{key!r}]")
    elif isinstance(value, tuple):
        for i, held in enumerate(value):
            yield from loose(held, f"{where}[{i}]")
    elif is_dataclass(value):
        if not vars(type(value))["__dataclass_params__"].frozen:
            yield f"{where} is a {type(value).__name__}, which is not frozen"
        known = {f.name: getattr(value, f.name) for f in fields(value)}
        for name, held in (known | getattr(value, "__dict__", {})).items():
            yield from loose(held, f"{where}.{name}")
    else:
        yield f"{where} is a {type(value).__name__}"


def kept_by(function: Any) -> list[Any]:
    """What a cache holds at this moment, with what it was asked: the collector sees both."""
    seen = [p for p in gc.get_referents(function) if p is not function.__dict__]
    if function.cache_parameters()["maxsize"] is None:
        return [held for part in seen if type(part) is dict for held in part.values()]
    own = {"_lru_list_elem"}  # what links the entries of a cache with a limit
    return [
        part
        for part in seen
        if not callable(part) and type(part) is not object
        if type(part) is not dict or {type(v).__name__ for v in part.values()} - own
    ]


def specifications() -> dict[str, str]:
    """Every specification of a chart, which Streamlit takes as plain dictionaries, as text."""
    return {
        name: repr(kept_by(function))
        for name, function in cached().items()
        if ".charts." in name and function.cache_info().currsize
    }


def test_nothing_that_a_cache_holds_can_be_changed_and_no_page_changes_a_chart() -> None:
    for page in PAGES:
        assert_sound(arrive(page, retention=0.05, effects_on=1))
    for page, panels in PANELS.items():
        app = arrive(page, live="on")
        for panel in panels:
            app.session_state[panel] = True
        assert_sound(app.run())
    assert template() is not None
    drawn = specifications()
    assert len(drawn) > 15
    checked, all_found = 0, {}
    for name, function in cached().items():
        for value in kept_by(function) if name != WRITTEN_ONCE else ():
            checked += 1
            found = [*loose(value)]
            if name in drawn and all(where.endswith(" is a dict") for where in found):
                continue
            if found:
                all_found[name] = found[:3]
    assert not all_found
    assert checked > 60
    for page in ("pages/places.py", "pages/compare.py"):
        arrive(page, place="Y56", leave_psy=0.1)
    again = specifications()
    assert {name: again[name] for name in drawn} == drawn, "a page changed what all others draw"


@pytest.mark.parametrize(
    "bad", [[1], {1: 2}, np.zeros(2), (1, [2]), MappingProxyType({"a": {}}), {1}], ids=repr
)
def test_the_check_itself_sees_what_can_be_changed(bad: Any) -> None:
    assert [*loose(bad)]


def test_what_is_shared_is_locked_through_and_through() -> None:
    @dataclass(frozen=True)
    class Held:
        rows: Sequence[Any]
        by_name: Mapping[str, Any]

    numbers = np.zeros(2)
    held = shared(Held([numbers, ["a"]], {"x": {"y": [numbers]}}))
    assert not [*loose(held)]
    assert isinstance(held.rows, tuple)
    assert held.rows[0] is numbers, "locked where it is, and not copied"
    with pytest.raises(TypeError):
        held.by_name["x"]["y"] = 1
    with pytest.raises(ValueError, match="read-only"):
        numbers[0] = 1


@dataclass(frozen=True)
class Kept:
    """A record that nothing can be put into."""

    rows: Sequence[Any]


def test_a_record_that_was_seen_to_is_no_reason_to_pass_over_what_is_made_of_it() -> None:
    first = shared(Kept((np.zeros(2),)))
    made = replace(first, rows=[np.zeros(2)])
    beside = copy(first)
    object.__setattr__(beside, "rows", [np.zeros(2)])
    for new in (made, beside, [first, np.zeros(2)], {"x": first, "y": {"z": np.zeros(2)}}):
        assert [*loose(new)]
        assert not [*loose(shared(new))]
    assert shared(first) is first


def test_a_record_that_can_be_changed_is_looked_at_each_time() -> None:
    @dataclass
    class Open:
        rows: Sequence[Any]

    held = shared(Open((np.zeros(2),)))
    held.rows = new = [np.zeros(2)]
    assert isinstance(shared(held).rows, tuple)
    assert not new[0].flags.writeable


def test_what_was_seen_to_is_forgotten_with_it_and_its_number_may_be_that_of_another() -> None:
    for _ in range(50):  # memory is used again, and with it what tells objects apart
        assert not [*loose(shared(Kept([np.zeros(2)])))]
