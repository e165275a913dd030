"""Ordinary files read within a limit: never a pipe, which waits for ever, nor a device, which has no end."""

from __future__ import annotations

import os
import stat
from pathlib import Path


def read_ordinary(file: str | Path, most: int) -> bytes:
    """At most ``most`` bytes. What is not an ordinary file is refused, even if it became so since it was listed.

    Raises OSError, and ValueError for a name that no file can have.
    """
    descriptor = os.open(file, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0))
    try:
        mode = os.fstat(descriptor).st_mode
        if stat.S_ISDIR(mode):
            raise IsADirectoryError("it is a folder")
        if not stat.S_ISREG(mode):
            raise OSError("it is not an ordinary file")
        with os.fdopen(descriptor, "rb", closefd=False) as stream:
            return stream.read(most)
    finally:
        os.close(descriptor)


def cause(error: Exception) -> str:
    """Why a file could not be read, in words that follow a colon."""
    return str(getattr(error, "strerror", None) or error).lower()
