"""Lines of a page of a given width, with or without colour."""

from __future__ import annotations

import textwrap
from dataclasses import dataclass, field

from ...inert import inert
from ...plain_words import shortened
from .._escaping import visible

LABEL = 10
_CODES = {"bold": "1", "dim": "2", "red": "1;31", "amber": "1;33", "green": "1;32", "look": "1;35"}


@dataclass(slots=True)
class Page:
    """A page being written, line by line; nothing wider than ``width`` characters and nothing but words in it."""

    width: int
    color: bool
    lines: list[str] = field(default_factory=list)

    def paint(self, text: str, style: str | None) -> str:
        """Text in a style if the page has colour; the words alone must say enough."""
        return f"\x1b[{_CODES[style]}m{text}\x1b[0m" if self.color and style else text

    def blank(self) -> None:
        """An empty line, unless the page has just begun or has one."""
        if self.lines and self.lines[-1]:
            self.lines.append("")

    def heading(self, text: str) -> None:
        """A line that stands out."""
        self.lines.append(self.paint(shortened(visible(text), self.width), "bold"))

    def labelled(
        self, label: str, text: str, style: str | None = None, most: int | None = None, closing: str = ""
    ) -> None:
        """A paragraph with a word in the margin; see :meth:`indented` for the rest."""
        for number, line in enumerate(self._wrapped(text, self.width - LABEL, most, closing)):
            margin = self.paint(f"{label:<{LABEL}}", "bold") if label and number == 0 else " " * LABEL
            self.lines.append(margin + self.paint(line, style if number == 0 else None))

    def indented(self, text: str, indent: int = 0, hang: int = 0, most: int | None = None, closing: str = "") -> None:
        """A paragraph ``indent`` characters in, its further lines ``hang`` more.

        Where it takes more than ``most`` lines it is cut between words; ``closing`` follows the text either way.
        """
        for number, line in enumerate(self._wrapped(text, self.width - indent - hang, most, closing)):
            self.lines.append(" " * (indent + (hang if number else 0)) + line)

    def text(self) -> str:
        """The page."""
        return inert("\n".join(line.rstrip() for line in self.lines).strip("\n")) + "\n"

    def _wrapped(self, text: str, width: int, most: int | None, closing: str) -> list[str]:
        text = visible(text)
        lines = _wrap(text + closing, width)
        length = width * (most or 0)
        while most and len(lines) > most:
            length -= 4
            lines = _wrap(shortened(text, length) + closing, width)
        return lines


def _wrap(text: str, width: int) -> list[str]:
    return textwrap.wrap(text, max(width, 20), break_on_hyphens=False) or [""]
