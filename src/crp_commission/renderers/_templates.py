"""Reports drawn from template files: one file, one format.

A template is ``NAME.SUFFIX.j2``. It sees ``report`` (the saved result as plain data), ``rows`` (the grid by
principle), ``stages`` (criteria by stage and principle), ``titles`` (by id), ``scope`` (how many criteria were asked),
``suggestion`` (on asking less; may be empty), ``options`` and the filters below. It loops and places; counting, sorting
and deciding are done before it.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from traceback import walk_tb
from typing import TYPE_CHECKING, Any

from ..errors import UsageError
from ..report import Report
from ..resources import shipped
from ..serialising import plain
from ._escaping import Ready, markdown_text, visible
from ._filters import FILTERS
from ._groups import by_stage, grid_rows
from ._options import RenderOptions
from ._proportion import scope_words, suggestion

if TYPE_CHECKING:
    from importlib.resources.abc import Traversable

    from jinja2 import Environment

LONGEST = 10_000_000
_ENDING = ".j2"
_MARKUP = frozenset({".html", ".xml", ".svg"})


@dataclass(frozen=True, slots=True)
class TemplateFile:
    """A template: the format it draws, the suffix of what it draws, and the folder it lies in."""

    name: str
    suffix: str
    file: str
    folder: Traversable
    shipped: bool


def template_formats(own: Path | None = None) -> dict[str, TemplateFile]:
    """Templates by format: the shipped ones, and those in a person's own folder, which win."""
    found = _in_folder(shipped("templates").joinpath("reports"), is_shipped=True)
    if own is not None:
        found |= _in_folder(own, is_shipped=False)
    return found


def draw(template: TemplateFile, report: Report, options: RenderOptions) -> str:
    """The report as the template draws it.

    Raises UsageError with the line of the template if it is a person's own and wrong.
    """
    try:
        return _bounded(_environment(template), template, _context(report, options))
    except Exception as fault:
        if template.shipped or isinstance(fault, UsageError):
            raise
        raise _told(fault, template) from fault


def _in_folder(folder: Traversable, *, is_shipped: bool) -> dict[str, TemplateFile]:
    if not folder.is_dir():
        raise UsageError(f"The folder of templates {folder} does not exist.", hint="Give a folder with --templates.")
    found = {}
    for entry in sorted(folder.iterdir(), key=lambda entry: entry.name):
        name, dot, suffix = entry.name.removesuffix(_ENDING).partition(".")
        if entry.is_file() and entry.name.endswith(_ENDING) and name and dot and not name.startswith("_"):
            found[name] = TemplateFile(name, f".{suffix}", entry.name, folder, is_shipped)
    return found


def _context(report: Report, options: RenderOptions) -> dict[str, Any]:
    return {
        "report": plain(report),
        "rows": plain(grid_rows(report)),
        "stages": plain(by_stage(report)),
        "titles": {stage.id: stage.title for stage in report.stages}
        | {principle.id: principle.title for principle in report.principles},
        "scope": scope_words(report),
        "suggestion": suggestion(report),
        "options": {"verbose": options.verbose, "width": options.width},
    }


def _environment(template: TemplateFile) -> Environment:
    from jinja2 import FunctionLoader, StrictUndefined
    from jinja2.sandbox import ImmutableSandboxedEnvironment

    environment = ImmutableSandboxedEnvironment(
        loader=FunctionLoader(partial(_source, template.folder)),
        undefined=StrictUndefined,
        autoescape=template.suffix in _MARKUP,
        finalize=_finalize(template.suffix),
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    environment.globals = {"range": environment.globals["range"]}
    environment.filters.update(FILTERS)
    return environment


def _source(folder: Traversable, name: str) -> tuple[str, str, None] | None:
    """A template of the same folder, else a shipped one; a name with a path in it finds nothing."""
    for place in (folder, shipped("templates").joinpath("reports")):
        for entry in place.iterdir():
            if entry.name == name and entry.is_file():
                return entry.read_text(encoding="utf-8"), name, None
    return None


def _finalize(suffix: str) -> Callable[[Any], Any]:
    """What is done to every value a template shows: none is left out, text is made safe for the format."""
    safe = markdown_text if suffix == ".md" else visible

    def finalize(value: Any) -> Any:
        if value is None:
            return ""
        is_text = isinstance(value, str) and not isinstance(value, Ready) and not hasattr(value, "__html__")
        return safe(value) if is_text else value

    return finalize


def _bounded(environment: Environment, template: TemplateFile, context: dict[str, Any]) -> str:
    pieces, length = [], 0
    for piece in environment.get_template(template.file).generate(context):
        pieces.append(piece)
        length += len(piece)
        if length > LONGEST:
            raise UsageError(
                f"The template {template.file} writes more than {LONGEST:,} characters.",
                hint="Look for a loop that repeats itself.",
                file=template.file,
            )
    return "".join(pieces)


def _told(fault: Exception, template: TemplateFile) -> UsageError:
    """A fault in a person's template with its file and line, as far as Jinja tells."""
    file, line = template.file, getattr(fault, "lineno", None)
    for frame, number in walk_tb(fault.__traceback__):
        if frame.f_code.co_filename.endswith(_ENDING):
            file, line = frame.f_code.co_filename, number
    said = str(getattr(fault, "message", None) or fault).splitlines() or [type(fault).__name__]
    return UsageError(
        f"The template {file} cannot be drawn: {said[0].rstrip('.')}.",
        hint="The page on report formats lists what a template sees.",
        file=file,
        line=line,
    )
