"""What was read, as the saved result holds it: the files, what was lost of them, and how much is left."""

from __future__ import annotations

from dataclasses import dataclass, field

from .described import says


@dataclass(frozen=True, slots=True)
class FileInfo:
    """A file that was read."""

    path: str = field(metadata=says("path as given; a member of a zip is pack.zip!/folder/file.docx"))
    sha256: str = field(metadata=says("hash of the file's bytes"))
    kind: str = field(metadata=says("the reader that read it, such as docx or pdf"))
    pages: int | None = field(metadata=says("number of pages; null where the format does not say"))
    words: int = field(metadata=says("words read"))
    role: str = field(metadata=says("what kind of paper it is, such as service-specification; unknown if not settled"))


@dataclass(frozen=True, slots=True)
class NoteInfo:
    """What the reader met and a person should know of."""

    file: str = field(metadata=says("path of the file"))
    place: str = field(metadata=says("place in the file; empty for the whole file"))
    text: str = field(metadata=says("what it was, in one sentence"))
    unread: float = field(metadata=says("share of the file's text that was lost, 0 to 1"))
    unasked: tuple[str, ...] = field(
        default=(), metadata=says("ids of criteria that were not asked because of this; empty for most notes")
    )


@dataclass(frozen=True, slots=True)
class ReadingInfo:
    """How much of the pack the result rests on."""

    files: int = field(metadata=says("files in the pack, read or not"))
    read: int = field(metadata=says("files from which text was read"))
    words: int = field(metadata=says("words read in all"))
    not_read: tuple[str, ...] = field(metadata=says("paths of files of which nothing was read"))
    partly_read: tuple[str, ...] = field(metadata=says("paths of files of which some text was lost"))
