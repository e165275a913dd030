"""Questions to PDFium about the characters of a page: where they stand, how large, bold and visible they are.

A call into PDFium costs one or two microseconds, a page holds some three thousand characters: callers ask about the
ends of lines, and about single words only where they must.
"""

from __future__ import annotations

import ctypes
import re
from collections import Counter
from collections.abc import Callable
from typing import Any

from ._pdfium import quick

_WORD = re.compile(r"\S+")
_BOLD = re.compile(rb"bold|black|heavy|demi|[,-]bd\b", re.IGNORECASE)
_FORCE_BOLD = 1 << 18
_FILLED, _UNPAINTED = 0, (3, 7)
_WHITE, _FAINT = 242, 8  # of 255: a colour at least this light, a paint no stronger than this

Point = tuple[float, float]
Place = Callable[[float, float], Point]
Corners = tuple[float, float, float, float]


# Where a character stands: its left edge, its baseline, the size of its type, whether it is bold.
Spot = tuple[float, float, float, bool]


class Probe:
    """Answers about one page at a time, with lengths in points from the page's lower left corner.

    A page whose text mostly runs another way is looked at turned, so that its text runs to the right.
    """

    def __init__(self, pdfium: Any) -> None:
        self.pdfium = pdfium
        self._font_info, self._font_size, self._matrix_of, self._loose_box, self._origin_at = map(
            quick,
            (
                pdfium.FPDFText_GetFontInfo,
                pdfium.FPDFText_GetFontSize,
                pdfium.FPDFText_GetMatrix,
                pdfium.FPDFText_GetLooseCharBox,
                pdfium.FPDFText_GetCharOrigin,
            ),
        )
        self._count_rects, self._get_rect = quick(pdfium.FPDFText_CountRects), quick(pdfium.FPDFText_GetRect)
        self._object = quick(pdfium.FPDFText_GetTextObject, ctypes.c_void_p)
        self._mode = quick(pdfium.FPDFTextObj_GetTextRenderMode, None, ctypes.c_void_p)
        self._fill = quick(pdfium.FPDFText_GetFillColor)
        self._values = [ctypes.c_double() for _ in range(4)]
        x0, y1, x1, y0 = (ctypes.byref(value) for value in self._values)
        self._rect, self._origin = (x0, y1, x1, y0), (x0, y0)
        self._matrix, self._frame = pdfium.FS_MATRIX(), pdfium.FS_RECTF()
        self._to_matrix, self._to_frame = ctypes.byref(self._matrix), ctypes.byref(self._frame)
        self._name, self._flags = ctypes.create_string_buffer(96), ctypes.c_int()
        self._to_flags = ctypes.byref(self._flags)
        self._colour = [ctypes.c_uint() for _ in range(4)]
        self._to_colour = [ctypes.byref(part) for part in self._colour]
        self._bold: dict[bytes, bool] = {}
        self.text = ""

    def turn_to(self, page: Any, handle: Any) -> None:
        """Look at another page; ``handle`` is PDFium's text of it."""
        self.handle = handle
        self.text, self._index = self._whole_text()
        self.turn = self._most_common_turn()
        self.place, self.width, self.height = self._placing(page)

    def _whole_text(self) -> tuple[str, list[int] | None]:
        """The text and, where its places differ from PDFium's count of characters, the index of each."""
        count = max(self.pdfium.FPDFText_CountChars(self.handle), 0)
        buffer = (ctypes.c_ushort * (count + 1))()
        units = max(self.pdfium.FPDFText_GetText(self.handle, 0, count, buffer) - 1, 0) if count else 0
        text = bytes(buffer)[: 2 * units].decode("utf-16-le", "surrogatepass")
        if len(text) == count:
            return text, None
        index = [0] * units
        position_of = self.pdfium.FPDFText_GetTextIndexFromCharIndex
        for character in range(count):
            if 0 <= (position := position_of(self.handle, character)) < units:
                index[position] = character
        return "".join(map(chr, buffer[:units])), index

    def _at(self, position: int) -> int:
        return position if self._index is None else self._index[position]

    def _most_common_turn(self) -> int:
        step = len(self.text) // 5 + 1
        words = [word for start in range(0, len(self.text), step) if (word := _WORD.search(self.text, start))]
        turns = Counter(self._drawn_size(self._at(word.start()))[1] for word in words)
        return turns.most_common(1)[0][0] if turns else 0

    def _placing(self, page: Any) -> tuple[Place | None, float, float]:
        """How points are turned so that text runs to the right, and the page's size then."""
        self.pdfium.FPDF_GetPageBoundingBox(page, self._frame)
        x0, y0, x1, y1 = self._frame.left, self._frame.bottom, self._frame.right, self._frame.top
        wide, tall = x1 - x0, y1 - y0
        if self.turn == 1:
            return (lambda x, y: (y - y0, x1 - x)), tall, wide
        if self.turn == 2:
            return (lambda x, y: (x1 - x, y1 - y)), wide, tall
        if self.turn == 3:
            return (lambda x, y: (y1 - y, x - x0)), tall, wide
        return ((lambda x, y: (x - x0, y - y0)) if x0 or y0 else None), wide, tall

    def _drawn_size(self, index: int) -> tuple[float, int]:
        """The height of the type as drawn, and which way it runs in quarter turns to the left from the usual."""
        size: float = self._font_size(self.handle, index)
        matrix = self._matrix
        if not self._matrix_of(self.handle, index, self._to_matrix):
            return size, 0
        a, c = matrix.a, matrix.c
        if not c and a > 0:
            return size * abs(matrix.d), 0
        b = matrix.b
        size *= (c * c + matrix.d**2) ** 0.5
        if abs(a) >= abs(b):
            return size, 0 if a >= 0 else 2
        return size, 1 if b > 0 else 3

    def drawn_size(self, position: int) -> float:
        """The height of the type there, whichever way it runs."""
        return self._drawn_size(self._at(position))[0]

    def runs_otherwise(self, position: int) -> bool:
        """Whether the text there runs another way than most of the page."""
        return self._drawn_size(self._at(position))[1] != self.turn

    def spot(self, position: int) -> Spot:
        """Where and how a character is drawn."""
        index = self._at(position)
        x, y = self._origin_of(index)
        return x, y, max(self._drawn_size(index)[0], 0.01), self._is_bold(index)

    def _is_bold(self, index: int) -> bool:
        self._font_info(self.handle, index, self._name, 96, self._to_flags)
        name = self._name.value
        known = self._bold.get(name)
        if known is None:
            known = self._bold[name] = bool(_BOLD.search(name)) or bool(self._flags.value & _FORCE_BOLD)
        return known

    def bold(self, position: int) -> bool:
        """Whether a character is bold."""
        return self._is_bold(self._at(position))

    def _origin_of(self, index: int) -> Point:
        self._origin_at(self.handle, index, *self._origin)
        x, y = self._values[0].value, self._values[3].value
        return (x, y) if self.place is None else self.place(x, y)

    def left(self, position: int) -> Point:
        """Where a character starts on its baseline."""
        return self._origin_of(self._at(position))

    def right(self, end: int) -> Point:
        """The lower right corner of the character before a position."""
        frame = self._frame
        self._loose_box(self.handle, self._at(end - 1), self._to_frame)
        if self.place is None:
            return frame.right, frame.bottom
        (ax, ay), (bx, by) = self.place(frame.left, frame.bottom), self.place(frame.right, frame.top)
        return max(ax, bx), min(ay, by)

    def objects(self, start: int, end: int) -> int:
        """How many text objects make up a stretch of text; ``boxes`` then gives theirs."""
        first = self._at(start)
        return int(self._count_rects(self.handle, first, self._at(end - 1) + 1 - first))

    def boxes(self, count: int) -> list[Corners]:
        """The boxes of the text objects just counted: left, bottom, right, top."""
        x0, y1, x1, y0 = self._values
        found: list[Corners] = []
        for index in range(count):
            self._get_rect(self.handle, index, *self._rect)
            box = (x0.value, y0.value, x1.value, y1.value)
            if self.place is not None:
                (ax, ay), (bx, by) = self.place(box[0], box[1]), self.place(box[2], box[3])
                box = (min(ax, bx), min(ay, by), max(ax, bx), max(ay, by))
            found.append(box)
        return found

    def paint(self, position: int) -> str:
        """How a character is painted: ``ink``, ``white`` or ``none``."""
        index = self._at(position)
        mode = self._mode(self._object(self.handle, index))
        if mode in _UNPAINTED:
            return "none"
        red, green, blue, alpha = self._colour
        if mode != _FILLED or not self._fill(self.handle, index, *self._to_colour):
            return "ink"
        if alpha.value <= _FAINT:
            return "none"
        return "white" if min(red.value, green.value, blue.value) >= _WHITE else "ink"
