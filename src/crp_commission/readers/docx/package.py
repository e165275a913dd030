"""Which part of a Word file is which: content types and relationships, read tolerantly."""

from __future__ import annotations

import posixpath
from urllib.parse import unquote

from ...archive import Archive
from ...errors import NotReadError
from ...filekind import OLD_OFFICE, ZIP, describe
from ...limits import Limits
from ...xmlfile import Attributes, Events, Position, walk

_USUAL_MAIN = "word/document.xml"
_MAIN_TYPES = (
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.template.main+xml",
    "application/vnd.ms-word.document.macroenabled.main+xml",
    "application/vnd.ms-word.template.macroenabledtemplate.main+xml",
)


class Package:
    """A Word file's parts by what they are for.

    ``main`` is the name of the part with the text. Raises NotReadError when the file is no Word document, is locked, or
    names two parts for one purpose.
    """

    def __init__(self, data: bytes, name: str, limits: Limits) -> None:
        _check_kind(data, name)
        self._name = name
        self._limits = limits
        self._archive = Archive(data, name, limits)
        self.unsafe = self._archive.unsafe
        self._by_fold = self._fold(self._archive.names)
        self._root = self._relationships("")
        self.main = self._find_main(data)
        self._related = self._relationships(self.main)

    def read(self, part: str) -> bytes:
        """The bytes of a part named as ``main`` or ``related`` name it."""
        return self._archive.read(part)

    def walk(self, part: str, events: Events, *, data: bytes | None = None, position: Position | None = None) -> None:
        """Send a part's XML through ``events``; ``data`` is that of the part where it was read before."""
        data = self.read(part) if data is None else data
        walk(data, events, limits=self._limits, file=self._name, part=part, position=position)

    def named(self, path: str) -> str | None:
        """The part of that name, whatever its capitals; None when there is none."""
        return self._by_fold.get(path.lower())

    def related(self, purpose: str) -> str | None:
        """The part that serves the main one as ``purpose`` ("styles", "footnotes"); None when there is none."""
        return self._only(purpose, self._related.get(purpose, ()))

    def all_related(self, purpose: str) -> tuple[str, ...]:
        """All parts that serve the main one as ``purpose``, of which there may be several ("header")."""
        return self._related.get(purpose, ())

    @property
    def is_signed(self) -> bool:
        """Whether somebody signed the file as it stands."""
        return any(name.startswith("_xmlsignatures/") for name in self._by_fold)

    @property
    def properties(self) -> str | None:
        """The part with the document's statistics, such as its number of pages."""
        found = self._root.get("extended-properties") or self._root.get("extendedProperties")
        return found[0] if found else None

    def _find_main(self, data: bytes) -> str:
        related = self._root.get("officeDocument", ())
        typed, any_type = self._main_by_type()
        found = self._only("document", tuple(dict.fromkeys((*related, *typed))))
        found = found or self._by_fold.get(_USUAL_MAIN)
        if found is None or not (found in typed or any_type or found.lower().startswith("word/")):
            raise _not_word(self._name, describe(data))
        return found

    def _main_by_type(self) -> tuple[tuple[str, ...], bool]:
        """The parts declared to be a Word document's text, and whether every part is one unless it says otherwise."""
        found: list[str] = []
        defaults: list[str] = []

        def override(attributes: Attributes) -> None:
            part = self._by_fold.get(attributes.get("PartName", "").lstrip("/").lower())
            if part is not None and attributes.get("ContentType", "").lower() in _MAIN_TYPES:
                found.append(part)

        def default(attributes: Attributes) -> None:
            defaults.append(attributes.get("ContentType", "").lower())

        types = self._by_fold.get("[content_types].xml")
        if types is not None:
            self.walk(types, Events({"ct:Override": override, "ct:Default": default}))
        return tuple(found), any(kind in _MAIN_TYPES for kind in defaults)

    def _relationships(self, part: str) -> dict[str, tuple[str, ...]]:
        """The parts that ``part`` refers to, by the last word of the relationship's type; missing ones are left out."""
        folder, base = posixpath.split(part)
        found: dict[str, tuple[str, ...]] = {}

        def relationship(attributes: Attributes) -> None:
            if attributes.get("TargetMode") == "External":
                return
            target = unquote(attributes.get("Target", "")).replace("\\", "/")
            path = posixpath.normpath(posixpath.join("/", folder, target)).lstrip("/")
            existing = self._by_fold.get(path.lower())
            purpose = attributes.get("Type", "").rpartition("/")[2]
            if existing is not None and existing not in found.get(purpose, ()):
                found[purpose] = (*found.get(purpose, ()), existing)

        relations = self._by_fold.get(posixpath.join(folder, "_rels", f"{base}.rels").lower())
        if relations is not None:
            self.walk(relations, Events({"rel:Relationship": relationship}))
        return found

    def _only(self, purpose: str, parts: tuple[str, ...]) -> str | None:
        if len(parts) > 1:
            raise self._two(f"names two parts as its {purpose} ({parts[0]} and {parts[1]})")
        return parts[0] if parts else None

    def _fold(self, names: tuple[str, ...]) -> dict[str, str]:
        """Part names by their lower-case form, since Word does not tell "Word/A.xml" from "word/a.xml"."""
        by_fold: dict[str, str] = {}
        for path in names:
            twin = by_fold.setdefault(path.lower(), path)
            if twin != path:
                raise self._two(f"holds two parts whose names differ only in capitals ({twin} and {path})")
        return by_fold

    def _two(self, what: str) -> NotReadError:
        return NotReadError(
            f"{self._name} {what}, so programs may show different texts.",
            hint="Open it in Word, check what it shows, save a fresh copy and give that.",
            file=self._name,
        )


def _check_kind(data: bytes, name: str) -> None:
    kind = describe(data)
    if kind == "empty":
        raise NotReadError(f"{name} is empty.", hint="Check that the file was copied whole.", file=name)
    if data.startswith(OLD_OFFICE) and "password" in kind:
        raise NotReadError(
            f"{name} is locked with a password.",
            hint="Open it in Word, save a copy as .docx without a password and give that.",
            file=name,
        )
    if not data.startswith(ZIP):
        raise _not_word(name, kind)


def _not_word(name: str, kind: str) -> NotReadError:
    if kind == "a Word document":
        hint = "Open it in Word, save a fresh copy and give that."
        return NotReadError(f"{name} is damaged: the part with its text is missing.", hint=hint, file=name)
    hint = "Give the file its right ending, or open it and save it as .docx."
    if kind.startswith("a Word"):
        hint = "Open it in Word, save it as .docx and give that."
    return NotReadError(f"{name} is not a .docx document but {kind}.", hint=hint, file=name)
