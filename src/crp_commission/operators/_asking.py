"""What operators that look for signals share: reading their options and walking over matches."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache

from ..checks import anchor
from ..evidence import Strength
from ..reading import Reading
from ..signals import Match, Signal, find, parse
from ..standing import for_children, silent

_HOLDERS = ("child", "anyone")


@cache
def signal(text: str) -> Signal:
    """A signal, parsed once."""
    return parse(text)


def phrases(texts: Iterable[str]) -> Iterator[str]:
    """Every phrase the signals need looked up."""
    for text in texts:
        for group in signal(text).groups:
            yield group.phrase


def matches(texts: Iterable[str], reading: Reading, holder: str) -> Iterator[Match]:
    """Matches in places that can hold evidence, for the holder asked for; a pack about adults holds none."""
    if reading.adult:
        return
    for text in texts:
        for match in find(signal(text), reading):
            sentence, _ = anchor(match)
            if silent(reading, match.unit, sentence):
                continue
            if holder == "child" and not for_children(reading, match.unit, sentence):
                continue
            yield match


def check(texts: Iterable[str], holder: str, at_most: str | None = None) -> None:
    """Raises ValueError where signals, holder or cap are badly written."""
    if not texts:
        raise ValueError("at least one signal is needed")
    for text in texts:
        if not isinstance(text, str):
            raise ValueError(f"a signal is text in quotes, not {text!r}")
        signal(text)
    if holder not in _HOLDERS:
        raise ValueError(f"holder is one of {', '.join(_HOLDERS)}, not '{holder}'")
    if at_most is not None and at_most not in ("mentioned", "intended", "committed"):
        raise ValueError(f"at_most is one of mentioned, intended, committed, not '{at_most}'")


def cap(at_most: str | None) -> Strength | None:
    """The strength a thin form is held to."""
    return None if at_most is None else Strength(at_most)
