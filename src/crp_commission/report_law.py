"""What a pack says of the law, and overlays it calls for, as the saved result holds them."""

from __future__ import annotations

from dataclasses import dataclass, field

from .described import says as about
from .lawbook import Certainty, LawKind


@dataclass(frozen=True, slots=True)
class LawInfo:
    """A citation or claim that is not right; it changes no score, status or gate."""

    kind: LawKind = field(metadata=about("law of another nation, law or a body that is no more, or a claim too large"))
    id: str = field(metadata=about("name of what was found in the file on law"))
    quote: str = field(metadata=about("verbatim text of one paragraph, list item or cell"))
    file: str = field(metadata=about("path of the file"))
    section: str = field(metadata=about("nearest heading above"))
    page: int | None = field(metadata=about("page, from 1"))
    paragraph: int | None = field(metadata=about("running number of the paragraph in its file, from 1"))
    line: int | None = field(metadata=about("line of a text file, from 1"))
    table: int | None = field(metadata=about("number of the table in its file, from 1"))
    row: int | None = field(metadata=about("row of the table, from 1"))
    column: int | None = field(metadata=about("column of the table, from 1"))
    place: str = field(metadata=about("the place as a person reads it"))
    times: int = field(metadata=about("how often it stands in this file; the place is that of the first"))
    says: str = field(metadata=about("what is not right about it"))
    instead: str = field(metadata=about("what to write or look at instead"))
    reference: str = field(metadata=about("the law or guidance that this rests on"))
    checked: str = field(metadata=about("year and month in which that was last looked up; empty if never"))
    certainty: Certainty = field(metadata=about("sure, likely, or check where a person needs to find out first"))


@dataclass(frozen=True, slots=True)
class SuggestionInfo:
    """An overlay ruleset that is not in use though the papers call for it."""

    ruleset: str = field(metadata=about("name of the ruleset to add"))
    because: str = field(metadata=about("what in the papers calls for it"))
    quote: str = field(metadata=about("the words that show it best, verbatim"))
    file: str = field(metadata=about("path of the file"))
    section: str = field(metadata=about("nearest heading above"))
    page: int | None = field(metadata=about("page, from 1"))
    paragraph: int | None = field(metadata=about("running number of the paragraph in its file, from 1"))
    place: str = field(metadata=about("the place as a person reads it"))
