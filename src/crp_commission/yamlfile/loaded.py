"""What a YAML file says, and where."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, NamedTuple

Path = tuple[str | int, ...]


class Mark(NamedTuple):
    """A place in a YAML file, both numbers from 1."""

    line: int
    column: int


@dataclass(frozen=True, slots=True)
class Loaded:
    """What a YAML file says, and where.

    ``data`` is plain data: dict, list, str, int, float, bool or None; None for an empty file. ``values`` and
    ``keys`` hold the place of every value and of every key by its path of keys and list positions
    (``("criteria", 0, "id")``); the path of the whole is ``()``. ``written`` holds the text of every value that was
    not read as text, as it stands in the file ("4.10" for the number 4.1).
    """

    data: Any
    values: Mapping[Path, Mark] = field(default_factory=dict)
    keys: Mapping[Path, Mark] = field(default_factory=dict)
    written: Mapping[Path, str] = field(default_factory=dict)

    def mark(self, path: Path) -> Mark:
        """The place of what stands at ``path``: its key's, else its value's, else that of what it stands in."""
        for end in range(len(path), -1, -1):
            found = self.keys.get(path[:end]) or self.values.get(path[:end])
            if found:
                return found
        return Mark(1, 1)
