"""OpenDocument texts (.odt, .ott): a walk over content.xml, with one rule for each thing a writer can do.

- Headings: ``text:h`` by its outline level, and paragraphs in a style with an outline level or named "Heading 1" to
  "Heading 10"; "Title" is level 1. Bold paragraphs and openings, and clauses in heading styles, as for Word.
- Automatic numbers of headings and lists are worked out from the outline and list styles; a number that the file
  itself spells out goes before. The further paragraphs of an item are items without a number.
- Tables: see ``flow.tables``. Rows and cells said to be repeated are read once, and their counts are clamped. Places
  covered by merged cells are not read.
- Footnotes, endnotes, text boxes and the text of shapes are read after the paragraph they hang on.
- Tracked changes: insertions are read where they stand, deleted text is not. Hidden text, sections, paragraphs and rows
  are not read; nor are annotations, pictures, objects and prompts to fill something in. Each is told in a Note.
- Contents pages are left out: lines in a contents style, or with a page number inside a generated contents page.
- Pages are counted by the breaks the program stored when it last laid the file out; else they are unknown.
"""

from __future__ import annotations

from ...archive import Archive
from ...document import Extract
from ...errors import NotReadError
from ...filekind import ZIP, describe
from ...flow.blocks import Composer
from ...flow.records import Content
from ...flow.remarks import Remarks, Unread
from ...limits import Limits
from ...xmlfile import Attributes, Events, walk
from .cursor import Cursor, Walk
from .lists import Lists
from .story import Story
from .styles import Styles, whole

EXTENSIONS = (".odt", ".ott")

_TEXT = "content.xml"
_MOST_PAGES = 100_000


def read(data: bytes, name: str, limits: Limits) -> Extract:
    """Read an OpenDocument text.

    ``name`` is the path shown to people. Raises NotReadError when the file is no OpenDocument text, is locked with a
    password, damaged or past a limit.
    """
    archive = _open(data, name, limits)
    objects = _objects(archive, name, limits)
    content = archive.read(_TEXT)
    styles, composer, remarks = Styles(), Composer(name, limits), Remarks()
    if "styles.xml" in archive:
        walk(archive.read("styles.xml"), styles.events, limits=limits, file=name, part="styles.xml")

    def take(part: Content) -> None:
        composer.add(part)
        remarks.near = len(composer.blocks) + 1

    remarks.near = 1
    page = 1 if b"soft-page-break" in content else None
    story = Story(Walk(Cursor(take, Lists(styles)), styles, remarks, page), objects)
    # The styles that the text uses stand before it in the same part.
    events = Events({**styles.events.start, **story.events.start}, story.events.end, story.events.text)
    walk(content, events, limits=limits, file=name, part=_TEXT)
    remarks.near = 0
    remarks.add(Unread.UNSAFE_NAMES, len(archive.unsafe))
    pages = _page_count(archive, name, limits)
    if pages is not None and composer.last_page not in (0, pages):
        composer.forget_pages()
    return Extract(tuple(composer.blocks), remarks.notes(name), pages)


def _open(data: bytes, name: str, limits: Limits) -> Archive:
    kind = describe(data)
    if kind == "empty":
        raise NotReadError(f"{name} is empty.", hint="Check that the file was copied whole.", file=name)
    if not data.startswith(ZIP):
        raise _not_text(name, kind)
    archive = Archive(data, name, limits)
    if kind not in ("an OpenDocument text", "a zip archive of other files"):
        raise _not_text(name, kind)
    if _TEXT not in archive:
        if kind != "an OpenDocument text":
            raise _not_text(name, kind)
        hint = "Open it in LibreOffice or Word, save a fresh copy and give that."
        raise NotReadError(f"{name} is damaged: the part with its text is missing.", hint=hint, file=name)
    return archive


def _not_text(name: str, kind: str) -> NotReadError:
    hint = "Give the file its right ending, or open it and save it as .odt."
    return NotReadError(f"{name} is not an OpenDocument text (.odt) but {kind}.", hint=hint, file=name)


def _objects(archive: Archive, name: str, limits: Limits) -> dict[str, str]:
    """The kinds of embedded objects by name, out of the manifest. Raises NotReadError when parts are encrypted."""
    kinds: dict[str, str] = {}

    def entry(attributes: Attributes) -> None:
        kinds[attributes.get("manifest:full-path", "").rstrip("/")] = attributes.get("manifest:media-type", "")

    def encrypted(_attributes: Attributes) -> None:
        raise NotReadError(
            f"{name} is locked with a password.",
            hint="Open it in LibreOffice or Word, save a copy without a password and give that.",
            file=name,
        )

    manifest = "META-INF/manifest.xml"
    if manifest in archive:
        events = Events({"manifest:file-entry": entry, "manifest:encryption-data": encrypted})
        walk(archive.read(manifest), events, limits=limits, file=name, part=manifest)
    return kinds


def _page_count(archive: Archive, name: str, limits: Limits) -> int | None:
    pages = 0

    def statistic(attributes: Attributes) -> None:
        nonlocal pages
        pages = whole(attributes.get("meta:page-count"), 0, most=_MOST_PAGES)

    if "meta.xml" in archive:
        try:
            events = Events({"meta:document-statistic": statistic})
            walk(archive.read("meta.xml"), events, limits=limits, file=name, part="meta.xml")
        except NotReadError:  # statistics are not worth losing a document for
            return None
    return pages or None
