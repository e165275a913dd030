"""TermTable: terms found in a text, and in all texts of a document side by side.

Where words stand is kept as bits of a whole number, one bit a word: following a phrase through a text is then a few
operations on such numbers, whatever the length of the text, and a phrase whose first word is nowhere costs next to
nothing (the idea of the shift-and method; Baeza-Yates and Gonnet, 1992).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, NamedTuple

from .phrases import CHOICE, GAP, LIST, MAYBE, ROW, WORD, PhraseError, Tree, circles, joined, names_in, parse_phrase
from .places import Places, keys_of
from .words import Word


class Hit(NamedTuple):
    """A term found: first word and the word after the last, as positions in the list of words."""

    start: int
    end: int


Branch = tuple[str, int, Tree | None]
"""A choice of a term, known by its first word: the term, how many words are known, and what must follow them."""


class TermTable:
    """Phrases under names, with the vocabulary lists they use, ready to be looked for."""

    def __init__(
        self, terms: Mapping[str, Iterable[str]], vocabulary: Mapping[str, Iterable[str]] | None = None
    ) -> None:
        """``terms`` maps a name to its phrases (see ``phrases``); raises PhraseError for one that is badly written."""
        lists = vocabulary or {}
        self._lists = {
            name: joined([parse_phrase(phrase, lists) for phrase in phrases])
            for name, phrases in lists.items()
            if phrases
        }
        for name in circles({name: names_in(tree) for name, tree in self._lists.items()}):
            raise PhraseError(f"the vocabulary list ${name} holds itself")
        self._terms = {
            name: joined([parse_phrase(phrase, lists) for phrase in phrases])
            for name, phrases in ((name, list(phrases)) for name, phrases in terms.items())
            if phrases
        }
        self._by_first: dict[str, list[Branch]] | None = None

    def only(self, names: Iterable[str]) -> TermTable:
        """A table of some of its terms, with the lists that these use."""
        terms = {name: self._terms[name] for name in names}
        waiting = {used for tree in terms.values() for used in names_in(tree)}
        lists: dict[str, Tree] = {}
        while waiting:
            name = waiting.pop()
            if name in self._lists and name not in lists:
                lists[name] = self._lists[name]
                waiting |= names_in(lists[name])
        return TermTable.restore([lists, terms])

    def plain(self) -> list[Any]:
        """The compiled table as plain data that JSON can hold; ``restore`` takes it back."""
        return [self._lists, self._terms]

    @classmethod
    def restore(cls, plain: Sequence[Any]) -> TermTable:
        """A table from what ``plain`` gave."""
        table = cls.__new__(cls)
        table._lists, table._terms = plain
        table._by_first = None
        return table

    @property
    def names(self) -> Iterable[str]:
        """The names of its terms, in order."""
        return self._terms.keys()

    def find(self, text: Sequence[Word | None]) -> dict[str, list[Hit]]:
        """Every term in one text by name, the longest match at each start; no phrase crosses a wall (None)."""
        places = Places(text)
        search = Search(self, places)
        by_first = self._branches()
        found: dict[str, list[Hit]] = {}
        for start, word in enumerate(text):
            if word is None:
                continue
            ends: dict[str, int] = {}
            for key in keys_of(word.text, word.stem):
                for name, read, rest in by_first.get(key, ()):
                    reached = search.after(rest, 1 << (start + read), places) if rest else 2 << start
                    if reached:
                        ends[name] = max(ends.get(name, 0), reached.bit_length() - 1)
            for name, end in ends.items():
                found.setdefault(name, []).append(Hit(start, end))
        return found

    def tree(self, name: str) -> Tree | None:
        """The tree of a term; None where there is none of that name."""
        return self._terms.get(name)

    def list_tree(self, name: str) -> Tree | None:
        """The tree of a vocabulary list; None for one that is empty."""
        return self._lists.get(name)

    def _branches(self) -> dict[str, list[Branch]]:
        """The choices of every term by each word they may start with."""
        if self._by_first is None:
            self._by_first = {}
            for name, tree in self._terms.items():
                for branch in tree[1:] if tree[0] == CHOICE else (tree,):
                    for key in self._first_keys(branch):
                        self._by_first.setdefault(key, []).append((name, *_behind_first(branch)))
        return self._by_first

    def _first_keys(self, tree: Tree) -> set[str]:
        kind = tree[0]
        if kind == WORD:
            return set(tree[1])
        if kind == LIST:
            inner = self._lists.get(tree[1])
            return self._first_keys(inner) if inner is not None else set()
        keys: set[str] = set()
        for inner in tree[1:] if kind != GAP else ():
            keys |= self._first_keys(inner)
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


class Search:
    """One table looked for in one text. What is known of a list is kept, since many phrases share it."""

    def __init__(self, table: TermTable, places: Places) -> None:
        self._table = table
        self._places = places
        self._alive: dict[str, Tree | None] = {}

    def ends(self, name: str) -> int:
        """The bits behind the last word of every match of a term."""
        tree = self._table.tree(name)
        return self.after(tree, self._places.words, self._places) if tree is not None else 0

    def hits(self, name: str, places: Places | None = None) -> list[Hit]:
        """The matches of a term, the longest at each start; ``places`` are those of the part of the text to look in."""
        tree = self._table.tree(name)
        here = places or self._places
        if tree is None:
            return []
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
            tree = self._table.list_tree(name)
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
