"""What a template may do to the values it shows."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from .. import plain_words
from ..points import points_range, readable
from . import _html
from ._articles import article_words
from ._beside import law_words
from ._escaping import block, fenced
from ._stated import answers_line, with_answers


def _scale(scale: Mapping[str, Any]) -> str:
    return plain_words.scale_words(scale["credit"], scale["essential_share"])


def _range(score: Mapping[str, float | None]) -> str:
    """The range of anything that has a low and a high end."""
    return plain_words.range_words(score["low"], score["high"])


def _points_range(score: Mapping[str, str]) -> str:
    """The points of anything that has ``earned`` and ``earned_high``."""
    return points_range(score["earned"], score["earned_high"])


def _held_status(criterion: Mapping[str, Any]) -> str:
    """The verdict that the gate goes by; see ``answers.held_status``."""
    stated = criterion["stated"]
    return str(stated["status"] if stated is not None and stated["decides"] else criterion["status"])


FILTERS: Mapping[str, Callable[..., Any]] = {
    "points": readable,
    "points_range": _points_range,
    "scale_words": _scale,
    "score_range": _range,
    "percent": plain_words.percent_words,
    "status_words": plain_words.STATUS_WORDS.__getitem__,
    "held_status": _held_status,
    "status_count": plain_words.STATUS_COUNTS.__getitem__,
    "status_sign": plain_words.STATUS_SIGNS.__getitem__,
    "strength_words": plain_words.STRENGTH_WORDS.__getitem__,
    "state_words": plain_words.STATE_WORDS.__getitem__,
    "missing_words": plain_words.MISSING_WORDS.__getitem__,
    "place_words": plain_words.PLACE_WORDS.__getitem__,
    "band_name": plain_words.BAND_NAMES.__getitem__,
    "band_words": plain_words.BAND_WORDS.__getitem__,
    "needs_words": plain_words.NEEDS_WORDS.__getitem__,
    "change_words": plain_words.CHANGE_WORDS.__getitem__,
    "passage_change_words": plain_words.PASSAGE_CHANGE_WORDS.__getitem__,
    "role_words": plain_words.role_words,
    "cell_sign": plain_words.cell_sign,
    "met_of_asked": plain_words.met_of_asked,
    "law_words": plain_words.LAW_WORDS.__getitem__,
    "certainty_words": plain_words.CERTAINTY_WORDS.__getitem__,
    "thousands": "{:,}".format,
    "counted": plain_words.count_words,
    "shortened": plain_words.shortened,
    "few_words": plain_words.few_words,
    "listed": plain_words.list_words,
    "article": article_words,
    "law_kind": law_words,
    "with_answers": with_answers,
    "answers_line": answers_line,
    "fenced": fenced,
    "block": block,
    "policy_hash": _html.policy_hash,
    "anchor": _html.anchor,
    "number": _html.number,
    "cell_status": _html.cell_status,
    "cell_words": _html.cell_words,
    "ladder": _html.ladder,
    "shares": _html.shares,
}

FILTERS_ABOUT: Mapping[str, str] = {
    "points": "points for a person: `35`, `1.6`, `2 1/3`",
    "scale_words": "how points are earned, from `report.scale`",
    "score_range": "the range of anything that has `low` and `high`: `41.2% to 47.0%`",
    "points_range": "the points of anything that has `earned` and `earned_high`: `76 to 80`",
    "percent": "a percentage: `41.2%`, `not asked` for none",
    "status_words": "a verdict in words",
    "held_status": "the verdict on a criterion that the gate goes by: what a person stated where that decides",
    "status_count": "a verdict in words that follow a number",
    "status_sign": "a verdict as a sign",
    "strength_words": "how much a passage promises, in words",
    "state_words": "in words, what a council has made of a criterion that is not met",
    "missing_words": "what to call `missing` under a verdict",
    "place_words": "how to say where a clause goes, by the verdict",
    "needs_words": "the verdict that an addition needs, in words",
    "change_words": "what became of a criterion, in words",
    "passage_change_words": "what became of a passage, in words",
    "band_name": "the band's name",
    "band_words": "the band in words",
    "role_words": "what kind of paper a file is",
    "cell_sign": "the sign of a cell of the grid, from its `counts`",
    "met_of_asked": "`2 of 5`, from `counts`",
    "thousands": "a whole number with commas",
    "counted": 'a number with its noun: `{{ n|counted("file") }}`, with a second noun for an odd plural',
    "shortened": "at most so many characters, cut between words",
    "with_answers": "the score with what people stated, in words, from `report.score.answered`",
    "answers_line": "how many answers there are and how many count, from `report.answers`",
    "fenced": "in Markdown, a block of text exactly as it stands",
    "law_words": "what is not right about a law that is cited, in words",
    "certainty_words": "how sure that is, in words",
    "law_kind": "what is not right about a law that is cited, in a word or two",
    "few_words": "the first words of a text",
    "listed": "a list in words: `a, b and c`",
    "article": "an article of the Convention with its title",
    "block": "text with its lines kept",
    "policy_hash": "what a Content-Security-Policy calls an inline style or script of that text",
    "anchor": "a name that can stand in an `id`",
    "number": "an exact fraction as a decimal: `62.5`",
    "cell_status": "the status whose sign a cell of the grid has, from its `counts`",
    "cell_words": "what the sign of a cell of the grid says, from its `counts`",
    "ladder": "the four steps of strength, each with whether it is reached",
    "shares": "the criteria that apply as pieces of a bar, in percent, from `counts`",
}
"""What each filter is for, for the page on the report model."""
