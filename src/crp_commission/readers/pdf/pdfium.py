"""PDFium with as little between as possible: the document, its pages, and errors in plain words."""

from __future__ import annotations

import ctypes
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import cache
from typing import Any

from ...errors import NotReadError
from ...filekind import describe

_PASSWORD, _SECURITY = 4, 5


def library() -> Any:
    """The bindings, ready for use. The bare bindings load in half the time of the package around them."""
    import pypdfium2_raw as pdfium

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
def page_of(
    pdfium: Any, document: Any, index: int, prepare: Callable[[Any], None] | None = None
) -> Iterator[tuple[Any, Any]]:
    """A page and its text, closed again afterwards; both None when the page is damaged.

    ``prepare`` is given the page before its text is looked for.
    """
    page = pdfium.FPDF_LoadPage(document, index)
    if page and prepare is not None:
        prepare(page)
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
    """Why a document could not be opened."""
    if code == _PASSWORD:
        words, hint = "is locked with a password", "Open it, save a copy without the password, and give that copy."
    elif code == _SECURITY:
        words, hint = "is locked in a way that cannot be opened", "Ask for a copy that is not locked, or the Word file."
    elif b"%PDF-" in data[:1024]:
        return damaged(name)
    else:
        kind = describe(data)
        words = "is empty" if kind == "empty" else f"is not a PDF: it is {kind}"
        hint = "Download it again, or give the file its true ending."
    return NotReadError(f"{name} {words}.", hint=hint, file=name)


def damaged(name: str) -> NotReadError:
    """That no page of a file can be opened."""
    return NotReadError(
        f"{name} is damaged or not whole: no page of it can be opened.",
        hint="Download or export it again, or give the Word file.",
        file=name,
    )
