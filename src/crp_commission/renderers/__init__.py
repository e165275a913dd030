"""The formats of a report: plain modules here, and template files.

A module ``NAME.py`` has ``SUFFIX`` (of a file in that format, with its dot) and ``render(report, options)``, which
returns text, or bytes for a binary format, which says so with ``BINARY = True``; an underscore in NAME is a hyphen in
the format's name. A template ``NAME.SUFFIX.j2`` is a format of its own. Names that start with an underscore are not
formats.
"""

from __future__ import annotations

from importlib import import_module
from pathlib import Path
from pkgutil import iter_modules
from typing import Protocol, cast

from ..errors import UsageError
from ..report import Report
from ..serialising import plain
from ._context import template_context
from ._drafts import Drafts
from ._options import RenderOptions
from ._own_template import draw_apart
from ._templates import draw, template_formats

__all__ = ["RenderOptions", "Renderer", "formats", "is_binary", "render"]


class Renderer(Protocol):
    """A module that draws one format."""

    SUFFIX: str

    def render(self, report: Report, options: RenderOptions) -> str | bytes:
        """The report in this format; the same report and options give the same bytes."""


def formats(templates: Path | None = None) -> dict[str, str]:
    """Every format by name with the suffix of its files; ``templates`` is a folder of the person's own.

    Raises UsageError if that folder does not exist or claims the name of a format that is not a template.
    """
    drawn = {name: template.suffix for name, template in template_formats(templates).items()}
    coded = {name: _module(name).SUFFIX for name in _coded()}
    for name in sorted(drawn.keys() & coded.keys()):
        raise UsageError(f"A template cannot be called {name}: that format is built in.", hint="Rename the template.")
    return dict(sorted((drawn | coded).items()))


def render(report: Report, name: str, options: RenderOptions | None = None) -> str | bytes:
    """The report in the format of that name. Raises UsageError if there is none, or a template is wrong."""
    options = options or RenderOptions()
    if name in _coded():
        return _module(name).render(report, options)
    template = template_formats(options.templates).get(name)
    if template is not None:
        context = plain(template_context(report, options))
        if not template.shipped:
            return draw_apart(template, context, options.limits)
        return draw(template, {**context, "drafts": Drafts(report)})
    from difflib import get_close_matches

    known = list(formats(options.templates))
    near = get_close_matches(name, known, n=1)
    hint = f"Did you mean {near[0]}?" if near else f"Formats are {', '.join(known)}."
    raise UsageError(f"There is no format called {name}.", hint=hint)


def is_binary(name: str) -> bool:
    """Whether a format is no text, so that it belongs in a file and not on a screen."""
    return name in _coded() and getattr(_module(name), "BINARY", False)


def _coded() -> list[str]:
    return [found.name.replace("_", "-") for found in iter_modules(__path__) if not found.name.startswith("_")]


def _module(name: str) -> Renderer:
    return cast(Renderer, import_module(f"{__name__}.{name.replace('-', '_')}"))
