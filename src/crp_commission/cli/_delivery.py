"""A report drawn in every format asked for, then sent to its files and to standard output."""

from __future__ import annotations

import os
import sys
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
_SAMPLE = 1_000


class Target(NamedTuple):
    """A format and where it goes; ``path`` is None for standard output."""

    format: str
    path: Path | None


def targets(formats: tuple[str, ...], outputs: tuple[str, ...]) -> list[Target]:
    """Which format goes where: the n-th output belongs to the n-th format. Raises UsageError when that cannot be."""
    formats = formats or ((_by_ending(outputs[0]),) if len(outputs) == 1 else (DEFAULT_FORMAT,))
    for name in formats:
        _require_format(name)
    if len(outputs) > len(formats):
        raise UsageError(
            f"There are {len(outputs)} outputs and {len(formats)} formats.",
            hint="Give each --output its --format; the n-th output belongs to the n-th format.",
        )
    places = [None if text == STANDARD_OUTPUT else Path(text) for text in outputs]
    places += [None] * (len(formats) - len(places))
    if places.count(None) > 1:
        hint = "Give the others a file with --output, in the same order."
        raise UsageError("Only one format can go to standard output.", hint=hint)
    return [Target(name, place) for name, place in zip(formats, places, strict=True)]


def deliver(report: Report, wanted: list[Target], settings: Settings, arguments: list[str]) -> None:
    """Draw every format, then write the files, then print. Raises NotWrittenError when a result cannot be written."""
    from ..renderers import render
    from ..writing import Output, to_standard_output, write_all

    drawn = [
        (target, _bytes(render(report, target.format, _options(target, settings, arguments)))) for target in wanted
    ]
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


def _options(target: Target, settings: Settings, arguments: list[str]) -> RenderOptions:
    from ..renderers import RenderOptions

    """How to draw: files hold nothing of this machine, so colour and width of the terminal are for it alone."""
    to_terminal = target.path is None and is_terminal(sys.stdout)
    environment = os.environ if target.path is None else {}
    return RenderOptions(
        width=width() if to_terminal else RenderOptions().width,
        color=has_color(settings.color, environment, is_terminal=to_terminal),
        verbose=settings.verbose,
        arguments=tuple(arguments),
        rulesets=_as_typed(settings),
    )


def _as_typed(settings: Settings) -> tuple[str, ...]:
    """The rulesets that were asked for by option; others are found again without being named."""
    origin = settings.origins.get("ruleset")
    return tuple(settings.ruleset) if origin is not None and origin.is_option else ()


def _bytes(drawn: str | bytes) -> bytes:
    return drawn if isinstance(drawn, bytes) else drawn.encode("utf-8", "backslashreplace")


def _by_ending(output: str) -> str:
    """The format whose files end as the output does: the plain report where there are several such formats."""
    if output == STANDARD_OUTPUT:
        return DEFAULT_FORMAT
    from ..renderers import formats

    fitting = [name for name, suffix in formats().items() if output.lower().endswith(suffix)]
    plain = [name for name in _PLAIN_REPORTS if name in fitting]
    if plain or len(fitting) == 1:
        return (plain or fitting)[0]
    raise UsageError(f"The ending of {output} does not tell its format.", hint="Say which with --format.")


def _require_format(name: str) -> None:
    if name in _PLAIN_REPORTS:  # there is no need to import every format for the usual ones
        return
    from difflib import get_close_matches

    from ..renderers import formats

    known = list(formats())
    if name not in known:
        near = get_close_matches(name, known, n=1)
        hint = f"Did you mean {near[0]}?" if near else f"The formats are: {', '.join(known)}."
        raise UsageError(f"There is no format called {name}.", hint=hint)
