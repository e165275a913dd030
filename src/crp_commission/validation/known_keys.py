"""The keys that a record knows at a path, read off its types."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator
from types import UnionType
from typing import Annotated, Any, Union, get_args, get_origin, get_type_hints

from ..yamlfile import Path


def known_keys(kind: Any, path: Path) -> list[str]:
    """The keys that may stand in the mapping at ``path`` of a ``kind``, in the order of its fields."""
    kinds = list(_choices(kind))
    for part in path:
        kinds = [inner for outer in kinds for inner in _inside(outer, part)]
    return list(dict.fromkeys(key for each in kinds if dataclasses.is_dataclass(each) for key in _fields(each)))


def _choices(kind: Any) -> Iterator[Any]:
    """The kinds that ``kind`` allows, one by one."""
    if get_origin(kind) is Annotated:
        yield from _choices(get_args(kind)[0])
    elif get_origin(kind) in (Union, UnionType):
        for choice in get_args(kind):
            yield from _choices(choice)
    else:
        yield kind


def _inside(kind: Any, part: str | int) -> Iterator[Any]:
    if dataclasses.is_dataclass(kind):
        field = _fields(kind).get(str(part))
        hint = get_type_hints(kind, include_extras=True).get(field or "")
        yield from _choices(hint)
        return
    arguments = [argument for argument in get_args(kind) if argument is not Ellipsis]
    if arguments:
        yield from _choices(arguments[-1])


def _fields(kind: Any) -> dict[str, str]:
    """The name of each field by the key it is written with."""
    fields = [field for field in dataclasses.fields(kind) if field.init]
    return {field.metadata.get("alias", field.name): field.name for field in fields}
