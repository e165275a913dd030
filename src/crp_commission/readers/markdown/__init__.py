"""Markdown: CommonMark with tables, struck text and footnotes, and the HTML that may stand in it."""

from __future__ import annotations

import re

from ...decoding import decode
from ...document import Extract
from ...extraction import ExtractBuilder, Skipped
from ...limits import Limits
from ...markup.walker import Walker
from .feeding import DEEPEST, Feeder

EXTENSIONS = (".md", ".markdown")

_SETTINGS_LINE = re.compile(r"\s|#|[\w-]+\s*:|-\s|$")
_MOST_SETTINGS = 200
_FOOTNOTE = re.compile(r"(?m)^([ >]{0,20})(\[\^([^\]\s]{1,40})\]:)")
_DEFINITION = re.compile(r"(?m)^([ >]{0,20})(\[[^\]\n]{1,1000}\]:[ \t]*)(?=[^\s/.#:@<]+[ \t]*$)")


def read(data: bytes, name: str, limits: Limits) -> Extract:
    """Read Markdown as it shows, with the line of each block.

    What is struck out, hidden or in comments is told in notes. Raises NotReadError when the bytes are no text or
    pass a limit.
    """
    from markdown_it import MarkdownIt

    decoded = decode(data, name, limits)
    builder = ExtractBuilder(name)
    text, marks = _prepared(decoded.text, builder)
    parser = MarkdownIt("commonmark", {"maxNesting": DEEPEST}).enable(["table", "strikethrough"])
    # An indented paragraph is text to whoever wrote it; inline text is parsed one paragraph at a time.
    parser.disable(["code", "inline", "text_join"])
    walker = Walker(builder, limits)
    Feeder(parser, walker, text.split("\n"), marks).feed(text)
    walker.close()
    return builder.extract(notes=decoded.notes)


def _prepared(text: str, builder: ExtractBuilder) -> tuple[str, frozenset[str]]:
    """The text without the settings at its top, and the names of its footnotes.

    A footnote ("[^1]: ...") and a line that only looks like the target of a link ("[Note]: children") would vanish
    as link targets do, so their brackets are made plain.
    """
    lines = text.split("\n")
    end = _settings_end(lines)
    if end:
        builder.skip(Skipped.SETTINGS, 1)
        text = "\n" * end + "\n".join(lines[end:])
    marks = frozenset(found[2] for found in _FOOTNOTE.findall(text))
    return _DEFINITION.sub(r"\1\\\2", _FOOTNOTE.sub(r"\1\\\2", text)), marks


def _settings_end(lines: list[str]) -> int:
    """How many lines the settings between ``---`` at the very top take; 0 when there are none."""
    if lines[0].rstrip() != "---":
        return 0
    for at, line in enumerate(lines[1 : _MOST_SETTINGS + 1], start=2):
        if line.rstrip() in ("---", "..."):
            return at if at > 2 else 0
        if not _SETTINGS_LINE.match(line):
            return 0
    return 0
