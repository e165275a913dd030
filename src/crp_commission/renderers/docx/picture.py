"""A picture of rows of blocks, as a chart of Word's own: sharp at any size, and its words are words.

It is a bar chart whose bars are stacked blocks. Its figures stand in it: there is no workbook behind it.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any, NamedTuple
from xml.sax.saxutils import escape, quoteattr

from .._escaping import visible

if TYPE_CHECKING:
    from docx.document import Document

_CHART = "http://schemas.openxmlformats.org/drawingml/2006/chart"
_MAIN = "http://schemas.openxmlformats.org/drawingml/2006/main"
_RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_DRAWING = "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"
_TYPE = "application/vnd.openxmlformats-officedocument.drawingml.chart+xml"
_INK, _SIZE, _FONT = "1B2530", 900, "Arial"
_FOR_LABELS = 0.36
_EDGE = 12_700
_EVERY_LABEL = '<c:tickLblSkip val="1"/><c:noMultiLvlLbl val="1"/>'
_NO_WRAP = '<a:bodyPr wrap="none"/>'
_NOT_SHOWN = "".join(
    f'<c:show{what} val="0"/>' for what in ("LegendKey", "Val", "CatName", "SerName", "Percent", "BubbleSize")
)
_SHOWN = _NOT_SHOWN.replace('showVal val="0"', 'showVal val="1"')


class Block(NamedTuple):
    """A block: its colour (none if empty), light enough for dark words, and the words in it."""

    fill: str = ""
    text: str = ""


class Picture(NamedTuple):
    """Rows of blocks, each with a label. ``widths`` are the columns'; ``words`` are for who does not see it."""

    name: str
    words: str
    rows: Sequence[tuple[str, Sequence[Block]]]
    widths: Sequence[float]


def draw(document: Document, number: int, picture: Picture, width: int, height: int) -> Any:
    """The element to put into a run, for a picture of that size in English Metric Units; its part is added."""
    from docx.opc.packuri import PackURI
    from docx.opc.part import Part
    from docx.oxml import parse_xml

    path = PackURI(f"/word/charts/chart{number}.xml")
    part = Part(path, _TYPE, _chart(picture).encode(), document.part.package)
    relation = document.part.relate_to(part, f"{_RELATIONS}/chart")
    return parse_xml(
        f'<w:drawing xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:wp="{_DRAWING}">'
        f'<wp:inline distT="0" distB="0" distL="0" distR="0"><wp:extent cx="{width}" cy="{height}"/>'
        f"<wp:docPr id={_quoted(str(number))} name={_quoted(picture.name)} descr={_quoted(picture.words)}/>"
        f'<wp:cNvGraphicFramePr/><a:graphic xmlns:a="{_MAIN}"><a:graphicData uri="{_CHART}">'
        f'<c:chart xmlns:c="{_CHART}" xmlns:r="{_RELATIONS}" r:id="{relation}"/>'
        "</a:graphicData></a:graphic></wp:inline></w:drawing>"
    )


def _chart(picture: Picture) -> str:
    columns = "".join(_column(picture, number) for number in range(len(picture.widths)))
    return (
        '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
        f'<c:chartSpace xmlns:c="{_CHART}" xmlns:a="{_MAIN}" xmlns:r="{_RELATIONS}"><c:roundedCorners val="0"/>'
        f'<c:chart><c:autoTitleDeleted val="1"/><c:plotArea>{_layout()}<c:barChart><c:barDir val="bar"/>'
        f'<c:grouping val="stacked"/><c:varyColors val="0"/>{columns}<c:gapWidth val="14"/><c:overlap val="100"/>'
        f'<c:axId val="1"/><c:axId val="2"/></c:barChart>{_axes(sum(picture.widths))}</c:plotArea>'
        f'<c:plotVisOnly val="1"/></c:chart><c:spPr><a:noFill/>{_line("")}</c:spPr>{_look()}</c:chartSpace>'
    )


