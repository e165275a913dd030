"""Which reader a file is for: its content decides, and is held against the ending of its name."""

from __future__ import annotations

from pathlib import PurePosixPath
from typing import NamedTuple

from .. import readers
from ..errors import NotReadError
from ..filekind import MAIL, WEB_ARCHIVE, ZIP, describe
from ..limits import Limits

ARCHIVE = "zip"
_ENDINGS_SHOWN = (
    "Word (.docx), PDF, OpenDocument (.odt), web pages, Markdown, plain text and YAML specifications are read."
)
# The start of a PDF may stand anywhere in its first kilobyte.
_PDF_WITHIN = 1_024
_OPENING = 4_096
_PROVEN = {"pdf": "a PDF", "docx": "a Word document", "odt": "an OpenDocument text", ARCHIVE: "a zip archive"}
_SPECIFICATION = {b"title", b"sections"}
_TEXTS = ("plain text", "a web page (HTML)", "a file of an unknown kind")
_MAILS = {".eml": MAIL, ".mht": WEB_ARCHIVE, ".mhtml": WEB_ARCHIVE}
_ADVICE = (
    (("e-mail", "Outlook"), "Open it, save the paper that is attached or quoted in it as .docx or PDF, and give that."),
    (("MHT",), "Open it in a browser and save it as PDF, or as a web page (.html)."),
    (("Excel", "spreadsheet"), "Open it in a spreadsheet program, save the sheets that matter as PDF, and give that."),
    (("PowerPoint", "presentation"), "Open it in a program for presentations and save it as PDF."),
    (("password",), "Open it with its password and save it without one."),
    (("Word", "RTF"), "Open it in Word and save it as .docx."),
    (("Office",), "Open it in the program that made it, and save it as .docx or PDF."),
)
"""What to do with files of a kind that is not read, by words in the kind's name."""


class Kind(NamedTuple):
    """The reader for a file (or ``ARCHIVE``) and, when its name says something else, a sentence about that."""

    name: str
    warning: str = ""


def choose(data: bytes, name: str, limits: Limits, *, guess: bool) -> Kind:
    """The kind of a file, from its bytes and its name as shown to people.

    ``guess`` allows plain text with an ending nobody knows: a person named this very file. Raises NotReadError
    for a file that is empty or of a kind that is not read.
    """
    if not data.strip(b"\0 \t\r\n\f\v"):
        raise NotReadError(f"{name} is empty.", hint="Check that it was copied whole.", file=name)
    ending = PurePosixPath(name).suffix.lower()
    kind = _by_content(data, limits)
    if kind:
        return Kind(kind, _warning(kind, ending))
    if ending in _MAILS or describe(data) in (MAIL, WEB_ARCHIVE):
        raise _not_a_kind(data, name, ending)
    if ending[1:] in (ARCHIVE, *readers.names()):
        return Kind(ending[1:])
    if describe(data) not in _TEXTS:
        raise _not_a_kind(data, name, ending)
    by_name = readers.kind_of(ending)
    if by_name or guess:
        return Kind(by_name or _text_kind(data))
    raise _not_a_kind(data, name, ending)


def _warning(kind: str, ending: str) -> str:
    """A sentence about a name that says something else than the content; none for a name that says nothing."""
    if not ending or ending == f".{kind}" or (kind != ARCHIVE and ending in readers.reader(kind).EXTENSIONS):
        return ""
    return f"Its name ends in {ending}, but it is {_PROVEN[kind]} and was read as one."


def _by_content(data: bytes, limits: Limits) -> str | None:
    """The kind that the bytes themselves prove; None for text, which proves nothing, and for what is not read."""
    if data.startswith(ZIP):
        return _packed_kind(data, limits)
    if data.lstrip().startswith(b"%PDF-"):
        return "pdf"
    return "pdf" if b"%PDF-" in data[:_PDF_WITHIN] and b"endobj" in data else None


def _packed_kind(data: bytes, limits: Limits) -> str | None:
    from ..archive import Archive  # slow to import, and text needs none of it

    try:
        archive = Archive(data, "", limits, most="pack_files")
        medium = archive.read("mimetype")[:80] if archive.names[:1] == ("mimetype",) else b""
    except NotReadError:  # the reader that its name asks for finds better words
        return None
    names = archive.names
    if "[Content_Types].xml" in names:
        return "docx" if any(name.startswith("word/") for name in names) else None
    if medium:
        return "odt" if medium.startswith(b"application/vnd.oasis.opendocument.text") else None
    return ARCHIVE


def _text_kind(data: bytes) -> str:
    """The kind of a text without a telling name; what shows no markup is read line by line."""
    if describe(data) == "a web page (HTML)":
        return "html"
    if {line.partition(b":")[0] for line in data.splitlines()} >= _SPECIFICATION:
        return "spec"
    marked = any(line.lstrip(b"#").startswith(b" ") for line in data[:_OPENING].splitlines() if line.startswith(b"#"))
    return "markdown" if marked else "text"


def _not_a_kind(data: bytes, name: str, ending: str) -> NotReadError:
    kind = describe(data)
    if kind in _TEXTS:
        kind = _MAILS.get(ending, kind)
    if kind in ("plain text", "a file of an unknown kind"):
        kind = f"a kind of file ({ending})" if ending else "a kind of file"
        return NotReadError(f"{name} is {kind} that is not read.", hint=_ENDINGS_SHOWN, file=name)
    hint = next((advice for words, advice in _ADVICE if any(word in kind for word in words)), _ENDINGS_SHOWN)
    return NotReadError(f"{name} is {kind}, which is not read.", hint=hint, file=name)
