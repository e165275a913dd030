"""What records say of themselves, for the JSON Schemas made of them."""

from __future__ import annotations

from typing import Any

CLOSED: dict[str, Any] = {"extra": "forbid"}
"""The ``__pydantic_config__`` of a record that has no other keys."""


def says(description: str, **rules: Any) -> dict[str, Any]:
    """What the schema says of a field; ``rules`` are constraints that pydantic's ``Field`` knows."""
    return {"description": description, **rules}
