"""What a file holds that is not read as its text: counted while walking, told as Notes."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from ..document import Note

_MOST_UNREAD = 0.5


@dataclass(frozen=True, slots=True)
class _Wording:
    """How a remark is put for one and for many, and the share of the file's text that each is taken to hide."""

    one: str
    many: str
    share: float = 0.0


class Unread(Enum):
    """The kinds of thing that are left out."""

    DELETED = _Wording(
        "A passage marked as deleted or moved away (tracked changes) was not read; insertions were read.",
        "{count} passages marked as deleted or moved away (tracked changes) were not read; insertions were read.",
    )
    HIDDEN = _Wording("Hidden text in one place was not read.", "Hidden text in {count} places was not read.")
    OTHER_FORMS = _Wording(
        "A passage in a form that Word does not show was not read.",
        "{count} passages in a form that Word does not show were not read.",
    )
    COMMENTS = _Wording("A comment was not read.", "{count} comments were not read.")
    PROMPTS = _Wording(
        "A form field still shows its prompt; the prompt was not read as text.",
        "{count} form fields still show their prompts; the prompts were not read as text.",
    )
    PICTURES = _Wording(
        "A picture was not read; if it shows text, check it by eye.",
        "{count} pictures were not read; if they show text, check them by eye.",
    )
    CHARTS = _Wording("A chart was not read.", "{count} charts were not read.")
    DIAGRAMS = _Wording(
        "A diagram (SmartArt) was not read; check its text by eye.",
        "{count} diagrams (SmartArt) were not read; check their text by eye.",
        0.02,
    )
    EMBEDDED = _Wording(
        "A file embedded in the document was not read; give it as a file of its own.",
        "{count} files embedded in the document were not read; give them as files of their own.",
        0.1,
    )
    OUTSIDE = _Wording(
        "A part kept outside the text (an imported or linked document) was not read; give it as a file of its own.",
        "{count} parts kept outside the text (imported or linked documents) were not read; give them as files too.",
        0.1,
    )
    MISSING_NOTES = _Wording(
        "The text refers to a footnote that is not in the file.",
        "The text refers to {count} footnotes that are not in the file.",
    )
    UNSAFE_NAMES = _Wording(
        "A part whose name points outside the file was not read.",
        "{count} parts whose names point outside the file were not read.",
    )


class Remarks:
    """Counts what is left out. ``near`` is the number of the Block the reading has come to, from 1; 0 for unknown."""

    def __init__(self) -> None:
        self.near = 0
        self._counts: dict[Unread, int] = {}
        self._first: dict[Unread, int] = {}

    def add(self, kind: Unread, times: int = 1) -> None:
        """Count ``times`` more of ``kind``."""
        if times:
            self._counts[kind] = self._counts.get(kind, 0) + times
            self._first.setdefault(kind, self.near)

    def count(self, kind: Unread) -> int:
        """How many of ``kind`` there have been."""
        return self._counts.get(kind, 0)

    def notes(self, file: str) -> tuple[Note, ...]:
        """One Note for each kind that was met, in a fixed order."""
        return tuple(self._note(file, kind) for kind in Unread if self.count(kind))

    def _note(self, file: str, kind: Unread) -> Note:
        count, first = self._counts[kind], self._first[kind]
        wording = kind.value
        text = wording.one if count == 1 else wording.many.format(count=f"{count:,}")
        place = f"{'near' if count == 1 else 'from'} paragraph {first}" if first else ""
        return Note(file, place, text, min(round(count * wording.share, 2), _MOST_UNREAD))
