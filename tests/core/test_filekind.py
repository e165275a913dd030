from __future__ import annotations

import io
import zipfile

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crp_commission.filekind import OLD_OFFICE, describe


def packed(*names: str, medium: str = "") -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        if medium:
            archive.writestr("mimetype", medium)
        for name in names:
            archive.writestr(name, "x")
    return stream.getvalue()


def old(stream: str) -> bytes:
    return OLD_OFFICE + bytes(500) + stream.encode("utf-16-le") + bytes(500)


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (b"", "empty"),
        (b"\0\0 \n", "empty"),
        (b"%PDF-1.7", "a PDF"),
        (b"{\\rtf1", "a Rich Text (RTF) file"),
        (b"\xff\xd8\xff\xe0", "a picture (JPEG)"),
        (b"\x1f\x8b\x08", "a gzip archive"),
        (packed("[Content_Types].xml", "word/document.xml"), "a Word document"),
        (packed("[Content_Types].xml", "xl/workbook.xml"), "an Excel workbook"),
        (packed("[Content_Types].xml", "ppt/presentation.xml"), "a PowerPoint presentation"),
        (packed("content.xml", medium="application/vnd.oasis.opendocument.text"), "an OpenDocument text"),
        (packed(medium="application/vnd.oasis.opendocument.spreadsheet"), "an OpenDocument spreadsheet"),
        (packed(medium="application/epub+zip"), "an e-book"),
        (packed("word/notes.txt"), "a zip archive of other files"),
        (packed(), "a zip archive of other files"),
        (old("EncryptedPackage"), "an Office file locked with a password"),
        (old("WordDocument"), "a Word 97-2003 document"),
        (old("Workbook"), "an Excel 97-2003 workbook"),
        (old("Something"), "an old Office file"),
        (b"\xef\xbb\xbf\n<!DOCTYPE HTML PUBLIC>", "a web page (HTML)"),
        (b"<?xml version='1.0'?><html>", "a web page (HTML)"),
        (b"<?xml version='1.0'?><office:document>", "a flat OpenDocument file"),
        (b"<?xml version='1.0'?><pkg:package>", "a Word document saved as XML"),
        (b"<?xml version='1.0'?><rss>", "an XML file"),
        (b"abc\0def", "a file of an unknown kind"),
        ("The provider – shall".encode(), "plain text"),
        (b"From: a@b\r\nSubject: a\r\n paper\r\nMIME-Version: 1.0\r\n\r\nwords", "an e-mail"),
        (b"From a@b Mon\nReceived: by c\nMime-Version: 1.0\nContent-Type: multipart/mixed\n\nx", "an e-mail"),
        (b"MIME-Version: 1.0\nContent-Type: multipart/related; boundary=x\n", "a web page saved as an archive (MHT)"),
        (b"To: c@d\nMIME-Version: 1.0\nContent-Type: multipart/related\n", "an e-mail"),
        (b"From: the Head of Commissioning\nTo: Cabinet\nSubject: Young carers\n\nwords", "plain text"),
        (b"Title: a\nIt needs MIME-Version: 1.0\n", "plain text"),
    ],
)
def test_files_are_known_by_their_content(data: bytes, kind: str) -> None:
    assert describe(data) == kind


@given(st.binary(max_size=200))
def test_every_file_is_called_something(data: bytes) -> None:
    assert describe(data)
