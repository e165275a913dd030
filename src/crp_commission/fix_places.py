"""Where in a pack a new or better clause belongs."""

from __future__ import annotations

import re
from collections.abc import Sequence

from .assessment import Finding, Status
from .document import Document, Place, Section, SectionKind
from .evidence import Evidence

NEW_CLAUSE = "a new clause in the specification"
_NOT_FOR_CLAUSES = frozenset({SectionKind.CONTENTS, SectionKind.DEFINITIONS, SectionKind.LEGISLATION})
# Words that nearly every heading of a children's paper shares say nothing about where a clause belongs.
_EVERYWHERE = """
    about after and are been before child children council each every for from have how into must not other people
    person provider right rights service services shall than that the their them they this what when which who whom
    will with young its
"""
_SAYS_NOTHING = frozenset(_EVERYWHERE.split())


def fitting_place(finding: Finding, telling: Evidence | None, document: Document) -> tuple[str, str]:
    """Where to put the clause, in words, and the path of the file ("" where no file fits).

    The section of the best evidence if there is any; else a section of a file of the right kind whose heading shares
    words with the criterion's title; else a new clause.
    """
    many = len(document.files) > 1
    if telling is not None:
        if finding.status is not Status.CONTRADICTED and telling.place.section:
            return _in_file(telling.place.section, telling.place.file, many), telling.place.file
        return place_words(telling.place, many), telling.place.file
    section = fitting_section(finding.rule.title, finding.rule.where, document)
    if section is not None:
        return _in_file(section.title, section.file, many), section.file
    files = _files(finding.rule.where, document)
    if files:
        return f"a new clause in {files[0]}", files[0]
    return NEW_CLAUSE, ""


def place_words(place: Place, many_files: bool) -> str:
    """A place as a person reads it, with the file where there is more than one."""
    return _in_file(place.label, place.file, many_files)


def _in_file(words: str, file: str, many_files: bool) -> str:
    return f"{words} ({file})" if many_files else words


def _files(where: Sequence[str], document: Document) -> list[str]:
    """Paths of the files of a kind that ``where`` names, in its order."""
    fitting = [source for source in document.files if source.role in where]
    return [source.path for source in sorted(fitting, key=lambda source: (where.index(source.role), source.path))]


def fitting_section(title: str, where: Sequence[str], document: Document) -> Section | None:
    """The section, in a file of a kind that ``where`` names, whose heading shares most words with a rule's title.

    None where none shares any.
    """
    files, wanted = _files(where, document), _words(title)
    scored = [
        (-len(wanted & _words(section.title)), files.index(section.file), section.number, section)
        for section in document.sections
        if section.file in files and section.kind not in _NOT_FOR_CLAUSES
    ]
    best = min(scored, key=lambda entry: entry[:3], default=None)
    return best[3] if best and best[0] < 0 else None


def _words(title: str) -> set[str]:
    """The words that say what a title is about, without their endings: "complaints" and "complaint" are one."""
    words = re.findall(r"[a-z]{3,}", title.casefold())
    return {re.sub(r"(?:ing|ed|es|s|e)$", "", word) for word in words if word not in _SAYS_NOTHING}
