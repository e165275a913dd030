"""What a file really is, whatever its name says, for the sentence that tells a person why it was not read."""

from __future__ import annotations

MAIL, WEB_ARCHIVE = "an e-mail", "a web page saved as an archive (MHT)"
OLD_OFFICE = bytes.fromhex("d0cf11e0a1b11ae1")  # the container of Word 97-2003 and of password-protected Office files
ZIP = (b"PK\x03\x04", b"PK\x05\x06")

_STARTS = (
    (b"%PDF-", "a PDF"),
    (b"{\\rtf", "a Rich Text (RTF) file"),
    (b"\x89PNG", "a picture (PNG)"),
    (b"\xff\xd8\xff", "a picture (JPEG)"),
    (b"GIF8", "a picture (GIF)"),
    (b"7z\xbc\xaf\x27\x1c", "a 7-Zip archive"),
    (b"Rar!", "a RAR archive"),
    (b"\x1f\x8b", "a gzip archive"),
)
_OFFICE = (
    (b"word/", "a Word document"),
    (b"xl/", "an Excel workbook"),
    (b"ppt/", "a PowerPoint presentation"),
)
_OPEN = (
    (b"oasis.opendocument.text", "an OpenDocument text"),
    (b"oasis.opendocument.spreadsheet", "an OpenDocument spreadsheet"),
    (b"oasis.opendocument.presentation", "an OpenDocument presentation"),
    (b"application/epub", "an e-book"),
)
_OLD = (
    ("EncryptedPackage", "an Office file locked with a password"),
    ("WordDocument", "a Word 97-2003 document"),
    ("Workbook", "an Excel 97-2003 workbook"),
    ("PowerPoint Document", "a PowerPoint 97-2003 presentation"),
    ("__substg1.0_", "an Outlook message"),
)

_HEADS = 50_000
"""Bytes within which the heads of an e-mail are looked for; each server that it passes adds some."""


def describe(data: bytes) -> str:
    """Name what ``data`` is, with its article: "a PDF", "an Excel workbook", "a zip archive of other files".

    Judged by content alone. "empty" for no bytes at all, "a file of an unknown kind" when nothing fits.
    """
    if not data.strip(b"\0 \t\r\n"):
        return "empty"
    for start, kind in _STARTS:
        if data.startswith(start):
            return kind
    if data.startswith(OLD_OFFICE):
        return next((kind for name, kind in _OLD if name.encode("utf-16-le") in data), "an old Office file")
    if data.startswith(ZIP):
        return _packed_kind(data)
    return _text_kind(data)


def _packed_kind(data: bytes) -> str:
    """Told by the names in the archive: Office lists its types in one member, the others begin with their own."""
    marks = _OFFICE if b"[Content_Types].xml" in data else _OPEN if b"mimetype" in data[:100] else ()
    where = data if marks is _OFFICE else data[:200]
    return next((kind for mark, kind in marks if mark in where), "a zip archive of other files")


def _text_kind(data: bytes) -> str:
    if mail := _mail_kind(data):
        return mail
    opening = data[:2000].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    if b"<html" in opening or opening.startswith(b"<!doctype html"):
        return "a web page (HTML)"
    if b"<office:document" in opening:
        return "a flat OpenDocument file"
    if b"<w:worddocument" in opening or b"<pkg:package" in opening:
        return "a Word document saved as XML"
    if opening.startswith(b"<?xml"):
        return "an XML file"
    if b"\0" in opening:
        return "a file of an unknown kind"
    return "plain text"


def _mail_kind(data: bytes) -> str:
    """An e-mail, or what a browser saves like one: both open with names and values, MIME-Version among them."""
    given: dict[bytes, bytes] = {}
    for line in data[:_HEADS].lstrip(b"\xef\xbb\xbf \t\r\n").splitlines():
        name, colon, value = line.partition(b":")
        if colon and name.replace(b"-", b"").isalnum():
            given[name.lower()] = value.lower()
        elif not line.startswith((b" ", b"\t", b"From ")):
            break
    if b"mime-version" not in given:
        return ""
    return WEB_ARCHIVE if b"multipart/related" in given.get(b"content-type", b"") and b"to" not in given else MAIL
