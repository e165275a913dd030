"""PhraseIndex: many terms looked for at once, by the words that they begin with."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from .phrases import CHOICE, GAP, LIST, MAYBE, ROW, WORD, Tree
from .places import Places, keys_of, positions_of
from .search import Hit, Search
from .words import Word

Branch = Sequence[Any]
"""A choice of a term: its name, how many words the first word settles (1 or 0), and the tree of what is left to find.

The tree is None where nothing is left.
"""


class PhraseIndex:
    """Terms by every word that they may begin with: only the words of a text are then looked up, not every term."""

    def __init__(
        self, by_first: Mapping[str, Sequence[int]], branches: Sequence[Branch], lists: Mapping[str, Tree]
    ) -> None:
        """``by_first`` numbers the branches that may begin with a word; ``lists`` are the vocabulary lists in them."""
        self._by_first = by_first
        self._branches = branches
        self._lists = lists

    def find(self, text: Sequence[Word | None]) -> dict[str, list[Hit]]:
        """Every term in one text by name, the longest match at each start; no phrase crosses a wall (None)."""
        places = Places(text)
        search = Search(self._lists, places)
        by_first, branches = self._by_first, self._branches
        found: dict[str, list[Hit]] = {}
        for start, word in enumerate(text):
            if word is None:
                continue
            ends: dict[str, int] = {}
            for key in keys_of(word.text, word.stem):
                for number in by_first.get(key, ()):
                    name, read, rest = branches[number]
                    reached = search.after(rest, 1 << (start + read), places) if rest else 2 << start
                    if reached:
                        ends[name] = max(ends.get(name, 0), reached.bit_length() - 1)
            for name, end in ends.items():
                found.setdefault(name, []).append(Hit(start, end))
        return found

    def ends(self, places: Places) -> dict[str, int]:
        """For every term that stands in a text the bits behind its matches."""
        search = Search(self._lists, places)
        found: dict[str, int] = {}
        for name, *_, ends in self._standing(search, places):
            found[name] = found.get(name, 0) | ends
        return found

    def hits(self, places: Places) -> dict[str, list[Hit]]:
        """What ``find`` finds, in a long text: branches that match nowhere cost one look for all their starts."""
        search = Search(self._lists, places)
        found: dict[str, dict[int, int]] = {}
        for name, read, starts, rest, ends in self._standing(search, places):
            known = found.setdefault(name, {})
            for start, end in _matched(search, places, read, starts, rest, ends):
                known[start] = max(known.get(start, 0), end)
        return {name: [Hit(start, known[start]) for start in sorted(known)] for name, known in found.items()}

    def _standing(self, search: Search, places: Places) -> Iterator[tuple[str, int, int, Tree | None, int]]:
        """The branches that match anywhere, each with the bits of its first words and those behind its matches."""
        first: dict[int, int] = {}
        for key in places.keys:
            for number in self._by_first.get(key, ()):
                first[number] = first.get(number, 0) | places.of(key)
        for number, starts in first.items():
            name, read, rest = self._branches[number]
            ends = search.after(rest, starts << read, places) if rest else starts << 1
            if ends:
                yield name, read, starts, rest, ends


def _matched(
    search: Search, places: Places, read: int, starts: int, rest: Tree | None, ends: int
) -> Iterator[tuple[int, int]]:
    """The starts of a branch's matches, each with the longest one's end, when all ``ends`` are known.

    No match crosses a wall, so between two walls a lone start owns the last end; only several have to be told apart.
    """
    if rest is None:
        yield from ((start, start + 1) for start in positions_of(starts))
        return
    lasts: dict[int, int] = {}
    for end in positions_of(ends):
        lasts[bisect_left(places.walls, end)] = end
    together: dict[int, list[int]] = {}
    for start in positions_of(starts):
        together.setdefault(bisect_left(places.walls, start), []).append(start)
    for stretch, last in lasts.items():
        for start in (own := together[stretch]):
            if len(own) == 1:
                yield start, last
            elif reached := search.after(rest, 1 << (start + read), places):
                yield start, reached.bit_length() - 1


def index(terms: Mapping[str, Tree], lists: Mapping[str, Tree]) -> tuple[dict[str, list[int]], list[Branch]]:
    """The numbers of branches by each word they may begin with, and the branches."""
    by_first: dict[str, list[int]] = {}
    choices = [(name, one) for name, tree in terms.items() for one in (tree[1:] if tree[0] == CHOICE else (tree,))]
    for number, (_, tree) in enumerate(choices):
        for key in _first_keys(tree, lists):
            by_first.setdefault(key, []).append(number)
    return by_first, [[name, *_behind_first(tree)] for name, tree in choices]


def _first_keys(tree: Tree, lists: Mapping[str, Tree]) -> dict[str, int]:
    """The words with which a phrase may begin, in order."""
    kind = tree[0]
    if kind == WORD:
        return dict(tree[1])
    if kind == LIST:
        inner = lists.get(tree[1])
        return _first_keys(inner, lists) if inner is not None else {}
    keys: dict[str, int] = {}
    for inner in tree[1:] if kind != GAP else ():
        keys |= _first_keys(inner, lists)
        if kind == ROW and inner[0] not in (MAYBE, GAP):
            break
    return keys


def _behind_first(tree: Tree) -> tuple[int, Tree | None]:
    """How many words of a tree its first word settles (1 or 0), and what is left to look for."""
    if tree[0] == WORD:
        return 1, None
    if tree[0] == ROW and tree[1][0] == WORD:
        return 1, tree[2] if len(tree) == 3 else [ROW, *tree[2:]]
    return 0, tree
