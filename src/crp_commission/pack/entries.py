"""What the arguments of a check name, each file once and in one order on every machine."""

from __future__ import annotations

import difflib
import os
import stat
import unicodedata
from collections import Counter
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import NamedTuple

from ..errors import UsageError
from .folders import Found, identity, walk

STANDARD_INPUT = "standard input"


class Entry(NamedTuple):
    """A file of the pack. ``path`` is what people see, ``file`` where it lies (None for standard input).

    ``named`` marks a file that a person named, not one found in a folder. ``unread`` says why it cannot be read,
    in words that follow "it". ``identity`` is its device and inode. ``location`` is where it lies seen from the folder
    that the run starts in, by what was typed; empty where an absolute path was. ``hidden`` marks what is told of only.
    """

    path: str
    file: Path | None
    identity: tuple[int, int] | None = None
    named: bool = False
    unread: str = ""
    is_link: bool = False
    location: str = ""
    hidden: bool = False


def find_entries(arguments: Sequence[str]) -> tuple[Entry, ...]:
    """Every file that the arguments name. Raises UsageError when a path does not exist or none was given."""
    if not arguments:
        raise UsageError("No document was given.", hint="Name a file, a folder or a .zip, or - for standard input.")
    statuses = {argument: _status(argument) for argument in arguments if argument != "-"}
    roots = [Path(name).resolve() for name, status in statuses.items() if stat.S_ISDIR(status.st_mode)]
    entries = [Entry(STANDARD_INPUT, None, named=True)] if "-" in arguments else []
    for argument, status in statuses.items():
        entries.extend(_expand(Path(argument), status, roots))
    return tuple(sorted(_told_apart(_once(entries)), key=_order))


def title_of(arguments: Sequence[str], entries: Sequence[Entry]) -> str:
    """What to call the pack: the one thing that was given, or the first file and how many more there are."""
    if len(set(arguments)) == 1:
        return STANDARD_INPUT if arguments[0] == "-" else _shown(Path(arguments[0]).resolve().name)
    more = len(entries) - 1
    return entries[0].path + (f" and {more} more" if more > 0 else "")


def _status(argument: str) -> os.stat_result:
    try:
        return os.stat(argument)
    except (FileNotFoundError, NotADirectoryError, ValueError):
        name = _shown(argument)
        if os.path.lexists(argument.replace("\0", "")):
            hint = "Give the file itself."
            raise UsageError(f"{name} is a link to a file that does not exist.", hint=hint, file=name) from None
        raise UsageError(f"{name} does not exist.", hint=_nearest(argument), file=name) from None
    except OSError as error:
        name = _shown(argument)
        raise UsageError(f"{name} cannot be opened: {error.strerror}.", file=name) from None


def _nearest(argument: str) -> str:
    wanted = Path(argument.replace("\0", ""))
    try:
        names = [entry.name for entry in os.scandir(wanted.parent)]
    except OSError:
        return "Check the spelling, and the folder you are in."
    close = difflib.get_close_matches(wanted.name, names, n=1)
    if not close:
        return "Check the spelling, and the folder you are in."
    return f"Did you mean {_shown(str(wanted.with_name(close[0])))}?"


def _expand(path: Path, status: os.stat_result, roots: Sequence[Path]) -> Iterable[Entry]:
    if stat.S_ISDIR(status.st_mode):
        top = path.resolve()
        return [_entry(found, path) for found in walk(top, roots)]
    why = "" if stat.S_ISREG(status.st_mode) else "is not an ordinary file"
    return [Entry(_shown(path.name), path, identity(status), named=True, unread=why, location=_location(path))]


def _entry(found: Found, folder: Path) -> Entry:
    location = _location(folder / found.path)
    return Entry(
        _shown(found.path), found.file, found.identity, False, found.unread, found.is_link, location, found.hidden
    )


def _location(path: Path) -> str:
    """A path as typed but for "./"; none for an absolute one, which tells of the machine and not of the papers."""
    return "" if path.anchor else _shown(str(path))


def _once(entries: Iterable[Entry]) -> list[Entry]:
    """One entry for each file on the disk: a name comes before a link, a file that was named before one found."""
    ordered = sorted(entries, key=lambda entry: (entry.is_link, not entry.named, _order(entry)))
    known: set[tuple[int, int]] = set()
    kept = []
    for entry in ordered:
        if entry.identity is None or entry.identity not in known:
            kept.append(entry)
        if entry.identity:
            known.add(entry.identity)
    return kept


def _told_apart(entries: list[Entry]) -> list[Entry]:
    """Files of one shown path get the names of the folders above them, until no two are the same."""
    while clashes := {path for path, count in Counter(entry.path for entry in entries).items() if count > 1}:
        longer = [_with_parent(entry) if entry.path in clashes else entry for entry in entries]
        if longer == entries:
            break
        entries = longer
    return entries


def _with_parent(entry: Entry) -> Entry:
    if entry.file is None:
        return entry
    parts = entry.file.resolve().parts[1:]
    return entry._replace(path=_shown("/".join(parts[-entry.path.count("/") - 2 :])))


def _order(entry: Entry) -> tuple[str, str, str]:
    return (entry.path.casefold(), entry.path, str(entry.file))


def _shown(path: str) -> str:
    """A path as people see it: the same spelling on every system, and nothing that cannot be printed."""
    text = path.replace(os.sep, "/").encode("utf-8", "surrogateescape").decode("utf-8", "replace")
    return unicodedata.normalize("NFC", text)
