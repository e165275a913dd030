"""Word documents (.docx and its kin): a walk over the XML itself, with one rule for each thing Word can do.

- Headings: the paragraph's own outline level, else that of its style or of the nearest style it is based on, else a
  style named "heading 1" to "heading 9" (the name is English in every language of Word); "Title" is level 1. A
  paragraph in a heading style that reads as a clause (more than 20 words, or more than 12 and ending as a sentence or
  lead-in does) is text. Short bold paragraphs and bold openings of paragraphs are headings one level beneath the last
  styled one, unless they bind somebody ("shall", "must", "will") or open a bulleted or lettered item.
- Automatic numbers are worked out and stand in ``Block.number`` as Word shows them ("4.2", "(a)", "1."), empty for
  bullets. Numbered and bulleted paragraphs that are no headings are items. Numbers typed by hand stay in the text.
- Tables: see ``flow.tables``. Every paragraph of a cell is a CELL; in a table of one column, styled headings stay
  headings. The hidden lower parts of merged cells are not read.
- Text boxes are read after the paragraph they hang on, once, whatever forms they are stored in; footnotes and endnotes
  likewise, as FOOTNOTE. WordArt lettering counts as a text box. A form of anything that asks for extensions Word does
  not know is not read, since Word does not show it.
- Tracked changes: insertions and moves are read where they now stand; deletions and what was moved away are not, also
  rows and cells. A paragraph whose end was deleted joins the next.
- Hidden text (by the run, its style, the style of the paragraph or table, the row or shape) is not read. White text is.
- Fields: the result is read, the instruction is not. Where a field never ends, everything is read.
- Contents pages (paragraphs in a contents style, or with a page number inside a contents field) are left out.
- Content controls are read; one that still shows its prompt is not. Links, smart tags, equations: their text is read.
- Symbols of the Wingdings and Symbol fonts become signs; tabs and breaks white space; soft hyphens go.
- Comments, pictures, charts, diagrams, embedded and imported files are not read. Headers and footers are page
  furniture: not read, and told of only where they hold a sentence or more words than a running head has. Everything
  else left out is told in a Note.
- Pages are counted by the breaks Word stored when it last laid the file out, else by breaks set by hand where the file
  says it has as many pages as those make; else they are unknown, since a wrong page sends a person astray.
- Parts are found by relationships, then by content type, then by their usual name. Targets that are missing are passed
  over; two parts for one purpose are refused, since programs would differ on which to show.
"""

from __future__ import annotations

from typing import Protocol

from ...document import Block, Extract
from ...errors import NotReadError
from ...flow.blocks import Composer
from ...flow.records import Content, Paragraph
from ...flow.remarks import Remarks, Unread
from ...limits import Limits
from ...xmlfile import Events, Position
from .cursor import NoteContents, Pages
from .extensions import Extensions
from .furniture import furniture_note
from .numbering import Numbering
from .package import Package
from .story import NoteStory, Story
from .styles import Styles, slimmed, whole

EXTENSIONS = (".docx", ".docm", ".dotx", ".dotm")

_MOST_CHARACTERS_A_PAGE = 15_000


class Watch(Protocol):
    """Somebody who looks on while the main part is read, to know later where each Block came from.

    The walk may begin anew, with another story.
    """

    position: Position

    def over(self, story: Story) -> Events:
        """The handlers of ``story``, watched."""

    def made(self, block: Block, paragraph: Paragraph) -> None:
        """Take note of what a Block was made from."""


def read(data: bytes, name: str, limits: Limits) -> Extract:
    """Read a Word document.

    ``name`` is the path shown to people. Raises NotReadError when the file is no Word document, is locked with a
    password, damaged or past a limit.
    """
    package = Package(data, name, limits)
    return read_package(package, package.read(package.main), name, limits)


def read_package(package: Package, main: bytes, name: str, limits: Limits, watch: Watch | None = None) -> Extract:
    """The text of an open package whose main part holds ``main``, which ``watch`` may look on at being read."""
    styles = Styles()
    if part := package.related("styles"):
        package.walk(part, styles.events, data=slimmed(package.read(part)))
    whole_story, composer, remarks = _read_story(package, main, styles, name, limits, watch, fields=True)
    if not whole_story:
        _, composer, remarks = _read_story(package, main, styles, name, limits, watch, fields=False)
    remarks.near = 0
    remarks.add(Unread.UNSAFE_NAMES, len(package.unsafe))
    pages = _page_count(package, composer.characters)
    if composer.last_page != pages and not Pages(main).printed:
        composer.forget_pages()  # breaks set by hand are only some of the breaks there are
    aside = furniture_note(package, name, (block.text for block in composer.blocks))
    return Extract(tuple(composer.blocks), (*remarks.notes(name), *aside), pages)


def _read_story(
    package: Package, main: bytes, styles: Styles, name: str, limits: Limits, watch: Watch | None, *, fields: bool
) -> tuple[bool, Composer, Remarks]:
    """Walk the notes and then the text; False first when a field that never ends kept text back."""
    composer, remarks = Composer(name, limits, watch.made if watch else None), Remarks()
    numbering = Numbering(styles)
    if part := package.related("numbering"):
        package.walk(part, numbering.events)
    notes: NoteContents = {}
    for kind in ("footnote", "endnote"):
        part = package.related(f"{kind}s")
        if part:
            data = package.read(part)
            note_story = NoteStory(kind, notes, styles, numbering, remarks, Extensions(data))
            package.walk(part, note_story.events, data=data)

    def take(content: Content) -> None:
        composer.add(content)
        remarks.near = len(composer.blocks) + 1

    remarks.near = 1
    story = Story(
        take, styles, numbering, remarks, pages=Pages(main), notes=notes, extensions=Extensions(main), fields=fields
    )
    events = watch.over(story) if watch else story.events
    package.walk(package.main, events, data=main, position=watch.position if watch else None)
    return not story.finish(), composer, remarks


def _page_count(package: Package, characters: int) -> int | None:
    """What the file says of its number of pages, if the text can be on so few."""
    if package.properties is None:
        return None
    found: list[str] = []
    inside = False

    def open_pages(_attributes: dict[str, str]) -> None:
        nonlocal inside
        inside = True

    def close_pages() -> None:
        nonlocal inside
        inside = False

    def text(data: str) -> None:
        if inside:
            found.append(data)

    try:
        package.walk(package.properties, Events({"ep:Pages": open_pages}, {"ep:Pages": close_pages}, text))
    except NotReadError:  # statistics are not worth losing a document for
        return None
    pages = whole("".join(found).strip())
    return pages if pages > 0 and characters <= pages * _MOST_CHARACTERS_A_PAGE else None
