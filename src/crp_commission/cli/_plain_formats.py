"""The option of commands that answer in words or, for a program, in JSON."""

from __future__ import annotations

from typing import Annotated

import typer

TextOrJson = Annotated[str, typer.Option(metavar="NAME", help="How to show it: text or json.")]
_FORMATS = ("text", "json")


def is_json(format: str) -> bool:
    """Whether JSON was asked for. Raises UsageError when it was neither that nor text."""
    from ..errors import UsageError
    from ..settings.values import suggestion

    if format not in _FORMATS:
        near = suggestion(format, _FORMATS)
        hint = f"Did you mean {near}?" if near else f"The formats are: {', '.join(_FORMATS)}."
        raise UsageError(f"There is no format called {format}.", hint=hint)
    return format == "json"
