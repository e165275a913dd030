"""Files that are written for a person to go on with: never over one that is there, unless that is asked for."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from ..writing import Output


def free_yaml(file: str, *, force: bool, purpose: str) -> Path:
    """The path of a YAML file that may be written. Raises UsageError; ``purpose`` ends the hint on its name."""
    from ..errors import UsageError

    path = Path(file)
    if path.suffix not in (".yaml", ".yml"):
        raise UsageError(f"{file} does not end in .yaml.", hint=f"Write {path.stem}.yaml, so that it can be {purpose}.")
    if path.exists() and not force:
        raise UsageError(f"{file} exists already.", hint="Choose another name, or replace it with --force.")
    return path


def write_with_schema(
    file: str, text: str, schema: str, made: Callable[[], dict[str, Any]], *, force: bool, purpose: str
) -> Path | None:
    """Write a YAML file, and beside it the schema that its first line names; its path, None for standard output.

    A schema that is there stays, unless replacing was asked for. Raises UsageError as ``free_yaml`` does.
    """
    from ..writing import Output, to_standard_output, write_all

    if file == "-":
        to_standard_output(text.encode("utf-8", "replace"))
        return None
    path = free_yaml(file, force=force, purpose=purpose)
    beside = schema_output(path.parent / schema, made, force=force)
    write_all([Output(path, text.encode("utf-8", "replace")), *beside])
    return path


def schema_output(place: Path, made: Callable[[], dict[str, Any]], *, force: bool) -> list[Output]:
    """A JSON Schema to be written, unless one lies there that is not to be replaced."""
    import json

    from ..writing import Output

    if place.exists() and not force:
        return []
    return [Output(place, (json.dumps(made(), indent=2, ensure_ascii=False) + "\n").encode())]
