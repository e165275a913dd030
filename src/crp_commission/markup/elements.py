"""The elements of HTML by what they do to text."""

from __future__ import annotations

from functools import lru_cache


def _set(names: str) -> frozenset[str]:
    return frozenset(names.split())


VOID = _set("area base br col embed hr img input link meta param source track wbr")
RAW = _set("script style xmp iframe noembed noframes title textarea")
HEADINGS = {f"h{level}": level for level in range(1, 7)}
LISTS = _set("ul ol menu dir")
CELLS = _set("td th")
ROW_GROUPS = _set("thead tbody tfoot")
BLOCKS = (
    _set(
        "address article aside blockquote body caption center dd details dialog div dl dt fieldset figcaption figure "
        "footer form header hgroup hr html legend li main nav p pre search section summary table tr"
    )
    | HEADINGS.keys()
    | LISTS
    | CELLS
    | ROW_GROUPS
)
EMPHASIS = _set("b strong em i u")
STRUCK = _set("del s strike")
SILENT = _set(  # never shown, or no part of the text
    "head title style script template noscript select option optgroup datalist button textarea input"
)
EMBEDDED = _set("iframe object audio video canvas noembed noframes frameset applet")
DRAWINGS = _set("svg math")
NOTABLE = EMPHASIS | STRUCK | SILENT | EMBEDDED | DRAWINGS | _set("nav header footer dialog")  # by their name alone
CONTENT = _set("article main section")  # a header or footer inside these belongs to the text
KNOWN = (
    VOID
    | RAW
    | BLOCKS
    | EMPHASIS
    | STRUCK
    | SILENT
    | EMBEDDED
    | DRAWINGS
    | _set(
        "a abbr acronym bdi bdo big cite code colgroup data dfn font ins kbd label map mark meter nobr output picture "
        "progress q rp rt ruby samp slot small span sub sup time tt var"
    )
)

IN_HEAD = _set("title meta link style script base noscript template head html")  # anything else ends the head
CLOSES_PARAGRAPH = BLOCKS - _set("body html tr caption legend") - CELLS - ROW_GROUPS
SCOPE = CELLS | _set("table caption template noscript object button select") | DRAWINGS  # no end tag reaches beyond
_TABLE = _set("table")
_TABLE_PARTS = CELLS | ROW_GROUPS | _set("tr table caption")
_ITEM_ENDS = LISTS | SCOPE
_TERM_ENDS = SCOPE | _set("dl")

# What the start of an element closes, and what keeps that from being closed when it stands between.
IMPLIED_ENDS: dict[str, tuple[tuple[frozenset[str], frozenset[str]], ...]] = {
    "li": ((_set("li"), _ITEM_ENDS),),
    "dt": ((_set("dt dd"), _TERM_ENDS),),
    "dd": ((_set("dt dd"), _TERM_ENDS),),
    "td": ((CELLS | _set("caption"), _TABLE),),
    "th": ((CELLS | _set("caption"), _TABLE),),
    "tr": ((_set("tr caption"), _TABLE), (CELLS, _TABLE)),
    **dict.fromkeys(ROW_GROUPS, ((ROW_GROUPS | _set("caption"), _TABLE),)),
}


@lru_cache(maxsize=256)
def boundary(tag: str) -> frozenset[str]:
    """What an end tag of this name does not reach beyond."""
    return (_TABLE if tag in _TABLE_PARTS else SCOPE) - {tag}
