"""Word files annotated with findings of the test's own, and what the copies hold, found out by another XML library."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Sequence
from typing import NamedTuple
from xml.etree import ElementTree

from docx_builder import docx

from builders import finding, passage, report, rule, source
from crp_commission.annotation import Annotated, Wanted, annotate
from crp_commission.assessment import Finding
from crp_commission.limits import DEFAULT_LIMITS
from crp_commission.readers.docx import read
from crp_commission.report import Report

LISTEN = "The Provider shall listen to children."
_DELETED = ("del", "moveFrom")


class Note(NamedTuple):
    """A comment: its lines and the words it covers."""

    lines: tuple[str, ...]
    covers: str
    attributes: dict[str, str]


def about(data: bytes, quote: str, *, id: str = "DO-PAR-1", status: str = "partial", **fields: str) -> Finding:
    """A finding about words of a file, in the first block that holds them."""
    block = next(block for block in read(data, "spec.docx", DEFAULT_LIMITS).blocks if quote in block.text)
    strength = fields.pop("strength", "contradicts" if status == "contradicted" else "intended")
    criterion = rule(id, fields.pop("severity", "major"))
    found = passage(quote, strength, paragraph=block.place.paragraph, section=fields.pop("section", ""))
    return finding(criterion, status, found, missing=("how often",))


def of(*findings: Finding, role: str = "service-specification") -> Report:
    """A report on one Word file."""
    return report(*findings, files=(source("spec.docx", role),))


def annotated(data: bytes, *findings: Finding, role: str = "service-specification", **wanted: object) -> Annotated:
    """The copy of a file with what those findings say."""
    return annotate(data, of(*findings, role=role), DEFAULT_LIMITS, Wanted(**wanted))  # type: ignore[arg-type]


def marked(body: str, *quotes: str, **inner: str) -> list[str]:
    """The words that the comments on those quotes cover, in the order of the text."""
    data = docx(body, **inner)
    findings = [about(data, quote, id=f"DO-PAR-{number}") for number, quote in enumerate(quotes, 1)]
    copy = annotated(data, *findings)
    assert texts(copy.data) == texts(data)
    return [note.covers for note in notes(copy.data)[1:]]


def parts(data: bytes) -> dict[str, bytes]:
    """The members of a zip, by name, in order."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        assert archive.testzip() is None
        return {name: archive.read(name) for name in archive.namelist()}


def texts(data: bytes) -> list[str]:
    """What the reader finds in a file."""
    return [block.text for block in read(data, "spec.docx", DEFAULT_LIMITS).blocks]


def notes(data: bytes, main: str = "word/document.xml", comments: str = "word/comments.xml") -> list[Note]:
    """The comments of a file, in the order of their numbers; each must be referred to and have a range, once."""
    members = parts(data)
    found = {}
    for element in ElementTree.fromstring(members[comments]):
        attributes = {_local(name): value for name, value in element.attrib.items()}
        lines = tuple("".join(t.text or "" for t in p.iter() if _local(t.tag) == "t") for p in element)
        found[attributes["id"]] = Note(lines, "", attributes)
    tree = ElementTree.fromstring(members[main])
    references = [_number(e) for e in tree.iter() if _local(e.tag) == "commentReference"]
    assert sorted(references) == sorted(found)
    return [note._replace(covers=_covered(tree, number)) for number, note in sorted(found.items(), key=_by_number)]


def ours(data: bytes) -> list[Note]:
    """The comments that this tool made."""
    return [note for note in notes(data) if note.attributes["author"] == "crp-commission"]


def after(data: bytes, *, accepted: bool) -> list[str]:
    """The paragraphs of the text with all insertions of this tool accepted or rejected, as Word does it.

    A paragraph whose end was inserted, when that is rejected, becomes one with the next.
    """
    found: list[str] = []
    kept = ""
    for p in ElementTree.fromstring(parts(data)["word/document.xml"]).iter():
        if _local(p.tag) != "p":
            continue
        gone = {id(t) for change in p.iter() if _is_ours(change) for t in change.iter()}
        kept += "".join(t.text or "" for t in p.iter() if _local(t.tag) == "t" and (accepted or id(t) not in gone))
        properties = [e for e in p if _local(e.tag) == "pPr"]
        if not accepted and any(_is_ours(e) for pr in properties for e in pr.iter()):
            continue
        found.append(kept)
        kept = ""
    assert not kept
    return found


def _is_ours(element: ElementTree.Element) -> bool:
    by = next((value for name, value in element.attrib.items() if _local(name) == "author"), "")
    return _local(element.tag) == "ins" and by == "crp-commission"


def _covered(tree: ElementTree.Element, number: str) -> str:
    pieces: list[str] = []
    inside, seen = False, 0

    def walk(element: ElementTree.Element) -> None:
        nonlocal inside, seen
        name = _local(element.tag)
        if name in _DELETED:
            return
        if name == "commentRangeStart" and _number(element) == number:
            inside, seen = True, seen + 1
        elif name == "commentRangeEnd" and _number(element) == number:
            inside, seen = False, seen + 1
        elif name == "t" and inside:
            pieces.append(element.text or "")
        elif name in ("tab", "br", "noBreakHyphen") and inside:
            pieces.append({"tab": "\t", "br": "\n"}.get(name, "-"))
        for child in element:
            walk(child)

    walk(tree)
    assert seen == 2, f"comment {number} has no whole range"
    return "".join(pieces)


def _number(element: ElementTree.Element) -> str:
    return next(value for name, value in element.attrib.items() if _local(name) == "id")


def _by_number(entry: tuple[str, Note]) -> int:
    return int(entry[0])


def _local(name: str) -> str:
    return name.rpartition("}")[2]


def lines_of(found: Sequence[Note]) -> str:
    """All lines of some comments, one below the other."""
    return "\n".join(line for note in found for line in note.lines)
