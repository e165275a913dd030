"""Annotated copies that lie beside the papers they were made of: the same text once more, and no paper of its own."""

from __future__ import annotations

import re
from collections.abc import Collection

from ..document import Note
from ..errors import NotReadError
from ..limits import Limits
from ..plain_words import LEFT_OUT

_NAME = re.compile(r"(.+)\.annotated(\.\w+)")
_COMMENTS = re.compile(r"word/comments\w*\.xml")
_OURS = b'w:author="crp-commission"'


def original_of(path: str, paths: Collection[str]) -> str:
    """The paper among ``paths`` that a file is by its name the annotated copy of; empty where there is none."""
    name = _NAME.fullmatch(path)
    original = f"{name[1]}{name[2]}" if name else ""
    return original if original in paths else ""


def is_annotated(data: bytes, limits: Limits) -> bool:
    """Whether the bytes are a Word file with comments by this program."""
    from ..archive import Archive

    try:
        archive = Archive(data, "", limits)
        return any(_OURS in archive.read(name) for name in archive.names if _COMMENTS.fullmatch(name))
    except NotReadError:
        return False


def annotated_copy(path: str, original: str) -> Note:
    """The note that stands for such a copy; no text of any paper is lost by it."""
    says = f"it is the annotated copy of {original.rpartition('/')[2]} beside it; give it by name to have it read."
    return Note(path, "", f"{LEFT_OUT} {says}")
