"""Where rulesets are: shipped ones by name, a council's own by path; never outside the folder they start from."""

from __future__ import annotations

import difflib
import hashlib
import os
import re
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from ..errors import RulesetError
from ..limits import Limits
from ..ordinary import cause, read_ordinary
from ..resources import ruleset_names, shipped

if TYPE_CHECKING:
    from importlib.resources.abc import Traversable

_SUFFIXES = (".yaml", ".yml")


@dataclass(frozen=True, slots=True)
class RulesetSource:
    """The files of one ruleset: shown name and bytes of each, sorted by name; ``folder`` bounds what it may extend."""

    reference: str
    files: tuple[tuple[str, bytes], ...]
    folder: Path | None

    @property
    def sha256(self) -> str:
        """Hash over names and bytes of all files."""
        digest = hashlib.sha256()
        for name, data in self.files:
            digest.update(f"{name.rsplit('/', 1)[-1]}\0{len(data)}\0".encode())
            digest.update(data)
        return digest.hexdigest()


def shipped_names() -> tuple[str, ...]:
    """The names of the rulesets that ship with the tool, sorted, ``core`` first."""
    return ruleset_names(shipped("rulesets"))


def locate(reference: str, base: Path, limits: Limits, bound: Path | None = None) -> RulesetSource:
    """The files behind ``reference``: a shipped name, or a YAML file or folder relative to ``base``.

    ``bound`` is the folder that must hold it when it is named inside another ruleset. Raises RulesetError.
    """
    if reference in shipped_names():
        return _shipped(reference)
    path = Path(reference)
    looks_like_path = path.suffix in _SUFFIXES or "/" in reference or "\\" in reference
    if bound is not None and (path.is_absolute() or "://" in reference):
        raise RulesetError(
            f"'{reference}' points outside the ruleset's own folder.",
            hint="Name a shipped ruleset or a file beside this one.",
        )
    place = _real(base / path)
    if bound is not None and not place.is_relative_to(_real(bound)):
        raise RulesetError(
            f"'{reference}' points outside the ruleset's own folder.",
            hint="Name a shipped ruleset or a file beside this one.",
        )
    if place.is_dir():
        return _folder(reference, place, limits)
    if os.path.lexists(place):
        return RulesetSource(reference, ((reference, _read(place, reference, limits)),), place.parent)
    if looks_like_path:
        raise RulesetError(f"The ruleset file {reference} does not exist.", file=reference)
    raise RulesetError(f"There is no ruleset called '{reference}'.", hint=_suggestion(reference))


def defines(name: str, rule: str) -> bool:
    """Whether a shipped ruleset holds a criterion of that id, by a look at its text."""
    entry = re.compile(rf"^\s*- id: [\"']?{re.escape(rule)}[\"']?\s*$".encode(), re.MULTILINE)
    return any(entry.search(data) for _, data in _shipped(name).files)


def _suggestion(reference: str) -> str:
    names = shipped_names()
    close = difflib.get_close_matches(reference, names, n=1)
    return (
        f"Did you mean '{close[0]}'?" if close else f"There are: {', '.join(names)}; or give the path of a YAML file."
    )


def _shipped(name: str) -> RulesetSource:
    folder = shipped("rulesets")
    single = folder.joinpath(f"{name}.yaml")
    if single.is_file():
        return RulesetSource(name, ((f"{name}.yaml", single.read_bytes()),), None)
    return RulesetSource(name, tuple(_yaml_files(folder.joinpath(name), name)), None)


def _yaml_files(folder: Traversable, shown: str) -> list[tuple[str, bytes]]:
    entries = sorted(
        (entry.name, entry) for entry in folder.iterdir() if entry.name.endswith(_SUFFIXES) and entry.is_file()
    )
    return [(f"{shown}/{name}", entry.read_bytes()) for name, entry in entries]


def _folder(reference: str, folder: Path, limits: Limits) -> RulesetSource:
    files = [path for path in sorted(folder.iterdir()) if path.suffix in _SUFFIXES and path.is_file()]
    if not files:
        raise RulesetError(f"The folder {reference} holds no YAML file.", file=reference)
    shown = reference.rstrip("/")
    for path in files:
        if not _real(path).is_relative_to(folder):
            raise RulesetError(f"{shown}/{path.name} is a link that leads outside its folder.", file=shown)
    return RulesetSource(
        reference, tuple((f"{shown}/{path.name}", _read(path, path.name, limits)) for path in files), folder
    )


def _read(path: Path, shown: str, limits: Limits) -> bytes:
    try:
        data = read_ordinary(path, limits.yaml_bytes + 1)
    except OSError as wrong:
        raise RulesetError(f"{shown} cannot be read: {cause(wrong)}.", file=shown) from wrong
    if len(data) > limits.yaml_bytes:
        raise RulesetError(f"{shown} is larger than {limits.yaml_bytes:,} bytes (limits: yaml_bytes).", file=shown)
    return data


def _real(path: Path) -> Path:
    """The path with its links followed; a link that leads to itself stays, and is told of when it is read."""
    return Path(os.path.realpath(path))
