"""Annotated copies that lie beside the papers they were made of: the same text once more, and no paper of its own."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

from ..document import Note
from ..errors import NotReadError
from ..limits import Limits
from ..plain_words import LEFT_OUT

Readers = Mapping[str, Callable[[], bytes] | None]
"""The papers of a pack by path, each with how to get its bytes, if they may be read."""

_NAME = re.compile(r"(.+)\.annotated(\.\w+)")
_COMMENTS = re.compile(r"word/comments\w*\.xml")
_OURS = b'w:author="crp-commission"'
_INSERTED = re.compile(rb"<w:ins\s[^>]*" + _OURS + rb"[^>]*>.*?</w:ins>", re.DOTALL)
_TEXT = re.compile(rb"<w:t(?:\s[^>]*)?>([^<]*)</w:t>")
_MAIN = "word/document.xml"


def copied_from(data: bytes, path: str, papers: Readers, limits: Limits) -> str:
    """The path of the paper that a file is the annotated copy of, by name and content; empty where it is none.

    A copy whose words were changed is a paper of its own: somebody went on writing in it.
    """
    name = _NAME.fullmatch(path)
    original = f"{name[1]}{name[2]}" if name else ""
    read = papers.get(original)
    if read is None:
        return ""
    try:
        words = _words(data, limits, annotated=True)
        return original if words and words == _words(read(), limits, annotated=False) else ""
    except NotReadError:
        return ""


def _words(data: bytes, limits: Limits, *, annotated: bool) -> bytes:
    """The text of a Word file without what this program put in; nothing where it should be annotated and is not."""
    from ..archive import Archive

    archive = Archive(data, "", limits)
    if _MAIN not in archive.names:
        return b""
    if annotated and not any(_OURS in archive.read(name) for name in archive.names if _COMMENTS.fullmatch(name)):
        return b""
    return b"".join(_TEXT.findall(_INSERTED.sub(b"", archive.read(_MAIN))))


def annotated_copy(path: str, original: str) -> Note:
    """The note that stands for such a copy; no text of any paper is lost by it."""
    says = f"it is the annotated copy of {original.rpartition('/')[2]} beside it, with the same words."
    return Note(path, "", f"{LEFT_OUT} {says}")
