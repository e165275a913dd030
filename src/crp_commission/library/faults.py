"""Faults of a ruleset, gathered so that a person sees them all at once, each as ``file:line:column: what is wrong``."""

from __future__ import annotations

import difflib
from collections.abc import Iterable
from typing import Protocol

from ..errors import RulesetError
from ..yamlfile import Loaded, Path

_MOST_TOLD, _MOST_NAMED = 10, 12
_NONE = "there is none yet: take a ruleset over with 'extends: [core]', or 'uses: [core]' for all but its criteria"


class HasLines(Protocol):
    """A file with the line of everything in it."""

    @property
    def name(self) -> str:
        """The name shown."""

    @property
    def loaded(self) -> Loaded:
        """What stands in it and where."""


def place(file: HasLines, path: Path, what: str) -> str:
    """Words on ``path`` in ``file`` as ``file:line:column: what``."""
    line, column = file.loaded.mark(path)
    return f"{file.name}:{line}:{column}: {what}"


class Faults:
    """A growing list of faults; ``check`` raises them together."""

    def __init__(self) -> None:
        self._told: list[tuple[str, int, int, str]] = []

    def add(self, file: HasLines, path: Path, what: str) -> None:
        """A fault at ``path`` in ``file``; ``what`` says what is wrong and what to write instead."""
        line, column = file.loaded.mark(path)
        self._told.append((file.name, line, column, what))

    def unknown(self, file: HasLines, path: Path, name: str, known: Iterable[str], kind: str) -> None:
        """A name that does not exist, with the closest one that does."""
        names = sorted(known)
        close = difflib.get_close_matches(name, names, n=1)
        listed = f"there are {', '.join(names[:_MOST_NAMED])}" if names else _NONE
        hint = f"did you mean '{close[0]}'?" if close else listed
        self.add(file, path, f"there is no {kind} called '{name}'; {hint}")

    def check(self) -> None:
        """Raises RulesetError with every fault, ten at most, in the order of the files."""
        if not self._told:
            return
        lines = sorted(set(self._told))
        told = [f"{name}:{line}:{column}: {what}" for name, line, column, what in lines[:_MOST_TOLD]]
        if len(lines) > _MOST_TOLD:
            told.append(f"and {len(lines) - _MOST_TOLD} more")
        raise RulesetError("\n".join(told), file=lines[0][0], line=lines[0][1])
