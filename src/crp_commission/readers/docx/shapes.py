"""What stands in a Word story beside plain runs: text boxes, pictures, content controls, alternative forms."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from ...flow.records import Content, Paragraph, Piece, Table
from ...flow.remarks import Unread
from ...xmlfile import SKIP, Attributes
from .cursor import Cursor, Frame, Handler, Walk
from .extensions import Extensions
from .styles import is_on

_OLD_SHAPES = ("group", "shape", "rect", "roundrect", "oval", "line", "polyline", "arc", "curve")
_HIDES = re.compile(r"(?:^|;)\s*visibility\s*:\s*(?:hidden|collapse)", re.IGNORECASE)


@dataclass(slots=True)
class _Alternative:
    """One thing in several forms, and how much had been read before the first of them."""

    before: tuple[int, int, int]
    forms: int = 0


class Shapes:
    """The handlers for shapes and controls. ``end_paragraph`` closes a paragraph that a box leaves open."""

    def __init__(self, walk: Walk, end_paragraph: Callable[[], None], extensions: Extensions) -> None:
        self._walk = walk
        self._extensions = extensions
        self._end_paragraph = end_paragraph
        self._boxes: list[tuple[Cursor, list[Content]]] = []
        self._alternatives: list[_Alternative] = []
        self._controls: list[bool] = []  # whether each open content control shows its prompt
        self._objects = 0
        self._old_shapes: list[bool] = []  # whether what was around each open shape of the old kind is hidden
        self.start: dict[str, Handler] = {
            "w:txbxContent": self._box,
            "mc:AlternateContent": self._alternative,
            "mc:Choice": self._form,
            "mc:Fallback": self._form,
            "w:sdt": lambda _: self._controls.append(False),
            "w:showingPlcHdr": self._prompt,
            "w:sdtContent": self._control_text,
            "w:object": self._object,
            "wp:inline": self._shape,
            "wp:anchor": self._shape,
            "wp:docPr": self._shape_marks,
            "pic:pic": lambda _: self._graphic(Unread.PICTURES),
            "v:imagedata": self._old_picture,
            "v:textpath": self._lettering,
            "c:chart": lambda _: self._graphic(Unread.CHARTS),
            "cx:chart": lambda _: self._graphic(Unread.CHARTS),
            "dgm:relIds": lambda _: self._graphic(Unread.DIAGRAMS),
            "o:OLEObject": self._embedded,
            **{f"v:{name}": self._old_shape for name in _OLD_SHAPES},
            "w:altChunk": lambda _: self._graphic(Unread.OUTSIDE),
            "w:subDoc": lambda _: self._graphic(Unread.OUTSIDE),
        }
        self.end = {
            "w:txbxContent": self._end_box,
            "mc:AlternateContent": self._end_alternative,
            "w:sdt": self._end_control,
            "w:object": self._end_object,
            "wp:inline": self._end_shape,
            "wp:anchor": self._end_shape,
            **{f"v:{name}": self._end_old_shape for name in _OLD_SHAPES},
        }

    def _box(self, _attributes: Attributes) -> bool | None:
        cursor = self._walk.cursor
        if cursor.hidden or cursor.shape_hidden or cursor.in_code:
            self._walk.remarks.add(Unread.HIDDEN)
            return SKIP
        content: list[Content] = []
        self._boxes.append((cursor, content))
        self._walk.cursor = Cursor(Frame(content.append))
        return None

    def _end_box(self) -> None:
        self._end_paragraph()
        self._walk.cursor.frame.close()
        cursor, content = self._boxes.pop()
        self._walk.cursor = cursor
        filled = [part for part in content if isinstance(part, Table) or part.pieces or part.anchored]
        if cursor.paragraph is not None:
            cursor.paragraph.anchored.extend(filled)
        else:
            for part in filled:
                cursor.frame.add(part)

    def _read_so_far(self) -> tuple[int, int, int]:
        cursor = self._walk.cursor
        paragraph = cursor.paragraph or Paragraph()
        return len(paragraph.pieces), len(paragraph.anchored), cursor.frame.taken

    def _alternative(self, _attributes: Attributes) -> None:
        self._alternatives.append(_Alternative(self._read_so_far()))

    def _form(self, attributes: Attributes) -> bool | None:
        """Read the first form that Word knows and that has text; the fallback for old programs comes last."""
        if not self._alternatives:
            return None
        if not self._extensions.are_known(attributes.get("Requires", "")):
            self._walk.remarks.add(Unread.OTHER_FORMS)
            return SKIP
        this = self._alternatives[-1]
        this.forms += 1
        return SKIP if self._read_so_far() != this.before else None

    def _end_alternative(self) -> None:
        self._alternatives.pop()
        self._end_shape()

    def _prompt(self, attributes: Attributes) -> None:
        if self._controls:
            self._controls[-1] = is_on(attributes)

    def _control_text(self, _attributes: Attributes) -> bool | None:
        if self._controls and self._controls[-1]:
            self._walk.remarks.add(Unread.PROMPTS)
            return SKIP
        return None

    def _end_control(self) -> None:
        self._controls.pop()

    def _shape(self, _attributes: Attributes) -> None:
        self._walk.cursor.shape_hidden = False

    def _end_shape(self) -> None:
        """A shape that is hidden hides also the forms that stand in for it, and nothing after them."""
        if not self._alternatives:
            self._walk.cursor.shape_hidden = False

    def _shape_marks(self, attributes: Attributes) -> None:
        self._walk.cursor.shape_hidden = attributes.get("hidden") in ("1", "true")

    def _old_shape(self, attributes: Attributes) -> None:
        """What stands in a hidden group is hidden with it."""
        hidden = self._walk.cursor.shape_hidden or bool(_HIDES.search(attributes.get("style", "")))
        self._old_shapes.append(self._walk.cursor.shape_hidden)
        self._walk.cursor.shape_hidden = hidden

    def _end_old_shape(self) -> None:
        self._walk.cursor.shape_hidden = self._old_shapes.pop()

    def _graphic(self, kind: Unread) -> None:
        """Count a graphic, but not again in the forms that stand in for it."""
        if not any(alternative.forms > 1 for alternative in self._alternatives):
            self._walk.remarks.add(kind)

    def _object(self, _attributes: Attributes) -> None:
        self._objects += 1

    def _end_object(self) -> None:
        self._objects -= 1

    def _old_picture(self, _attributes: Attributes) -> None:
        if not self._objects:  # else it is the face of an embedded file
            self._graphic(Unread.PICTURES)

    def _embedded(self, attributes: Attributes) -> None:
        if not attributes.get("ProgID", "").startswith("Equation"):
            self._graphic(Unread.EMBEDDED)

    def _lettering(self, attributes: Attributes) -> None:
        cursor = self._walk.cursor
        paragraph = cursor.paragraph
        if paragraph is None or not attributes.get("string"):
            return
        if cursor.hidden or cursor.shape_hidden:
            self._walk.remarks.add(Unread.HIDDEN)
        else:
            paragraph.anchored.append(Paragraph([Piece(attributes["string"])], page=paragraph.page))
