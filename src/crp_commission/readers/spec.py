"""Service specifications written as YAML (``specification``), each quote standing in the file as it is shown."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from ..decoding import decode
from ..document import BlockKind, Cell, Extract
from ..errors import NotReadError
from ..extraction import ExtractBuilder, Standpoint
from ..flow.tables import Standing
from ..language.markers import Levels, Line, item_marker, split_typed_lines
from ..limits import Limits
from ..specification import Clause, Contact, Kpi, Section, Specification
from ..validation import validate
from ..yamlfile import Loaded, Mark, Path, load

EXTENSIONS = (".yaml", ".yml")

_NEEDED = ("title", "sections")
_START = "Start from what `crp-commission new spec` writes, or leave the file out of the pack."
_CLAUSE = {
    "detail": "Detail", "how_often": "How often", "by_when": "By when", "how_many": "How many",
    "answers_for_it": "Answers for it", "evidence": "Evidence", "published": "Published", "measure": "Measure",
    "if_missed": "If missed",
}  # fmt: skip
_KPI = {
    "ref": "Ref", "measure": "Measure", "target": "Target", "source": "Source", "how_often": "How often",
    "weight": "Weight", "if_missed": "If missed",
}  # fmt: skip
_CONTACT = {"role": "Role", "name": "Name", "reach": "How to reach them"}
_DEFINITION = {"term": "Term", "meaning": "Meaning"}
_FAR = 50  # lines that one line of a value in double quotes may be wrapped to
_TOP = ("council", "service", "reference", "starts", "ends")


def read(data: bytes, name: str, limits: Limits) -> Extract:
    """Read a specification written as data; a clause's keys become the cells of a row, headed by who must act.

    Raises NotReadError when the file is no specification, naming the key that is missing, or has a fault in it.
    """
    decoded = decode(data, name, limits)
    loaded = load(decoded.text, name, limits, NotReadError)
    _refuse_other_files(loaded, name)
    specification = validate(Specification, loaded, name, NotReadError)
    writer = _Writer(loaded, decoded.text, ExtractBuilder(name))
    writer.specification(specification)
    return writer.builder.extract(notes=decoded.notes)


def _refuse_other_files(loaded: Loaded, name: str) -> None:
    if not isinstance(loaded.data, dict):
        raise NotReadError(f"{name} is not a specification: it has no keys.", hint=_START, file=name)
    missing = [key for key in _NEEDED if key not in loaded.data]
    if missing:
        keys = " and ".join(f"“{key}”" for key in missing)
        what = "key" if len(missing) == 1 else "keys"
        raise NotReadError(f"{name} is not a specification: the {what} {keys} must be there.", hint=_START, file=name)


class _Writer:
    """Writes the parts of one specification in order, each at the line it stands on."""

    def __init__(self, loaded: Loaded, text: str, builder: ExtractBuilder) -> None:
        self.builder = builder
        self._loaded = loaded
        self._lines = text.split("\n")
        self._tables = 0

    def specification(self, spec: Specification) -> None:
        self.builder.heading(spec.title, self._at(("title",)), 1)
        for key in _TOP:
            self._text((key,), getattr(spec, key))
        if spec.summary:
            self._heading("Summary", ("summary",))
            self._text(("summary",), spec.summary)
        self._table(("definitions",), spec.definitions, _DEFINITION, "Definitions")
        for at, section in enumerate(spec.sections):
            self._section(section, ("sections", at))
        self._table(("kpis",), spec.kpis, _KPI, "Key performance indicators")
        self._table(("contacts",), spec.contacts, _CONTACT, "Contacts")
        if spec.legislation:
            self._heading("Legislation", ("legislation",))
        for at, law in enumerate(spec.legislation):
            self.builder.add(BlockKind.ITEM, law, self._at(("legislation", at)), level=1)

    def _at(self, path: Path) -> Standpoint:
        mark = self._loaded.values.get(path) or self._loaded.mark(path)
        return Standpoint(next((line for word, line in self._written(mark, "x") if word), mark.line))

    def _heading(self, text: str, path: Path) -> None:
        """A heading that the file has no words for but the key."""
        self.builder.heading(text, Standpoint(self._loaded.mark(path).line), 2)

    def _section(self, section: Section, path: Path) -> None:
        level = 2 + section.number.strip(".").count(".")
        self.builder.heading(section.heading, self._at((*path, "heading")), level, section.number)
        self._text((*path, "text"), section.text)
        self._tables += bool(section.clauses)
        for at, clause in enumerate(section.clauses):
            self._clause(clause, (*path, "clauses", at), at + 1)

    def _clause(self, clause: Clause, path: Path, row: int) -> None:
        duties = {"must": f"{clause.who} must", "must_not": f"{clause.who} must not"}
        for column, (key, header) in enumerate({**duties, **_CLAUSE}.items(), start=1):
            standing = Standing(Cell(self._tables, row, column), header)
            number = clause.number if key in duties else ""
            self._cell((*path, key), getattr(clause, key), standing, number)

    def _table(self, path: Path, rows: Sequence[Kpi | Contact | Any], columns: dict[str, str], heading: str) -> None:
        if not rows:
            return
        self._heading(heading, path)
        self._tables += 1
        for at, row in enumerate(rows):
            first = next(key for key in columns if getattr(row, key))
            for column, (key, header) in enumerate(columns.items(), start=1):
                label = getattr(row, first) if key != first else ""
                standing = Standing(Cell(self._tables, at + 1, column), header, label)
                self._cell((*path, at, key), getattr(row, key), standing)

    def _cell(self, path: Path, text: str | tuple[str, ...], standing: Standing, number: str = "") -> None:
        for kind, part, line in self._parts(path, text):
            at = Standpoint(line, standing=standing)
            self.builder.add(BlockKind.CELL, part.text, at, number=part.number if kind is BlockKind.ITEM else number)

    def _text(self, path: Path, text: str | tuple[str, ...]) -> None:
        """Running text: a block for each paragraph and each item typed in it."""
        levels = Levels()
        for kind, part, line in self._parts(path, text):
            if kind is BlockKind.ITEM:
                level = levels.level(part.number)
                self.builder.add(kind, part.text, Standpoint(line), level=level, number=part.number)
            else:
                levels = Levels()
                self.builder.add(kind, part.text, Standpoint(line))

    def _parts(self, path: Path, text: str | tuple[str, ...]) -> Iterator[tuple[BlockKind, Line, int]]:
        """The paragraphs and typed items of a value, each with the line it starts on."""
        for own, entry in _entries(path, text):
            if own not in self._loaded.values:  # a default: nobody wrote it
                continue
            for lines in _parted(self._written(self._loaded.values[own], entry)):
                for part in split_typed_lines([words for words, _ in lines]):
                    marked = None if part.kind == "item" else item_marker(part.text)
                    if marked:
                        part = Line("item", *marked, part.first)
                    kind = BlockKind.ITEM if part.kind == "item" else BlockKind.PARAGRAPH
                    yield kind, part, lines[part.first][1]

    def _written(self, mark: Mark, text: str) -> list[tuple[str, int]]:
        """The words of a value line by line as the file has them, each line with its number."""
        words = text.split()
        start = mark.line - 1
        first = self._lines[start][mark.column - 1 :] if start < len(self._lines) else ""
        if first.startswith('"') and "\n" in text:
            return self._escaped(text, start)
        if first[:1] in ("|", ">"):
            first = ""
        found: list[tuple[str, int]] = []
        for line, source in enumerate([first, *self._lines[start + 1 :]], start=mark.line):
            if not words:
                break
            count = len(source.split())
            found.append((" ".join(words[:count]), line))
            words = words[count:]
        return [*found[:-1], (" ".join([found[-1][0], *words]), found[-1][1])] if found else []

    def _escaped(self, text: str, start: int) -> list[tuple[str, int]]:
        """The lines of a value in double quotes, whose line ends the file may write as signs within a line."""
        found: list[tuple[str, int]] = []
        for line in text.split("\n"):
            word = line.split()[0] if line.strip() else ""
            near = range(start, min(start + _FAR, len(self._lines)))
            start = next((at for at in near if word in self._lines[at]), start)
            found.append((line.strip(), start + 1))
        return found


def _entries(path: Path, text: str | tuple[str, ...]) -> Iterator[tuple[Path, str]]:
    if isinstance(text, str):
        yield path, text
    else:
        yield from (((*path, at), entry) for at, entry in enumerate(text))


def _parted(lines: list[tuple[str, int]]) -> Iterator[list[tuple[str, int]]]:
    """Lines between blank lines."""
    own: list[tuple[str, int]] = []
    for line in [*lines, ("", 0)]:
        if line[0]:
            own.append(line)
        elif own:
            yield own
            own = []
