"""The files of a pack as the saved result holds them, and how much of them was read."""

from __future__ import annotations

from .document import Document
from .natural_order import natural
from .report import FileInfo, NoteInfo, ReadingInfo


def files_info(document: Document) -> tuple[FileInfo, ...]:
    """The files of the pack, by path."""
    return tuple(
        FileInfo(source.path, source.sha256, source.kind, source.pages, source.words, source.role)
        for source in sorted(document.files, key=lambda source: (source.path, source.sha256))
    )


def notes_info(document: Document) -> tuple[NoteInfo, ...]:
    """What the readers met, by file and place."""
    return tuple(
        NoteInfo(note.file, note.place, note.text, float(note.unread))
        for note in sorted(document.notes, key=lambda n: (n.file, natural(n.place), n.place, n.text, n.unread))
    )


def reading_info(document: Document) -> ReadingInfo:
    """How much of the pack was read. A file counts as read when words came out of it, whatever its notes say."""
    read = {source.path for source in document.files if source.words}
    lost = {note.file for note in document.notes if note.unread > 0}
    given = {source.path for source in document.files} | {note.file for note in document.notes if note.unread >= 1}
    return ReadingInfo(
        files=len(given),
        read=len(read),
        words=sum(source.words for source in document.files),
        not_read=tuple(sorted(given - read)),
        partly_read=tuple(sorted(lost & read)),
    )
