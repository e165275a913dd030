"""What a template needs: the fields it uses, those of them that do not exist, and whether it draws."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from ..errors import UsageError
from ..limits import Limits
from ..report import FORMAT_VERSION, Report
from ..serialising import plain
from ._context import template_context
from ._options import RenderOptions
from ._own_template import draw_apart
from ._template_walk import walk
from ._templates import TemplateFile, template_file

_SAFE = {
    ".md": "every value is escaped as Markdown",
    ".markdown": "every value is escaped as Markdown",
    ".csv": "every value becomes a field, with the quotation marks it needs",
    ".html": "every value is escaped as HTML",
    ".htm": "every value is escaped as HTML",
    ".xhtml": "every value is escaped as XML",
    ".xml": "every value is escaped as XML",
    ".svg": "every value is escaped as XML",
}
_PLAIN = "every value is shown on one line, with control characters as pictures and nothing else escaped"


@dataclass(frozen=True, slots=True)
class TemplateCheck:
    """What was found of a template, in lines for a person, and whether all is well."""

    lines: tuple[str, ...]
    is_good: bool


def check_template(path: str, report: Report, limits: Limits) -> TemplateCheck:
    """Look through the template at ``path`` and draw ``report`` with it. Raises UsageError if there is none."""
    template = _own(path)
    walked = walk(template)
    lines = [
        f"{template.file} draws the format {template.name}: {_SAFE.get(template.kind, _PLAIN)}.",
        f"It uses, of report model {FORMAT_VERSION}:",
        *(f"  {use}" for use in walked.uses),
    ]
    if not walked.uses:
        lines[-1] = "It uses nothing of the report."
    if walked.files:
        lines.append(f"It also draws: {', '.join(walked.files)}")
    if walked.faults:
        lines += ["It uses what does not exist:", *(f"  {fault}" for fault in walked.faults)]
    drawn = _drawn(template, report, limits)
    return TemplateCheck((*lines, *drawn), is_good=not walked.faults and drawn[0].startswith("It draws"))


def _own(path: str) -> TemplateFile:
    place = Path(path.replace("\0", ""))
    template = template_file(place.parent, place.name, is_shipped=False)
    if template is None:
        hint = "The name tells the format and what it draws, as in letter.html.j2."
        raise UsageError(f"{path} is not called NAME.SUFFIX.j2.", hint=hint, file=path)
    if not place.is_file():
        raise UsageError(f"The template {path} does not exist.", hint="Give the path of the file.", file=path)
    return template


def _drawn(template: TemplateFile, report: Report, limits: Limits) -> list[str]:
    try:
        text = draw_apart(template, plain(template_context(report, RenderOptions())), limits)
    except UsageError as error:
        return ["It does not draw this result:", *(f"  {line}" for line in error.message.splitlines())]
    return [f"It draws this result: {len(text):,} characters."]
