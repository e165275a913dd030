"""A cache of things that can be worked out again, by hash; losing it costs time and nothing else."""

from __future__ import annotations

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
    """What was kept under ``key``, or None where nothing was or it cannot be read."""
    place = folder()
    if place is None:
        return None
    try:
        return (place / f"{key}.json").read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError):
        return None


def put(key: str, text: str) -> None:
    """Keep ``text`` under ``key``, whole or not at all; a cache that cannot be written is no fault."""
    place = folder()
    if place is None:
        return
    try:
        place.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(dir=place, suffix=".tmp")
        try:
            with os.fdopen(handle, "w", encoding="utf-8") as file:
                file.write(text)
            os.replace(name, place / f"{key}.json")
        except BaseException:
            os.unlink(name)
            raise
    except (OSError, UnicodeError):
        return
