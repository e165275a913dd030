"""What a template may do to the values it shows."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from .. import plain_words
from ..points import readable
from ._escaping import fenced


def _scale(scale: Mapping[str, Any]) -> str:
    return plain_words.scale_words(scale["credit"], scale["essential_share"])


def _range(score: Mapping[str, float | None]) -> str:
    """The range of anything that has a low and a high end."""
    return plain_words.range_words(score["low"], score["high"])


FILTERS: Mapping[str, Callable[..., Any]] = {
    "points": readable,
    "scale_words": _scale,
    "score_range": _range,
    "percent": plain_words.percent_words,
    "status_words": plain_words.STATUS_WORDS.__getitem__,
    "status_count": plain_words.STATUS_COUNTS.__getitem__,
    "status_sign": plain_words.STATUS_SIGNS.__getitem__,
    "strength_words": plain_words.STRENGTH_WORDS.__getitem__,
    "missing_words": plain_words.MISSING_WORDS.__getitem__,
    "place_words": plain_words.PLACE_WORDS.__getitem__,
    "band_name": plain_words.BAND_NAMES.__getitem__,
    "band_words": plain_words.BAND_WORDS.__getitem__,
    "role_words": plain_words.role_words,
    "cell_sign": plain_words.cell_sign,
    "met_of_asked": plain_words.met_of_asked,
    "law_words": plain_words.LAW_WORDS.__getitem__,
    "certainty_words": plain_words.CERTAINTY_WORDS.__getitem__,
    "thousands": "{:,}".format,
    "counted": plain_words.count_words,
    "shortened": plain_words.shortened,
    "fenced": fenced,
}
