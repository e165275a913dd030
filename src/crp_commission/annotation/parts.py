"""The parts of a Word file that comments need beside the text: the comments, how they are found, their styles."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Sequence
from typing import NamedTuple
from urllib.parse import quote, unquote

from ..errors import NotReadError
from ..limits import Limits
from ..readers.docx.package import Package
from ..xmlbytes import as_utf8, escaped, prefix, raw_name, tag_end
from ..xmlfile import Attributes, Events, Position, walk
from .markup import Look, binding, is_strict

_USUAL = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments"
_STRICT = "http://purl.oclc.org/ooxml/officeDocument/relationships/comments"
_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006/"
_DECLARATION = b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_NUMBER = re.compile(r"\d{1,9}")
_TYPES_PART = "[Content_Types].xml"


class Root(NamedTuple):
    """The outermost element of a part: its name as written and the bytes before its end tag and after it.

    Both are the same where it has no content: then ``data`` ends its tag with "/>" there.
    """

    data: bytes
    name: bytes
    close: int
    end: int

    def with_more(self, inner: bytes) -> bytes:
        """The part with ``inner`` as the last thing in its root."""
        if self.close < self.end:
            return self.data[: self.close] + inner + self.data[self.close :]
        tag = self.data[: self.end].removesuffix(b"/>")
        return tag + b">" + inner + b"</" + self.name + b">" + self.data[self.end :]


class CommentParts:
    """The comments that a document has, and room for more.

    Raises NotReadError when the parts that hold them are damaged, or when the file names two parts for its comments.
    """

    def __init__(self, package: Package, main: bytes, name: str, limits: Limits) -> None:
        self._package = package
        self._name = name
        self._limits = limits
        self._strict = is_strict(main)
        self._relations_at = self._beside(f"_rels/{posixpath.basename(package.main)}.rels")
        self._ids: list[str] = []
        self._targets: list[str] = []
        self._relations = self._read_relations()
        self.part = package.related("comments")
        self._root, used = self._read_comments()
        used |= {int(number) for number in re.findall(rb'comment(?:RangeStart|Reference)\b[^>]*\bid="(\d{1,9})"', main)}
        self._next = max(used, default=-1) + 1

    def take(self) -> int:
        """A number that no comment has yet."""
        self._next += 1
        return self._next - 1

    @property
    def bound(self) -> bytes:
        """What a comment has to say of the namespace it is in."""
        if self._root is None:
            return b""
        return binding(self._root.name, strict=is_strict(self._root.data))

    def look(self) -> Look:
        """The styles that this document has for comments, by the names that Word gives them in every language."""
        found: dict[str, str] = {}
        style = ""

        def open_style(attributes: Attributes) -> None:
            nonlocal style
            style = attributes.get("w:styleId", "")

        def named(attributes: Attributes) -> None:
            found.setdefault(attributes.get("w:val", "").lower(), style)

        part = self._package.related("styles")
        if part is not None:
            self._package.walk(part, Events({"w:style": open_style, "w:name": named}))
        return Look(found.get("annotation text", ""), found.get("annotation reference", ""))

    def with_comments(self, comments: Sequence[bytes]) -> dict[str, bytes]:
        """The parts to change or to add so that the document has these comments too."""
        inner = b"".join(comments)
        if self.part is not None and self._root is not None:
            return {self.part: self._root.with_more(inner)}
        path = self._new_path()
        bound = binding(b"", strict=self._strict)
        whole = _DECLARATION + b"<w:comments" + bound + b">" + inner + b"</w:comments>"
        return {path: whole, **self._related_to(path), **self._typed(path)}

    def _read_comments(self) -> tuple[Root | None, set[int]]:
        if self.part is None:
            return None, set()
        used: set[int] = set()

        def comment(attributes: Attributes) -> None:
            number = attributes.get("w:id", "")
            if _NUMBER.fullmatch(number):
                used.add(int(number))

        return self._read_root(self.part, "w:comments", Events({"w:comment": comment})), used

    def _read_relations(self) -> Root | None:
        def relation(attributes: Attributes) -> None:
            self._ids.append(attributes.get("Id", ""))
            if attributes.get("Type") in (_USUAL, _STRICT) and attributes.get("TargetMode") != "External":
                self._targets.append(unquote(attributes.get("Target", "")))

        part = self._package.named(self._relations_at)
        return self._read_root(part, "rel:Relationships", Events({"rel:Relationship": relation})) if part else None

    def _read_root(self, part: str, root: str, events: Events) -> Root:
        """Walk a part and find its outermost element, which has to be called ``root``."""
        data = as_utf8(self._package.read(part), file=self._name)
        position, places = Position(), [-1, -1]

        def start(_attributes: Attributes) -> None:
            places[0] = position.byte if places[0] < 0 else places[0]

        def end() -> None:
            places[1] = position.byte

        watched = Events({**events.start, root: start}, {root: end})
        walk(data, watched, limits=self._limits, file=self._name, part=part, position=position)
        if places[0] < 0:
            hint = "Open it in Word, save a fresh copy and give that."
            raise NotReadError(f"{self._name} is damaged (inside it: {part}).", hint=hint, file=self._name)
        start_tag = tag_end(data, places[0])
        is_empty = data.endswith(b"/>", places[0], start_tag)
        return Root(data, raw_name(data, places[0]), places[1], start_tag if is_empty else tag_end(data, places[1]))

    def _beside(self, name: str) -> str:
        return posixpath.join(posixpath.dirname(self._package.main), name)

    def _new_path(self) -> str:
        """The part that a relationship names although it is missing, else the usual name if it is free."""
        for target in self._targets:
            path = posixpath.normpath(posixpath.join("/", posixpath.dirname(self._package.main), target)).lstrip("/")
            if self._package.named(path) is None:
                return path
        names = ("comments.xml", *(f"comments{number}.xml" for number in range(1, self._limits.archive_parts + 2)))
        return next(path for name in names if self._package.named(path := self._beside(name)) is None)

    def _related_to(self, path: str) -> dict[str, bytes]:
        if self._targets:
            return {}
        kind, target = (_STRICT if self._strict else _USUAL), quote(posixpath.basename(path))
        number = next(n for n in range(1, len(self._ids) + 2) if f"crp{n}" not in self._ids)

        def relation(ours: bytes) -> bytes:
            return b'<%bRelationship Id="crp%d" Type="%b" Target="%b"/>' % (
                ours, number, kind.encode(), escaped(target),
            )  # fmt: skip

        part = self._package.named(self._relations_at) or self._relations_at
        if self._relations is not None:
            return {part: self._relations.with_more(relation(prefix(self._relations.name)))}
        head = f'<Relationships xmlns="{_PACKAGE}relationships">'.encode()
        return {part: _DECLARATION + head + relation(b"") + b"</Relationships>"}

    def _typed(self, path: str) -> dict[str, bytes]:
        part = self._package.named(_TYPES_PART)
        if part is None:  # such a file opens in no program by its types; the part is found by its relationship
            return {}
        known: set[str] = set()
        note = Events({"ct:Override": lambda attributes: known.add(attributes.get("PartName", "").lower())})
        root = self._read_root(part, "ct:Types", note)
        if f"/{path.lower()}" in known:
            return {}
        name = b'<%bOverride PartName="/%b" ContentType="%b"/>' % (prefix(root.name), escaped(path), _TYPE.encode())
        return {part: root.with_more(name)}
