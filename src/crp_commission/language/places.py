"""Places: where the words of a text stand, as bits of whole numbers."""

from __future__ import annotations

from collections.abc import KeysView, Sequence
from functools import lru_cache

from .words import Word


class Places:
    """Where the words of a text stand: for each key the bits of its positions; None is a wall, which is no word.

    ``walls`` are the positions of the walls, in order.
    """

    __slots__ = ("_bits", "_positions", "keys", "length", "walls", "words")

    def __init__(self, text: Sequence[Word | None]) -> None:
        self.length = len(text)
        self._positions: dict[str, list[int]] = {}
        self.keys: KeysView[str] = self._positions.keys()
        self._bits: dict[str, int] = {}
        positions = self._positions
        self.walls: list[int] = []
        for place, word in enumerate(text):
            if word is None:
                self.walls.append(place)
                continue
            for key in keys_of(word.text, word.stem):
                if key in positions:
                    positions[key].append(place)
                else:
                    positions[key] = [place]
        self.words = ((1 << self.length) - 1) ^ bits_at(self.walls, self.length)

    def of(self, key: str) -> int:
        """The positions of a key as bits; 0 where it is nowhere."""
        bits = self._bits.get(key)
        if bits is None:
            found = self._positions.get(key)
            if found is None:
                return 0
            bits = self._bits[key] = bits_at(found, self.length)
        return bits


def bits_at(positions: Sequence[int], length: int) -> int:
    """A number with the bits at ``positions`` set, all below ``length``."""
    if len(positions) < 4:
        return sum(1 << position for position in positions)
    row = bytearray(length // 8 + 1)
    for position in positions:
        row[position >> 3] |= 1 << (position & 7)
    return int.from_bytes(row, "little")


def positions_of(bits: int) -> list[int]:
    """The positions of the bits that are set, in order."""
    if bits.bit_count() > 8:
        shown = f"{bits:b}"[::-1]
        found, at = [], shown.find("1")
        while at >= 0:
            found.append(at)
            at = shown.find("1", at + 1)
        return found
    found = []
    while bits:
        lowest = bits & -bits
        found.append(lowest.bit_length() - 1)
        bits ^= lowest
    return found


@lru_cache(maxsize=65536)
def keys_of(text: str, stem: str) -> tuple[str, ...]:
    """The keys under which a word is found: its form, its stem and whether it is a number."""
    return ("=" + text, stem, "#") if text[0].isdigit() else ("=" + text, stem)
