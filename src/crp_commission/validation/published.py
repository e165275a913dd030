"""What files for people may hold, told to editors of YAML."""

from __future__ import annotations

from typing import Any


def published(kind: type, title: str) -> dict[str, Any]:
    """The JSON Schema of a record that a file fills, in the draft that editors of YAML understand."""
    from pydantic import TypeAdapter

    schema = TypeAdapter(kind).json_schema(ref_template="#/definitions/{model}")
    schema["definitions"] = schema.pop("$defs")
    return {"$schema": "http://json-schema.org/draft-07/schema#", **schema, "title": title}
