"""What lies in a folder: ordinary files, found without ever leaving it."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator, Sequence
from pathlib import Path, PurePosixPath
from typing import NamedTuple

# What a person keeps beside the papers for this program, and what systems leave behind.
_OURS = ("crp-commission.yaml", "pyproject.toml", "waivers.yaml", "baseline.yaml", "waivers.schema.json")
_ANSWERS = ("answers.yaml", "answers.schema.json")
_NOT_DOCUMENTS = frozenset(
    {"__macosx", "thumbs.db", "desktop.ini", "baseline.schema.json", "ruleset.schema.json", *_OURS, *_ANSWERS}
)


class Found(NamedTuple):
    """A file in a folder: where it is, its path from the folder's top, and its identity on the disk.

    ``unread`` says why it cannot be read, in words that follow its name; ``is_link`` marks a link to another file.
    """

    file: Path
    path: str
    identity: tuple[int, int] | None
    is_link: bool = False
    unread: str = ""


def is_left_out(path: str) -> bool:
    """Whether a path has a part that no person wrote: hidden files, locks of open documents, system litter."""
    return any(part.startswith((".", "~$")) or part.casefold() in _NOT_DOCUMENTS for part in PurePosixPath(path).parts)


def identity(status: os.stat_result) -> tuple[int, int]:
    """What two names of one file have in common."""
    return (status.st_dev, status.st_ino)


def walk(top: Path, roots: Sequence[Path]) -> Iterator[Found]:
    """Every file beneath ``top``, in no order. Links are followed to files within one of ``roots`` only."""
    waiting = [top]
    while waiting:
        folder = waiting.pop()
        try:
            entries = list(os.scandir(folder))
        except OSError as error:
            yield _unread(folder, top, f"could not be opened ({error.strerror})")
            continue
        for entry in entries:
            if is_left_out(entry.name):
                continue
            if entry.is_dir(follow_symlinks=False):
                waiting.append(Path(entry.path))
            elif found := _look_at(Path(entry.path), top, roots):
                yield found


def _look_at(file: Path, top: Path, roots: Sequence[Path]) -> Found | None:
    """One entry that is no folder; None for a link to a folder within the pack, which is met under its own name."""
    is_link = file.is_symlink()
    try:
        target = file.resolve(strict=True) if is_link else file
        status = target.stat()
    except (OSError, RuntimeError):
        return _unread(file, top, "is a link that leads nowhere" if is_link else "could not be opened")
    inside = not is_link or any(target.is_relative_to(root) for root in roots)
    if not inside:
        return _unread(file, top, "is a link to something outside the pack and was not followed")
    if stat.S_ISDIR(status.st_mode):
        return None
    if not stat.S_ISREG(status.st_mode):
        return _unread(file, top, "is not an ordinary file")
    return Found(target, file.relative_to(top).as_posix(), identity(status), is_link)


def _unread(file: Path, top: Path, why: str) -> Found:
    return Found(file, file.relative_to(top).as_posix(), None, unread=why)
