"""Tags and text in, blocks out: what stands where on a page, without recursion."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from functools import lru_cache

from ..extraction import ExtractBuilder, Skipped
from ..limits import Limits
from . import elements
from .grid import Grid, write_in_cell
from .inline import Inline
from .open_elements import MARKER, Element, OpenElements, numbering
from .paragraphs import Role, Surroundings, write
from .style_sheets import Attributes, StyleRules
from .visibility import emphasises, unseen

__all__ = ["MARKER", "Walker"]

_FOOTNOTE_MARK = re.compile(r"\s*[\[(]?(?:\d{1,3}|[*†‡])[\])]?\s*")
_WORD_BEFORE = re.compile(r"[^\W\d_]{3}|[.,;:)”’]$")
_WORD = re.compile(r"[^\W\d_]{2,}")
_ROLES = {"figcaption": Role.CAPTION, "caption": Role.CAPTION, "dt": Role.TERM, "dd": Role.TEXT}
_MOST_PIECES = 20


@lru_cache(maxsize=256)
def _alone(tag: str) -> frozenset[str]:
    return frozenset((tag,))


@dataclass(slots=True)
class _Passage:
    """Text being left out: why, where it began, its first words."""

    why: Skipped
    line: int
    words: list[str] = field(default_factory=list)


class Walker:
    """Walks over one page and writes its text to ``builder``.

    Call ``start``, ``end``, ``data``, ``break_line`` and ``comment`` as the page goes, with the source line of each,
    then ``close``. Tags that are missing or crossed are mended as browsers do, as far as text is concerned.
    """

    def __init__(self, builder: ExtractBuilder, limits: Limits) -> None:
        self.builder = builder
        self.styles = StyleRules()
        self._deepest = limits.xml_depth
        self._open = OpenElements()
        self._overflow: list[bool] = []  # of elements too deep to keep: whether their text is left out
        self._inline = Inline()
        self._emphasis = self._unread = 0
        self._passage: _Passage | None = None

    def start(self, tag: str, attributes: Attributes, line: int) -> None:
        """An element opens (or stands there, when it is of a kind that holds nothing)."""
        if tag in elements.VOID:
            self._void(tag, attributes, line)
            return
        if len(self._open) >= self._deepest:
            self._start_too_deep(tag, attributes, line)
            return
        self._close_implied(tag)
        if tag in elements.BLOCKS and not self._unread:
            self._flush()
        element = self._element(tag, attributes)
        self._unread += element.is_unread
        self._emphasis += element.emphasised
        if element.match.perhaps and not self._unread:
            self.builder.skip(Skipped.DOUBTFUL, line)
        if element.left_out and self._passage is None:
            self._passage = _Passage(element.left_out, line)
        self._open.push(element)

    def end(self, tag: str, line: int) -> None:
        """An element closes."""
        if self._overflow:
            self._unread -= self._overflow.pop()
        elif tag == "br":
            self._void(tag, {}, line)
        elif not self._open.has(tag):
            return
        elif tag in elements.BLOCKS or tag in elements.SILENT:
            self._close(_alone(tag), elements.boundary(tag))
        elif depth := self._open.find(_alone(tag), elements.SCOPE):
            self._leave(self._open.pop(depth))

    def data(self, text: str, line: int) -> None:
        """Text, its first sign on source line ``line``."""
        if self._unread:
            if self._passage and len(self._passage.words) < _MOST_PIECES:
                self._passage.words.append(text)
        elif self._open.has("sup") and self._is_footnote_mark(text):
            return
        elif self._open.has("pre"):
            self._preformatted(text, line)
        else:
            self._inline.add(text, self._emphasis > 0, line)

    def break_line(self) -> None:
        """A line ends inside a paragraph."""
        if not self._unread:
            self._inline.break_line()

    def comment(self, text: str, line: int) -> None:
        """A comment of the page's source, told only if it reads like words."""
        is_code = text.lstrip().startswith(("[if", "[endif", "<!"))
        if not self._unread and not is_code and len(_WORD.findall(text[:2000])) > 2:
            self.builder.skip(Skipped.COMMENT, line, text)

    def close(self) -> None:
        """The page ends; whatever is still open closes."""
        while self._overflow:
            self._unread -= self._overflow.pop()
        while len(self._open):
            self._pop()
        self._flush()

    def _void(self, tag: str, attributes: Attributes, line: int) -> None:
        if self._unread:
            return
        if tag == "br":
            self._inline.break_line()
        elif tag == "hr":
            self._close_implied(tag)
            self._flush()
        elif tag == "img" and attributes.get("alt") != "":
            self.builder.skip(Skipped.PICTURE, line, attributes.get("alt", ""))
        elif tag == "embed":
            self.builder.skip(Skipped.EMBEDDED, line)

    def _start_too_deep(self, tag: str, attributes: Attributes, line: int) -> None:
        if not self._overflow:
            self.builder.skip(Skipped.DEEP, line)
        if tag in elements.BLOCKS:
            self._flush()
        match = self.styles.match(tag, attributes, self._open.innermost.match)
        left_out = unseen(tag, attributes, match) is not None or tag in elements.SILENT
        self._overflow.append(left_out)
        self._unread += left_out

    def _element(self, tag: str, attributes: Attributes) -> Element:
        parent = self._open.innermost
        element = Element(tag, parent.around, parent.cell)
        element.match = self.styles.match(tag, attributes, parent.match)
        if attributes or tag in elements.NOTABLE or self.styles:
            element.emphasised = emphasises(tag, attributes)
            element.silent = tag in elements.SILENT
            element.left_out = unseen(tag, attributes, element.match) or self._furniture(tag)
        if tag in elements.HEADINGS:
            element.around = replace(parent.around, role=Role.HEADING, level=elements.HEADINGS[tag])
        elif tag in elements.LISTS:
            element.numbering = numbering(tag, attributes)
        elif tag == "li":
            number = parent.numbering.take(attributes.get("value")) if parent.numbering else attributes.get(MARKER, "")
            depth = max(self._open.has(*elements.LISTS), 1)
            element.around = replace(parent.around, role=Role.ITEM, level=depth, number=number)
        elif tag == "blockquote":
            element.around = replace(parent.around, quoted=True)
        elif tag in _ROLES:
            element.around = replace(parent.around, role=_ROLES[tag])
        elif tag == "table":
            element.grid = Grid()
        elif grid := self._open.grid():
            self._table_part(tag, attributes, element, grid)
        return element

    def _furniture(self, tag: str) -> Skipped | None:
        is_outside = tag in ("header", "footer") and not self._open.has(*elements.CONTENT)
        return Skipped.FURNITURE if is_outside else None

    def _table_part(self, tag: str, attributes: Attributes, element: Element, grid: Grid) -> None:
        if tag in elements.ROW_GROUPS:
            grid.start_group(tag)
        elif tag == "tr":
            grid.start_row()
        elif tag in elements.CELLS:
            element.cell = grid.start_cell(tag, attributes)
            element.around = Surroundings(quoted=element.around.quoted)

    def _is_footnote_mark(self, text: str) -> bool:
        return bool(_FOOTNOTE_MARK.fullmatch(text) and _WORD_BEFORE.search(self._inline.last_letters))

    def _preformatted(self, text: str, line: int) -> None:
        for at, part in enumerate(text.split("\n")):
            if at:
                self._inline.break_line()
            self._inline.add(part, self._emphasis > 0, line + at)

    def _close_implied(self, tag: str) -> None:
        """Close what the start of ``tag`` closes: a paragraph, the item, cell or row before, the page's head."""
        if tag not in elements.IN_HEAD and self._open.has("head"):
            self._close(_alone("head"), frozenset())
        if tag in elements.CLOSES_PARAGRAPH and self._open.has("p"):
            self._close(_alone("p"), elements.SCOPE)
        if tag in elements.HEADINGS and self._open.innermost.tag in elements.HEADINGS:
            self._pop()
        for tags, boundary in elements.IMPLIED_ENDS.get(tag, ()):
            self._close(tags, boundary)

    def _close(self, tags: frozenset[str], boundary: frozenset[str]) -> None:
        """Close everything from the innermost of ``tags``, unless one of ``boundary`` stands between."""
        depth = self._open.find(tags, boundary)
        while depth and len(self._open) >= depth:
            self._pop()

    def _pop(self) -> None:
        if self._open.innermost.tag in elements.BLOCKS and not self._unread:
            self._flush()
        self._leave(self._open.pop())

    def _leave(self, element: Element) -> None:
        self._emphasis -= element.emphasised
        self._unread -= element.is_unread
        if not self._unread and self._passage:
            self._tell(self._passage)
            self._passage = None
        table = element.grid.finish() if element.grid and not self._unread else None
        if table and element.cell:
            element.cell.content.append(table)
        elif table:
            self.builder.table(table)

    def _tell(self, passage: _Passage) -> None:
        words = " ".join(passage.words)
        if any(map(str.isalnum, words)) or passage.why in (Skipped.EMBEDDED, Skipped.DRAWING):
            self.builder.skip(passage.why, passage.line, words)

    def _flush(self) -> None:
        """The paragraph is whole."""
        innermost = self._open.innermost
        for lines in self._inline.take():
            if innermost.cell is not None and not self._open.has("caption"):
                write_in_cell(lines, innermost.around, innermost.cell)
            else:
                write(lines, innermost.around, self.builder)
            if innermost.around.role is Role.ITEM:
                innermost.around.number = ""