def _layout() -> str:
    places = (("x", _FOR_LABELS), ("y", 0.01), ("w", 1 - _FOR_LABELS), ("h", 0.98))
    edges = "".join(f'<c:{side}Mode val="edge"/>' for side in "xy")
    inner = "".join(f'<c:{side} val="{value:g}"/>' for side, value in places)
    return f'<c:layout><c:manualLayout><c:layoutTarget val="inner"/>{edges}{inner}</c:manualLayout></c:layout>'


def _axes(length: float) -> str:
    """Labels at the left, the first row at the top; the other axis is not shown."""
    shared = '<c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="low"/>'
    return (
        '<c:catAx><c:axId val="1"/><c:scaling><c:orientation val="maxMin"/></c:scaling><c:delete val="0"/>'
        f'<c:axPos val="l"/>{shared}<c:spPr>{_line("")}</c:spPr>{_look()}<c:crossAx val="2"/>{_EVERY_LABEL}</c:catAx>'
        f'<c:valAx><c:axId val="2"/><c:scaling><c:orientation val="minMax"/><c:max val="{length:g}"/><c:min val="0"/>'
        f'</c:scaling><c:delete val="1"/><c:axPos val="t"/>{shared}<c:crossAx val="1"/></c:valAx>'
    )


def _column(picture: Picture, number: int) -> str:
    blocks = [blocks[number] for _, blocks in picture.rows]
    labels = _points(label for label, _ in picture.rows)
    values = _points(f"{picture.widths[number]:g}" for _ in picture.rows)
    return (
        f'<c:ser><c:idx val="{number}"/><c:order val="{number}"/><c:tx><c:v>{number + 1}</c:v></c:tx>'
        f'<c:invertIfNegative val="0"/>{"".join(_fill(at, block) for at, block in enumerate(blocks))}'
        f"<c:dLbls>{''.join(_words(at, block) for at, block in enumerate(blocks) if block.text)}"
        f"{_NOT_SHOWN}</c:dLbls>"
        f"<c:cat><c:strLit>{labels}</c:strLit></c:cat><c:val><c:numLit>{values}</c:numLit></c:val></c:ser>"
    )


def _points(values: Iterable[str]) -> str:
    made = [f'<c:pt idx="{at}"><c:v>{_escaped(value)}</c:v></c:pt>' for at, value in enumerate(values)]
    return f'<c:ptCount val="{len(made)}"/>{"".join(made)}'


def _fill(at: int, block: Block) -> str:
    fill = f'<a:solidFill><a:srgbClr val="{block.fill}"/></a:solidFill>' if block.fill else "<a:noFill/>"
    edge = _line("FFFFFF" if block.fill else "")
    return f'<c:dPt><c:idx val="{at}"/><c:invertIfNegative val="0"/><c:spPr>{fill}{edge}</c:spPr></c:dPt>'


def _words(at: int, block: Block) -> str:
    """Words in the middle of a block that is filled, at the start of one that is not."""
    place = "ctr" if block.fill else "inBase"
    run = f"<a:r>{_letters('rPr')}<a:t>{_escaped(block.text)}</a:t></a:r>"
    text = f"<c:tx><c:rich>{_NO_WRAP}<a:p>{run}</a:p></c:rich></c:tx>"
    return f'<c:dLbl><c:idx val="{at}"/>{text}{_look(_NO_WRAP)}<c:dLblPos val="{place}"/>{_SHOWN}</c:dLbl>'


def _look(body: str = "<a:bodyPr/>") -> str:
    return f"<c:txPr>{body}<a:p><a:pPr>{_letters('defRPr')}</a:pPr></a:p></c:txPr>"


def _letters(name: str) -> str:
    color = f'<a:solidFill><a:srgbClr val="{_INK}"/></a:solidFill>'
    return f'<a:{name} lang="en-GB" sz="{_SIZE}" b="0">{color}<a:latin typeface="{_FONT}"/></a:{name}>'


def _line(color: str) -> str:
    return (
        f'<a:ln w="{_EDGE}"><a:solidFill><a:srgbClr val="{color}"/></a:solidFill></a:ln>'
        if color
        else ("<a:ln><a:noFill/></a:ln>")
    )


def _escaped(text: str) -> str:
    return escape(visible(text))


def _quoted(text: str) -> str:
    return quoteattr(visible(text))
