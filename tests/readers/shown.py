"""What a reader made of a file, short enough to stand in a table of cases."""

from __future__ import annotations

from crp_commission.document import Block, BlockKind, Extract
from crp_commission.language.text import clean


def shown(extract: Extract) -> list[str]:
    """Each block in a line: kind and level, number, text; a cell with its headers; ``>`` before quoted text."""
    return [_line(block) for block in extract.blocks]


def _line(block: Block) -> str:
    if block.kind is BlockKind.CELL:
        assert block.place.cell is not None
        at = f"{block.place.cell.row}.{block.place.cell.column}"
        heads = "/".join(part for part in (block.header, block.row_header) if part)
        kind = f"head {at}" if block.is_header else f"cell {at}"
        return f"{kind} [{heads}] {block.text}" if heads else f"{kind} {block.text}"
    kind = {"heading": "h", "paragraph": "p", "item": "li", "caption": "caption", "footnote": "note"}[block.kind.value]
    if block.run_in:
        kind = "run-in h"
    parts = [">" * block.quoted + kind + (str(block.level) if block.level else ""), block.number, block.text]
    return " ".join(part for part in parts if part)


def notes(extract: Extract) -> list[str]:
    """Each note in a line: where, and what."""
    return [f"{note.place}: {note.text}" if note.place else note.text for note in extract.notes]


def letters(text: str) -> str:
    """The letters and digits of ``text`` as a block would show them: what must never get lost."""
    return "".join(sign for sign in clean(text) if sign.isalnum())


def stands_where_it_says(extract: Extract, source: str) -> bool:
    """Whether the first word of every block stands on the line the block names."""
    lines = source.translate({ord(sign): None for sign in "*_~`"}).split("\n")
    return all(block.place.line and block.text.split()[0] in lines[block.place.line - 1] for block in extract.blocks)
