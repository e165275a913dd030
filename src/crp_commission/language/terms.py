"""TermTable: every term of a ruleset found in one pass over a text."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence, Set
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
        self._by_rarest: dict[int, list[Spaced]] = {}
        for phrase in phrases:
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
        pieces: dict[int, list[Hit]] = {}
        for start, number, end in self._walker.walk(keys, leaps):
            pieces.setdefault(number, []).append(Hit(start, end))
        walls = [place for place, word in enumerate(text) if word is None]
        found: dict[str, dict[int, int]] = {}
        for rarest in pieces:
            for number, parts, gaps in self._by_rarest.get(rarest, ()):
                if all(part in pieces for part in parts):
                    _join(found.setdefault(self.names[number], {}), [pieces[part] for part in parts], gaps, walls)
        return {name: [Hit(*pair) for pair in sorted(ends.items())] for name, ends in found.items() if ends}


def _join(ends: dict[int, int], pieces: list[list[Hit]], gaps: list[int], walls: list[int]) -> None:
    """Put the pieces of a phrase together: each behind the one before, at most its gap away, on one side of a wall."""
    for start, first_end in pieces[0]:
        reached = {first_end}
        for hits, gap in zip(pieces[1:], gaps, strict=True):
            reached = {
                hit.end
                for end in reached
                for hit in hits
                if end <= hit.start <= end + gap and not any(end <= wall < hit.start for wall in walls)
            }
        if reached:
            ends[start] = max(ends.get(start, 0), *reached)


Flat = tuple[Mapping[str, Sequence[int]], Sequence[int], Sequence[int]]
"""A state as plain data: where each key leads, where any word leads, which phrases end here; states by number."""


def _flat(root: State) -> list[Flat]:
    """Every state reachable from ``root`` as plain data, ``root`` first."""
    numbers = {id(root): 0}
    states = [root]
    for state in states:
        for target in (*(one for targets in state.on.values() for one in targets), *state.any):
            if id(target) not in numbers:
                numbers[id(target)] = len(states)
                states.append(target)
    return [
        (
            {key: sorted({numbers[id(one)] for one in targets}) for key, targets in state.on.items()},
            sorted({numbers[id(one)] for one in state.any}),
            sorted(set(state.ends)),
        )
        for state in states
    ]


Keys = Sequence[tuple[str, ...]]
Leaps = Mapping[int, Sequence[tuple[str, int]]]


def _keys(word: Word | None) -> tuple[str, ...]:
    if word is None:
        return ()
    return _keys_of(word.text, word.stem)


@lru_cache(maxsize=65536)
def _keys_of(text: str, stem: str) -> tuple[str, ...]:
    return ("=" + text, stem, "#") if text[0].isdigit() else ("=" + text, stem)


class _Node:
    """Several states at once: where a walk that has not chosen yet may stand."""

    __slots__ = ("any", "ends", "known", "on", "otherwise")

    def __init__(self, states: Iterable[Flat]) -> None:
        self.on: dict[str, set[int]] = {}
        self.any: set[int] = set()
        ends: set[int] = set()
        for on, others, over in states:
            for key, targets in on.items():
                self.on.setdefault(key, set()).update(targets)
            self.any.update(others)
            ends.update(over)
        self.ends = tuple(sorted(ends))
        self.known: dict[tuple[str, ...], _Node] = {}
        self.otherwise: _Node | None = None


class _Walker:
    """Walks a text from every word, remembering the sets of states it has met so that each is worked out once."""

    def __init__(self, states: list[Flat]) -> None:
        self.states = states
        self._nodes: dict[frozenset[int], _Node] = {}
        self._pairs: dict[tuple[int, int], _Node] = {}
        self._root = _Node(states[:1])

    def walk(self, keys: Keys, leaps: Leaps) -> list[tuple[int, int, int]]:
        """(start, phrase, end) of every phrase found; ``leaps`` are lists found in the text, by where they start."""
        first = self._root.on
        return [
            (start, number, end)
            for start, options in enumerate(keys)
            if any(key in first for key in options) or any(key in first for key, _ in leaps.get(start, ()))
            for number, end in self._from(start, keys, leaps)
        ]

    def _from(self, start: int, keys: Keys, leaps: Leaps) -> list[tuple[int, int]]:
        """Every end of every phrase from ``start``, not the furthest alone: a piece may have to stop short for the next."""
        ends: list[tuple[int, int]] = []
        agenda: dict[int, _Node] = {start: self._root}
        position = start
        while agenda:
            node = agenda.pop(position, None)
            if node is not None:
                ends.extend((number, position) for number in node.ends)
                if position < len(keys) and keys[position]:
                    self._arrive(agenda, position + 1, self._step(node, keys[position]))
                    for key, end in leaps.get(position, ()):
                        if key in node.on:
                            self._arrive(agenda, end, self._target(node, (key,), frozenset()))
            position += 1
        return ends

    def _arrive(self, agenda: dict[int, _Node], position: int, node: _Node | None) -> None:
        if node is None:
            return
        there = agenda.get(position)
        if there is not None and there is not node:
            pair = (id(there), id(node))
            if pair not in self._pairs:
                self._pairs[pair] = _both(there, node)
            node = self._pairs[pair]
        agenda[position] = node

    def _step(self, node: _Node, options: tuple[str, ...]) -> _Node | None:
        on = node.on
        known = tuple([key for key in options if key in on])
        if known:
            return self._target(node, known, node.any)
        if node.otherwise is None and node.any:
            node.otherwise = self._node(frozenset(node.any))
        return node.otherwise

    def _target(self, node: _Node, known: tuple[str, ...], others: Set[int]) -> _Node:
        found = node.known.get(known)
        if found is None:
            found = node.known[known] = self._node(frozenset(others).union(*(node.on[key] for key in known)))
        return found

    def _node(self, numbers: frozenset[int]) -> _Node:
        found = self._nodes.get(numbers)
        if found is None:
            found = self._nodes[numbers] = _Node(self.states[number] for number in numbers)
        return found


def _both(first: _Node, second: _Node) -> _Node:
    """Standing on two nodes at once: a vocabulary list and a word end at one place."""
    merged = _Node([])
    for node in (first, second):
        for key, targets in node.on.items():
            merged.on.setdefault(key, set()).update(targets)
        merged.any.update(node.any)
    merged.ends = tuple(sorted({*first.ends, *second.ends}))
    return merged
