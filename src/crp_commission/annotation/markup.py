"""The XML that is put into a Word document: marks of comments, comments, and paragraphs as tracked insertions."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from ..xmlbytes import escaped
from .wording import Line

AUTHOR = "crp-commission"
_INITIALS = "CRP"
_STRICT = b"http://purl.oclc.org/ooxml/wordprocessingml/main"
_USUAL = b"http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_PLAIN_TEXT = b'<w:sz w:val="20"/>'
_PLAIN_MARK = b'<w:sz w:val="16"/>'
_PLAIN_PARAGRAPH = b'<w:spacing w:before="0" w:after="0" w:line="240" w:lineRule="auto"/>'


@dataclass(frozen=True, slots=True)
class Look:
    """Ids of the styles that a document has for the text of comments and for their marks; empty where it has none."""

    text: str = ""
    mark: str = ""


def is_strict(part: bytes) -> bool:
    """Whether a part is written in the Strict form of the standard."""
    return _STRICT in part


def binding(name: bytes, *, strict: bool) -> bytes:
    """What to add to an element of ours where an element of the file around it is called ``name``.

    Where the file says "w:p" our prefix holds too; where it calls it something else we bind it ourselves.
    """
    return b"" if name.startswith(b"w:") else b' xmlns:w="' + (_STRICT if strict else _USUAL) + b'"'


def _by(number: int, date: str | None) -> bytes:
    when = f' w:date="{date}T00:00:00Z"' if date else ""
    return f' w:id="{number}" w:author="{AUTHOR}"{when}'.encode()


def range_start(number: int, bound: bytes) -> bytes:
    """The start of the range of a comment."""
    return b'<w:commentRangeStart%b w:id="%d"/>' % (bound, number)


def range_end(number: int, bound: bytes) -> bytes:
    """The end of the range of a comment."""
    return b'<w:commentRangeEnd%b w:id="%d"/>' % (bound, number)


def reference(number: int, bound: bytes, look: Look) -> bytes:
    """The run that refers to a comment."""
    style = _style(b"rStyle", look.mark) or _PLAIN_MARK
    return b'<w:r%b><w:rPr>%b</w:rPr><w:commentReference w:id="%d"/></w:r>' % (bound, style, number)


def comment(number: int, lines: Sequence[Line], look: Look, date: str | None, bound: bytes) -> bytes:
    """A comment; its first paragraph begins with its mark, as Word writes it."""
    mark = b"<w:r><w:rPr>" + (_style(b"rStyle", look.mark) or _PLAIN_MARK) + b"</w:rPr><w:annotationRef/></w:r>"
    paragraphs = [_comment_paragraph(line, look, mark if at == 0 else b"") for at, line in enumerate(lines)]
    head = b"<w:comment" + bound + _by(number, date) + f' w:initials="{_INITIALS}">'.encode()
    return head + b"".join(paragraphs) + b"</w:comment>"


def _comment_paragraph(line: Line, look: Look, mark: bytes) -> bytes:
    styled = _style(b"pStyle", look.text)
    size = b"" if styled else _PLAIN_TEXT
    run = _run(line.text, (b"<w:b/>" if line.bold else b"") + size)
    return b"<w:p><w:pPr>" + (styled or _PLAIN_PARAGRAPH) + b"</w:pPr>" + mark + run + b"</w:p>"


def inserted_paragraph(
    text: str, *, marks: bytes, look: bytes, numbers: tuple[int, int], date: str | None, bound: bytes,
    around: tuple[bytes, bytes] = (b"", b""), ends: bool = True,
) -> bytes:  # fmt: skip
    """A paragraph as a tracked insertion.

    ``marks`` and ``look`` are the properties of paragraph and run, ``numbers`` those of the two insertions: of the text
    and of the paragraph's end, which ``ends`` off leaves to the paragraph before. ``around`` is inserted with the text,
    on both sides: who rejects the clause is rid of its comment too.
    """
    end = b"<w:rPr><w:ins" + _by(numbers[1], date) + b"/></w:rPr>" if ends else b""
    inserted = b"<w:ins" + _by(numbers[0], date) + b">" + around[0] + _run(text, look) + around[1] + b"</w:ins>"
    return b"<w:p" + bound + b"><w:pPr>" + marks + end + b"</w:pPr>" + inserted + b"</w:p>"


def inserted_end(number: int, date: str | None, bound: bytes) -> bytes:
    """What says, among the properties of a paragraph's end, that it was inserted."""
    return b"<w:ins" + bound + _by(number, date) + b"/>"


def _run(text: str, look: bytes) -> bytes:
    properties = b"<w:rPr>" + look + b"</w:rPr>" if look else b""
    return b"<w:r>" + properties + b'<w:t xml:space="preserve">' + escaped(text) + b"</w:t></w:r>"


def _style(element: bytes, style: str) -> bytes:
    return b'<w:%b w:val="%b"/>' % (element, escaped(style)) if style else b""
