"""Text on a layer that the page does not show when it is opened: taken off the page before its text is read.

PDFium does not say which layers are off, but it does not draw them either: what stands on a layer is drawn by itself,
small, and if that leaves no trace the layer is hidden.
"""

from __future__ import annotations

import ctypes
from collections.abc import Sequence
from typing import Any

from .pdfium import quick

_OPTIONAL = "OC".encode("utf-16-le")
_UNPAINTED = (3, 7)
_WIDE, _TALL = 240, 320
_MOST_LAYERS = 100  # of one page; a map or a plan has more, and little text
_MOST_OBJECTS = 20_000
_DEEPEST_FORM = 4


class Layers:
    """Looks through the pages of one document for text on hidden layers.

    ``taken`` is how many things were taken off the last page, ``unsure`` whether it has more layers than are looked at.
    """

    def __init__(self, pdfium: Any) -> None:
        self._pdfium = pdfium
        self._count_marks = quick(pdfium.FPDFPageObj_CountMarks, None, ctypes.c_void_p)
        self._get_mark = quick(pdfium.FPDFPageObj_GetMark, ctypes.c_void_p, ctypes.c_void_p, ctypes.c_ulong)
        self._name, self._length = (ctypes.c_ushort * 16)(), ctypes.c_ulong()
        self.taken, self.unsure = 0, False

    def take_out(self, page: Any) -> None:
        """Take what stands on hidden layers off a page that was just opened."""
        pdfium = self._pdfium
        count = min(pdfium.FPDFPage_CountObjects(page), _MOST_OBJECTS)
        objects = [pdfium.FPDFPage_GetObject(page, index) for index in range(count)]
        layers: dict[int, list[Any]] = {}
        for item in objects:
            layer = self._layer_of(item)
            if layer:
                layers.setdefault(layer, []).append(item)
        with_text = [one for one in layers.values() if any(self._may_show_text(item) for item in one)]
        self.taken, self.unsure = 0, len(with_text) > _MOST_LAYERS
        if not with_text:
            return
        for item in objects:
            pdfium.FPDFPageObj_SetIsActive(item, False)
        hidden = [one for one in with_text[:_MOST_LAYERS] if not self._leaves_a_trace(page, one)]
        for item in objects:
            pdfium.FPDFPageObj_SetIsActive(item, True)
        for item in (item for one in hidden for item in one):
            self.taken += 1
            pdfium.FPDFPage_RemoveObject(page, item)
            pdfium.FPDFPageObj_Destroy(item)

    def _layer_of(self, item: Any) -> int:
        """What marks an object as standing on a layer, the innermost; 0 when nothing does."""
        for index in reversed(range(self._count_marks(item))):
            mark = self._get_mark(item, index)
            named = mark and self._pdfium.FPDFPageObjMark_GetName(
                ctypes.cast(mark, self._pdfium.FPDF_PAGEOBJECTMARK), self._name, 32, self._length
            )
            if named and bytes(self._name)[: self._length.value - 2] == _OPTIONAL:
                return int(mark)
        return 0

    def _may_show_text(self, item: Any, depth: int = 0) -> bool:
        """Whether an object is painted text or holds some; unpainted text, as of text recognition, leaves no trace."""
        pdfium = self._pdfium
        kind = pdfium.FPDFPageObj_GetType(item)
        if kind == pdfium.FPDF_PAGEOBJ_TEXT:
            return pdfium.FPDFTextObj_GetTextRenderMode(item) not in _UNPAINTED
        if kind != pdfium.FPDF_PAGEOBJ_FORM or depth >= _DEEPEST_FORM:
            return False
        count = min(pdfium.FPDFFormObj_CountObjects(item), _MOST_OBJECTS)
        return any(self._may_show_text(pdfium.FPDFFormObj_GetObject(item, index), depth + 1) for index in range(count))

    def _leaves_a_trace(self, page: Any, layer: Sequence[Any]) -> bool:
        """Whether anything is drawn where these objects alone are."""
        pdfium = self._pdfium
        for item in layer:
            pdfium.FPDFPageObj_SetIsActive(item, True)
        picture = pdfium.FPDFBitmap_Create(_WIDE, _TALL, 1)  # with nothing on it, which is not white
        pdfium.FPDFBitmap_FillRect(picture, 0, 0, _WIDE, _TALL, 0)
        pdfium.FPDF_RenderPageBitmap(picture, page, 0, 0, _WIDE, _TALL, 0, 0)
        size = pdfium.FPDFBitmap_GetStride(picture) * _TALL
        drawn = any(ctypes.string_at(pdfium.FPDFBitmap_GetBuffer(picture), size)[3::4])
        pdfium.FPDFBitmap_Destroy(picture)
        for item in layer:
            pdfium.FPDFPageObj_SetIsActive(item, False)
        return drawn
