"""The small line-based markup in which the texts of the pack are written.

A file opens with ``key: value`` lines and a ``---``. After that every line is one element:
``#`` and ``##`` headings, ``.`` a numbered clause, ``a)`` a lettered one, ``-`` a bullet, ``@`` a directive
(a table, a box, a footnote), anything else a paragraph.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

DIRECTIVE = re.compile(r"@(\w+) ?(.*)")


@dataclass(frozen=True)
class Element:
    """One thing to set: ``kind`` says what, ``text`` and ``rows`` what it holds, ``options`` how."""

    kind: str
    text: str = ""
    rows: tuple[tuple[str, ...], ...] = ()
    options: str = ""


@dataclass
class Source:
    """A text file of the pack, read."""

    meta: dict[str, str]
    elements: list[Element] = field(default_factory=list)
    footnotes: dict[str, str] = field(default_factory=dict)
    comments: dict[str, tuple[str, str]] = field(default_factory=dict)


def read(path: Path) -> Source:
    """Read the text at ``path``."""
    head, _, body = path.read_text(encoding="utf-8").partition("\n---\n")
    meta = dict(line.split(": ", 1) for line in head.splitlines())
    source = Source(meta)
    lines = iter([typeset(line) for line in body.splitlines() if line.strip()])
    for line in lines:
        element = _element(line, lines, source)
        if element is not None:
            source.elements.append(element)
    return source


def typeset(line: str) -> str:
    """Turn straight quotes into the curly ones that Word puts in."""
    line = re.sub(r'(^|[\s(|*])"', r"\1“", line).replace('"', "”")
    return re.sub(r"(^|[\s(|])'", r"\1‘", line).replace("'", "’")


def _element(line: str, lines: Iterator[str], source: Source) -> Element | None:
    directive = DIRECTIVE.match(line)
    if directive:
        return _directive(directive[1], directive[2], lines, source)
    for mark, kind in (("## ", "heading2"), ("# ", "heading1"), (". ", "clause"), ("a) ", "letter"), ("- ", "bullet")):
        if line.startswith(mark):
            return Element(kind, line.removeprefix(mark))
    return Element("paragraph", line)


def _directive(name: str, rest: str, lines: Iterator[str], source: Source) -> Element | None:
    if name == "footnote":
        key, text = rest.split(" ", 1)
        source.footnotes[key] = text
        return None
    if name == "comment":
        key, said = rest.split(" ", 1)
        author, text = said.split(" | ", 1)
        source.comments[key] = (author, text)
        return None
    if name in ("cover", "table"):
        return Element(name, rows=tuple(_cells(line) for line in _until(lines, "@end")), options=rest)
    if name == "define":
        return Element(name, rows=tuple((line,) for line in _until(lines, "@enddefine")))
    if name == "box":
        return Element(name, rows=tuple((part,) for part in rest.split(" | ")))
    return Element(name, options=rest)


def _until(lines: Iterator[str], end: str) -> Iterator[str]:
    return iter(lines.__next__, end)


def _cells(line: str) -> tuple[str, ...]:
    return tuple(cell.strip() for cell in line.strip().removeprefix("|").removesuffix("|").split("|"))
