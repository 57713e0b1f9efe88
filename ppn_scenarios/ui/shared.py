"""What is worked out once for all readers, in a form that none of them can change."""

from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from functools import lru_cache
from types import MappingProxyType
from typing import Any, Final, Literal, TypeVar, cast
from weakref import WeakValueDictionary

Found = TypeVar("Found")
Sort = Literal["plain", "array", "list", "mapping", "record", "frozen record"]
FIXED: Final = frozenset({type(None), bool, int, float, str, range})  # nothing of it can change
# Frozen dataclasses that were seen to, by identity: what is replaced or copied is another object.
_seen_to: Final[WeakValueDictionary[int, Any]] = WeakValueDictionary()


def shared(found: Found) -> Found:
    """Return what all readers share: arrays are read-only, lists are tuples, mappings are fixed.

    Arrays and dataclasses are the same objects as before, and stay so for whoever made them.
    """
    return cast(Found, fixed(found))


def fixed(held: Any) -> Any:
    """Return a value that cannot be changed, and see to it that nothing within it can be."""
    kind: Any = type(held)
    sort = sort_of(kind)
    if sort == "array":
        held.setflags(write=False)
    elif sort == "list":
        parts = [part if type(part) in FIXED else fixed(part) for part in held]
        if isinstance(held, list):
            return tuple(parts)
        if any(new is not old for new, old in zip(parts, held, strict=True)):
            return type(held)(*parts) if hasattr(held, "_fields") else tuple(parts)
    elif sort == "mapping":
        return MappingProxyType({key: fixed(part) for key, part in held.items()})
    elif sort in {"record", "frozen record"} and _seen_to.get(id(held)) is not held:
        for name in named(kind):
            old = getattr(held, name)
            if type(old) not in FIXED and (new := fixed(old)) is not old:
                object.__setattr__(held, name, new)
        if sort == "frozen record":
            _seen_to[id(held)] = held
    return held


@lru_cache(maxsize=256)
def sort_of(kind: type) -> Sort:
    """Return what is to be seen to in values of a type.

    In a frozen record nothing can take the place of what it holds, so that one look is enough.
    """
    if hasattr(kind, "setflags"):
        return "array"
    if issubclass(kind, list | tuple):
        return "list"
    if issubclass(kind, Mapping):
        return "mapping"
    if kind in FIXED or not is_dataclass(kind):
        return "plain"
    frozen = cast(Any, kind).__dataclass_params__.frozen and kind.__weakrefoffset__
    return "frozen record" if frozen else "record"


@lru_cache(maxsize=256)
def named(kind: type) -> tuple[str, ...]:
    """Return the names of the fields of a dataclass."""
    return tuple(field.name for field in fields(kind))
