"""TermTable: every term of a ruleset found in one pass over a text."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from .phrases import State, compile_phrase
from .words import Word


class Hit(NamedTuple):
    """A term found: first word and the word after the last, as positions in the list of words."""

    start: int
    end: int


class TermTable:
    """Phrases under names, compiled so that two walks over a text find them all: vocabulary lists, then phrases.

    Cost follows the words of the text and the hits, not the number of terms.
    """

    def __init__(
        self, terms: Mapping[str, Iterable[str]], vocabulary: Mapping[str, Iterable[str]] | None = None
    ) -> None:
        """``terms`` maps a name to its phrases (see ``phrases``); raises PhraseError for one that is badly written."""
        lists = vocabulary or {}
        self.names = tuple(terms)
        self._lists = tuple("$" + name for name in lists)
        self._list_root = State()
        for number, name in enumerate(lists):
            for phrase in lists[name]:
                self._list_root.absorb(compile_phrase(phrase, lists, State(ends=[number]), (name,)))
        self._root = State()
        for number, phrases in enumerate(terms.values()):
            end = State(ends=[number])
            for phrase in phrases:
                self._root.absorb(compile_phrase(phrase, lists, end))

    def find(self, text: Sequence[Word | None]) -> dict[str, list[Hit]]:
        """Every term in ``text``, the longest match at each start, by name; a None in it is a wall no phrase crosses."""
        steps = [[(key, position + 1) for key in _keys(word)] for position, word in enumerate(text)]
        for start, number, end in _walk(self._list_root, steps) if self._lists else ():
            steps[start].append((self._lists[number], end))
        found: dict[str, list[Hit]] = {}
        for start, number, end in _walk(self._root, steps):
            found.setdefault(self.names[number], []).append(Hit(start, end))
        return found


Steps = Sequence[Sequence[tuple[str, int]]]


def _keys(word: Word | None) -> tuple[str, ...]:
    if word is None:
        return ()
    if word.text[0].isdigit():
        return ("=" + word.text, word.stem, "#")
    return ("=" + word.text, word.stem)


def _walk(root: State, steps: Steps) -> list[tuple[int, int, int]]:
    """(start, phrase, end) of every phrase found; ``steps`` lists for each position the keys that lead on and where to."""
    first = root.on
    return [
        (start, number, end)
        for start, options in enumerate(steps)
        if any(key in first for key, _ in options)
        for number, end in _follow(root, steps, start).items()
    ]


def _follow(root: State, steps: Steps, start: int) -> dict[int, int]:
    """The furthest end of every phrase that can be finished from ``start``."""
    ends: dict[int, int] = {}
    agenda: dict[int, dict[int, State]] = {start: {id(root): root}}
    while agenda:
        position = min(agenda)
        live = agenda.pop(position)
        options = steps[position] if position < len(steps) else ()
        for state in live.values():
            for number in state.ends:
                ends[number] = max(position, ends.get(number, 0))
            for key, onward in options:
                for target in state.on.get(key, ()):
                    agenda.setdefault(onward, {})[id(target)] = target
            if state.any and options:
                for target in state.any:
                    agenda.setdefault(position + 1, {})[id(target)] = target
    return ends
