"""The pages of the documentation as a reader meets them: blocks of commands, files and output, each with its line."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).parents[1]
# Reports on the example: what stands in them is a paper's, not ours.
_REPORTS = {
    ROOT / "docs" / "gallery" / name
    for name in ("briefing.md", "child-summary.md", "full-report.md", "impact-assessment.md")
}
PAGES = tuple(sorted({ROOT / "README.md", *(ROOT / "docs").rglob("*.md")} - _REPORTS))
_FENCE = re.compile(r"^(?P<fence>```+)(?P<kind>[\w-]*)\n(?P<text>.*?)^(?P=fence)$", re.MULTILINE | re.DOTALL)
_INDENTED = re.compile(r"(?:^ {4}\S.*\n)+", re.MULTILINE)
_NAME = re.compile(r"(?:# |\{# |<!-- )([\w./-]+\.\w+)(?: #\}| -->)?\n")


class Block(NamedTuple):
    """A block of a page: what kind it is, its text, and its line in the page."""

    kind: str
    text: str
    line: int

    @property
    def file(self) -> str | None:
        """The file that it shows, which its first line names in a comment."""
        named = _NAME.match(self.text)
        return named[1] if named else None


def blocks(page: Path) -> Iterator[Block]:
    """Every fenced block of a page, and the indented ones that hold commands, in their order."""
    text = page.read_text(encoding="utf-8")
    found = [Block(one["kind"], one["text"], text.count("\n", 0, one.start()) + 1) for one in _FENCE.finditer(text)]
    outside = _FENCE.sub(lambda one: "\n" * one[0].count("\n"), text)
    for one in _INDENTED.finditer(outside):
        lines = [line.strip() for line in one[0].splitlines()]
        if all(line.startswith("crp-commission ") for line in lines):
            found.append(Block("sh", "\n".join(lines) + "\n", outside.count("\n", 0, one.start()) + 1))
    return iter(sorted(found, key=lambda block: block.line))


def commands(block: Block) -> Iterator[tuple[str, int]]:
    """The commands of a block in the order in which they are run, comments left out, each with its line in the page."""
    line = block.line
    for joined in re.sub(r"\\\n\s*", "\0", block.text).split("\n"):
        line += 1
        text = re.sub(r"\s+# .*|^#.*", "", joined.replace("\0", " ")).strip()
        if text:
            yield text, line
        line += joined.count("\0")


def inline_commands(page: Path) -> Iterator[str]:
    """Commands within sentences."""
    text = _FENCE.sub("", page.read_text(encoding="utf-8"))
    yield from (" ".join(found.split()) for found in re.findall(r"`(crp-commission [^`]+)`", text))


def name(page: Path) -> str:
    """What a page is called in messages."""
    return page.relative_to(ROOT).as_posix()
