"""A cache of things that can be worked out again, by hash; losing it costs time and nothing else.

The first line of a file is the digest of the rest, so that nothing that was changed since is taken for what was kept.
"""

from __future__ import annotations

import hashlib
import os
import tempfile
from pathlib import Path


def folder() -> Path | None:
    """Where the cache lies: CRP_CACHE_DIR, else the user's cache folder; None where there is no home."""
    chosen = os.environ.get("CRP_CACHE_DIR")
    if chosen:
        return Path(chosen)
    base = os.environ.get("XDG_CACHE_HOME") or os.environ.get("LOCALAPPDATA")
    if base:
        return Path(base) / "crp-commission"
    try:
        return Path.home() / ".cache" / "crp-commission"
    except RuntimeError:
        return None


def get(key: str) -> str | None:
    """What was kept under ``key``, or None where nothing was, it cannot be read or it is not what was kept."""
    place = folder()
    if place is None:
        return None
    try:
        digest, _, kept = (place / f"{key}.json").read_bytes().partition(b"\n")
        return kept.decode("utf-8") if digest == _digest(kept) else None
    except (OSError, UnicodeDecodeError):
        return None


def put(key: str, text: str) -> None:
    """Keep ``text`` under ``key``, whole or not at all; a cache that cannot be written is no fault."""
    place = folder()
    if place is None:
        return
    try:
        data = text.encode("utf-8")
        place.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(dir=place, suffix=".tmp")
        try:
            with os.fdopen(handle, "wb") as file:
                file.write(_digest(data) + b"\n" + data)
            os.replace(name, place / f"{key}.json")
        except BaseException:
            os.unlink(name)
            raise
    except (OSError, UnicodeError):
        return


def _digest(data: bytes) -> bytes:
    return hashlib.sha256(data).hexdigest().encode()
