"""Runs within a paragraph: bold, tracked changes, footnote marks, comments and unfilled placeholders."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from docx.document import Document
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.text.paragraph import Paragraph
from docx.text.run import Run

from source.markup import Source
from source.xml import CHANGED, run, tag

TOKEN = re.compile(
    r"\*\*(?P<bold>.+?)\*\*|\{\+(?P<added>.+?)\+\}|\{-(?P<gone>.+?)-\}"
    r"|\{fn:(?P<note>\w+)\}|\{c:(?P<comment>\w+)\|(?P<anchor>.+?)\}|(?P<gap>\[insert[^\]]*\])"
)
EDITOR = "Commissioning Manager"


@dataclass
class Writer:
    """Writes marked-up text into paragraphs; counts the changes and footnotes it has written."""

    document: Document
    source: Source
    changes: int = 0
    notes: list[str] = field(default_factory=list)

    def write(self, paragraph: Paragraph, text: str) -> None:
        """Append ``text`` to ``paragraph``."""
        end = 0
        for match in TOKEN.finditer(text):
            self._plain(paragraph, text[end : match.start()])
            self._token(paragraph, match)
            end = match.end()
        self._plain(paragraph, text[end:])

    def _plain(self, paragraph: Paragraph, text: str) -> None:
        if text:
            paragraph._p.append(run(text))

    def _token(self, paragraph: Paragraph, match: re.Match[str]) -> None:
        found = match.groupdict()
        if found["bold"]:
            paragraph._p.append(run(found["bold"], tag("b")))
        elif found["added"]:
            paragraph._p.append(self._changed("ins", found["added"]))
        elif found["gone"]:
            paragraph._p.append(self._changed("del", found["gone"]))
        elif found["note"]:
            self._note(paragraph, found["note"])
        elif found["gap"]:
            paragraph._p.append(run(found["gap"], tag("highlight", val="yellow")))
        else:
            self._comment(paragraph, found["comment"] or "", found["anchor"] or "")

    def _changed(self, kind: str, text: str) -> BaseOxmlElement:
        self.changes += 1
        changed = run(text, deleted=kind == "del")
        return tag(kind, changed, id=str(900 + self.changes), author=EDITOR, date=CHANGED)

    def _note(self, paragraph: Paragraph, key: str) -> None:
        self.notes.append(self.source.footnotes[key])
        reference = tag("footnoteReference", id=str(len(self.notes)))
        paragraph._p.append(tag("r", tag("rPr", tag("rStyle", val="FootnoteReference")), reference))

    def _comment(self, paragraph: Paragraph, key: str, anchor: str) -> None:
        author, text = self.source.comments[key]
        element = run(anchor)
        paragraph._p.append(element)
        comment = self.document.add_comment(Run(element, paragraph), text, author=author, initials="LS")
        comment._comment_elm.set(next(a for a in comment._comment_elm.attrib if a.endswith("}date")), CHANGED)
