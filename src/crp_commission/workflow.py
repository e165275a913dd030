"""A check from what was given to its report: list, read, build, judge and compose."""

from __future__ import annotations

import os
import re
from collections import deque
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from fnmatch import fnmatchcase
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

from . import __version__, accepting, readers
from .document import BlockKind, Document, Extract, Note, Source
from .errors import NothingReadError, NotReadError, UsageError
from .isolation import Extraction, Job
from .pack import Member, Pack, open_pack, unread_note
from .pack.own_files import REPORT, is_report, left_out
from .plain_words import LEFT_OUT, list_words
from .roles import guess_role, guess_unread
from .settings import Settings
from .writing import check_targets, earlier

if TYPE_CHECKING:
    from .report import Report
    from .rules import Ruleset

# Called with the path of each document and its number, from 1, when its reading begins.
Progress = Callable[[str, int], None]
# Called with the particulars of a reader's fault, for the people who look after the reader.
Particulars = Callable[[str], None]

_MOST_WORKERS = 4
_MOST_TOLD = 8
_NO_TEXT = "Not read: no text was found in it."
_NO_TEXT_ADVICE = "If you see words when you open it, they are in pictures: ask for the paper as it was written."
_OTHER_PAPERS = (
    "Give the papers as Word (.docx), PDF with text in it, OpenDocument, a web page, Markdown or plain text."
)
_SENTENCES = re.compile(r"(?<=\.)\s(?=[A-Z])")


def check(
    arguments: list[str],
    settings: Settings,
    *,
    stdin: BinaryIO | None = None,
    progress: Progress | None = None,
    particulars: Particulars | None = None,
) -> Report:
    """Judge everything that ``arguments`` name as one pack. ``stdin`` stands in for standard input.

    A file that cannot be read costs the pack nothing but a note. Raises NothingReadError when there is no text at
    all, and UsageError or RulesetError when an argument, a setting or a ruleset is wrong.
    """
    beside = accepting.identities(settings)
    outputs = [Path(output) for output in settings.output if output != "-"]
    pack = open_pack(arguments, settings.limits).without(beside | earlier(outputs))
    check_targets(outputs, pack.identities | beside)
    reading = _Reading(pack, stdin, progress)
    workers = settings.workers or min(os.cpu_count() or 1, _MOST_WORKERS)
    with Extraction(reading.jobs(), settings.limits, workers) as extraction:
        from . import composing, engine, library, structure  # loaded while the first documents are being read

        rulesets = library.find(settings.ruleset, base=Path(), limits=settings.limits, use_cache=not settings.no_cache)
        gate, files = accepting.gate_of(settings, rulesets), accepting.read(settings, rulesets)
        lawbook = library.lawbook(settings.limits, use_cache=not settings.no_cache)
        parts = list(reading.parts(extraction, settings))
    if particulars:
        for fault in reading.faults:
            particulars(fault)
    document = structure.build(pack.title, parts)
    document = replace(document, notes=(*document.notes, *reading.notes))
    _require_text(document, parts, arguments)
    document = _to_judge(document, rulesets, settings)
    assessment = engine.assess(document, rulesets, settings.profile, library.recogniser(), lawbook)
    answers = files.answers
    return composing.compose(
        assessment,
        tool_version=__version__,
        date=settings.date,
        gate=gate,
        profile=settings.profile,
        answers=answers,
        locations=pack.locations,
        acceptance=files.against(composing.as_answered(assessment, answers, settings.date)),
    )


def _to_judge(document: Document, rulesets: Sequence[Ruleset], settings: Settings) -> Document:
    """As much of a pack as is judged, with notes on what is not asked of it and what is not, and why."""
    from . import annexes, judged_part, library

    document = judged_part.judged_part(document, settings.limits.sentences)
    annexed = annexes.unasked_of_annexes(document, rulesets, settings.profile)
    unreasoned = (Note(name, "", what) for name, what in library.unreasoned(rulesets))
    return replace(document, notes=(*document.notes, *annexed, *unreasoned))


