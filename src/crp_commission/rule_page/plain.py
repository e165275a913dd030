"""The page of a criterion as lines of plain text, as a terminal shows it."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Iterator, Mapping

from ..plain_words import list_words
from . import MOST_EXAMPLES, RulePage, examples_words, figures_words, label, severity_words, where_words

_WIDEST = 100
_INDENT = "  "


def lines(page: RulePage, titles: Mapping[int, str], width: int, most: int = MOST_EXAMPLES) -> Iterator[str]:
    """The page in lines of at most ``width`` columns; ``titles`` are those of articles by number."""
    rule, width = page.rule, max(40, min(width, _WIDEST))
    yield from _wrapped(f"{rule.id}: {rule.title}", width)
    yield from _wrapped(f"{severity_words(page)} · {page.stage} · {page.principle} · {page.ruleset.id}", width)
    articles = [f"{number} ({titles[number]})" if number in titles else str(number) for number in rule.articles]
    yield from _wrapped(f"UNCRC articles {list_words(articles, 9)}" if articles else "UNCRC: no article named", width)
    yield ""
    yield from _wrapped(rule.question, width)
    for title, texts in _sections(page, most):
        yield ""
        yield from _wrapped(title, width)
        for text in texts:
            yield from _wrapped(text, width, _INDENT)


def _sections(page: RulePage, most: int) -> Iterator[tuple[str, Iterable[str]]]:
    """Each heading with its paragraphs, in the order of reading."""
    rule = page.rule
    parts = [f"{'must' if part.essential else 'also'}  {part.asks}" for part in rule.parts]
    yield "What is looked for", [*parts, where_words(rule)]
    for key, text in page.advice:
        yield label(key), [text]
    if rule.advice.wording:
        yield "Words to paste; fill what stands in square brackets", [rule.advice.wording]
    for status, texts in page.examples:
        yield f"Examples: {examples_words(status, len(texts)).rstrip(':')}", _passages(texts[:most])
    yield "How sure the tool is", figures_words(page)
    if page.lists:
        yield "Lists of words it looks for; your own ruleset may add to them under vocabulary", [", ".join(page.lists)]
    if rule.sources:
        yield "Sources", rule.sources


def _passages(texts: Iterable[str]) -> Iterator[str]:
    for text in texts:
        first, *more = text.strip().split("\n")  # no other sign ends a line here: each is shown as one
        yield f"- {first}"
        yield from (f"  {line}" for line in more if line.strip())


def _wrapped(text: str, width: int, indent: str = "") -> list[str]:
    """The lines of a text; what goes on under a mark such as "must" or "-" stands in from it."""
    mark = next((mark for mark in ("must  ", "also  ", "- ", "  ") if text.startswith(mark)), "")
    goes_on = indent + " " * len(mark)
    found = textwrap.wrap(
        text, width, initial_indent=indent, subsequent_indent=goes_on, break_long_words=False, break_on_hyphens=False
    )
    return found or [""]
