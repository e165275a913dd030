"""From a text file of the pack to a Word document."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

import docx
from docx.document import Document
from docx.text.paragraph import Paragraph

from source import boxes, contents, notes, numbering, packing, pages, styles, tables
from source.inline import Writer
from source.markup import Element, Source


@dataclass
class Builder:
    """Sets the elements of a source one after another."""

    source: Source
    document: Document
    writer: Writer
    contents_pages: dict[str, int]
    headings: list[contents.Entry] = field(default_factory=list)
    headed: int = 0
    boxed: int = 0
    depth: int = 1
    bulleted: Paragraph | None = None
    new_page: bool = False

    def add(self, element: Element) -> None:
        """Set one element by the method named after its kind."""
        if self.bulleted is not None and element.kind != "bullet":
            self.bulleted.paragraph_format.space_after = docx.shared.Pt(7)
            self.bulleted = None
        getattr(self, element.kind)(element)

    @property
    def width(self) -> int:
        """Width of the text at this point, in English Metric Units."""
        return pages.text_width(self.document.sections[-1])

    def _styled(self, text: str, style: str) -> Paragraph:
        paragraph = self.document.add_paragraph(style=style)
        self.writer.write(paragraph, text)
        return paragraph

    def _heading(self, element: Element, level: int) -> None:
        paragraph = self._styled(element.text, f"Heading {level}")
        contents.mark(paragraph, self.headings[self.headed], self.headed)
        if self.new_page:
            paragraph.paragraph_format.page_break_before = True
            self.new_page = False
        self.headed += 1
        self.depth = level

    def heading1(self, element: Element) -> None:
        """A numbered section."""
        self._heading(element, 1)

    def heading2(self, element: Element) -> None:
        """A numbered sub-section."""
        self._heading(element, 2)

    def clause(self, element: Element) -> None:
        """A numbered clause, one level below the heading it stands under."""
        paragraph = self._styled(element.text, "Clause")
        numbering.apply(paragraph, self.depth)
        paragraph.paragraph_format.keep_with_next = element.text.endswith(":")

    def letter(self, element: Element) -> None:
        """A lettered sub-clause: (a), (b), ..."""
        numbering.apply(self._styled(element.text, "Clause"), numbering.LETTER_LEVEL)

    def bullet(self, element: Element) -> None:
        """A bullet."""
        self.bulleted = self._styled(element.text, "Bulleted")
        numbering.apply(self.bulleted, 0, numbering.BULLETS)

    def paragraph(self, element: Element) -> None:
        """A paragraph without a number."""
        self._styled(element.text, "Normal")

    def define(self, element: Element) -> None:
        """A list of definitions, set in from the margin."""
        for (text,) in element.rows:
            self._styled(text, "Definition").paragraph_format.left_indent = docx.shared.Cm(1.5)

    def table(self, element: Element) -> None:
        """A table."""
        tables.add(self.document, self.writer, element, self.width)

    def box(self, element: Element) -> None:
        """A text box."""
        self.boxed += 1
        boxes.add(self.document, [text for (text,) in element.rows], self.boxed, self.width)

    def heading(self, _element: Element) -> None:
        """The document's title at the top of its first page."""
        meta = self.source.meta
        title = self._styled(meta["title"], "Title")
        title.paragraph_format.space_before = docx.shared.Pt(0)
        self._styled(meta["subtitle"], "Subtitle")

    def cover(self, element: Element) -> None:
        """A title page, with the table of document control."""
        meta = self.source.meta
        self._styled(meta["owner"], "Box Heading")
        self._styled(meta["title"], "Title")
        self._styled(meta["subtitle"], "Subtitle")
        self.table(element)
        self.document.add_page_break()

    def contents(self, _element: Element) -> None:
        """The contents field, on a page of its own."""
        contents.add(self.document, self.headings, self.contents_pages, self.width)
        self.document.add_page_break()

    def pagebreak(self, _element: Element) -> None:
        """The next heading begins a page."""
        self.new_page = True

    def columns(self, element: Element) -> None:
        """A change of the number of columns."""
        pages.columns(self.document, int(element.options))


def build(source: Source, path: Path, contents_pages: dict[str, int]) -> None:
    """Write ``source`` as a Word document at ``path``."""
    document = docx.Document()
    numbering.define(document)
    styles.apply(document, source.meta["numbering"])
    packing.describe(document, source.meta)
    pages.set_up(document, source.meta, cover=source.elements[0].kind == "cover")
    writer = Writer(document, source)
    builder = Builder(source, document, writer, contents_pages, contents.entries(source))
    for element in source.elements:
        builder.add(element)
    notes.attach(document, writer.notes)
    packing.save(document, path)
