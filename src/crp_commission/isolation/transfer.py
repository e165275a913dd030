"""An Extract as plain data and back: what may cross from a worker to the tool.

A worker has handled an untrusted file, so its answer is read as JSON, never unpickled, and checked for the types
of its values on the way in. The blocks travel as columns, one for each field: a third of the time of rows.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields
from operator import attrgetter
from typing import Any

from ..document import Block, BlockKind, Cell, Extract, Note, Place

_TYPES: dict[str, set[type]] = {
    "str": {str},
    "int": {int},
    "int | None": {int, type(None)},
    "bool": {bool},
    "BlockKind": {str, BlockKind},
}


def _columns(record: type, *left_out: str) -> dict[str, set[type]]:
    """The fields of a record that travel as they are, in order, with the types their values may have."""
    return {field.name: _TYPES[str(field.type)] for field in fields(record) if field.name not in left_out}


_KINDS = {kind.value: kind for kind in BlockKind}
_PLACE = _columns(Place, "file", "cell")
_BLOCK = _columns(Block, "place")


def to_plain(extract: Extract) -> dict[str, Any]:
    """The extract as JSON-ready data; the file's name is left out, since the other side knows it."""
    places = [block.place for block in extract.blocks]
    return {
        "pages": extract.pages,
        "notes": [[note.place, note.text, note.unread] for note in extract.notes],
        "blocks": {name: list(map(attrgetter(name), extract.blocks)) for name in _BLOCK},
        "places": {name: list(map(attrgetter(name), places)) for name in _PLACE},
        "cells": [[index, *place.cell] for index, place in enumerate(places) if place.cell],
    }


def from_plain(plain: Any, name: str) -> Extract:
    """The extract back again, with ``name`` as the file of every place.

    Raises ValueError, LookupError or TypeError when the data is not what ``to_plain`` makes.
    """
    (pages,) = _checked([plain["pages"]], _TYPES["int | None"])
    cells = {index: Cell(*numbers) for index, *numbers in (_checked(row, _TYPES["int"]) for row in plain["cells"])}
    places = [Place(name, *(*values, cells.get(index))) for index, values in enumerate(_rows(plain["places"], _PLACE))]
    blocks = [
        Block(_KINDS[kind], text, place, *rest)
        for place, (kind, text, *rest) in zip(places, _rows(plain["blocks"], _BLOCK), strict=True)
    ]
    return Extract(tuple(blocks), _notes(plain["notes"], name), pages)


def _rows(columns: Any, types: dict[str, set[type]]) -> Iterator[tuple[Any, ...]]:
    return zip(*(_checked(columns[name], allowed) for name, allowed in types.items()), strict=True)


def _notes(rows: Any, name: str) -> tuple[Note, ...]:
    notes = []
    for place, text, unread in rows:
        _checked([place, text], _TYPES["str"])
        notes.append(Note(name, place, text, float(unread)))
    return tuple(notes)


def _checked(values: Any, types: set[type]) -> list[Any]:
    if not isinstance(values, list) or not set(map(type, values)) <= types:
        raise ValueError("a worker's answer holds a value of the wrong type")
    return values
