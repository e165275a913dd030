"""Readers: one module a document format, each with ``EXTENSIONS`` and ``read``."""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Mapping
from functools import cache
from typing import Protocol, cast

from ..document import Extract
from ..limits import Limits


class Reader(Protocol):
    """What a module in this folder has; its name is the kind of file that it reads."""

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


@cache
def kinds_by_ending() -> Mapping[str, str]:
    """The kind of file that each ending stands for: ``{".docx": "docx", ".md": "markdown"}``."""
    return {ending: kind for kind in names() for ending in reader(kind).EXTENSIONS}