class _Reading:
    """The documents of a pack on their way through the readers, and notes on those that did not get through."""

    def __init__(self, pack: Pack, stdin: BinaryIO | None, progress: Progress | None) -> None:
        self.pack = pack
        self.stdin = stdin
        self.progress = progress
        self.notes: list[Note] = []
        self.faults: list[str] = []
        self.under_way: deque[Member] = deque()

    def jobs(self) -> Iterator[Job]:
        """What there is to read. From the second file of a kind on its workers find the reader ready."""
        kinds: set[str] = set()
        for number, document in enumerate(self.pack.documents(self.stdin), 1):
            if isinstance(document, Note):
                self.notes.append(document)
                continue
            if self.progress:
                self.progress(document.path, number)
            self.under_way.append(document._replace(data=b""))
            if document.kind in kinds:
                readers.make_ready(document.kind)
            kinds.add(document.kind)
            yield Job(f"{readers.__name__}.{document.kind}", document.data, document.path)

    def parts(self, extraction: Extraction, settings: Settings) -> Iterator[tuple[Source, Extract]]:
        """Each document that was read, with its role."""
        roles = _Roles(dict(settings.role))
        remarks: list[Note] = []
        for outcome in extraction:
            member = self.under_way.popleft()
            if isinstance(outcome, NotReadError):
                self.notes.append(unread_note(outcome, member.path))
                self.faults.extend(getattr(outcome, "__notes__", ()))
                continue
            role = roles.said_of(member.path) or _guess(member.path, outcome)
            if is_report(outcome.blocks):
                remarks.append(left_out(member.path, REPORT))
                continue
            remarks.extend(_remarks(member, outcome))
            yield _source(member, outcome, role), outcome
        lost = [
            replace(one, role=roles.said_of(one.file) or guess_unread(one.file)) if one.unread else one
            for one in self.notes
        ]
        self.notes = [*lost, *remarks]
        if roles.unused and settings.origins["role"].is_option:
            raise UsageError(
                f"--role names {min(roles.unused)}, and no document is called that.",
                hint="Write the file's path as the report shows it; * stands for any letters.",
            )


class _Roles:
    """The roles that a person gave to files, by patterns of their paths, and which patterns fit none so far."""

    def __init__(self, given: Mapping[str, str]) -> None:
        self.given = given
        self.unused = set(given)

    def said_of(self, path: str) -> str | None:
        """The role by the first of the patterns that fits a file's path, else by the first that fits its name."""
        texts = (path, path.rpartition("/")[2])
        pattern = next((pattern for text in texts for pattern in self.given if fnmatchcase(text, pattern)), None)
        self.unused.discard(pattern or "")
        return self.given[pattern] if pattern else None


def _guess(path: str, extract: Extract) -> str:
    headings = [block.text for block in extract.blocks if block.kind is BlockKind.HEADING]
    return guess_role(path, headings, " ".join(block.text for block in extract.blocks[:5]))


def _source(member: Member, extract: Extract, role: str) -> Source:
    words = sum(len(block.text.split()) for block in extract.blocks)
    return Source(member.path, member.sha256, member.kind, role, extract.pages, words)


def _remarks(member: Member, extract: Extract) -> Iterator[Note]:
    if member.warning:
        yield Note(member.path, "", member.warning)
    if not _has_words(extract) and not any(note.unread >= 1 for note in extract.notes):
        yield Note(member.path, "", f"{_NO_TEXT} {_NO_TEXT_ADVICE}", unread=1.0)


def _has_words(extract: Extract) -> bool:
    """Whether there is a letter or figure in it: signs alone, such as dots and dashes, are no text."""
    return any(any(map(str.isalnum, block.text)) for block in extract.blocks)


def _require_text(document: Document, parts: list[tuple[Source, Extract]], arguments: list[str]) -> None:
    if any(_has_words(extract) for _, extract in parts):
        return
    lost = [note for note in document.notes if note.unread > 0 or note.text.startswith(LEFT_OUT)]
    if not lost:
        raise _nothing_there(arguments)
    if len(lost) == 1 and not lost[0].unread:
        message = lost[0].text.replace(f"{LEFT_OUT} it", lost[0].file, 1)
        raise NothingReadError(message, hint="Give the papers themselves.", file=lost[0].file)
    if len(lost) == 1:
        text, *advice = _SENTENCES.split(lost[0].text, maxsplit=1)
        message = f"No text could be read.\n{lost[0].file}: {text}"
        raise NothingReadError(message, hint=" ".join(advice) or _OTHER_PAPERS, file=lost[0].file)
    told = [f"{note.file}: {note.text}" for note in lost[:_MOST_TOLD]]
    if len(lost) > len(told):
        told.append(f"and {len(lost) - len(told)} more")
    raise NothingReadError("\n".join(["No text could be read.", *told]), hint=_OTHER_PAPERS)


def _nothing_there(arguments: list[str]) -> NothingReadError:
    """Folders and archives without a file that could be a paper."""
    names = [argument.replace("\0", "") for argument in arguments]
    are, hold = ("is", "holds") if len(names) == 1 else ("are", "hold")
    return NothingReadError(
        f"No text could be read: {list_words(names, _MOST_TOLD)} {are} empty, or {hold} no papers.",
        hint="Give the folder that holds the documents.",
        file=names[0] if len(names) == 1 else None,
    )
