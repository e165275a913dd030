"""TermTable: every term of a ruleset found in one pass over a text."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from typing import Any, NamedTuple

from .phrases import State, compile_phrase, cut_at_gaps
from .words import Word


class Hit(NamedTuple):
    """A term found: first word and the word after the last, as positions in the list of words."""

    start: int
    end: int


Spaced = tuple[int, list[int], list[int]]
"""A phrase with gaps: its name's number, the numbers of its pieces, and how many words may stand between them."""


class TermTable:
    """Phrases under names, compiled so that two walks over a text find them all: vocabulary lists, then phrases.

    A phrase with gaps ("ask ~3 child") is cut into pieces, which many phrases share; the pieces are found in the walk
    and put together afterwards. Cost follows the words of the text and the hits, not the number of terms.
    """

    def __init__(
        self, terms: Mapping[str, Iterable[str]], vocabulary: Mapping[str, Iterable[str]] | None = None
    ) -> None:
        """``terms`` maps a name to its phrases (see ``phrases``); raises PhraseError for one that is badly written."""
        lists = vocabulary or {}
        list_root, root = State(), State()
        for number, name in enumerate(lists):
            for phrase in lists[name]:
                list_root.absorb(compile_phrase(phrase, lists, State(ends=[number]), (name,)))
        pieces: dict[str, int] = {}
        phrases: list[Spaced] = []
        for number, texts in enumerate(terms.values()):
            for text in texts:
                cut, gaps = cut_at_gaps(text, lists)
                for piece in cut:
                    if piece not in pieces:
                        pieces[piece] = len(pieces)
                        root.absorb(compile_phrase(piece, lists, State(ends=[pieces[piece]])))
                phrases.append((number, [pieces[piece] for piece in cut], gaps))
        self._start(["$" + name for name in lists], list(terms), phrases, _flat(list_root), _flat(root))

    def _start(
        self, lists: list[str], names: list[str], phrases: list[Spaced], list_states: list[Flat], states: list[Flat]
    ) -> None:
        self._lists, self.names, self._phrases = lists, names, phrases
        self._list_walker, self._walker = _Walker(list_states), _Walker(states)
        shared = Counter(part for _, parts, _ in phrases for part in parts)
        self._alone: dict[int, list[int]] = {}
        self._by_rarest: dict[int, list[Spaced]] = {}
        for phrase in phrases:
            if len(phrase[1]) == 1:
                self._alone.setdefault(phrase[1][0], []).append(phrase[0])
            else:
                self._by_rarest.setdefault(min(phrase[1], key=lambda part: shared[part]), []).append(phrase)

    def plain(self) -> list[Any]:
        """The compiled table as plain data that JSON can hold; ``restore`` takes it back."""
        return [self._lists, self.names, self._phrases, self._list_walker.states, self._walker.states]

    @classmethod
    def restore(cls, plain: list[Any]) -> TermTable:
        """A table from what ``plain`` gave."""
        table = cls.__new__(cls)
        table._start(*plain)
        return table

    def find(self, text: Sequence[Word | None]) -> dict[str, list[Hit]]:
        """Every term in ``text`` by name, the longest match at each start; None is a wall that no phrase crosses."""
        keys = [_keys(word) for word in text]
        leaps: dict[int, list[tuple[str, int]]] = {}
        for start, number, end in self._list_walker.walk(keys, {}) if self._lists else ():
            leaps.setdefault(start, []).append((self._lists[number], end))
        pieces: dict[int, list[tuple[int, int]]] = {}
        for start, number, end in self._walker.walk(keys, leaps):
            pieces.setdefault(number, []).append((start, end))
        found: dict[int, dict[int, int]] = {}
        for piece, spans in pieces.items():
            if piece in self._alone:
                longest = dict(sorted(spans))  # of equal starts the furthest end comes last and stays
                for number in self._alone[piece]:
                    _widen(found.setdefault(number, {}), longest)
        walls = [place for place, word in enumerate(text) if word is None]
        for number, parts, gaps in self._spaced(pieces):
            _widen(found.setdefault(number, {}), _join([pieces[part] for part in parts], gaps, walls))
        return {
            self.names[number]: [Hit(*pair) for pair in sorted(ends.items())] for number, ends in found.items() if ends
        }

    def _spaced(self, pieces: Mapping[int, Any]) -> Iterator[Spaced]:
        """The phrases with gaps of which every piece was found."""
        for piece in pieces:
            for phrase in self._by_rarest.get(piece, ()):
                for part in phrase[1]:
                    if part not in pieces:
                        break
                else:
                    yield phrase


