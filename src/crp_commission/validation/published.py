"""What files for people may hold, told to editors of YAML: descriptions on records, and JSON Schemas made of them."""

from __future__ import annotations

from typing import Any

CLOSED: dict[str, Any] = {"extra": "forbid"}
"""The ``__pydantic_config__`` of a record that has no other keys."""


def about(description: str, **rules: Any) -> dict[str, Any]:
    """What the schema says of a key; ``rules`` are constraints that pydantic's ``Field`` knows."""
    return {"description": description, **rules}


def published(kind: type, title: str) -> dict[str, Any]:
    """The JSON Schema of a record that a file fills, in the draft that editors of YAML understand."""
    from pydantic import TypeAdapter

    schema = TypeAdapter(kind).json_schema(ref_template="#/definitions/{model}")
    schema["definitions"] = schema.pop("$defs")
    return {"$schema": "http://json-schema.org/draft-07/schema#", **schema, "title": title}
