"""Readers: one module a document format, each with ``EXTENSIONS`` and ``read``."""

from __future__ import annotations

import importlib
import pkgutil
from functools import cache
from typing import Protocol, cast

from ..document import Extract
from ..limits import Limits


class Reader(Protocol):
    """What a module in this folder has; its name is the kind of file that it reads.

    It may have ``LIBRARIES`` too: names of slow modules that ``read`` imports, loaded once for a pack of many files.
    """

    EXTENSIONS: tuple[str, ...]

    def read(self, data: bytes, name: str, limits: Limits) -> Extract:
        """The text of a file, shown to people as ``name``. Raises NotReadError when there is none to be had."""


@cache
def names() -> tuple[str, ...]:
    """The kinds of file that can be read, in the order of the alphabet."""
    return tuple(sorted(found.name for found in pkgutil.iter_modules(__path__) if not found.name.startswith("_")))


@cache
def reader(kind: str) -> Reader:
    """The reader of that kind, one of ``names()``."""
    return cast(Reader, importlib.import_module(f"{__name__}.{kind}"))


def make_ready(kind: str) -> None:
    """Import a reader and, where it names any, the ``LIBRARIES`` that it would import itself when it reads."""
    for library in getattr(reader(kind), "LIBRARIES", ()):
        importlib.import_module(library)


@cache
def kind_of(ending: str) -> str | None:
    """The kind of file that an ending such as ``.md`` stands for, or None.

    A reader called NAME reads ``.NAME`` and is not even imported to say so; of the others, those are asked first whose
    name has the letters of the ending in it.
    """
    bare = ending.removeprefix(".")
    if bare in names():
        return bare
    likely = sorted(names(), key=lambda name: not _has_letters(name, bare))
    return next((kind for kind in likely if ending in reader(kind).EXTENSIONS), None)


def _has_letters(name: str, letters: str) -> bool:
    """Whether the letters stand in the name in their order, as those of "md" in "markdown"."""
    left = iter(name)
    return all(letter in left for letter in letters)
