"""SARIF's artifacts, locations and messages."""

from __future__ import annotations

import re
from typing import Any

from ...report import Report
from ...report_criteria import EvidenceInfo
from ...report_law import LawInfo
from .._escaping import visible
from .places import ROOT, file_uri, location

_PLACEHOLDER = re.compile(r"\{(?=\d+\})|(?<=\{)(\d+)\}")


class Artifacts:
    """The files of a run, each with the number by which locations refer to it."""

    def __init__(self, report: Report) -> None:
        self._report = report
        paths = [file.path for file in report.files]
        paths += [path for path in report.reading.not_read if path not in paths]
        self._numbers = {path: number for number, path in enumerate(paths)}

    def listed(self) -> list[dict[str, Any]]:
        """Every file of the pack, those not read last, with hash and kind of paper where they are known."""
        known = {file.path: file for file in self._report.files}
        made = []
        for path in self._numbers:
            artifact: dict[str, Any] = {"location": self._uri(path), "roles": ["analysisTarget"]}
            if file := known.get(path):
                artifact["hashes"] = {"sha-256": file.sha256}
                artifact["properties"] = {
                    "path": path, "kind": file.kind, "paper": file.role, "words": file.words, "pages": file.pages,
                }  # fmt: skip
            made.append(artifact)
        return made

    def location(self, path: str) -> dict[str, Any]:
        """Where a file is; one that is not listed has its name all the same, as readers show nothing without a file."""
        number = self._numbers.get(path)
        return self._uri(path) | ({} if number is None else {"index": number})

    def _uri(self, path: str) -> dict[str, Any]:
        uri = file_uri(location(self._report, path))
        return {"uri": uri} if uri.startswith(("file:", "..")) else {"uri": uri, "uriBaseId": ROOT}


def location_of(file: str, passage: EvidenceInfo | LawInfo | None, artifacts: Artifacts) -> dict[str, Any]:
    """A place: the file, its line where there are lines, and section, page, paragraph and cell as a person counts."""
    physical: dict[str, Any] = {"artifactLocation": artifacts.location(file)}
    if passage is None:
        return {"physicalLocation": physical}
    if passage.line is not None:
        physical["region"] = {"startLine": passage.line, "snippet": {"text": passage.quote}}
    logical = _logical(passage)
    message = {"message": as_message(f"{file}, {passage.place}")} if passage.place else {}
    return {"physicalLocation": physical, **({"logicalLocations": logical} if logical else {}), **message}


def as_message(text: str) -> dict[str, str]:
    """Text that a reader shows as it is: what SARIF would take for a link or a placeholder is escaped."""
    text = "\n".join(visible(line) for line in text.split("\n"))
    if "](" in text:
        text = text.replace("[", "\\[").replace("]", "\\]")
    return {"text": _PLACEHOLDER.sub(lambda found: f"{found[1]}}}}}" if found[1] else "{{", text)}


def _logical(passage: EvidenceInfo | LawInfo) -> list[dict[str, str]]:
    """Section, page, paragraph, and the row of a table, from the widest in."""
    found = [("section", passage.section)] if passage.section else []
    for kind, number in (("page", passage.page), ("paragraph", passage.paragraph), ("table", passage.table)):
        found += [(kind, f"{kind} {number}")] if number is not None else []
    if passage.row is not None:
        found.append(("cell", f"row {passage.row}, column {passage.column}"))
    names = [passage.file, *(name for _, name in found)]
    return [
        {"name": name, "kind": kind, "fullyQualifiedName": " > ".join(names[: number + 2])}
        for number, (kind, name) in enumerate(found)
    ]
