"""What is wrong with a YAML file, said in plain words with its place."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import NoReturn

from ..errors import CommissionError
from .loaded import Mark

# Signs that no text may hold; also what is left of half a character.
UNFIT = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufeff\ufffe\uffff]")
_MOST_SHOWN = 60
_SPACES = "Indent with spaces."
_QUOTE_IT = "Put the whole text in quotes."
_EXPLAINED = (
    (r"tab character|'\\t'", "a tab stands where only spaces may.", _SPACES),
    (r"mapping values", "a colon stands where none may.", "Put a text that holds a colon and a space in quotes."),
    (r"entries are not allowed", "a list starts where none may.", "Start the list on a new line, one `- ` a line."),
    (r"cannot start any token", "a text starts with a sign that means something else in YAML.", _QUOTE_IT),
    (r"escape", "a backslash in double quotes means something else in YAML.", "Use single quotes, or write it twice."),
    (r"quoted scalar", "a quotation mark is opened here and never closed.", "Close it."),
    (r"flow (?:sequence|mapping)", "a bracket is opened here and not closed, or a comma is missing.",
     "Close it; put a text that starts with a bracket in quotes."),
    (r"anchor|alias", "a text starts with * or &, which means something else in YAML.", _QUOTE_IT),
    (r"tag", "a text starts with an exclamation mark, which means something else in YAML.", _QUOTE_IT),
    (r"simple key|expected ':'", "there is no colon after a key.", "Write `key: value`, with a space after the colon."),
    (r"block scalar", "a text starts with | or >, which means something else in YAML.", _QUOTE_IT),
    (r"directive", "a line starts with %, which means something else in YAML.", _QUOTE_IT),
    (r"document start", "something stands after the end of the document.", _QUOTE_IT),
    (r"block (?:mapping|collection|sequence)", "this line does not fit those above it.",
     "Indent it like the lines it belongs to, and write `key: value` or `- value`."),
)  # fmt: skip
_OPENERS = ("quoted scalar", "simple key", "flow ")


def starts_where_opened(context: str) -> bool:
    """Whether the place to show is where something was opened rather than where it was missed."""
    return any(opener in context for opener in _OPENERS)


def explained(problem: str, line: str, column: int) -> tuple[str, str]:
    """What is wrong and what to do, from the parser's words, the line it stopped on and the column (from 1)."""
    if line[column - 1 : column] == "\t" and not line[: column - 1].strip():
        return "a tab stands where only spaces may.", _SPACES
    if "expected key" in problem and line[: column - 1].strip():
        return "something stands after a closing quotation mark or bracket.", _QUOTE_IT
    for pattern, what, hint in _EXPLAINED:
        if re.search(pattern, problem):
            return what, hint
    return "this is not written as YAML.", "Write `key: value`, and put texts with special signs in quotes."


@dataclass(frozen=True, slots=True)
class Faults:
    """How a fault in this file is told."""

    name: str
    kind: type[CommissionError]

    def at(self, mark: Mark, what: str, hint: str) -> NoReturn:
        """Say what is wrong at ``mark`` and what to do about it."""
        where = f"{self.name}:{mark.line}:{mark.column}"
        raise self.kind(f"{where}: {what}", hint=hint, file=self.name, line=mark.line)

    def unfit(self, mark: Mark, sign: str) -> NoReturn:
        """Say that the text has a sign that no text may hold."""
        self.at(mark, f"there is a sign that cannot be shown (U+{ord(sign):04X}).", "Delete it.")

    def beyond(self, what: str, setting: str, mark: Mark | None = None) -> NoReturn:
        """Say that the file, or what stands at ``mark``, passes the limit of that name."""
        hint = f"If you trust the file, raise `limits: {setting}` in crp-commission.yaml."
        if mark:
            self.at(mark, what, hint)
        raise self.kind(f"{self.name} {what}", hint=hint, file=self.name)


def shown(text: str) -> str:
    """``text`` short enough to be shown in a message."""
    text = " ".join(text.split())
    return text if len(text) <= _MOST_SHOWN else f"{text[:_MOST_SHOWN]}…"
