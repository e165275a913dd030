"""The lines, filled areas and pictures drawn on a page, as far as they tell tables, scans and unseen text."""

from __future__ import annotations

import ctypes
from collections.abc import Iterator
from typing import Any

from .layout import Box, Shapes
from .pdfium import quick
from .probe import Corners, Place

# Points: a drawn line is no thicker than this, and a mark shorter than this is no line.
_THICK = 3.0
_SHORT = 4.0
# A page full of drawing (a map, a chart) says nothing about tables; beyond these it is not looked at.
_MOST_OBJECTS = 20_000
_MOST_POINTS = 400
_RECTANGLE = 6  # points of a path that is no more than one
_WHITE = 0.97
_DEEPEST_FORM = 4


class ShapeReader:
    """Collects the shapes of one page; ``place`` turns points of the page the way its text runs."""

    def __init__(self, pdfium: Any, place: Place | None) -> None:
        self.pdfium = pdfium
        self.place = place
        self.shapes = Shapes()
        self._get, self._kind_of = quick(pdfium.FPDFPage_GetObject), quick(pdfium.FPDFPageObj_GetType)
        self._numbers = [ctypes.c_float() for _ in range(4)]
        self._pointers = [ctypes.byref(number) for number in self._numbers]
        self._mode, self._stroke = ctypes.c_int(), ctypes.c_int()

    def read(self, page: Any) -> Shapes:
        """All shapes of the page."""
        for item, matrix in self._objects(page):
            kind = self.pdfium.FPDFPageObj_GetType(item)
            if kind == self.pdfium.FPDF_PAGEOBJ_PATH:
                self._path(item, matrix)
            elif kind in (self.pdfium.FPDF_PAGEOBJ_IMAGE, self.pdfium.FPDF_PAGEOBJ_SHADING):
                self.shapes.pictures.append(Box(*self._bounds(item, matrix)))
        return self.shapes

    def _objects(self, page: Any) -> Iterator[tuple[Any, Any]]:
        """The page's objects, and those of forms placed on it with the matrix that places them."""
        pdfium = self.pdfium
        text, form = pdfium.FPDF_PAGEOBJ_TEXT, pdfium.FPDF_PAGEOBJ_FORM
        get, kind_of = self._get, self._kind_of
        for index in range(min(pdfium.FPDFPage_CountObjects(page), _MOST_OBJECTS)):
            item = get(page, index)
            kind = kind_of(item) if item else text
            if kind == form:
                yield from self._inside(item, None, 1)
            elif kind != text:
                yield item, None

    def _inside(self, form: Any, outer: Any, depth: int) -> Iterator[tuple[Any, Any]]:
        pdfium = self.pdfium
        own = pdfium.FS_MATRIX()
        if depth > _DEEPEST_FORM or not pdfium.FPDFPageObj_GetMatrix(form, own):
            return
        matrix = _product(own, outer, pdfium) if outer else own
        for index in range(min(pdfium.FPDFFormObj_CountObjects(form), _MOST_OBJECTS)):
            item = pdfium.FPDFFormObj_GetObject(form, index)
            if item and pdfium.FPDFPageObj_GetType(item) == pdfium.FPDF_PAGEOBJ_FORM:
                yield from self._inside(item, matrix, depth + 1)
            elif item:
                yield item, matrix

    def _bounds(self, item: Any, matrix: Any) -> Corners:
        if not self.pdfium.FPDFPageObj_GetBounds(item, *self._pointers):
            return 0.0, 0.0, 0.0, 0.0
        x0, y0, x1, y1 = (number.value for number in self._numbers)
        if matrix is None and self.place is None:
            return x0, y0, x1, y1
        return self._box([(x0, y0), (x1, y0), (x0, y1), (x1, y1)], matrix)

    def _box(self, points: list[tuple[float, float]], matrix: Any) -> Corners:
        """The box around points, once they stand where the page shows them."""
        if matrix is not None:
            points = [
                (matrix.a * x + matrix.c * y + matrix.e, matrix.b * x + matrix.d * y + matrix.f) for x, y in points
            ]
        if self.place is not None:
            points = [self.place(x, y) for x, y in points]
        xs, ys = [x for x, _ in points], [y for _, y in points]
        return min(xs), min(ys), max(xs), max(ys)

    def _path(self, item: Any, matrix: Any) -> None:
        self.shapes.paths += 1
        corners = self._bounds(item, matrix)
        if self._line(corners):
            return
        points = self.pdfium.FPDFPath_CountSegments(item)
        self.pdfium.FPDFPath_GetDrawMode(item, self._mode, self._stroke)
        grey = self._grey(item) if self._mode.value else 1.0
        if grey < _WHITE:
            (self.shapes.fills if points <= _RECTANGLE else self.shapes.grounds).append(Box(*corners, grey))
        if points > _RECTANGLE:
            if points <= _MOST_POINTS:
                self._strokes(item, points, matrix)
        elif points >= 4 and self._stroke.value:
            self._frame(corners)

    def _line(self, corners: Corners) -> bool:
        """Keep it if it is a line across or down; says whether it is too thin for anything else."""
        x0, y0, x1, y1 = corners
        wide, tall = x1 - x0, y1 - y0
        if wide > _THICK and tall > _THICK:
            return False
        if wide >= _SHORT and wide > tall:
            self.shapes.across.append(((y0 + y1) / 2, x0, x1))
        elif tall >= _SHORT:
            self.shapes.down.append(((x0 + x1) / 2, y0, y1))
        return True

    def _frame(self, corners: Corners) -> None:
        x0, y0, x1, y1 = corners
        self.shapes.across += [(y0, x0, x1), (y1, x0, x1)]
        self.shapes.down += [(x0, y0, y1), (x1, y0, y1)]

    def _strokes(self, item: Any, points: int, matrix: Any) -> None:
        """The straight lines of one path that draws many."""
        pdfium = self.pdfium
        own = pdfium.FS_MATRIX()
        pdfium.FPDFPageObj_GetMatrix(item, own)
        matrix = _product(own, matrix, pdfium) if matrix else own
        x, y = self._numbers[:2]
        before = None
        for index in range(points):
            segment = pdfium.FPDFPath_GetPathSegment(item, index)
            pdfium.FPDFPathSegment_GetPoint(segment, x, y)
            here = (x.value, y.value)
            if before is not None and pdfium.FPDFPathSegment_GetType(segment) == pdfium.FPDF_SEGMENT_LINETO:
                self._line(self._box([before, here], matrix))
            before = here

    def _grey(self, item: Any) -> float:
        red, green, blue, alpha = (ctypes.c_uint() for _ in range(4))
        if not self.pdfium.FPDFPageObj_GetFillColor(item, red, green, blue, alpha):
            return 0.5
        if alpha.value < 8:
            return 1.0
        return (0.3 * red.value + 0.59 * green.value + 0.11 * blue.value) / 255


def _product(first: Any, second: Any, pdfium: Any) -> Any:
    """The matrix that does first what ``first`` does, then what ``second`` does."""
    return pdfium.FS_MATRIX(
        first.a * second.a + first.b * second.c,
        first.a * second.b + first.b * second.d,
        first.c * second.a + first.d * second.c,
        first.c * second.b + first.d * second.d,
        first.e * second.a + first.f * second.c + second.e,
        first.e * second.b + first.f * second.d + second.f,
    )
