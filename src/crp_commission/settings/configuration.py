"""The configuration file: crp-commission.yaml, or a table in pyproject.toml, found upwards from the documents."""

from __future__ import annotations

import os
import re
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from ..errors import UsageError
from ..limits import DEFAULT_LIMITS
from ..ordinary import cause, read_ordinary

if TYPE_CHECKING:
    from ..yamlfile import Loaded

FILE = "crp-commission.yaml"
_PROJECT = "pyproject.toml"
_TABLE = "tool.crp-commission"


class Configuration(NamedTuple):
    """The settings in a file, as plain data by key, and the file's text to find lines in."""

    path: Path
    values: Mapping[str, Any]
    text: str
    loaded: Loaded | None = None

    @property
    def name(self) -> str:
        """The file's name as shown in messages: from the present folder where it lies beneath it."""
        try:
            return self.path.relative_to(Path.cwd()).as_posix()
        except ValueError:
            return str(self.path)

    def line(self, *keys: str) -> int:
        """The line of a key, from 1."""
        if self.loaded is not None:
            return self.loaded.mark(keys).line
        start = self.text.find(f"[{_TABLE}")
        found = re.compile(rf"^\s*[\"']?{re.escape(keys[-1])}[\"']?\s*=", re.MULTILINE).search(self.text, start)
        return self.text.count("\n", 0, found.end() if found else start) + 1

    def place(self, key: str) -> str:
        """Where a key stands, as ``file:line``."""
        return f"{self.name}:{self.line(key)}"


def find_configuration(start: Path) -> Configuration | None:
    """The nearest configuration in the folder of ``start`` or above, no higher than the top of its repository."""
    folder = _real(start)
    if not folder.is_dir():
        folder = folder.parent
    for place in (folder, *folder.parents):
        if os.path.lexists(place / FILE):
            return read_configuration(place / FILE)
        if (place / _PROJECT).is_file() and (found := _read_project(place / _PROJECT)):
            return found
        if (place / ".git").exists():
            return None
    return None


def read_configuration(path: Path) -> Configuration:
    """The configuration in a file. Raises UsageError when it cannot be opened or is not written as it should be."""
    if path.name == _PROJECT:
        found = _read_project(_real(path))
        return found or Configuration(_real(path), {}, "")
    from ..yamlfile import load

    path = _real(path)
    data = _bytes(path)
    loaded = load(data, Configuration(path, {}, "").name, DEFAULT_LIMITS)
    values = {} if loaded.data is None else loaded.data
    if not isinstance(values, dict):
        raise UsageError(
            f"{path} holds no settings.", hint="Write one a line, such as `fail-under: 70`.", file=str(path)
        )
    return Configuration(path, values, "", loaded)


def _read_project(path: Path) -> Configuration | None:
    """The table in a pyproject.toml; None when it has none, whatever else may be wrong with that file."""
    text = _bytes(path).decode("utf-8", "replace")
    if f"[{_TABLE}" not in text:
        return None
    import tomllib

    try:
        values = tomllib.loads(text)["tool"]["crp-commission"]
    except (tomllib.TOMLDecodeError, KeyError, TypeError) as error:
        raise _no_toml(path, str(error)) from None
    return Configuration(path, values, text)


def _no_toml(path: Path, said: str) -> UsageError:
    """What the parser says names the place in its own words, "(at line 3, column 7)"; the place is all one needs."""
    found = re.search(r"line (\d+), column (\d+)", said)
    where = f"in line {found[1]}, column {found[2]}" if found else "at its end or in the table itself"
    return UsageError(
        f"{path} is not written as TOML should be, {where}.",
        hint="Mend it there, or put the settings into a crp-commission.yaml.",
        file=str(path),
        line=int(found[1]) if found else None,
    )


def _bytes(path: Path) -> bytes:
    try:
        return read_ordinary(path, DEFAULT_LIMITS.yaml_bytes + 1)
    except (OSError, ValueError) as error:
        raise UsageError(f"The configuration {path} cannot be opened: {cause(error)}.", file=str(path)) from None


def _real(path: Path) -> Path:
    """The path with its links followed; a link that leads to itself stays, and is told of when it is opened."""
    return Path(os.path.realpath(path))
