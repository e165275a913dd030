"""What was passed over or guessed in files that were read: in a few words, for those who see no list of notes."""

from __future__ import annotations

from .plain_words import LEFT_OUT, shortened
from .report import Report

_MOST_A_FILE = 3
_LONGEST = 140


def passed_over(report: Report) -> list[str]:
    """A line for each file of which comments, hidden or deleted text or the like was left out, or something guessed.

    Text that may be missed is not among it, being told as not read, nor are whole files that are no papers.
    """
    told: dict[str, list[str]] = {}
    for note in report.notes:
        if not note.unread and not note.unasked and not note.text.startswith(LEFT_OUT):
            words = _in_a_line(note.text)
            if words not in told.setdefault(note.file, []):
                told[note.file].append(words)
    return [f"{file}: {_joined(words)}." for file, words in told.items()]


def _in_a_line(text: str) -> str:
    begins = text[:1].lower() if text[1:2].islower() or text[1:2] == " " else text[:1]
    return shortened(f"{begins}{text[1:]}", _LONGEST).rstrip(".")


def _joined(words: list[str]) -> str:
    more = [f"and {len(words) - _MOST_A_FILE} more"] if len(words) > _MOST_A_FILE else []
    return "; ".join(words[:_MOST_A_FILE] + more)
