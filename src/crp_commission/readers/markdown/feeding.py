"""What the Markdown parser finds, handed to the walker as the tags and text it stands for."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from ...extraction import Skipped
from ...markup.source import feed
from ...markup.walker import MARKER, Walker

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.token import Token

DEEPEST = 60  # how deep the parser goes into lists and quotes; what is deeper is read flat
_MOST_BRACKETS = 2_000  # in one paragraph; links in links take the parser's time
_MARKS = re.compile(r"(?:[\s>]|[-+*]\s|\d{1,9}[.)]\s)*")
_WORD = re.compile(r"[^\W\d_]{2}")
_DELIMITERS = re.compile(r"[\s|:+=-]+")
_CELL_END = re.compile(r"(?<!\\)\|")
_NOTE_MARK = re.compile(r"\[\^([^\]\s]{1,40})\]")
_INLINE = {"strong": "strong", "em": "em", "s": "del"}


class Feeder:
    """Feeds one document to ``walker``; ``lines`` are its lines and ``marks`` the names of its footnotes."""

    def __init__(self, parser: MarkdownIt, walker: Walker, lines: Sequence[str], marks: frozenset[str]) -> None:
        self._parser = parser
        self._walker = walker
        self._lines = lines
        self._marks = marks
        self._env: dict[str, Any] = {}
        self._line = 1  # of the innermost block that says so
        self._columns = 0  # of the table being read
        self._as_text: list[bool] = []  # of the headings open: whether they are read as text

    def feed(self, text: str) -> None:
        """Parse ``text`` and feed all of it."""
        tokens = self._parser.parse(text, self._env)
        for at, token in enumerate(tokens):
            self._line = token.map[0] + 1 if token.map else self._line
            after = tokens[at + 1] if at + 1 < len(tokens) else None
            if token.type == "inline":
                self._paragraph(token)
            elif token.nesting > 0:
                self._open(token, after)
            elif token.nesting < 0:
                self._close(token)
            else:
                self._alone(token)
        self._tell_link_titles()

    def _open(self, token: Token, after: Token | None) -> None:
        if token.type == "heading_open":
            self._as_text.append(token.markup in "=-" and _ends_as_text(after))
            self._walker.start("p" if self._as_text[-1] else token.tag, {}, self._line)
            return
        attributes = {MARKER: token.info + token.markup if token.info else ""} if token.tag in ("li", "ol") else {}
        self._walker.start(token.tag, attributes, self._line)
        self._columns += token.type == "th_open"
        if after is not None and after.type == token.type.replace("_open", "_close"):
            self._too_deep(token)

    def _close(self, token: Token) -> None:
        if token.type == "tr_close":
            self._cells_too_many()
        elif token.type == "table_close":
            self._columns = 0
        self._walker.end("p" if token.type == "heading_close" and self._as_text.pop() else token.tag, self._line)

    def _alone(self, token: Token) -> None:
        if token.type == "html_block":
            feed(token.content, self._walker, line=self._line, fragment=True)
        elif token.type == "fence":
            opening = token.info if len(token.info.split()) > 2 else ""  # a language is one word
            self._plain([opening, *token.content.split("\n")], self._line)
        elif token.type == "hr":
            self._walker.start("hr", {}, self._line)

    def _plain(self, lines: Sequence[str], first: int) -> None:
        """Lines that are no Markdown, or too deep in it, as paragraphs."""
        self._walker.start("p", {}, first)
        for at, line in enumerate(lines):
            self._walker.data(line, first + at)
            self._walker.break_line()
        self._walker.end("p", first)

    def _too_deep(self, token: Token) -> None:
        """A list item or quote that the parser left empty because it is nested too deep."""
        if token.type not in ("list_item_open", "blockquote_open") or not token.map:
            return
        inside = self._lines[token.map[0] : token.map[1]]
        if any(map(_WORD.search, inside)):
            self._walker.builder.skip(Skipped.DEEP, self._line)
            for at, line in enumerate(inside):
                marks = _MARKS.match(line)
                assert marks is not None
                if marks[0].strip("> \t") or not at:
                    self._walker.start("p", {}, self._line + at)
                self._walker.data(line[marks.end() :] + " ", self._line + at)
            self._walker.end("p", self._line)

    def _cells_too_many(self) -> None:
        """Cells beyond the last column of the header: the parser drops them, a person reads them."""
        for cell in _cells(self._lines[self._line - 1])[self._columns :] if self._columns else ():
            self._walker.start("td", {}, self._line)
            self._inline(cell)
            self._walker.end("td", self._line)

    def _paragraph(self, token: Token) -> None:
        lines = token.content.split("\n")
        if len(lines) > 1 and all(line.lstrip().startswith("|") and len(_cells(line)) > 1 for line in lines):
            self._table_without_delimiters(lines)
        elif token.content.count("[") > _MOST_BRACKETS:
            self._walker.builder.skip(Skipped.TANGLED, self._line)
            for at, line in enumerate(lines):
                self._walker.data(line, self._line + at)
                self._walker.break_line()
        else:
            self._inline(token.content)

    def _table_without_delimiters(self, lines: Sequence[str]) -> None:
        """Rows of cells that lack the line of dashes under the header, or have it elsewhere."""
        self._walker.start("table", {}, self._line)
        for at, line in enumerate(lines):
            if _DELIMITERS.fullmatch(line):
                continue
            self._walker.start("tr", {}, self._line + at)
            for cell in _cells(line):
                self._walker.start("td", {}, self._line + at)
                self._inline(cell, self._line + at)
                self._walker.end("td", self._line + at)
        self._walker.end("table", self._line)

    def _inline(self, content: str, line: int | None = None) -> None:
        tokens: list[Token] = []
        self._parser.inline.parse(content, self._parser, self._env, tokens)
        line = self._line if line is None else line
        for token in tokens:
            tag = _INLINE.get(token.type.rpartition("_")[0])
            if token.type in ("softbreak", "hardbreak"):
                line += 1
                self._walker.break_line()
            elif tag:
                (self._walker.start(tag, {}, line) if token.nesting > 0 else self._walker.end(tag, line))
            elif token.type == "image":
                self._walker.start("img", {"alt": token.content} if token.content else {}, line)
            elif token.type == "html_inline":
                feed(token.content, self._walker, line=line, fragment=True)
                line += token.content.count("\n")
            elif token.content:
                self._walker.data(_NOTE_MARK.sub(self._without_mark, token.content), line)

    def _without_mark(self, mark: re.Match[str]) -> str:
        """A reference to a footnote stands above the line and is no part of the sentence; the footnote's own stays."""
        is_own = mark.start() == 0 and mark.string.startswith(":", mark.end())
        return "" if mark[1] in self._marks and not is_own else mark[0]

    def _tell_link_titles(self) -> None:
        """Targets of links do not show; some writers hide comments in their titles."""
        for target in self._env.get("references", {}).values():
            if len(_WORD.findall(target.get("title") or "")) > 2:
                self._walker.builder.skip(Skipped.COMMENT, target["map"][0] + 1, target["title"])


def _ends_as_text(inline: Token | None) -> bool:
    """Whether an underlined paragraph is no heading: a line of dashes was drawn under running text."""
    content = inline.content.rstrip() if inline else ""
    return content.endswith((".", ";", ":", ",")) or len(content.split()) > 20


def _cells(line: str) -> list[str]:
    """The cells of one row between its bars."""
    row = line.strip().lstrip("> \t")
    inside = row.removeprefix("|")
    inside = inside[:-1] if inside.endswith("|") and not inside.endswith("\\|") else inside
    return [cell.strip().replace("\\|", "|") for cell in _CELL_END.split(inside)]
