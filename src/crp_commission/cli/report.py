"""Draw a saved result again, without the documents."""

from __future__ import annotations

from typing import Annotated

import typer

from ._options import Color, Debug, Format, Output, Quiet, Verbose


def run(
    result: Annotated[str, typer.Argument(metavar="RESULT.json", help="A result saved by 'check --format json'.")],
    *,
    format: Format = None,
    output: Output = None,
    quiet: Quiet = False,
    verbose: Verbose = False,
    color: Color = None,
    debug: Debug = False,
) -> int:
    """Draw a saved result again in any format.

    \b
    Examples:
      crp-commission report result.json
      crp-commission report result.json --format markdown --output report.md
    """
    import os
    from pathlib import Path

    from ..serialising import load_report
    from ..settings import resolve
    from ..writing import check_targets
    from ._delivery import deliver, targets

    options = {"format": format, "output": output, "quiet": quiet, "verbose": verbose, "color": color}
    settings = resolve(options, os.environ, Path(), None, no_config=True)
    wanted = targets(settings.format, settings.output)
    text, identity = _read(result)
    check_targets([target.path for target in wanted if target.path], {identity})
    deliver(load_report(text, result), wanted, settings, [])
    return 0


def _read(result: str) -> tuple[str, tuple[int, int]]:
    """The text of a saved result and the identity of its file."""
    import os

    from ..errors import UsageError
    from ..limits import DEFAULT_LIMITS

    try:
        with open(result, "rb", opener=lambda path, flags: os.open(path, flags | getattr(os, "O_NONBLOCK", 0))) as file:
            data = file.read(DEFAULT_LIMITS.file_bytes + 1)
            status = os.fstat(file.fileno())
    except (OSError, ValueError) as error:
        cause = getattr(error, "strerror", None) or str(error)
        raise UsageError(f"{result} cannot be opened: {cause.lower()}.", file=result) from None
    return data.decode("utf-8-sig", "replace"), (status.st_dev, status.st_ino)
