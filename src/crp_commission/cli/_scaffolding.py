"""Files that are written for a person to go on with: never over one that is there, unless that is asked for."""

from __future__ import annotations

from pathlib import Path


def free_yaml(file: str, *, force: bool, purpose: str) -> Path:
    """The path of a YAML file that may be written. Raises UsageError; ``purpose`` ends the hint on its name."""
    from ..errors import UsageError

    path = Path(file)
    if path.suffix not in (".yaml", ".yml"):
        raise UsageError(f"{file} does not end in .yaml.", hint=f"Write {path.stem}.yaml, so that it can be {purpose}.")
    if path.exists() and not force:
        raise UsageError(f"{file} exists already.", hint="Choose another name, or replace it with --force.")
    return path
