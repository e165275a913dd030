"""A pack: everything given to one check, as an ordered list of documents, each with its bytes."""

from __future__ import annotations

import hashlib
from collections.abc import Collection, Iterator
from functools import partial
from typing import BinaryIO, NamedTuple

from ..document import Note
from ..errors import NotReadError
from ..limits import Limits
from .annotated_copies import Readers, annotated_copy, copied_from
from .entries import Entry, find_entries, title_of
from .kinds import ARCHIVE, Kind, choose
from .loading import load, members
from .own_files import left_out, own_file
from .repository_files import hidden, is_repositorys, repositorys

__all__ = ["Member", "Pack", "open_pack", "unread_note"]


class Member(NamedTuple):
    """A document of the pack: the path to show, its reader's name, its bytes and their SHA-256.

    ``warning`` is a sentence about a name that does not fit the content, empty as a rule.
    """

    path: str
    kind: str
    data: bytes
    sha256: str
    warning: str = ""


class Pack(NamedTuple):
    """What was given to one check. ``identities`` tell the files on the disk apart from those to be written."""

    title: str
    entries: tuple[Entry, ...]
    limits: Limits

    @property
    def identities(self) -> frozenset[tuple[int, int]]:
        """Device and inode of every file of the pack."""
        return frozenset(entry.identity for entry in self.entries if entry.identity)

    @property
    def locations(self) -> dict[str, str]:
        """Where each file lies that does not lie at its path, seen from the folder that the run starts in."""
        return {entry.path: entry.location for entry in self.entries if entry.location not in ("", entry.path)}

    def without(self, files: Collection[tuple[int, int]]) -> Pack:
        """The pack without those files, by device and inode: they lie in its folder and are no papers."""
        left = tuple(entry for entry in self.entries if entry.named or entry.identity not in files)
        return self._replace(entries=left)

    def documents(self, stdin: BinaryIO | None = None) -> Iterator[Member | Note]:
        """The documents in order, each read when its turn comes, and a note for each file that cannot be read, is
        this program's own, a repository's, hidden or an annotated copy of another.

        Raises NotReadError when the archives among them hold more files than a pack may have.
        """
        count = 0
        papers = {entry.path: partial(load, entry, self.limits) for entry in self.entries}
        for entry in self.entries:
            for document in self._open(entry, papers, stdin):
                count += 1
                _check_count(count, self.limits)
                yield document

    def _open(self, entry: Entry, papers: Readers, stdin: BinaryIO | None) -> Iterator[Member | Note]:
        if entry.unread:
            yield Note(entry.path, "", f"Not read: it {entry.unread}.", unread=1.0)
            return
        if entry.hidden:
            yield hidden(entry.path)
            return
        if not entry.named and is_repositorys(entry.path):
            yield repositorys(entry.path)
            return
        try:
            data = load(entry, self.limits, stdin)
            if note := _no_paper(data, entry.path, papers, self.limits):
                yield note
                return
            kind = choose(data, entry.path, self.limits, guess=entry.named)
            if kind.name == ARCHIVE:
                yield from self._unpack(entry.path, data)
            else:
                yield _member(entry.path, data, kind)
        except NotReadError as error:
            yield unread_note(error, entry.path)

    def _unpack(self, path: str, data: bytes) -> Iterator[Member | Note]:
        inside = list(members(data, path, self.limits))
        papers = dict(inside)
        for name, packed in inside:
            if packed is None:
                yield hidden(name)
                continue
            try:
                content = packed()
                if note := _no_paper(content, name, papers, self.limits):
                    yield note
                    continue
                kind = choose(content, name, self.limits, guess=False)
                if kind.name == ARCHIVE:
                    raise NotReadError(
                        f"{name} is a zip inside a zip, which is not opened.", hint="Unpack it.", file=name
                    )
                yield _member(name, content, kind)
            except NotReadError as error:
                yield unread_note(error, name)


def open_pack(arguments: list[str], limits: Limits) -> Pack:
    """List what the arguments name: files, folders, zip archives, or ``-`` for standard input.

    The order is that of the paths, whatever order they were given in. Raises UsageError when a path does not exist,
    NotReadError when there are more files than ``limits.pack_files``.
    """
    entries = find_entries(arguments)
    _check_count(len(entries), limits)
    return Pack(title_of(arguments, entries), entries, limits)


def _no_paper(data: bytes, path: str, papers: Readers, limits: Limits) -> Note | None:
    """The note for a file that is no paper, as this program's own or a copy it made of one among ``papers``."""
    if what := own_file(data, path, limits):
        return left_out(path, what)
    original = copied_from(data, path, papers, limits)
    return annotated_copy(path, original) if original else None


def unread_note(error: NotReadError, path: str) -> Note:
    """The note that stands for a file of which nothing was read."""
    message = error.message.replace(f"{path} ", "it ", 1)
    return Note(path, "", " ".join(filter(None, (f"Not read: {message}", error.hint))), unread=1.0)


def _member(path: str, data: bytes, kind: Kind) -> Member:
    return Member(path, kind.name, data, hashlib.sha256(data).hexdigest(), kind.warning)


def _check_count(count: int, limits: Limits) -> None:
    if count > limits.pack_files:
        raise NotReadError(
            f"The pack holds more than {limits.pack_files:,} files, which is the limit.",
            hint="Give the folder that holds the documents, or raise `limits: pack_files` in crp-commission.yaml.",
        )
