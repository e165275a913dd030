"""Changes to the bytes of a part, gathered first and made in one go: everything between them stays as it was."""

from __future__ import annotations

from typing import NamedTuple


class Point(NamedTuple):
    """A place between two bytes; what is put there stands between ``close`` and ``open``, which part a run in two."""

    at: int
    close: bytes = b""
    open: bytes = b""


class Edits:
    """Insertions into ``data``. At one place, lower ranks come first, and of one rank what was put first."""

    def __init__(self, data: bytes) -> None:
        self._data = data
        self._put: dict[int, list[tuple[int, int, bytes]]] = {}
        self._parted: dict[int, Point] = {}
        self._known: set[int] = set()

    def put(self, point: Point, text: bytes, rank: int = 0) -> None:
        """Insert ``text``."""
        here = self._put.setdefault(point.at, [])
        here.append((rank, len(here), text))
        if point.close or point.open:
            self._parted[point.at] = point

    def put_once(self, at: int, text: bytes) -> None:
        """Insert ``text`` unless something was put there by this method before."""
        if at not in self._known:
            self._known.add(at)
            self.put(Point(at), text)

    def made(self) -> bytes:
        """The data with all changes made."""
        pieces, last = [], 0
        for at in sorted(self._put):
            point = self._parted.get(at, Point(at))
            pieces += [self._data[last:at], point.close]
            pieces += [text for _, _, text in sorted(self._put[at], key=lambda put: put[:2])]
            pieces.append(point.open)
            last = at
        return b"".join([*pieces, self._data[last:]])
