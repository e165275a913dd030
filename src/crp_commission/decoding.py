"""Bytes to text: which encoding a file is in, and what is no text at all."""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass

from .document import Note
from .errors import NotReadError
from .filekind import describe
from .limits import Limits

_MARKS = (  # byte order marks; that of UTF-32 starts like that of UTF-16
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_KNOWN = re.compile(
    r"utf-?8|(iso-?8859|latin|l)-?_?\d.*|windows-?125\d|cp-?(125\d|437|850|858|866|932|949|950)|mac.*|koi8.*"
    r"|(us-)?ascii|big5.*|gb.*|(shift|euc)[-_]?jis|shift_jis.*|euc[-_].*|tis-620"
)
_WIDE = re.compile(r"utf-?(16|32)-?(le|be)?|unicode", re.IGNORECASE)  # a page that says so in plain bytes is in UTF-8
_CP1252 = {0xDC00 + byte: bytes([byte]).decode("cp1252", "replace") for byte in range(0x80, 0x100)}
_CONTROLS = dict.fromkeys([*range(0x09), *range(0x0E, 0x1B), *range(0x1C, 0x20), 0x7F])
_MOST_CONTROLS = 0.05
_SAMPLE = 4096
_NEVER_TEXT = ("a PDF", "a Rich Text (RTF) file")
_SAVE_AS = "Save it as a Word, PDF or plain text (UTF-8) file and give that."


@dataclass(frozen=True, slots=True)
class Decoded:
    """The text of a file, its line ends all ``\\n``, and what a person should know of how it was decoded."""

    text: str
    notes: tuple[Note, ...] = ()


def decode(data: bytes, name: str, limits: Limits, declared: str | None = None) -> Decoded:
    """Decode ``data``: by its byte order mark, else as UTF-8, else as ``declared``, else as Windows text (cp1252).

    ``declared`` is the encoding the file names for itself, as in an HTML ``meta``. A guess is told in a Note.
    Raises NotReadError when the bytes are no text, or when there are more than ``limits.characters`` characters.
    """
    if describe(data) in _NEVER_TEXT:
        raise _binary(data, name)
    if len(data) > 4 * limits.characters:
        raise _too_long(name, limits)
    text, warning = _read(data, name, declared)
    if len(text) > limits.characters:
        raise _too_long(name, limits)
    if len(text) - len(text.translate(_CONTROLS)) > _MOST_CONTROLS * len(text):
        raise _binary(data, name)
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    return Decoded(text, (Note(name, "", warning),) if warning else ())


def _read(data: bytes, name: str, declared: str | None) -> tuple[str, str]:
    """The text and a warning, empty when nothing was guessed."""
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _marked(data[len(mark) :], encoding)
    if b"\0" in data:
        return _without_mark(data, name)
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        return _not_utf8(data, declared)
    if declared is None or _codec(declared) or _WIDE.fullmatch(declared.strip()):
        return text, ""
    return text, f"{_unknown(declared)}; it was read as UTF-8: check that it reads as it should"


def _marked(data: bytes, encoding: str) -> tuple[str, str]:
    try:
        return data.decode(encoding), ""
    except UnicodeDecodeError:
        if encoding == "utf-8":
            return _mixed(data.decode("utf-8", "surrogateescape"))
        return data.decode(encoding, "replace"), "some letters could not be read and are shown as \ufffd"


def _without_mark(data: bytes, name: str) -> tuple[str, str]:
    """Text in UTF-16 whose mark is missing has a zero byte beside nearly every letter; anything else is binary."""
    sample = data[:_SAMPLE]
    zeros = (sample[::2].count(0), sample[1::2].count(0))
    encoding = "utf-16-le" if zeros[1] > zeros[0] else "utf-16-be"
    if max(zeros) * 10 < len(sample) * 3 or min(zeros) * 20 > len(sample):
        raise _binary(data, name)
    try:
        return data.decode(encoding), "the file does not name its encoding; it was read as UTF-16"
    except UnicodeDecodeError:
        raise _binary(data, name) from None


def _mixed(text: str) -> tuple[str, str]:
    """Text that is UTF-8 but for a few bytes, which "surrogateescape" has kept: those are read as Windows text."""
    return text.translate(_CP1252), "some letters were not in the encoding of the rest (UTF-8) and were guessed"


def _not_utf8(data: bytes, declared: str | None) -> tuple[str, str]:
    text = data.decode("utf-8", "surrogateescape")
    bad = sum("\udc80" <= sign <= "\udcff" for sign in text)
    if sum(sign > "\x7f" for sign in text) > 2 * bad:
        return _mixed(text)
    guessed = "it was read as Windows text (cp1252): check accents, quotation marks and pound signs"
    if declared is None:
        return data.decode("cp1252", "replace"), f"the file is not in the usual encoding (UTF-8); {guessed}"
    encoding = _codec(declared)
    if encoding is None:
        return data.decode("cp1252", "replace"), f"{_unknown(declared)}; {guessed}"
    try:
        return data.decode(encoding), ""
    except UnicodeDecodeError:
        return data.decode("cp1252", "replace"), f"the file is not in the encoding it names ({encoding}); {guessed}"


def _unknown(declared: str) -> str:
    shown = "".join(sign for sign in declared if sign.isprintable())[:40]
    return f"the file names an unknown encoding (“{shown}”)"


def _codec(declared: str) -> str | None:
    """Python's codec for a declared encoding; None when it is unknown or does not encode text."""
    label = declared.strip().lower()
    if not _KNOWN.fullmatch(label):
        return None
    if label in ("iso-8859-1", "latin-1", "latin1", "ascii", "us-ascii"):
        return "cp1252"  # as every browser does
    try:
        return codecs.lookup(label).name
    except LookupError:
        return None


def _binary(data: bytes, name: str) -> NotReadError:
    kind = describe(data)
    unnamed = kind in ("plain text", "a file of an unknown kind", "empty")
    what = "holds no text that can be read" if unnamed else f"is {kind}, not text"
    return NotReadError(f"{name} {what}.", hint=_SAVE_AS, file=name)


def _too_long(name: str, limits: Limits) -> NotReadError:
    return NotReadError(
        f"{name} holds more than {limits.characters:,} characters of text, which is the limit.",
        hint="If you trust the file, raise `limits: characters` in crp-commission.yaml.",
        file=name,
    )
