"""Headers and footers: never read as text, but told of where they hold more than a running head does."""

from __future__ import annotations

import re
from collections.abc import Iterable

from ...document import Note
from ...errors import NotReadError
from ...xmlfile import SKIP, Attributes, Events
from .package import Package

_KINDS = ("header", "footer")
_SKIPPED = ("w:del", "w:moveFrom", "w:instrText", "mc:Fallback")
_MOST_WORDS = 12
_FEWEST_WORDS = 4
_LONGEST_QUOTE = 160
_WORD = re.compile(r"[^\W\d_]{2,}")
_VERB = re.compile(
    r"\b(?:is|are|was|were|be|has|have|had|does|do|did|shall|must|will|may|can|cannot|should|would|could|need)\b",
    re.IGNORECASE,
)


def furniture_note(package: Package, name: str, read: Iterable[str]) -> tuple[Note, ...]:
    """A note where a header or footer holds a sentence, or more words than a running head has.

    Page numbers, short running heads and what stands in the text too, given as ``read``, are passed over.
    """
    known = {_folded(text) for text in read}
    found: dict[str, str] = {}
    for kind in _KINDS:
        for text in _paragraphs(package, kind):
            if _tells(text) and _folded(text) not in known:
                found.setdefault(text, kind)
    if not found:
        return ()
    where = " and ".join(kind for kind in _KINDS if kind in found.values())
    quotes = " ".join(f"“{_short(text)}”" for text in found)
    return (Note(name, "", f"The words of the {where} were not read; check them by eye: {quotes}"),)


def _paragraphs(package: Package, kind: str) -> list[str]:
    """The paragraphs of all headers or footers; none of one that is damaged, which is not worth losing a file for."""
    found: list[str] = []

    def text(data: str) -> None:
        if inside and found:
            found[-1] += data

    inside = False

    def open_text(_attributes: Attributes) -> None:
        nonlocal inside
        inside = True

    def close_text() -> None:
        nonlocal inside
        inside = False

    def gap(_attributes: Attributes) -> None:
        if found:
            found[-1] += " "

    start = {"w:p": lambda _: found.append(""), "w:t": open_text, "w:tab": gap, "w:br": gap}
    skipped = dict.fromkeys(_SKIPPED, lambda _: SKIP)
    for part in package.all_related(kind):
        try:
            package.walk(part, Events({**start, **skipped}, {"w:t": close_text}, text))
        except NotReadError:
            inside = False
    return [" ".join(one.split()) for one in found if one.strip()]


def _tells(text: str) -> bool:
    words = len(_WORD.findall(text))
    return words > _MOST_WORDS or (words >= _FEWEST_WORDS and bool(_VERB.search(text)))


def _folded(text: str) -> str:
    return " ".join(text.casefold().split())


def _short(text: str) -> str:
    return text if len(text) <= _LONGEST_QUOTE else f"{text[:_LONGEST_QUOTE].rpartition(' ')[0]}…"
