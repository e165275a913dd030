"""PDFium with as little between as possible: the document, its pages, and errors in plain words."""

from __future__ import annotations

import ctypes
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from typing import Any

from ...errors import NotReadError

_PASSWORD, _SECURITY = 4, 5


def library() -> Any:
    """The bindings, ready for use. The bare bindings load in half the time of the package around them."""
    import pypdfium2_raw as pdfium  # type: ignore[import-untyped]

    pdfium.FPDF_InitLibrary()  # a second call does nothing
    return pdfium


def quick(function: Any, result: Any = None, *arguments: Any) -> Any:
    """The same C function, called in a third of the time: nothing is checked and no other thread gets a turn.

    Where no types of ``arguments`` are given, they must be Python ints that fit 32 bits, ctypes objects or ``byref``
    of them. ``result`` stands in for the type of what comes back.
    """
    return _prototype(result or function.restype, *arguments)(ctypes.cast(function, ctypes.c_void_p).value or 0)


@cache
def _prototype(*types: Any) -> Any:
    return ctypes.PYFUNCTYPE(*types)


@contextmanager
def opened(pdfium: Any, data: bytes, name: str) -> Iterator[Any]:
    """The document, opened with no password. Raises NotReadError that says what is wrong with the file."""
    document = pdfium.FPDF_LoadMemDocument64(data, len(data), None)
    if not document:
        raise _refusal(pdfium.FPDF_GetLastError(), data, name)
    try:
        yield document
    finally:
        pdfium.FPDF_CloseDocument(document)


@contextmanager
def page_of(pdfium: Any, document: Any, index: int) -> Iterator[tuple[Any, Any]]:
    """A page and its text, closed again afterwards; both None when the page is damaged."""
    page = pdfium.FPDF_LoadPage(document, index)
    text = pdfium.FPDFText_LoadPage(page) if page else None
    try:
        yield (page, text) if text else (None, None)
    finally:
        if text:
            pdfium.FPDFText_ClosePage(text)
        if page:
            pdfium.FPDF_ClosePage(page)


def wide_text(call: Any, *args: Any) -> str:
    """What a PDFium call that fills a UTF-16 buffer gives back; its size is counted in bytes."""
    size = min(call(*args, None, 0), 2_000_000)
    if size <= 2:
        return ""
    buffer = ctypes.create_string_buffer(size)
    call(*args, ctypes.cast(buffer, call.argtypes[-2]), size)
    return buffer.raw[:size].decode("utf-16-le", "replace").split("\0", 1)[0]


def _refusal(code: int, data: bytes, name: str) -> NotReadError:
    if code == _PASSWORD:
        return NotReadError(
            f"{name} is locked with a password.",
            hint="Open it with the password, save a copy without one (print to PDF), and give that copy.",
            file=name,
        )
    if code == _SECURITY:
        return NotReadError(
            f"{name} is locked in a way that cannot be opened here.",
            hint="Ask its author for a copy that is not locked, or for the Word file.",
            file=name,
        )
    if b"%PDF-" in data[:1024]:
        return NotReadError(
            f"{name} is damaged or was not copied to its end: no page can be opened.",
            hint="Download or export it again, or give the Word file.",
            file=name,
        )
    return NotReadError(f"{name} is not a PDF: {_what_it_is(data)}.", hint=_what_to_do(data), file=name)


_SIGNATURES = (
    (b"PK\x03\x04", "it is a zip container, as Word, OpenDocument and Excel files are"),
    (b"\xd0\xcf\x11\xe0", "it is an old Word or Excel file, from before 2007"),
    (b"{\\rtf", "it is a rich text file (RTF)"),
    (b"\x89PNG", "it is a picture"),
    (b"\xff\xd8\xff", "it is a picture"),
    (b"GIF8", "it is a picture"),
    (b"II*\0", "it is a picture"),
    (b"MM\0*", "it is a picture"),
    (b"%!PS", "it is a PostScript file"),
)


def _what_it_is(data: bytes) -> str:
    start = data[:1024].lstrip(b"\xef\xbb\xbf \t\r\n")
    if not start:
        return "it is empty"
    for signature, words in _SIGNATURES:
        if start.startswith(signature):
            return words
    if start[:200].lower().startswith((b"<!doctype html", b"<html")) or b"<html" in start.lower():
        return "it is a web page"
    return "its content is of another kind"


def _what_to_do(data: bytes) -> str:
    words = _what_it_is(data)
    if "zip" in words:
        return "Give it its true ending (.docx or .odt) and try again."
    if "web page" in words:
        return "The download may have saved an error page: download the PDF again, or name it .html."
    if "picture" in words:
        return "Run text recognition on it, or give the document it was made from."
    return "Give the document as PDF, Word, OpenDocument, HTML, Markdown or plain text."
