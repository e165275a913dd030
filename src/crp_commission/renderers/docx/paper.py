"""A Word document as the report fills it: headings, paragraphs, tables and a list of contents, all in named styles."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from io import BytesIO
from typing import TYPE_CHECKING, Any, NamedTuple

from .._escaping import visible
from .fields import add_page_numbers, bookmark, fill_contents
from .picture import Picture, draw
from .styles import prepare
from .tables import describe

if TYPE_CHECKING:
    from docx.text.paragraph import Paragraph

_CONTENTS_LEVEL = 2
_ROW_OF_PICTURE = 304_800
"""High enough for a label of two lines."""


class Bold(NamedTuple):
    """Words that stand out; ``color`` is a hexadecimal colour, empty for that of the text."""

    text: str
    color: str = ""


class Paper:
    """A document being written, from top to bottom; every text is made safe on its way in."""

    def __init__(self, title: str, author: str) -> None:
        from docx import Document

        self._document = Document()
        self._headings: list[tuple[int, str, str]] = []
        self._contents: Paragraph | None = None
        self._pictures = 0
        self._width = prepare(self._document, visible(title), author)
        self._styles = {str(style.name): style.style_id for style in self._document.styles}
        add_page_numbers(self._document.sections[0].footer.paragraphs[0], f"{visible(title)}, {author}")

    def title(self, text: str) -> None:
        """The title of the whole."""
        self.text(text, style="Title")

    def contents(self, title: str) -> None:
        """The place of the list of contents, which is filled in when everything is written."""
        self.text(title, style="TOC Heading")
        self._contents = self._paragraph("Normal")

    def heading(self, text: str, level: int, *, new_page: bool = False) -> None:
        """A heading that the contents lead to."""
        paragraph = self._paragraph(f"Heading {level}")
        paragraph.add_run(visible(text))
        if new_page:
            paragraph.paragraph_format.page_break_before = True
        if level <= _CONTENTS_LEVEL:
            name = f"_Toc{len(self._headings) + 1:06d}"
            bookmark(paragraph, name, len(self._headings) + 1)
            self._headings.append((level, visible(text), name))

    def text(self, *pieces: str | Bold, style: str = "Normal") -> None:
        """A paragraph."""
        _fill(self._paragraph(style), pieces)

    def label(self, text: str) -> None:
        """Words that name what follows, and stay on its page."""
        self.text(Bold(text), style="Label")

    def labelled(self, label: str, text: str) -> None:
        """A paragraph that starts with what it is about."""
        self.text(Bold(f"{label}:"), " " + text)

    def bullets(self, items: Iterable[str]) -> None:
        """A list of points."""
        for item in items:
            self.text(item, style="List Bullet")

    def wording(self, text: str) -> None:
        """Words to paste, line by line."""
        for line in text.strip("\n").splitlines():
            self.text(line, style="Wording")

    def table(
        self,
        name: str,
        heads: Sequence[str],
        rows: Iterable[Sequence[str | Bold]],
        widths: Sequence[float],
        *,
        figures: int = 0,
    ) -> None:
        """A table with a header row that is repeated on each page; ``widths`` are shares of the page's width.

        ``name`` says what it shows to those who do not see it. The last ``figures`` columns are set to the right. A
        small paragraph follows, or two tables would join.
        """
        body = [[Bold(head) for head in heads], *rows]
        table = self._document.add_table(rows=len(body), cols=len(heads), style="Table Grid")
        total = sum(widths)
        describe(table, name, [int(self._width * width / total) for width in widths])
        styles = ["Table text"] * (len(heads) - figures) + ["Table figure"] * figures
        for row, values in zip(table._tbl.tr_lst, body, strict=True):
            for cell, value, style in zip(row.tc_lst, values, styles, strict=True):
                self._put(cell.p_lst[0], value, style)
        self._paragraph("After table")

    def picture(self, picture: Picture) -> None:
        """A picture as wide as the text, with words for those who do not see it."""
        self._pictures += 1
        run = self._paragraph("Normal").add_run()
        height = _ROW_OF_PICTURE * len(picture.rows)
        run._r.append(draw(self._document, self._pictures, picture, self._width, height))

    def data(self) -> bytes:
        """The finished file."""
        if self._contents is not None:
            styles = [self._styles[f"toc {level + 1}"] for level in range(_CONTENTS_LEVEL)]
            fill_contents(self._contents, self._headings, styles)
        out = BytesIO()
        self._document.save(out)
        return out.getvalue()

    def _paragraph(self, style: str) -> Paragraph:
        """An empty paragraph; looking its style up by name each time would take most of the time there is."""
        paragraph = self._document.add_paragraph()
        paragraph._p.style = self._styles[style]
        return paragraph

    def _put(self, element: Any, value: str | Bold, style: str) -> None:
        from docx.text.paragraph import Paragraph

        element.style = self._styles[style]
        _fill(Paragraph(element, self._document._body), [value])


def _fill(paragraph: Paragraph, pieces: Iterable[str | Bold]) -> None:
    """Write pieces side by side; space between two of them is kept, though none is kept within."""
    from docx.shared import RGBColor

    for piece in pieces:
        text = piece if isinstance(piece, str) else piece.text
        before, after = " " * text.startswith(" "), " " * text.endswith(" ")
        run = paragraph.add_run(f"{before}{visible(text)}{after}")
        if isinstance(piece, Bold):
            run.bold = True
            if piece.color:
                run.font.color.rgb = RGBColor.from_string(piece.color)
