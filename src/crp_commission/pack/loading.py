"""The bytes of a file or of a zip's members, read once and within limits."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from functools import partial
from typing import TYPE_CHECKING, BinaryIO

from ..errors import NotReadError
from ..limits import Limits
from ..ordinary import cause, read_ordinary
from .entries import Entry
from .folders import is_hidden_paper, is_left_out

if TYPE_CHECKING:
    from ..archive import Archive


def load(entry: Entry, limits: Limits, stdin: BinaryIO | None = None) -> bytes:
    """The bytes of an entry. Raises NotReadError when it is too large or cannot be opened."""
    try:
        if entry.file is None:
            stream = stdin or (sys.stdin.buffer if sys.stdin else None)  # none where it was closed
            data = stream.read(limits.file_bytes + 1) if stream else b""
        else:
            data = read_ordinary(entry.file, limits.file_bytes + 1)
    except OSError as error:
        raise NotReadError(f"{entry.path} could not be opened: {_cause(error)}.", file=entry.path) from None
    if len(data) > limits.file_bytes:
        raise NotReadError(
            f"{entry.path} is larger than {limits.file_bytes / 1_000_000:,.0f} MB, which is the limit.",
            hint="If you trust the file, raise `limits: file_bytes` in crp-commission.yaml.",
            file=entry.path,
        )
    return data


def members(data: bytes, path: str, limits: Limits) -> Iterator[tuple[str, Callable[[], bytes] | None]]:
    """The shown path of each file in a zip archive, in order, and how to get its bytes; None for a hidden paper.

    Raises NotReadError when the archive is damaged, locked or beyond a limit, and so does getting the bytes.
    """
    from ..archive import Archive

    archive = Archive(data, path, limits, most="pack_files")
    for name in sorted((*archive.names, *archive.unsafe), key=lambda name: (name.casefold(), name)):
        shown = f"{path}!/{name}"
        if is_hidden_paper(name) and name not in archive.unsafe:
            yield shown, None
        elif not is_left_out(name.replace("..", "")):
            why = _why_not(archive, name)
            yield shown, partial(_refuse, shown, why) if why else partial(archive.read, name)


def _why_not(archive: Archive, name: str) -> str:
    if name in archive.unsafe:
        return "has a name that points outside its archive"
    return "is a link, which is not followed" if name in archive.links else ""


def _refuse(path: str, why: str) -> bytes:
    raise NotReadError(f"{path} {why}.", file=path)


def _cause(error: OSError) -> str:
    return {"PermissionError": "you do not have permission to read it"}.get(type(error).__name__, cause(error))