def _widen(ends: dict[int, int], others: Mapping[int, int]) -> None:
    """Take over ends by start, the furthest of two."""
    if not ends:
        ends.update(others)
        return
    for start, end in others.items():
        if end > ends.get(start, 0):
            ends[start] = end


def _join(pieces: list[list[tuple[int, int]]], gaps: list[int], walls: list[int]) -> dict[int, int]:
    """Ends by start of a phrase put together: each piece behind the one before, at most its gap away."""
    ends: dict[int, int] = {}
    for start, first_end in pieces[0]:
        reached = {first_end}
        for spans, gap in zip(pieces[1:], gaps, strict=True):
            reached = {
                behind
                for end in reached
                for begin, behind in spans
                if end <= begin <= end + gap and not any(end <= wall < begin for wall in walls)
            }
            if not reached:
                break
        if reached:
            ends[start] = max(ends.get(start, 0), *reached)
    return ends


Flat = tuple[Mapping[str, int], int, Sequence[int]]
"""A state as plain data: where each key leads, where any word leads (-1: nowhere), which pieces end here."""


def _flat(root: State) -> list[Flat]:
    """The states reachable from ``root``, ``root`` first, made one where the same words lead to them.

    Phrases know no repetition, so the states form no circle and this ends; each key leads to one state only, so that a
    walk never has to put states together.
    """
    numbers: dict[frozenset[int], int] = {}
    waiting: list[list[State]] = []

    def number(states: list[State]) -> int:
        once = {id(state): state for state in states}
        key = frozenset(once)
        if key not in numbers:
            numbers[key] = len(waiting)
            waiting.append(list(once.values()))
        return numbers[key]

    number([root])
    flat: list[Flat] = []
    for states in waiting:
        on: dict[str, list[State]] = {}
        for state in states:
            for key, targets in state.on.items():
                on.setdefault(key, []).extend(targets)
        others = [target for state in states for target in state.any]
        ends = sorted({end for state in states for end in state.ends})
        flat.append(({key: number(targets) for key, targets in on.items()}, number(others) if others else -1, ends))
    return flat


Keys = Sequence[tuple[str, ...]]
Leaps = Mapping[int, Sequence[tuple[str, int]]]


def _keys(word: Word | None) -> tuple[str, ...]:
    if word is None:
        return ()
    return _keys_of(word.text, word.stem)


@lru_cache(maxsize=65536)
def _keys_of(text: str, stem: str) -> tuple[str, ...]:
    return ("=" + text, stem, "#") if text[0].isdigit() else ("=" + text, stem)


class _Walker:
    """Walks a text from every word."""

    def __init__(self, states: list[Flat]) -> None:
        self.states = states

    def walk(self, keys: Keys, leaps: Leaps) -> list[tuple[int, int, int]]:
        """(start, piece, end) of every piece found; ``leaps`` are lists found in the text, by where they start."""
        first = self.states[0][0]
        return [
            (start, piece, end)
            for start, options in enumerate(keys)
            if any(key in first for key in options) or any(key in first for key, _ in leaps.get(start, ()))
            for piece, end in self._from(start, keys, leaps)
        ]

    def _from(self, start: int, keys: Keys, leaps: Leaps) -> list[tuple[int, int]]:
        """Every end of every piece from ``start``, not the furthest alone: a piece may have to stop short."""
        ends: list[tuple[int, int]] = []
        agenda: dict[int, set[int]] = {start: {0}}
        position = start
        while agenda:
            here = agenda.pop(position, ())
            options = keys[position] if position < len(keys) else ()
            for number in here:
                on, other, over = self.states[number]
                if over:
                    ends.extend((piece, position) for piece in over)
                if options:
                    onward = [on[key] for key in options if key in on]
                    if other >= 0:
                        onward.append(other)
                    if onward:
                        agenda.setdefault(position + 1, set()).update(onward)
                    for key, end in leaps.get(position, ()):
                        if key in on:
                            agenda.setdefault(end, set()).add(on[key])
            position += 1
        return ends
