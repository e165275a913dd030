"""The bytes of a file or of a zip's members, read once and within limits."""

from __future__ import annotations

import os
import stat
import sys
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import BinaryIO

from ..errors import NotReadError
from ..limits import Limits
from .entries import Entry
from .folders import is_left_out


def load(entry: Entry, limits: Limits, stdin: BinaryIO | None = None) -> bytes:
    """The bytes of an entry. Raises NotReadError when it is too large or cannot be opened."""
    try:
        if entry.file is None:
            stream = stdin or (sys.stdin.buffer if sys.stdin else None)  # none where it was closed
            data = stream.read(limits.file_bytes + 1) if stream else b""
        else:
            data = _read_ordinary(entry.file, limits.file_bytes + 1)
    except OSError as error:
        raise NotReadError(f"{entry.path} could not be opened: {_cause(error)}.", file=entry.path) from None
    if len(data) > limits.file_bytes:
        raise NotReadError(
            f"{entry.path} is larger than {limits.file_bytes / 1_000_000:,.0f} MB, which is the limit.",
            hint="If you trust the file, raise `limits: file_bytes` in crp-commission.yaml.",
            file=entry.path,
        )
    return data


def members(data: bytes, path: str, limits: Limits) -> Iterator[tuple[str, Callable[[], bytes]]]:
    """The shown path of each file in a zip archive, in order, and how to get its bytes.

    Raises NotReadError when the archive is damaged, locked or beyond a limit, and so does getting the bytes.
    """
    from ..archive import Archive

    archive = Archive(data, path, limits, most="pack_files")
    for name in sorted((*archive.names, *archive.unsafe), key=lambda name: (name.casefold(), name)):
        if not is_left_out(name.replace("..", "")):
            read = partial(_refuse_unsafe, f"{path}!/{name}") if name in archive.unsafe else partial(archive.read, name)
            yield f"{path}!/{name}", read


def _refuse_unsafe(path: str) -> bytes:
    raise NotReadError(f"{path} has a name that points outside its archive.", file=path)


def _read_ordinary(file: Path, most: int) -> bytes:
    """At most ``most`` bytes. What is not an ordinary file is refused even if it became so since it was listed."""
    descriptor = os.open(file, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0))
    with os.fdopen(descriptor, "rb") as stream:
        if not stat.S_ISREG(os.fstat(descriptor).st_mode):
            raise OSError("it is not an ordinary file")
        return stream.read(most)


def _cause(error: OSError) -> str:
    return {"PermissionError": "you do not have permission to read it"}.get(
        type(error).__name__, (error.strerror or str(error)).lower()
    )
