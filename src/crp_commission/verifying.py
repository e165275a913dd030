"""Whether a saved result still holds: same files, same rulesets, same result; else what differs, in plain words."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import StrEnum

from .described import says
from .plain_words import LEFT_OUT, list_words, range_words
from .report import Report
from .report_criteria import CriterionInfo
from .report_files import NoteInfo

FORMAT = "crp-commission/verification"
FORMAT_VERSION = 1
_MOST_NAMED = 6
# What is asked about in other words, follows from what is, or says who made the result and where the papers lay.
_ASKED_APART = frozenset(
    {"tool", "rulesets", "files", "title", "score", "gate", "criteria", "profile", "date", "scale", "locations"}
)
_TITLES = {
    "reading": "how much was read",
    "law": "what the papers say of the law",
    "limits": "what it does not say",
    "accepted": "waivers and baseline",
}


class Kind(StrEnum):
    """What differs."""

    FILE_CHANGED = "file-changed"
    FILE_MISSING = "file-missing"
    FILE_NEW = "file-new"
    FILE_RENAMED = "file-renamed"
    RULESET_CHANGED = "ruleset-changed"
    RULESET_MISSING = "ruleset-missing"
    RULESET_NEW = "ruleset-new"
    VERDICT = "verdict"
    EVIDENCE = "evidence"
    SCORE = "score"
    GATE = "gate"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Difference:
    """One thing that is not as the saved result has it."""

    kind: Kind = field(metadata=says("what differs"))
    about: str = field(metadata=says("path of the file, or id of the ruleset or criterion; empty for the whole"))
    text: str = field(metadata=says("the same as a sentence"))


@dataclass(frozen=True, slots=True)
class Verification:
    """A saved result held against the same check done again."""

    format: str = field(metadata=says("always crp-commission/verification"))
    format_version: int = field(metadata=says("1; fields may be added within it, never changed in meaning"))
    same: bool = field(metadata=says("whether files, rulesets and result are all the same"))
    same_files: bool = field(metadata=says("whether every file that was read has the same path and hash"))
    same_rulesets: bool = field(metadata=says("whether the rulesets have the same ids, versions and hashes"))
    same_result: bool = field(metadata=says("whether verdicts, evidence, score and all else are the same"))
    differences: tuple[Difference, ...] = field(metadata=says("everything that differs"))
    remarks: tuple[str, ...] = field(metadata=says("what else to know, such as another version of the program"))


def verify(saved: Report, again: Report) -> Verification:
    """Hold a saved result against the check that was done again with its settings."""
    files, rulesets, result = tuple(_files(saved, again)), tuple(_rulesets(saved, again)), tuple(_result(saved, again))
    return Verification(
        format=FORMAT,
        format_version=FORMAT_VERSION,
        same=not (files or rulesets or result),
        same_files=not files,
        same_rulesets=not rulesets,
        same_result=not result,
        differences=(*files, *rulesets, *result),
        remarks=tuple(_remarks(saved, again)),
    )


def _files(saved: Report, again: Report) -> Iterator[Difference]:
    then, now = ({file.path: file.sha256 for file in report.files} for report in (saved, again))
    came = {path: now[path] for path in sorted(now.keys() - then.keys())}
    for path in sorted(then):
        if path in now:
            if then[path] != now[path]:
                hashes = f"SHA-256 {then[path][:12]} then, {now[path][:12]} now"
                yield Difference(Kind.FILE_CHANGED, path, f"{path} has changed since ({hashes}).")
            continue
        name = next((other for other, sha256 in came.items() if sha256 == then[path]), None)
        if name is None:
            yield Difference(Kind.FILE_MISSING, path, f"{path} was read then and is not among the papers now.")
        else:
            del came[name]
            yield Difference(Kind.FILE_RENAMED, path, f"{path} is called {name} now; its content is the same.")
    for path in came:
        yield Difference(Kind.FILE_NEW, path, f"{path} is new: the saved result did not read it.")


def _rulesets(saved: Report, again: Report) -> Iterator[Difference]:
    then, now = ({ruleset.id: ruleset for ruleset in report.rulesets} for report in (saved, again))
    for name in sorted(then.keys() | now.keys()):
        if name not in now:
            yield Difference(Kind.RULESET_MISSING, name, f"The ruleset {name} was used then and is not now.")
        elif name not in then:
            yield Difference(Kind.RULESET_NEW, name, f"The ruleset {name} is used now and was not then.")
        elif then[name].version != now[name].version:
            versions = f"version {then[name].version} then, {now[name].version} now"
            yield Difference(Kind.RULESET_CHANGED, name, f"The ruleset {name} has changed: {versions}.")
        elif then[name].sha256 != now[name].sha256:
            hashes = f"SHA-256 {then[name].sha256[:12]} then, {now[name].sha256[:12]} now"
            text = f"The text of the ruleset {name} has changed, though not its version {now[name].version} ({hashes})."
            yield Difference(Kind.RULESET_CHANGED, name, text)


def _result(saved: Report, again: Report) -> Iterator[Difference]:
    criteria = sorted(_criteria(saved, again), key=lambda one: one.kind is not Kind.VERDICT)
    told = [*_score(saved, again), *criteria]
    yield from told
    saved, again = _as_papers(saved), _as_papers(again)
    others = [
        one.name
        for one in dataclasses.fields(saved)
        if one.name not in _ASKED_APART and getattr(saved, one.name) != getattr(again, one.name)
    ]
    if not told and (saved.files, saved.scale) != (again.files, again.scale):
        others += ["files"] if _read_otherwise(saved, again) else []
        others += ["scale"] if saved.scale != again.scale else []
    if others:
        names = list_words([_TITLES.get(name, name.replace("_", " ")) for name in others], _MOST_NAMED)
        yield Difference(Kind.OTHER, "", f"Other parts of the result are not the same: {names}.")


def _as_papers(report: Report) -> Report:
    """A result without what it says of files that are no papers, such as a report that was saved among them."""
    return dataclasses.replace(report, notes=tuple(note for note in report.notes if not _is_beside(note)))


def _is_beside(note: NoteInfo) -> bool:
    return note.text.startswith(LEFT_OUT) and not note.unread


def _read_otherwise(saved: Report, again: Report) -> bool:
    """Whether a file of the same bytes was read in another way."""
    then = {(file.path, file.sha256): file for file in saved.files}
    return any(then.get((file.path, file.sha256), file) != file for file in again.files)


def _score(saved: Report, again: Report) -> Iterator[Difference]:
    if saved.score != again.score:
        then, now = (
            f"{range_words(report.score.low, report.score.high)}, {report.score.band or 'no band'}"
            for report in (saved, again)
        )
        text = (
            f"The score was {then}; it is {now} now."
            if then != now
            else f"The score is {now} as before, but made up otherwise."
        )
        yield Difference(Kind.SCORE, "", text)
    if saved.gate != again.gate:
        verdicts = ["passed" if report.gate.passed else "failed" for report in (saved, again)]
        text = (
            f"The gate {verdicts[0]} then; it would have {verdicts[1]} now."
            if verdicts[0] != verdicts[1]
            else f"The gate {verdicts[1]} both times, for other reasons."
        )
        yield Difference(Kind.GATE, "", text)


def _criteria(saved: Report, again: Report) -> Iterator[Difference]:
    then, now = ({(one.ruleset, one.id): one for one in report.criteria} for report in (saved, again))
    for key in sorted(then.keys() | now.keys()):
        if key not in now:
            yield Difference(Kind.VERDICT, key[1], f"{key[1]} was {then[key].status}; it is not asked now.")
        elif key not in then:
            yield Difference(Kind.VERDICT, key[1], f"{key[1]} is {now[key].status}; it was not asked then.")
        else:
            yield from _criterion(then[key], now[key])


def _criterion(then: CriterionInfo, now: CriterionInfo) -> Iterator[Difference]:
    if then.status is not now.status:
        text = f"{now.id} was {then.status}; it is {now.status} now: {now.title}."
        yield Difference(Kind.VERDICT, now.id, text)
    elif then != now:
        reason = "rests on other passages" if then.evidence != now.evidence else "its particulars differ"
        yield Difference(Kind.EVIDENCE, now.id, f"{now.id} is {now.status} as before, but {reason}: {now.title}.")


def _remarks(saved: Report, again: Report) -> Iterator[str]:
    if saved.tool != again.tool:
        yield (
            f"The saved result was made by {saved.tool.name} {saved.tool.version}; this is {again.tool.version}. "
            "What differs may come from that."
        )
    beside = {note.file for note in saved.notes if _is_beside(note)} ^ {n.file for n in again.notes if _is_beside(n)}
    if beside:
        yield f"Left out as no papers in one of the two checks only: {list_words(sorted(beside), _MOST_NAMED)}."
    lost = sorted({*again.reading.not_read, *again.reading.partly_read})
    if lost:
        yield f"Not everything could be read: {list_words(lost, _MOST_NAMED)}."
