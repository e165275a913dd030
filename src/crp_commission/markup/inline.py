"""The text of one paragraph as it is gathered: its lines, and which words are emphasised."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import NamedTuple

from ..language.text import clean


class Run(NamedTuple):
    """Text of one look; ``line`` is the source line of its first sign that shows."""

    text: str
    emphasised: bool
    line: int


@dataclass(slots=True)
class TextLine:
    """What stands between two line breaks; ``text`` is there when the line is finished."""

    runs: list[Run] = field(default_factory=list)
    text: str = ""

    def finish(self) -> str:
        """Its text as a block shows it, kept as ``text``."""
        self.text = clean("".join([run.text for run in self.runs]))
        return self.text

    @property
    def line(self) -> int:
        """The source line on which it starts."""
        return next((run.line for run in self.runs if not run.text.isspace()), self.runs[0].line if self.runs else 1)

    @property
    def emphasised(self) -> bool:
        """Whether it has text and all of it is emphasised."""
        inked = [run for run in self.runs if run.text and not run.text.isspace()]
        return bool(inked) and all(run.emphasised for run in inked)


class Inline:
    """Gathers runs and line breaks until the paragraph ends."""

    def __init__(self) -> None:
        self._lines: list[TextLine] = [TextLine()]

    def add(self, text: str, emphasised: bool, line: int) -> None:
        """Add ``text``, whose first sign stands on source line ``line``."""
        opening = len(text) - len(text.lstrip())
        self._lines[-1].runs.append(Run(text, emphasised, line + text.count("\n", 0, opening)))

    def break_line(self) -> None:
        """End the line."""
        self._lines.append(TextLine())

    @property
    def last_letters(self) -> str:
        """The end of the text so far on this line."""
        return self._lines[-1].runs[-1].text[-3:] if self._lines[-1].runs else ""

    def take(self) -> list[list[TextLine]]:
        """The lines so far, parted where an empty line stands between, and start anew."""
        lines, self._lines = self._lines, [TextLine()]
        if len(lines) == 1 and not lines[0].runs:
            return []
        groups: list[list[TextLine]] = [[]]
        for line in lines:
            if line.finish():
                groups[-1].append(line)
            elif groups[-1]:
                groups.append([])
        return [group for group in groups if group]
