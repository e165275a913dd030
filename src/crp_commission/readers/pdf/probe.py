"""Questions to PDFium about the characters of a page: where they stand, how large, bold and visible they are.

A call into PDFium costs about half a microsecond, a page holds some three thousand characters: callers ask about the
ends of lines, and about single words only where they must.
"""

from __future__ import annotations

import ctypes
import re
from collections.abc import Callable, Sequence
from typing import Any

from .pdfium import quick

_WORD = re.compile(r"\S+")
_SAMPLES = 5
_BOLD = (b"bold", b"black", b"heavy", b"demi")
_FORCE_BOLD = 1 << 18
_FILLED, _UNPAINTED = 0, (3, 7)
_WHITE, _FAINT = 242, 8  # of 255: a colour at least this light, a paint no stronger than this

Point = tuple[float, float]
Place = Callable[[float, float], Point]
Corners = tuple[float, float, float, float]


# A stretch of text: where it starts on its baseline, the size of its type, whether it starts bold, the lower right
# corner of the box of its last character.
Measure = tuple[float, float, float, bool, float, float]


class Probe:
    """Answers about one page at a time, with lengths in points from the page's lower left corner.

    A page whose text mostly runs another way is looked at turned, so that its text runs to the right.
    """

    def __init__(self, pdfium: Any) -> None:
        self.pdfium = pdfium
        self._get_font, self._get_size = quick(pdfium.FPDFText_GetFontInfo), quick(pdfium.FPDFText_GetFontSize)
        self._get_matrix, self._get_origin = quick(pdfium.FPDFText_GetMatrix), quick(pdfium.FPDFText_GetCharOrigin)
        self._get_box, self._get_rect = quick(pdfium.FPDFText_GetLooseCharBox), quick(pdfium.FPDFText_GetRect)
        self._count_rects = quick(pdfium.FPDFText_CountRects)
        self._get_object = quick(pdfium.FPDFText_GetTextObject, ctypes.c_void_p)
        self._get_mode = quick(pdfium.FPDFTextObj_GetTextRenderMode, None, ctypes.c_void_p)
        self._get_fill = quick(pdfium.FPDFText_GetFillColor)
        self._get_text, self._is_generated = quick(pdfium.FPDFText_GetText), quick(pdfium.FPDFText_IsGenerated)
        self._values = [ctypes.c_double() for _ in range(4)]
        self._to_values = [ctypes.byref(value) for value in self._values]
        self._matrix, self._frame = pdfium.FS_MATRIX(), pdfium.FS_RECTF()
        self._to_matrix, self._to_frame = ctypes.byref(self._matrix), ctypes.byref(self._frame)
        self._name, self._flags = ctypes.create_string_buffer(96), ctypes.c_int()
        self._to_flags = ctypes.byref(self._flags)
        self._colour = [ctypes.c_uint() for _ in range(4)]
        self._to_colour = [ctypes.byref(part) for part in self._colour]
        self._buffer = ctypes.create_string_buffer(1 << 14)
        self._bold: dict[bytes, bool] = {}
        self.text = ""

    def turn_to(self, page: Any, handle: Any) -> None:
        """Look at another page; ``handle`` is PDFium's text of it."""
        self.handle = handle
        self.text, self._index = self._whole_text()
        self.turn = self._most_common_turn()
        self.place, self.width, self.height = self._placing(page)

    def _whole_text(self) -> tuple[str, Sequence[int]]:
        """The text, and for each place in it the index of that character by PDFium's count, which may differ."""
        count = max(self.pdfium.FPDFText_CountChars(self.handle), 0)
        if len(self._buffer) < 4 * (count + 1):
            self._buffer = ctypes.create_string_buffer(8 * (count + 1))
        units = max(self._get_text(self.handle, 0, count, self._buffer) - 1, 0) if count else 0
        found = memoryview(self._buffer)[: 2 * units]
        text = str(found, "utf-16-le", "surrogatepass")
        self.in_pairs = len(text) != count  # signs beyond the basic plane stand as pairs of surrogates
        if not self.in_pairs:
            return text, range(count)
        index = [0] * units
        position_of = self.pdfium.FPDFText_GetTextIndexFromCharIndex
        for character in range(count):
            if 0 <= (position := position_of(self.handle, character)) < units:
                index[position] = character
        return "".join(map(chr, found.cast("B").cast("H"))), index

    def _most_common_turn(self) -> int:
        step = len(self.text) // _SAMPLES + 1
        words = [word for start in range(0, len(self.text), step) if (word := _WORD.search(self.text, start))]
        turns = [self._drawn(self._index[word.start()])[1] for word in words]
        return max(turns, key=turns.count, default=0)

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

    def measure(self, start: int, end: int) -> Measure:
        """Where and how a stretch of text is drawn."""
        first, last = self._index[start], self._index[end - 1]
        x, y = self._origin(first)
        size, _ = self._drawn(first)
        bold = self._is_bold(first)
        frame = self._frame
        self._get_box(self.handle, last, self._to_frame)
        if self.place is None:
            return x, y, size, bold, frame.right, frame.bottom
        (ax, ay), (bx, by) = self.place(frame.left, frame.bottom), self.place(frame.right, frame.top)
        return x, y, size, bold, max(ax, bx), min(ay, by)

    def _origin(self, index: int) -> Point:
        x, y = self._values[0], self._values[1]
        self._get_origin(self.handle, index, self._to_values[0], self._to_values[1])
        return (x.value, y.value) if self.place is None else self.place(x.value, y.value)

    def _drawn(self, index: int) -> tuple[float, int]:
        """The height of the type as drawn, and which way it runs in quarter turns to the left from the usual."""
        size: float = self._get_size(self.handle, index)
        matrix = self._matrix
        if not self._get_matrix(self.handle, index, self._to_matrix):
            return max(size, 0.01), 0
        a, c = matrix.a, matrix.c
        if not c and a > 0:
            return max(size * abs(matrix.d), 0.01), 0
        b = matrix.b
        size = max(size * (c * c + matrix.d**2) ** 0.5, 0.01)
        if abs(a) >= abs(b):
            return size, 0 if a >= 0 else 2
        return size, 1 if b > 0 else 3

    def _is_bold(self, index: int) -> bool:
        self._get_font(self.handle, index, self._name, 96, self._to_flags)
        name = self._name.value
        known = self._bold.get(name)
        if known is None:
            known = self._bold[name] = any(word in name.lower() for word in _BOLD) or bool(
                self._flags.value & _FORCE_BOLD
            )
        return known

    def bold(self, position: int) -> bool:
        """Whether a character is bold."""
        return self._is_bold(self._index[position])

    def size(self, position: int) -> float:
        """The height of the type there."""
        return self._drawn(self._index[position])[0]

    def runs_otherwise(self, position: int) -> bool:
        """Whether the text there runs another way than most of the page."""
        return self._drawn(self._index[position])[1] != self.turn

    def left(self, position: int) -> Point:
        """Where a character starts on its baseline."""
        return self._origin(self._index[position])

    def right(self, end: int) -> float:
        """The right edge of the character before a position."""
        self._get_box(self.handle, self._index[end - 1], self._to_frame)
        frame = self._frame
        if self.place is None:
            return float(frame.right)
        return max(self.place(frame.left, frame.bottom)[0], self.place(frame.right, frame.top)[0])

    def is_made_up(self, position: int) -> bool:
        """Whether PDFium put a character in itself, as a space where there is only a gap."""
        return bool(self._is_generated(self.handle, self._index[position]))

    def objects(self, start: int, end: int) -> int:
        """How many text objects make up a stretch of text; ``boxes`` then gives theirs."""
        first = self._index[start]
        return int(self._count_rects(self.handle, first, self._index[end - 1] + 1 - first))

    def boxes(self, count: int) -> list[Corners]:
        """The boxes of the text objects just counted: left, bottom, right, top."""
        x0, y1, x1, y0 = self._values
        found: list[Corners] = []
        for index in range(count):
            self._get_rect(self.handle, index, *self._to_values)
            box = (x0.value, y0.value, x1.value, y1.value)
            if self.place is not None:
                (ax, ay), (bx, by) = self.place(box[0], box[1]), self.place(box[2], box[3])
                box = (min(ax, bx), min(ay, by), max(ax, bx), max(ay, by))
            found.append(box)
        return found

    def paint(self, position: int) -> str:
        """How a character is painted: ``ink``, ``white`` or ``none``."""
        index = self._index[position]
        mode = self._get_mode(self._get_object(self.handle, index))
        if mode in _UNPAINTED:
            return "none"
        red, green, blue, alpha = self._colour
        if mode != _FILLED or not self._get_fill(self.handle, index, *self._to_colour):
            return "ink"
        if alpha.value <= _FAINT:
            return "none"
        return "ink" if red.value < _WHITE or green.value < _WHITE or blue.value < _WHITE else "white"
