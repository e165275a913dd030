"""The option of commands that answer in words or, for a program, in JSON."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Annotated

import typer

TextOrJson = Annotated[str, typer.Option(metavar="NAME", help="How to show it: text or json.")]
_FORMATS = ("text", "json")


def is_json(format: str) -> bool:
    """Whether JSON was asked for. Raises UsageError when it was neither that nor text."""
    require_format(format, _FORMATS)
    return format == "json"


def require_format(format: str, known: Sequence[str]) -> None:
    """Raises UsageError for a format that is none of those known."""
    from ..errors import UsageError
    from ..settings.values import suggestion

    if format not in known:
        near = suggestion(format, known)
        hint = f"Did you mean {near}?" if near else f"The formats are: {', '.join(known)}."
        raise UsageError(f"There is no format called {format}.", hint=hint)
