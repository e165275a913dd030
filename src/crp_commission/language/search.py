"""Search: phrases followed through a text.

Where words stand is kept as bits of a whole number, one bit a word: following a phrase through a text is then a few
operations on such numbers, whatever the length of the text, and a phrase whose first word is nowhere costs next to
nothing (the idea of the shift-and method; Baeza-Yates and Gonnet, 1992).
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from .phrases import CHOICE, GAP, LIST, MAYBE, ROW, WORD, Tree, joined
from .places import Places


class Hit(NamedTuple):
    """A term found: first word and the word after the last, as positions in the list of words."""

    start: int
    end: int


class Search:
    """Phrases looked for in one text. What is known of a vocabulary list is kept, since many phrases share it."""

    def __init__(self, lists: Mapping[str, Tree], places: Places) -> None:
        self._lists = lists
        self._places = places
        self._alive: dict[str, Tree | None] = {}

    def ends(self, tree: Tree) -> int:
        """The bits behind the last word of every match of a phrase."""
        return self.after(tree, self._places.words, self._places)

    def hits(self, tree: Tree, places: Places | None = None) -> list[Hit]:
        """The matches of a phrase, longest at each start; ``places`` are those of the part of the text to look in."""
        here = places or self._places
        found = []
        starts = self._starts(tree, here)
        while starts:
            start = starts & -starts
            starts ^= start
            ends = self.after(tree, start, here)
            if ends:
                found.append(Hit(start.bit_length() - 1, ends.bit_length() - 1))
        return found

    def _starts(self, tree: Tree, places: Places) -> int:
        """The bits at which a match may start: where one of its first words stands."""
        kind = tree[0]
        if kind == WORD:
            return _any_of(tree, places)
        if kind == LIST:
            alive = self._list(tree[1])
            return self._starts(alive, places) if alive is not None else 0
        if kind == GAP:
            return places.words
        found = 0
        for inner in tree[1:]:
            found |= self._starts(inner, places)
            if kind == ROW and inner[0] not in (MAYBE, GAP):
                break
        return found

    def after(self, tree: Tree, starts: int, places: Places) -> int:
        """The bits behind every match that begins at one of ``starts``."""
        kind = tree[0]
        if kind == WORD:
            return (starts & _any_of(tree, places)) << 1
        if kind == ROW:
            for inner in tree[1:]:
                starts = self.after(inner, starts, places)
                if not starts:
                    break
            return starts
        if kind == CHOICE:
            found = 0
            for inner in tree[1:]:
                found |= self.after(inner, starts, places)
            return found
        if kind == MAYBE:
            return starts | self.after(tree[1], starts, places)
        if kind == GAP:
            reached = starts
            for _ in range(tree[1]):
                starts = (starts & places.words) << 1
                reached |= starts
            return reached
        alive = self._list(tree[1])
        return self.after(alive, starts, places) if alive is not None else 0

    def _list(self, name: str) -> Tree | None:
        """What of a list stands in the text at all; None for nothing."""
        if name not in self._alive:
            tree = self._lists.get(name)
            self._alive[name] = self._pruned(tree) if tree is not None else None
        return self._alive[name]

    def _pruned(self, tree: Tree) -> Tree | None:
        branches = tree[1:] if tree[0] == CHOICE else [tree]
        kept = []
        for branch in branches:
            if branch[0] == WORD:
                branch = [WORD, {key: 1 for key in branch[1] if key in self._places.keys}]
            if self.after(branch, self._places.words, self._places):
                kept.append(branch)
        return joined(kept) if kept else None


def _any_of(word: Tree, places: Places) -> int:
    """The bits at which a word stands under any of its keys."""
    keys = word[1]
    found = 0
    for key in keys if len(keys) < 4 else keys.keys() & places.keys:
        if key in places.keys:
            found |= places.of(key)
    return found
