"""The types of the report model, so that a template can be held against it without being drawn."""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping
from enum import Enum
from types import NoneType, UnionType
from typing import Any, Literal, Union, get_args, get_origin, get_type_hints

UNKNOWN: Any = None
"""The type of what cannot be told beforehand; anything may be asked of it."""
_LEAVES = (str, int, float, bool)


def fields_of(kind: Any) -> dict[str, Any]:
    """The fields of a record, or the keys of a mapping whose keys are known, with their types; else none."""
    if dataclasses.is_dataclass(kind):
        hints = get_type_hints(kind)
        return {field.name: settled(hints[field.name]) for field in dataclasses.fields(kind)}
    if get_origin(kind) is Mapping:
        key, value = get_args(kind)
        if isinstance(key, type) and issubclass(key, Enum):
            return {str(name.value): settled(value) for name in key}
    return {}


def settled(kind: Any) -> Any:
    """The type without its None; UNKNOWN where several are left."""
    if get_origin(kind) in (Union, UnionType):
        kinds = [one for one in get_args(kind) if one is not NoneType and get_origin(one) is not Literal]
        return kinds[0] if len(kinds) == 1 else UNKNOWN
    return str if get_origin(kind) is Literal else kind


def inside(kind: Any) -> Any:
    """The type of what a loop over ``kind`` gives."""
    arguments = get_args(kind)
    return settled(arguments[0]) if get_origin(kind) in (tuple, list, Mapping) and arguments else UNKNOWN


def value_of(kind: Any) -> Any:
    """The type of the values of a mapping."""
    return settled(get_args(kind)[1]) if get_origin(kind) is Mapping else UNKNOWN


def listed(kind: Any) -> Any:
    """The type of a list of these."""
    return list.__class_getitem__(kind) if kind is not UNKNOWN else UNKNOWN


def of_method(kind: Any, name: str) -> Any:
    """The type of what a method of a mapping gives."""
    key, value = inside(kind), value_of(kind)
    return {"items": listed(tuple.__class_getitem__((key, value))), "values": listed(value), "get": value}.get(name)


def is_mapping(kind: Any) -> bool:
    """Whether the type is a mapping, which has methods beside its keys."""
    return get_origin(kind) is Mapping


def lacks(kind: Any, name: str) -> bool:
    """Whether something of this type surely has nothing of that name."""
    if dataclasses.is_dataclass(kind):
        return name not in fields_of(kind) and not hasattr(dict, name)
    if is_mapping(kind):
        return bool(fields_of(kind)) and name not in fields_of(kind) and not hasattr(dict, name)
    if isinstance(kind, type) and issubclass(kind, _LEAVES):
        return not hasattr(str if issubclass(kind, Enum) else kind, name)
    return get_origin(kind) in (tuple, list) and not hasattr(list, name)
