"""Where the lists of a Word file end, so that what is put in parts none of them.

A bullet, a letter or a plain number ("2.") makes an entry of a list; a number such as 4.2 makes a clause, which stands
by itself with the entries and clauses beneath it.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence
from itertools import islice, takewhile

from ..document import Block, BlockKind

_CLAUSE = re.compile(r"\d\.\d")
_FIRST = re.compile(r"\W*(?:0*1|a|i)\W*", re.IGNORECASE)


def is_clause(block: Block) -> bool:
    """Whether Word numbers a Block as a clause, as in 4.2."""
    return block.kind is BlockKind.ITEM and bool(_CLAUSE.search(block.number))


def is_entry(block: Block) -> bool:
    """Whether a Block is an entry of a list."""
    return block.kind is BlockKind.ITEM and not is_clause(block)


def renumbers(blocks: Sequence[Block], after: int, like: int) -> bool:
    """Whether one more Block that looks like ``like``, put after another, takes the number of one that follows."""
    if not like or not is_clause(blocks[like - 1]):
        return False
    parent = _parent(blocks[like - 1])
    return any(_CLAUSE.search(block.number) and _parent(block) == parent for block in blocks[after:])


def _parent(block: Block) -> str:
    return block.number.rstrip(".)").rpartition(".")[0]


class Lists:
    """The lists of a file, each with the words that lead into its entries."""

    def __init__(self, blocks: Sequence[Block], leads: Mapping[int, str], aside: Collection[int]) -> None:
        """``leads`` are by the number of the Block; those in ``aside``, such as footnotes, stand in no list."""
        self._numbers = [number for number in range(1, len(blocks) + 1) if number not in aside]
        self._blocks = [blocks[number - 1] for number in self._numbers]
        self._leads = [leads.get(number, "") for number in self._numbers]

    def end(self, number: int) -> int:
        """The last Block of the whole list that a Block stands in or leads into; itself where there is none."""
        if number not in self._numbers:
            return number
        first = last = self._numbers.index(number)
        if self._blocks[first].kind is BlockKind.CELL:
            return number
        while last + 1 < len(self._blocks) and self._goes_on(first, last):
            last += 1
        return self._numbers[last]

    def _goes_on(self, first: int, last: int) -> bool:
        """Whether what follows ``last`` belongs to the list of ``first``."""
        block, following = self._blocks[first], self._blocks[last + 1]
        led = self._leads[last + 1]
        if led and led.startswith(self._leads[first]):
            return True
        if block.kind is not BlockKind.ITEM:
            return False
        if is_clause(following):
            return bool(block.number) and following.number.startswith(block.number.rstrip(".)") + ".")
        if is_entry(following):
            return is_clause(block) or not self._begins_another(first, last)
        return is_entry(block) and self._is_interrupted(last)

    def _begins_another(self, first: int, last: int) -> bool:
        """Whether bullets end here and a numbered list begins that is not one of points beneath them.

        Where that cannot be told, as when bullets follow the numbers, all is taken for one list.
        """
        if not _FIRST.fullmatch(self._blocks[last + 1].number):
            return False
        above = list(takewhile(is_entry, reversed(self._blocks[: first + 1])))
        rest = list(takewhile(is_entry, self._blocks[last + 1 :]))
        return (
            not any(block.number for block in [*above, *self._blocks[first : last + 1]])
            and all(block.number for block in rest)
            and rest[0].level <= above[-1].level
        )

    def _is_interrupted(self, last: int) -> bool:
        """Whether a paragraph follows after which the numbers of a list go on."""
        for block in islice(self._blocks, last + 1, None):
            if block.kind is not BlockKind.PARAGRAPH:
                return is_entry(block) and bool(block.number) and not _FIRST.fullmatch(block.number)
        return False
