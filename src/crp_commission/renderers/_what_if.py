"""What would change the answer, on a terminal, in Markdown and as data."""

from __future__ import annotations

from collections.abc import Mapping

from ..lifts import WhatWouldChange
from ..serialising import plain, record_json
from ._options import RenderOptions
from ._templates import draw, shipped_template
from .terminal.page import Page
from .terminal.what_if import write_what_if

WHAT_IF_FORMATS: Mapping[str, str] = {"terminal": ".txt", "markdown": ".md", "json": ".json"}
_LEAST_WIDTH, _MOST_WIDTH = 40, 120


def render_what_if(found: WhatWouldChange, name: str, options: RenderOptions) -> str:
    """What would change the answer in the format of that name, one of ``WHAT_IF_FORMATS``."""
    if name == "json":
        return record_json(found)
    if name == "markdown":
        return draw(shipped_template("_what_if_page.md.j2"), {"what_would_change": plain(found)})
    page = Page(min(max(options.width, _LEAST_WIDTH), _MOST_WIDTH), options.color)
    page.heading(f"{found.title}: what would change the answer")
    write_what_if(page, found, wording=True)
    page.blank()
    page.indented(" ".join(found.limits))
    if lost := [*found.reading.not_read, *found.reading.partly_read]:
        page.indented(f"Not everything was read: {', '.join(lost)}.")
    rulesets = ", ".join(f"{one.id} {one.version} ({one.sha256[:12]})" for one in found.rulesets)
    page.indented(f"Made with {found.tool.name} {found.tool.version}; profile {found.profile}; {rulesets}.")
    for file in found.files:
        page.indented(f"{file.path}: SHA-256 {file.sha256}", 2, 2)
    return page.text()
