"""A comparison of results on a terminal, in Markdown, as a table for a spreadsheet and as data."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from ...comparison import Comparison
from ...serialising import plain, record_json
from .._options import RenderOptions
from .._templates import draw, shipped_template
from . import table, terminal

FORMATS: Mapping[str, str] = {"terminal": ".txt", "markdown": ".md", "json": ".json", "csv": ".csv"}


def render_comparison(comparison: Comparison, name: str, options: RenderOptions) -> str:
    """The comparison in the format of that name, one of ``FORMATS``."""
    return _DRAWN[name](comparison, options)


def _markdown(comparison: Comparison, options: RenderOptions) -> str:
    return draw(shipped_template("_comparison.md.j2"), {"comparison": plain(comparison)})


_DRAWN: Mapping[str, Callable[[Comparison, RenderOptions], str]] = {
    "terminal": terminal.render,
    "markdown": _markdown,
    "json": lambda comparison, _: record_json(comparison),
    "csv": lambda comparison, _: table.render(comparison),
}
