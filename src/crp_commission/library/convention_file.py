"""The Convention as it ships: ``rulesets/reference/uncrc.yaml``, checked and made into records."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any, ClassVar

from ..convention import LAST_ARTICLE, Article, Convention, GeneralComment, Protocol
from ..described import CLOSED
from ..errors import RulesetError
from ..limits import DEFAULT_LIMITS, Limits
from ..resources import shipped
from ..validation import validate
from ..yamlfile import Loaded, Path, load
from .faults import Faults

_NAME = "reference/uncrc.yaml"
_YEARS = range(1989, 2100)


@dataclass(frozen=True, slots=True)
class ArticleEntry:
    """An article of the Convention."""

    __pydantic_config__: ClassVar[dict[str, Any]] = CLOSED
    number: int
    title: str
    paraphrase: str
    principles: tuple[str, ...] = ()
    general_principle: bool = False


@dataclass(frozen=True, slots=True)
class ProtocolEntry:
    """An optional protocol."""

    __pydantic_config__: ClassVar[dict[str, Any]] = CLOSED
    code: str
    year: int
    title: str
    paraphrase: str
    articles: tuple[int, ...]
    uk_is_party: bool


@dataclass(frozen=True, slots=True)
class CommentEntry:
    """A general comment of the Committee."""

    __pydantic_config__: ClassVar[dict[str, Any]] = CLOSED
    number: int
    year: int
    title: str
    paraphrase: str
    articles: tuple[int, ...]
    principles: tuple[str, ...]
    replaced_by: int | None = None


@dataclass(frozen=True, slots=True)
class ConventionFile:
    """What the file may hold."""

    __pydantic_config__: ClassVar[dict[str, Any]] = CLOSED
    articles: tuple[ArticleEntry, ...]
    protocols: tuple[ProtocolEntry, ...]
    general_comments: tuple[CommentEntry, ...]


@dataclass(frozen=True, slots=True)
class _File:
    """The file with the lines of everything in it."""

    name: str
    loaded: Loaded


def convention() -> Convention:
    """The Convention that ships. Raises RulesetError where its file is missing or wrong."""
    place = shipped("rulesets").joinpath(*_NAME.split("/"))
    if not place.is_file():
        raise RulesetError(f"The file {_NAME} is missing from this installation.", hint="Install the tool again.")
    return read_convention(place.read_bytes(), _NAME)


def read_convention(data: bytes, name: str, limits: Limits = DEFAULT_LIMITS) -> Convention:
    """The Convention in a YAML file, shown to people as ``name``. Raises RulesetError with every fault and its line."""
    loaded = load(data, name, limits, RulesetError)
    content = validate(ConventionFile, loaded, name, RulesetError)
    faults = Faults()
    file = _File(name, loaded)
    for path, what in _faults_of(content):
        faults.add(file, path, what)
    faults.check()
    return Convention(
        articles=tuple(
            Article(entry.number, entry.title, entry.paraphrase, entry.principles, entry.general_principle)
            for entry in sorted(content.articles, key=lambda entry: entry.number)
        ),
        protocols=tuple(
            Protocol(entry.code, entry.year, entry.title, entry.paraphrase, entry.articles, entry.uk_is_party)
            for entry in sorted(content.protocols, key=lambda entry: (entry.year, entry.code))
        ),
        comments=tuple(
            GeneralComment(
                entry.number, entry.year, entry.title, entry.paraphrase, entry.articles, entry.principles,
                entry.replaced_by,
            )
            for entry in sorted(content.general_comments, key=lambda entry: entry.number)
        ),
    )  # fmt: skip


def _faults_of(content: ConventionFile) -> Iterator[tuple[Path, str]]:
    numbers = [article.number for article in content.articles]
    yield from _repeated("articles", "number", numbers, "article")
    missing = sorted(set(range(1, LAST_ARTICLE + 1)) - set(numbers))
    if missing:
        yield ("articles",), f"these articles are missing: {', '.join(map(str, missing))}"
    yield from _beyond(("articles",), [(number,) for number in numbers], "number")
    comments = [comment.number for comment in content.general_comments]
    yield from _repeated("general_comments", "number", comments, "general comment")
    yield from _repeated("protocols", "code", [protocol.code for protocol in content.protocols], "protocol")
    yield from _papers("protocols", content.protocols)
    yield from _papers("general_comments", content.general_comments)
    for place, comment in enumerate(content.general_comments):
        if comment.replaced_by is not None and comment.replaced_by not in comments:
            yield ("general_comments", place, "replaced_by"), f"there is no general comment {comment.replaced_by}"
    for key in ("articles", "protocols", "general_comments"):
        for place, said in enumerate(getattr(content, key)):
            for name in ("title", "paraphrase"):
                if not getattr(said, name).strip():
                    yield (key, place, name), f"'{name}' is empty: people read it"


def _papers(key: str, entries: Sequence[ProtocolEntry | CommentEntry]) -> Iterator[tuple[Path, str]]:
    yield from _beyond((key,), [entry.articles for entry in entries], "articles")
    for place, entry in enumerate(entries):
        if entry.year not in _YEARS:
            yield (key, place, "year"), f"the Convention is of 1989, so {entry.year} cannot be right"


def _repeated(key: str, name: str, values: Sequence[object], kind: str) -> Iterator[tuple[Path, str]]:
    counted = Counter(values)
    for place, value in enumerate(values):
        if counted[value] > 1:
            yield (key, place, name), f"{kind} {value} is there {counted[value]} times: keep one"


def _beyond(at: Path, lists: Iterable[Sequence[int]], name: str) -> Iterator[tuple[Path, str]]:
    for place, articles in enumerate(lists):
        for article in articles:
            if not 1 <= article <= LAST_ARTICLE:
                yield (*at, place, name), f"the Convention has no article {article}: they run from 1 to {LAST_ARTICLE}"
