"""What lies in a folder: ordinary files, found without ever leaving it."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator, Sequence
from pathlib import Path, PurePosixPath
from typing import NamedTuple

# What a person keeps beside the papers for this program, and what systems leave behind.
_OURS = ("crp-commission.yaml", "pyproject.toml", "waivers.yaml", "baseline.yaml", "answers.yaml")
_SCHEMAS = (
    f"{name}.schema.json" for name in ("crp-commission", "waivers", "baseline", "answers", "ruleset", "specification")
)
_TOOLS = frozenset(
    {".git", ".github", ".gitlab", ".svn", ".hg", ".idea", ".vscode", ".venv", ".tox", ".cache", ".pytest_cache"}
    | {".mypy_cache", ".ruff_cache", ".trash", ".trashes"}
)
_LITTER = ("~$", "._", ".#", ".~")
_PAPERS = frozenset({".docx", ".doc", ".pdf", ".odt", ".rtf", ".html", ".htm", ".md", ".markdown", ".txt", ".zip"})
"""Endings by which a hidden file is told of: settings of other programs have none or others."""
_NOT_DOCUMENTS = frozenset({"__macosx", "thumbs.db", "desktop.ini", *_OURS, *_SCHEMAS})


class Found(NamedTuple):
    """A file in a folder: where it is, its path from the folder's top, and its identity on the disk.

    ``unread`` says why it cannot be read, in words that follow its name; ``is_link`` marks a link to another file and
    ``hidden`` a paper, or a folder with papers, that a dot before its name hides.
    """

    file: Path
    path: str
    identity: tuple[int, int] | None
    is_link: bool = False
    unread: str = ""
    hidden: bool = False


def is_left_out(path: str) -> bool:
    """Whether a path has a part that no person wrote: hidden files, locks of open documents, system litter."""
    return any(part.startswith((".", "~$")) or part.casefold() in _NOT_DOCUMENTS for part in PurePosixPath(path).parts)


def is_hidden_paper(path: str) -> bool:
    """Whether a path that is left out is a paper by its ending, hidden by a dot before its name or a folder's."""
    parts = [part for part in PurePosixPath(path).parts if part != ".."]
    if any(part.casefold() in _NOT_DOCUMENTS | _TOOLS or part.startswith(_LITTER) for part in parts):
        return False
    return any(part.startswith(".") for part in parts) and PurePosixPath(path).suffix.lower() in _PAPERS


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
                yield from _hidden(entry, top)
                continue
            if entry.is_dir(follow_symlinks=False):
                waiting.append(Path(entry.path))
            elif found := _look_at(Path(entry.path), top, roots):
                yield found


def _hidden(entry: os.DirEntry[str], top: Path) -> Iterator[Found]:
    """A hidden paper, or a hidden folder that holds one: nothing is lost without a word."""
    if entry.name.casefold() in _TOOLS:
        return
    names = [entry.name]
    if entry.is_dir(follow_symlinks=False):
        names = [f"{entry.name}/{name}" for _, _, files in os.walk(entry.path) for name in files]
    if any(map(is_hidden_paper, names)):
        yield Found(Path(entry.path), Path(entry.path).relative_to(top).as_posix(), None, hidden=True)


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
