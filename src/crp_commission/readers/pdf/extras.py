"""What a PDF holds beside its pages' text: bookmarks, form fields, comments, attached files."""

from __future__ import annotations

import ctypes
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from .headings import folded
from .layout import PageContent, Segment
from .pdfium import wide_text
from .probe import Place

_MOST_BOOKMARKS = 5_000
_MOST_ANNOTATIONS = 2_000
_DEEPEST = 12
_TEXT_FIELDS = ("FPDF_FORMFIELD_TEXTFIELD", "FPDF_FORMFIELD_COMBOBOX", "FPDF_FORMFIELD_LISTBOX")
_TICKED = ("FPDF_FORMFIELD_CHECKBOX", "FPDF_FORMFIELD_RADIOBUTTON")
_COMMENTS = ("TEXT", "FREETEXT", "HIGHLIGHT", "UNDERLINE", "SQUIGGLY", "STRIKEOUT", "STAMP", "CARET", "INK")


def bookmarks(pdfium: Any, document: Any) -> dict[tuple[int, str], int]:
    """The depth, from 1, of each bookmark, by its page and its title's letters."""
    found: dict[tuple[int, str], int] = {}
    waiting = [(pdfium.FPDFBookmark_GetFirstChild(document, None), 1)]
    for _ in range(_MOST_BOOKMARKS):
        if not waiting:
            break
        mark, depth = waiting.pop()
        if not mark:
            continue
        title = folded(wide_text(pdfium.FPDFBookmark_GetTitle, mark))
        page = _page_of(pdfium, document, mark)
        if title and page >= 0:
            found.setdefault((page + 1, title), depth)
        waiting.append((pdfium.FPDFBookmark_GetNextSibling(document, mark), depth))
        if depth < _DEEPEST:
            waiting.append((pdfium.FPDFBookmark_GetFirstChild(document, mark), depth + 1))
    return found


def _page_of(pdfium: Any, document: Any, mark: Any) -> int:
    target = pdfium.FPDFBookmark_GetDest(document, mark)
    if not target:
        action = pdfium.FPDFBookmark_GetAction(mark)
        target = pdfium.FPDFAction_GetDest(document, action) if action else None
    return int(pdfium.FPDFDest_GetDestPageIndex(document, target)) if target else -1


def attachments(pdfium: Any, document: Any) -> list[str]:
    """The names of the files attached to the document."""
    count = min(max(pdfium.FPDFDoc_GetAttachmentCount(document), 0), 1_000)
    found = []
    for index in range(count):
        attachment = pdfium.FPDFDoc_GetAttachment(document, index)
        found.append(" ".join(wide_text(pdfium.FPDFAttachment_GetName, attachment).split())[:100] or "without a name")
    return found


def is_xfa(pdfium: Any, document: Any) -> bool:
    """Whether the pages are only a cover for a form that Adobe's own programs draw."""
    return bool(pdfium.FPDF_GetFormType(document) == pdfium.FORMTYPE_XFA_FULL)


@contextmanager
def form_of(pdfium: Any, document: Any) -> Iterator[Any]:
    """What PDFium needs to tell the values of form fields; None when there are none."""
    if pdfium.FPDF_GetFormType(document) == pdfium.FORMTYPE_NONE:
        yield None
        return
    info = pdfium.FPDF_FORMFILLINFO(version=2)
    form = pdfium.FPDFDOC_InitFormFillEnvironment(document, info)
    try:
        yield form or None
    finally:
        if form:
            pdfium.FPDFDOC_ExitFormFillEnvironment(form)


def read_annotations(pdfium: Any, page: Any, form: Any, content: PageContent, place: Place | None) -> int:
    """Put the values of filled fields where they stand on the page; gives back how many comments there are."""
    comments = 0
    count = min(max(pdfium.FPDFPage_GetAnnotCount(page), 0), _MOST_ANNOTATIONS)
    kinds = {getattr(pdfium, f"FPDF_ANNOT_{name}") for name in _COMMENTS} if count else set()
    for index in range(count):
        annotation = pdfium.FPDFPage_GetAnnot(page, index)
        if not annotation:
            continue
        kind = pdfium.FPDFAnnot_GetSubtype(annotation)
        if kind == pdfium.FPDF_ANNOT_WIDGET and form is not None:
            content.segments += _field(pdfium, form, annotation, place)
        comments += kind in kinds
        pdfium.FPDFPage_CloseAnnot(annotation)
    return comments


def _field(pdfium: Any, form: Any, annotation: Any, place: Place | None) -> list[Segment]:
    """What a person has filled in, as segments in the field's frame, one for each line."""
    kind = pdfium.FPDFAnnot_GetFormFieldType(form, annotation)
    if kind in {getattr(pdfium, name) for name in _TICKED}:
        looks = wide_text(pdfium.FPDFAnnot_GetStringValue, annotation, b"AS")
        text = "[ ]" if looks in ("", "Off") else "[x]"
    elif kind in {getattr(pdfium, name) for name in _TEXT_FIELDS}:
        text = wide_text(pdfium.FPDFAnnot_GetFormFieldValue, form, annotation)
    else:
        return []
    frame = pdfium.FS_RECTF()
    pdfium.FPDFAnnot_GetRect(annotation, ctypes.byref(frame))
    (ax, ay), (bx, by) = (frame.left, frame.bottom), (frame.right, frame.top)
    if place is not None:
        (ax, ay), (bx, by) = place(ax, ay), place(bx, by)
    left, right, bottom, top = min(ax, bx), max(ax, bx), min(ay, by), max(ay, by)
    lines = [line for line in text.replace("\r\n", "\n").replace("\r", "\n").split("\n") if line.strip()]
    size = max(min(11.0, 0.75 * (top - bottom) / max(len(lines), 1)), 4.0)
    first = top - size if len(lines) > 1 else (top + bottom) / 2 - 0.35 * size
    return [
        Segment(" ".join(line.split()), left + 1, max(right - 1, left + 2), first - 1.2 * size * index, size)
        for index, line in enumerate(lines)
    ]
