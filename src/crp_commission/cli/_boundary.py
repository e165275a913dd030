"""The one place where a failure becomes words and an exit code."""

from __future__ import annotations

import json
import os
from collections.abc import Callable, Sequence
from itertools import pairwise
from typing import Any

from ..errors import CommissionError, ExitCode, UsageError
from ..memory import TooLittleMemoryError, is_shortage
from ._console import printable, say


class _Interrupted(CommissionError):
    exit_code = ExitCode.INTERRUPTED


class _InternalFault(CommissionError):
    exit_code = ExitCode.INTERNAL_FAULT


def guarded(arguments: Sequence[str], action: Callable[[], int]) -> int:
    """The exit code of ``action``; whatever it raises is told on standard error, and nothing is let through."""
    try:
        code = action()
        if code == ExitCode.INTERRUPTED:  # some versions of Typer turn the interrupt into this code themselves
            raise KeyboardInterrupt
        return code
    except KeyboardInterrupt as error:
        return _tell(_Interrupted("Interrupted before the work was done."), arguments, error)
    except BrokenPipeError:
        from ..writing import silence_standard_output

        silence_standard_output()
        return ExitCode.PASSED
    except Exception as error:
        return _tell(_in_plain_words(error, arguments), arguments, error)


def _in_plain_words(error: Exception, arguments: Sequence[str]) -> CommissionError:
    if isinstance(error, CommissionError):
        return error
    if is_shortage(error):
        error.__traceback__ = error.__context__ = None  # they hold what was being worked on: give its room back
        return TooLittleMemoryError()
    import typer

    if isinstance(error, typer.BadParameter.__mro__[1]):  # Typer's name for wrong usage is not public
        return _usage_error(error)
    kept = _keep_log(error, arguments)
    hint = f"Please send this file to the people who look after it: {kept}" if kept else "Run it again with --debug."
    return _InternalFault("This is a fault in crp-commission, not in your documents.", hint=hint, file=kept)


def _tell(error: CommissionError, arguments: Sequence[str], cause: BaseException) -> int:
    """Print an error in plain words, or as one line of JSON where the result was to be JSON."""
    if wants_json(arguments):
        fields = {"message": error.message, "file": error.file, "line": error.line, "hint": error.hint}
        say(json.dumps({"code": int(error.exit_code), **fields}, ensure_ascii=False))
    else:
        place = f"{error.where}: " if error.file and error.file not in f"{error.message} {error.hint}" else ""
        say(f"{place}{error.message}", *([error.hint] if error.hint else []))
    if "--debug" in arguments or os.environ.get("CRP_DEBUG"):
        import traceback

        say("".join(traceback.format_exception(cause)))
    return int(error.exit_code)


def wants_json(arguments: Sequence[str]) -> bool:
    """Whether one of the formats asked for is JSON, as far as that can be told before the options are read."""
    asked = [value for option, value in pairwise(arguments) if option == "--format"]
    asked += [argument.partition("=")[2] for argument in arguments if argument.startswith("--format=")]
    return "json" in (asked or os.environ.get("CRP_FORMAT", "").split(","))


def _usage_error(error: Exception) -> UsageError:
    """What Typer says of the options, in one plain sentence."""
    wrong: Any = error
    command = wrong.ctx.command_path if wrong.ctx else "crp-commission"
    help_hint = f"'{command} --help' explains the options."
    kind = type(error).__name__
    if kind == "NoArgsIsHelpError":
        return UsageError(wrong.ctx.get_help())
    if kind == "NoSuchOption":
        return UsageError(f"There is no option {printable(wrong.option_name)}.", hint=_near(wrong) or help_hint)
    if kind == "MissingParameter" and wrong.param is not None:
        return UsageError(f"{wrong.param.human_readable_name} is missing.", hint=help_hint)
    return UsageError(printable(wrong.format_message()), hint=help_hint)


def _near(error: Any) -> str:
    from difflib import get_close_matches

    known = [name for param in error.ctx.command.params for name in param.opts if name.startswith("--")]
    near = get_close_matches(error.option_name, known, n=1)
    return f"Did you mean {near[0]}?" if near else ""


def _keep_log(error: Exception, arguments: Sequence[str]) -> str | None:
    import platform
    import tempfile
    import traceback

    from .. import __version__

    told = (
        f"crp-commission {__version__}, Python {platform.python_version()}, {platform.platform()}\n"
        f"arguments: {list(arguments)!r}\n\n{''.join(traceback.format_exception(error))}"
    )
    try:
        number, name = tempfile.mkstemp(prefix="crp-commission-fault-", suffix=".log")
        with os.fdopen(number, "w", encoding="utf-8", errors="backslashreplace") as log:
            log.write(told)
    except OSError:
        return None
    return name
