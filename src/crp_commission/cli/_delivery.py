"""A report drawn in every format asked for, then sent to its files and to standard output."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from ..errors import UsageError
from ._console import has_color, is_terminal, say, width

if TYPE_CHECKING:
    from ..renderers import RenderOptions
    from ..report import Report
    from ..settings import Settings

DEFAULT_FORMAT = "terminal"
STANDARD_OUTPUT = "-"
_PLAIN_REPORTS = (DEFAULT_FORMAT, "json", "markdown", "html", "docx")
_TEXT = (DEFAULT_FORMAT, "json", "markdown", "html")
_ALWAYS = (DEFAULT_FORMAT, "json", "markdown")
_SAMPLE = 1_000


class Target(NamedTuple):
    """A format and where it goes; ``path`` is None for standard output."""

    format: str
    path: Path | None


Known = Callable[[], Mapping[str, str]]
"""The formats there are, each with the suffix of its files; called only where it is needed."""


def report_formats(templates: Path | None) -> Known:
    """The formats of a report, those in a folder of the person's own templates included."""

    def known() -> Mapping[str, str]:
        from ..renderers import formats

        return formats(templates)

    if templates is not None:
        known()  # a folder that cannot be used is told before any work is done
    return known


def targets(formats: tuple[str, ...], outputs: tuple[str, ...], known: Known) -> list[Target]:
    """Which format goes where: the n-th output belongs to the n-th format. Raises UsageError when that cannot be."""
    formats = formats or ((_by_ending(outputs[0], known),) if len(outputs) == 1 else (DEFAULT_FORMAT,))
    for name in formats:
        _require_format(name, known)
    if len(outputs) > len(formats):
        raise UsageError(
            f"There are {len(outputs)} outputs and {len(formats)} formats.",
            hint="Give each --output its --format; the n-th output belongs to the n-th format.",
        )
    for name in formats[len(outputs) :]:
        _require_text(name)
    places = [None if text == STANDARD_OUTPUT else Path(text) for text in outputs]
    places += [None] * (len(formats) - len(places))
    if places.count(None) > 1:
        hint = "Give the others a file with --output, in the same order."
        raise UsageError("Only one format can go to standard output.", hint=hint)
    return [Target(name, place) for name, place in zip(formats, places, strict=True)]


def deliver(report: Report, wanted: list[Target], settings: Settings, arguments: list[str]) -> None:
    """Draw every format, then write the files, then print. Raises NotWrittenError when a result cannot be written."""
    from ..renderers import render

    send([(target, render(report, target.format, options(target, settings, arguments))) for target in wanted], settings)


def send(made: list[tuple[Target, str | bytes]], settings: Settings) -> None:
    """Write what was drawn to its files, then print. Raises NotWrittenError when a result cannot be written."""
    from ..writing import Output, to_standard_output, write_all

    drawn = [(target, _bytes(content)) for target, content in made]
    for target, data in drawn:
        if target.path is None and is_terminal(sys.stdout) and b"\0" in data[:_SAMPLE]:
            hint = "Give it a file with --output."
            raise UsageError(f"A {target.format} file cannot be shown on a terminal.", hint=hint)
    write_all([Output(target.path, data) for target, data in drawn if target.path])
    for target, data in drawn:
        if target.path is None:
            to_standard_output(data)
        elif not settings.quiet:
            say(f"Wrote {target.path} ({target.format}).")


def options(target: Target, settings: Settings, arguments: list[str]) -> RenderOptions:
    """How to draw: files hold nothing of this machine, so colour and width of the terminal are for it alone."""
    from ..renderers import RenderOptions

    to_terminal = target.path is None and is_terminal(sys.stdout)
    environment = os.environ if target.path is None else {}
    return RenderOptions(
        width=width() if to_terminal else RenderOptions().width,
        color=has_color(settings.color, environment, is_terminal=to_terminal),
        verbose=settings.verbose,
        templates=settings.templates,
        limits=settings.limits,
        arguments=tuple(arguments),
        rulesets=_as_typed(settings),
    )


def _require_text(name: str) -> None:
    """Refuse a format that needs a file and has none; ``--output -`` says that it is to go down a pipe."""
    if name in _TEXT:
        return
    from ..renderers import formats, is_binary

    if is_binary(name):
        file = f"report{formats()[name]}"
        raise UsageError(f"A {name} file needs a place to go.", hint=f"Say where, such as --output {file}.")


def _as_typed(settings: Settings) -> tuple[str, ...]:
    """The rulesets that were asked for by option; others are found again without being named."""
    origin = settings.origins.get("ruleset")
    return tuple(settings.ruleset) if origin is not None and origin.is_option else ()


def _bytes(drawn: str | bytes) -> bytes:
    return drawn if isinstance(drawn, bytes) else drawn.encode("utf-8", "backslashreplace")


def _by_ending(output: str, known: Known) -> str:
    """The format whose files end as the output does: the plain report where there are several such formats."""
    if output == STANDARD_OUTPUT:
        return DEFAULT_FORMAT
    fitting = [name for name, suffix in known().items() if output.lower().endswith(suffix)]
    plain = [name for name in _PLAIN_REPORTS if name in fitting]
    if plain or len(fitting) == 1:
        return (plain or fitting)[0]
    raise UsageError(f"The ending of {output} does not tell its format.", hint="Say which with --format.")


def _require_format(name: str, known: Known) -> None:
    if name in _ALWAYS:  # there is no need to import every format for the usual ones
        return
    from difflib import get_close_matches

    names = list(known())
    if name not in names:
        near = get_close_matches(name, names, n=1)
        hint = f"Did you mean {near[0]}?" if near else f"The formats are: {', '.join(names)}."
        raise UsageError(f"There is no format called {name}.", hint=hint)
