"""Reports drawn from template files: one file, one format.

A template is ``NAME.SUFFIX.j2``. It sees the names of :class:`._context.TemplateContext` as plain data and the filters
of :mod:`._filters`. It loops and places; counting, sorting and deciding are done before it. What it shows is data:
never drawn as a template itself, and made safe for the kind of file that it draws.
"""

from __future__ import annotations

import shlex
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from functools import partial
from pathlib import Path, PurePath
from traceback import walk_tb
from typing import TYPE_CHECKING, Any, TypeVar

from ..errors import UsageError
from ..resources import shipped
from ._escaping import Ready, csv_field, markdown_text, visible
from ._filters import FILTERS
from ._template_faults import in_plain_words

if TYPE_CHECKING:
    from importlib.resources.abc import Traversable

    from jinja2 import Environment, nodes

_Made = TypeVar("_Made")
LONGEST = 10_000_000
_LARGEST = 1_000_000
_ENDING = ".j2"
_MARKUP = frozenset({".html", ".htm", ".xhtml", ".xml", ".svg"})
_TEXT = {".md": markdown_text, ".markdown": markdown_text, ".csv": csv_field}
_SHIPPED = "reports"


@dataclass(frozen=True, slots=True)
class TemplateFile:
    """A template: the format it draws, the suffix of what it draws, and the folder it lies in."""

    name: str
    suffix: str
    file: str
    folder: Traversable
    shipped: bool

    @property
    def kind(self) -> str:
        """The ending that decides how values are made safe: ".html" for "letter.council.html.j2"."""
        return PurePath(self.file.removesuffix(_ENDING)).suffix.lower()


def template_formats(own: Path | None = None) -> dict[str, TemplateFile]:
    """Templates by format: the shipped ones, and those in a person's own folder, which win."""
    found = _in_folder(shipped("templates").joinpath(_SHIPPED), is_shipped=True)
    if own is not None:
        found |= _in_folder(own, is_shipped=False)
    return found


def template_file(folder: Traversable, file: str, *, is_shipped: bool) -> TemplateFile | None:
    """The template that a file is by its name; None if it is none."""
    name, dot, suffix = file.removesuffix(_ENDING).partition(".")
    is_template = file.endswith(_ENDING) and name and dot
    return TemplateFile(name, f".{suffix}", file, folder, is_shipped) if is_template else None


def shipped_template(file: str) -> TemplateFile:
    """A shipped template by its file's name, formats and others alike."""
    found = template_file(shipped("templates").joinpath(_SHIPPED), file, is_shipped=True)
    assert found is not None
    return found


def draw(template: TemplateFile, context: Mapping[str, Any]) -> str:
    """What the template draws of ``context``, which is plain data.

    Raises UsageError with the line of the template if it is a person's own and wrong.
    """
    return _guarded(template, lambda: _bounded(_environment(template, context), template, context))


def parsed(template: TemplateFile, file: str) -> nodes.Template | None:
    """The template called ``file`` as Jinja's tree of nodes, as ``template`` would include it; None if there is none.

    Raises UsageError with its line if it is no template at all.
    """
    found = _source(template.folder, file)
    return found and _guarded(template, lambda: _environment(template).parse(found[0], file, file))


def _guarded(template: TemplateFile, make: Callable[[], _Made]) -> _Made:
    try:
        return make()
    except Exception as fault:
        if template.shipped or isinstance(fault, UsageError | MemoryError):
            raise
        raise _told(fault, template) from fault


def _in_folder(folder: Traversable, *, is_shipped: bool) -> dict[str, TemplateFile]:
    if not folder.is_dir():
        raise UsageError(f"The folder of templates {folder} does not exist.", hint="Give a folder with --templates.")
    found = {}
    for entry in sorted(folder.iterdir(), key=lambda entry: entry.name):
        template = template_file(folder, entry.name, is_shipped=is_shipped)
        if template and entry.is_file() and not template.name.startswith("_"):
            found[template.name] = template
    return found


def _environment(template: TemplateFile, names: Iterable[str] = ()) -> Environment:
    from jinja2 import FunctionLoader, StrictUndefined
    from jinja2.sandbox import ImmutableSandboxedEnvironment
    from jinja2.utils import missing

    class Missing(StrictUndefined):
        """A name that is not there, told with the one that was most likely meant."""

        @property
        def _undefined_message(self) -> str:
            if self._undefined_hint:
                return self._undefined_hint
            holder, name = self._undefined_obj, str(self._undefined_name)
            known = holder if isinstance(holder, dict) else names if holder is missing else ()
            near = get_close_matches(name, map(str, known), n=1)
            return f"there is no “{name}” here" + (f"; “{near[0]}” is near it" if near else "")

    environment = ImmutableSandboxedEnvironment(
        loader=FunctionLoader(partial(_source, template.folder)),
        undefined=Missing,
        autoescape=template.kind in _MARKUP,
        finalize=_finalize(template.kind),
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    environment.globals = {"range": environment.globals["range"]}
    del environment.filters["safe"]  # evidence is never markup
    environment.filters.update(FILTERS)
    return environment


def _source(folder: Traversable, name: str) -> tuple[str, str, None] | None:
    """A template of the same folder, else a shipped one; a name with a path in it finds nothing."""
    ours = shipped("templates").joinpath(_SHIPPED)
    for place in (folder, ours):
        for entry in place.iterdir():
            if entry.name == name and entry.is_file():
                if place != ours:
                    _require_inside(entry, place)
                return _text(entry), name, None
    return None


def _require_inside(entry: Traversable, folder: Traversable) -> None:
    if isinstance(entry, Path) and isinstance(folder, Path) and folder.resolve() not in entry.resolve().parents:
        raise UsageError(
            f"The template {entry.name} is a link to a file outside its folder.",
            hint="Put the file itself into the folder.",
            file=entry.name,
        )


def _text(entry: Traversable) -> str:
    with entry.open("rb") as stream:
        data = stream.read(_LARGEST + 1)
    if len(data) > _LARGEST:
        raise UsageError(f"The template {entry.name} is larger than {_LARGEST:,} bytes.", file=entry.name)
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        hint = "Save it as UTF-8."
        raise UsageError(f"The template {entry.name} is not text in UTF-8.", hint=hint, file=entry.name) from None


def _finalize(kind: str) -> Callable[[Any], Any]:
    """What is done to every value a template shows: none is left out, text is made safe for the kind of file."""
    from markupsafe import escape  # it comes with Jinja

    def markup(text: str) -> str:
        return escape(visible(text))  # done here, it holds where a template turns escaping off

    safe = markup if kind in _MARKUP else _TEXT.get(kind, visible)

    def finalize(value: Any) -> Any:
        if value is None:
            return ""
        if isinstance(value, Ready) and kind in _MARKUP:
            return escape(value)  # its lines are kept, and what is hidden in them is shown already
        is_ready = isinstance(value, Ready) and kind != ".csv"
        return safe(value) if isinstance(value, str) and not is_ready and not hasattr(value, "__html__") else value

    return finalize


def _bounded(environment: Environment, template: TemplateFile, context: Mapping[str, Any]) -> str:
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
    at = f" at line {line}" if line else ""
    where = shlex.quote(str(template.folder.joinpath(file)))
    return UsageError(
        f"The template {file} cannot be drawn{at}: {in_plain_words(fault)}.",
        hint=f"'crp-commission report RESULT.json --check-template {where}' says what it needs.",
        file=file,
        line=line,
    )
