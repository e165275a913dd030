"""The JSON Schemas, with the fields at the top of each; a file that people write is described in full."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from crp_commission.cli.rules.schema import _SCHEMAS
from crp_commission.rule_page.markdown import joined, table

from .pieces import MADE, code, told

_TYPES = {"string": "text", "integer": "whole number", "number": "number", "boolean": "true or false", "null": "none"}


def page() -> str:
    """The whole page."""
    made = {name: schema() for name, schema in _SCHEMAS.items()}
    return joined(
        "# Schemas",
        MADE,
        "`crp-commission rules schema NAME` prints the JSON Schema of what the tool writes and reads. Fields may be "
        "added to what it writes; none is taken away or changed in meaning without a new format number. Every record "
        "of the saved result is described in [the report model](../report-model.md).",
        "```sh\n" + "\n".join(f"crp-commission rules schema {name} > {name}.schema.json" for name in made) + "\n```",
        *(piece for name, schema in made.items() for piece in _schema(name, schema)),
    )


def _schema(name: str, schema: Mapping[str, Any]) -> Iterator[str]:
    yield f"## {name}"
    said = schema.get("description")
    yield f"{told(schema['title'])}{f': {told(said)}' if said else ''}"
    yield _fields(schema)
    is_written_by_people = schema.get("additionalProperties") is False
    for title, record in sorted(_records(schema).items() if is_written_by_people else ()):
        if "properties" in record:
            yield f"### {name}: {title}"
            yield told(record.get("description", ""))
            yield _fields(record)
        elif "enum" in record:
            yield f"### {name}: {title}"
            yield f"{told(record.get('description', ''))} One of {_kind(record)}."


def _records(schema: Mapping[str, Any]) -> dict[str, Any]:
    return dict(schema.get("$defs") or schema.get("definitions") or {})


def _fields(record: Mapping[str, Any]) -> str:
    required = record.get("required", ())
    is_closed = record.get("additionalProperties") is False
    rows = [
        (code(name), _kind(about), told(about.get("description", "")) + _needed(name in required and is_closed))
        for name, about in record["properties"].items()
    ]
    return table(("Field", "Type", "What it is"), rows)


def _needed(is_needed: bool) -> str:
    return " **Needed.**" if is_needed else ""


def _kind(about: Mapping[str, Any]) -> str:
    """What a value may be, in words."""
    if "$ref" in about:
        return about["$ref"].rpartition("/")[2].removesuffix("Info").removesuffix("Entry")
    if "anyOf" in about:
        return " or ".join(dict.fromkeys(map(_kind, about["anyOf"])))
    if "const" in about:
        return code(str(about["const"]))
    if "enum" in about:
        return ", ".join(code(str(one)) for one in about["enum"])
    if about.get("type") == "array":
        return f"list of {_kind(about['items'])}" if about.get("items") else "list"
    if about.get("type") == "object":
        inner = about.get("additionalProperties")
        return f"{_kind(inner)} by name" if isinstance(inner, dict) else "keys with values"
    kinds = about.get("type", "")
    if isinstance(kinds, list):
        return " or ".join(_kind({**about, "type": kind}) for kind in kinds)
    return _TYPES.get(kinds, "anything")
