"""Saved results from their files."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ..report import Report


def read_result(path: str) -> tuple[Report, tuple[int, int]]:
    """A saved result and the identity of its file. Raises UsageError when it is none or cannot be opened."""
    import os

    from ..errors import UsageError
    from ..limits import DEFAULT_LIMITS
    from ..serialising import load_report

    try:
        with open(path, "rb", opener=lambda name, flags: os.open(name, flags | getattr(os, "O_NONBLOCK", 0))) as file:
            data = file.read(DEFAULT_LIMITS.file_bytes + 1)
            status = os.fstat(file.fileno())
    except (OSError, ValueError) as error:
        cause = getattr(error, "strerror", None) or str(error)
        raise UsageError(f"{path} cannot be opened: {cause.lower()}.", file=path) from None
    return load_report(data.decode("utf-8-sig", "replace"), path), (status.st_dev, status.st_ino)
