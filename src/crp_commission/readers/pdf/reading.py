"""From the bytes of a PDF to its Extract: the steps in their order."""

from __future__ import annotations

import gc
from collections import Counter
from typing import Any

from ...document import Extract
from ...errors import NotReadError
from ...extraction import ExtractBuilder
from ...limits import Limits
from .extras import attachments, bookmarks, form_of, is_xfa, read_annotations
from .findings import Findings, State, refuse_unread, tell
from .joining import Joiner
from .layers import Layers
from .layout import PageContent
from .page import PageReader
from .pdfium import damaged, library, opened, page_of
from .ruled import take_tables
from .running import drop_running_lines
from .stream import stream
from .writing import gather, write

_TAIL = 8_192  # a whole file says where its parts lie within so many bytes of its end


def read_pdf(data: bytes, name: str, limits: Limits) -> Extract:
    """What ``read`` of this package promises.

    All that is made on the way is kept or let go at once, so looking for garbage meanwhile would only cost time.
    """
    collects = gc.isenabled()
    gc.disable()
    try:
        return _read(data, name, limits)
    finally:
        if collects:
            gc.enable()


def _read(data: bytes, name: str, limits: Limits) -> Extract:
    pdfium = library()
    findings = Findings(cut_short=b"startxref" not in data[-_TAIL:])
    with opened(pdfium, data, name) as document:
        if is_xfa(pdfium, document):
            raise _only_adobe(name)
        pages = _read_pages(pdfium, document, name, limits, findings)
        marks = bookmarks(pdfium, document)
        findings.attachments = attachments(pdfium, document)
    body_size = _body_size(pages)
    drop_running_lines(pages, body_size)
    for page in pages:
        findings.look_at(page)
    joiner = Joiner(pages)
    gathered = gather(stream(pages, body_size), joiner)
    if not gathered:
        refuse_unread(findings, name)
    builder = ExtractBuilder(name)
    write(gathered, builder, body_size, marks)
    tell(findings, builder)
    return builder.extract(len(findings.states))


def _read_pages(pdfium: Any, document: Any, name: str, limits: Limits, findings: Findings) -> list[PageContent]:
    """All pages that are not damaged, each closed again as soon as it is read."""
    count = pdfium.FPDF_GetPageCount(document)
    if count < 1:
        raise damaged(name)
    if count > limits.pages:
        raise _too_much(name, f"{count:,} pages, more than {limits.pages:,}", "pages")
    reader, layers = PageReader(pdfium), Layers(pdfium)
    pages: list[PageContent] = []
    characters = 0
    with form_of(pdfium, document) as form:
        for number in range(1, count + 1):
            with page_of(pdfium, document, number - 1, layers.take_out) as (page, text):
                if page is None:
                    findings.states[number] = State.DAMAGED
                    continue
                content = reader.read(page, text, number)
                comments = read_annotations(pdfium, page, form, content, reader.probe.place)
            findings.look_at_layers(number, layers)
            if comments:
                findings.comments[number] = comments
            findings.states[number] = State.BLANK
            characters += len(reader.probe.text)
            if characters > limits.characters:
                raise _too_much(name, f"more than {limits.characters:,} characters of text", "characters")
            take_tables(content)
            content.shapes.forget_lines()
            pages.append(content)
    return pages


def _body_size(pages: list[PageContent]) -> float:
    """The size in which most of the text is set, to half a point."""
    sizes: Counter[float] = Counter()
    for page in pages:
        for segment in page.all_segments():
            sizes[round(segment.size * 2) / 2] += len(segment.text)
    return max(sizes, key=lambda size: (sizes[size], size)) if sizes else 11.0


def _too_much(name: str, what: str, setting: str) -> NotReadError:
    hint = f"If you trust the file, raise `limits: {setting}` in crp-commission.yaml."
    return NotReadError(f"{name} has {what}, which is the limit.", hint=hint, file=name)


def _only_adobe(name: str) -> NotReadError:
    return NotReadError(
        f"{name} is a form that only Adobe's own programs can show.",
        hint="Open it in Acrobat, print it to a new PDF, and give that.",
        file=name,
    )
