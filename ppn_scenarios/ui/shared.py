"""What is worked out once for all readers, in a form that none of them can change."""

from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from functools import lru_cache
from types import MappingProxyType
from typing import Any, Final, TypeVar, cast

Found = TypeVar("Found")
FIXED: Final = frozenset({type(None), bool, int, float, str, range})  # nothing of it can change


def shared(found: Found) -> Found:
    """Return what all readers share: arrays are read-only, lists are tuples, mappings are fixed.

    Arrays and dataclasses are the same objects as before, and stay so for whoever made them.
    """
    return cast(Found, fixed(found))


def fixed(held: Any) -> Any:
    """Return a value that cannot be changed, and see to it that nothing within it can be."""
    if type(held) in FIXED:
        return held
    if hasattr(held, "setflags"):
        held.setflags(write=False)
    elif isinstance(held, list | tuple):
        parts = [fixed(part) for part in held]
        if isinstance(held, list):
            return tuple(parts)
        if any(new is not old for new, old in zip(parts, held, strict=True)):
            return type(held)(*parts) if hasattr(held, "_fields") else tuple(parts)
    elif isinstance(held, Mapping):
        return MappingProxyType({key: fixed(part) for key, part in held.items()})
    elif is_dataclass(held) and not isinstance(held, type):
        for name in named(type(held)):
            old = getattr(held, name)
            if (new := fixed(old)) is not old:
                object.__setattr__(held, name, new)
    return held


@lru_cache(maxsize=256)
def named(kind: type) -> tuple[str, ...]:
    """Return the names of the fields of a dataclass."""
    return tuple(field.name for field in fields(kind))
