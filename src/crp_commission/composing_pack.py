"""What a result rests on, as it is saved: the files and how much of them was read, rulesets, the scale."""

from __future__ import annotations

from .document import Document
from .natural_order import natural
from .points import exact
from .report import FileInfo, NoteInfo, ReadingInfo, RulesetInfo, ScaleInfo
from .rules import Ruleset, Scale


def files_info(document: Document) -> tuple[FileInfo, ...]:
    """The files of the pack, by path."""
    return tuple(
        FileInfo(source.path, source.sha256, source.kind, source.pages, source.words, source.role)
        for source in sorted(document.files, key=lambda source: (source.path, source.sha256))
    )


def notes_info(document: Document) -> tuple[NoteInfo, ...]:
    """What the readers met, by file and place."""
    return tuple(
        NoteInfo(note.file, note.place, note.text, float(note.unread), note.unasked)
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


def ruleset_info(ruleset: Ruleset) -> RulesetInfo:
    """A ruleset in use."""
    return RulesetInfo(ruleset.id, ruleset.title, ruleset.version, ruleset.sha256, len(ruleset.rules), ruleset.off)


def scale_info(scale: Scale) -> ScaleInfo:
    """The constants of the score."""
    return ScaleInfo(
        credit={name: exact(value) for name, value in sorted(scale.credit.items(), key=lambda item: item[::-1])},
        weights={name: exact(value) for name, value in sorted(scale.weights.items(), key=lambda item: item[::-1])},
        red_below=exact(scale.red_below),
        amber_below=exact(scale.amber_below),
        essential_share=exact(scale.essential_share),
        unread_limit=exact(scale.unread_limit),
    )
