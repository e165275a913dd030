"""Which elements the page's own style sheets hide, as far as that can be told from names, classes and ids."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import NamedTuple

Attributes = Mapping[str, str]

_NOTHING = r"\s*:\s*0*\.?0+(?:px|pt|r?em|%)?\s*(?:;|!|$)"
HIDES = re.compile(
    r"(?:^|[;\s{])(?:display\s*:\s*none|visibility\s*:\s*(?:hidden|collapse)|mso-hide\s*:\s*all"
    rf"|(?:font-size|opacity){_NOTHING})",
    re.IGNORECASE,
)
COMMENT = re.compile(r"/\*.*?(?:\*/|$)", re.DOTALL)
_MOST_STYLE = 200_000
_DEEPEST = 10  # sheets within sheets, as @layer nests them
_FOR_ALL = re.compile(r"@(?:layer\b.*|media\s+(?:only\s+)?(?:all|screen)(?:\s*,.*)?)", re.IGNORECASE | re.DOTALL)
_FOR_PAPER = re.compile(r"@(?:media\s+(?:only\s+)?(?:print|speech)|page|font-face|keyframes|-)", re.IGNORECASE)
_BRACKETS, _ATTRIBUTE = re.compile(r"\([^()]*\)"), re.compile(r"\[[^\]]*\]")
# What is hidden by its attributes is left out anyway; what changes with the mouse, or is no text, is shown.
_OF_NO_INTEREST = re.compile(
    r"""\[(?:hidden|aria-hidden\s*=\s*["']?true["']?)\s*\]|::|:(?:before|after|first-line|first-letter|empty|hover"""
    r"|active|visited|target|checked|disabled|focus[\w-]*)(?![\w-])",
    re.IGNORECASE,
)
_COMBINATOR = re.compile(r"\s*([>+~])\s*|\s+")
_TOKEN = re.compile(r"[.#]?(?:[^\W\d]|-)[\w-]*|\*")


@dataclass(frozen=True, slots=True)
class Match:
    """How far selectors go with the elements that are open.

    ``here`` are the steps that end at the innermost, ``above`` those that end at it or around it. ``hides`` and
    ``perhaps`` tell whether a rule hides it, surely or as far as can be told.
    """

    here: frozenset[int] = frozenset()
    above: frozenset[int] = frozenset()
    hides: bool = False
    perhaps: bool = False


NO_MATCH = Match()


class _Step(NamedTuple):
    """One part of a selector: an element's name ("" for any), its classes and id, and the step it stands within."""

    number: int
    tag: str
    marks: frozenset[str]
    outer: int | None
    is_child: bool
    hides: bool
    perhaps: bool


class _Part(NamedTuple):
    """A selector's part as it is written; ``is_child`` when it follows ">"."""

    tag: str
    marks: frozenset[str]
    is_child: bool


class StyleRules:
    """The rules of a page that hide something: names, classes and ids, one within the other (``p``, ``div > .a.b``).

    A selector that asks for more (``:first-child``, ``[lang]``, ``h1 + p``), or that holds for some screens only, hides
    nothing, but its elements are told as perhaps hidden.
    """

    def __init__(self) -> None:
        self._steps: dict[str, list[_Step]] = {}
        self._count = 0
        self._seen: set[str] = set()  # the names, classes and ids of elements so far
        self._late = False

    def __bool__(self) -> bool:
        return self._count > 0

    def read(self, sheet: str) -> bool:
        """Take in one style sheet; whether it would hide something that was met before."""
        self._late = False
        self._read(COMMENT.sub("", sheet[:_MOST_STYLE]), 0, sure=True)
        return self._late

    def _read(self, sheet: str, within: int, *, sure: bool) -> None:
        for selectors, declarations in _rules(sheet):
            if _FOR_PAPER.match(selectors) or not HIDES.search(declarations):
                continue
            if selectors.startswith("@"):
                if within < _DEEPEST:
                    self._read(declarations, within + 1, sure=sure and bool(_FOR_ALL.fullmatch(selectors)))
                continue
            plain = "{" not in declarations  # else what is hidden may be only something inside
            for selector in _ATTRIBUTE.sub(_without_commas, _without_brackets(selectors)).split(","):
                if not _OF_NO_INTEREST.search(selector):
                    self._add(selector.strip(), sure=sure and plain)

    def _add(self, selector: str, *, sure: bool) -> None:
        parts, understood = _parts(selector)
        wanted = parts[-1].marks | ({parts[-1].tag} - {""})
        self._late |= bool(wanted) and wanted <= self._seen
        outer = None
        for part in parts:
            last = part is parts[-1]
            step = _Step(
                self._count,
                part.tag,
                part.marks,
                outer,
                part.is_child,
                last and sure and understood,
                last and not (sure and understood),
            )
            self._steps.setdefault(min(part.marks, default=part.tag), []).append(step)
            outer = self._count
            self._count += 1

    def match(self, tag: str, attributes: Attributes, around: Match) -> Match:
        """What becomes of an element that opens where ``around`` holds."""
        marks = {f".{name}" for name in attributes.get("class", "").split()}
        if "id" in attributes:
            marks.add(f"#{attributes['id']}")
        self._seen.update((tag, *marks))
        if not self._steps:
            return NO_MATCH
        met = [
            step
            for key in ("", tag, *marks)
            for step in self._steps.get(key, ())
            if step.tag in ("", tag)
            and step.marks <= marks
            and (step.outer is None or step.outer in (around.here if step.is_child else around.above))
        ]
        here = frozenset([step.number for step in met])
        above = around.above | here if here else around.above
        return Match(here, above, any(step.hides for step in met), any(step.perhaps for step in met))


def _rules(sheet: str) -> Iterator[tuple[str, str]]:
    """The selectors and the declarations of each rule; those inside another stay in its declarations."""
    depth, start, selectors = 0, 0, ""
    for brace in re.finditer(r"[{}]", sheet):
        if brace[0] == "{":
            depth += 1
            if depth == 1:
                selectors, start = sheet[start : brace.start()], brace.end()
        elif depth:
            depth -= 1
            if depth == 0:
                yield selectors.rpartition(";")[2].strip(), sheet[start : brace.start()]
                start = brace.end()


def _without_brackets(selectors: str) -> str:
    """Selectors whose round brackets, the inner first, have nothing left in them that looks like a selector."""
    for _ in range(_DEEPEST):
        selectors, count = _BRACKETS.subn("", selectors)
        if not count:
            break
    return selectors


def _without_commas(attribute: re.Match[str]) -> str:
    return attribute[0] if _OF_NO_INTEREST.match(attribute[0]) else "[]"


def _parts(selector: str) -> tuple[list[_Part], bool]:
    """The parts of a selector from the outermost in, and whether they are all that it asks."""
    parts: list[_Part] = []
    understood, at, combinator = True, 0, ""
    ends = [*((found.start(), found.end(), found[1] or "") for found in _COMBINATOR.finditer(selector))]
    for start, end, following in (*ends, (len(selector), len(selector), "")):
        if combinator in ("+", "~"):  # the element before is a neighbour and encloses nothing
            parts, understood, combinator = [], False, ""
        written = selector[at:start]
        tokens = _TOKEN.findall(_outside(written))
        understood = understood and bool(tokens) and "".join(tokens) == written
        names = [token for token in tokens if token[0] not in ".#*"]
        marks = frozenset(token for token in tokens if token[0] in ".#")
        parts.append(_Part(names[0].lower() if names else "", marks, combinator == ">"))
        at, combinator = end, following
    return parts, understood


def _outside(written: str) -> str:
    """A part of a selector up to what cannot be judged: a pseudo-class, an attribute, an escaped sign."""
    return re.split(r"[:\[\\]", written, maxsplit=1)[0]
