"""Completion by a shell that a person names; where they name none, Typer finds out which shell it is."""

from __future__ import annotations

from collections.abc import Sequence

SHOW, INSTALL = "--show-completion", "--install-completion"
_PROGRAM = "crp-commission"
_VARIABLE = "_CRP_COMMISSION_COMPLETE"
_SHELLS = {"bash": "bash", "zsh": "zsh", "fish": "fish", "powershell": "PowerShell", "pwsh": "PowerShell 7"}


def is_completion(arguments: Sequence[str]) -> bool:
    """Whether the command line is about completion."""
    return bool(arguments) and arguments[0].partition("=")[0] in (SHOW, INSTALL)


def named_shell(arguments: Sequence[str]) -> str:
    """The shell that stands behind the option, after a blank or a "="; empty where none does."""
    return arguments[0].partition("=")[2] or "".join(arguments[1:2])


def complete_for(option: str, shell: str) -> int:
    """Show or set up completion for that shell. Raises UsageError if there is none for it."""
    from typer._completion_shared import get_completion_script, install

    from ._console import say, show

    shell = shell.lower()
    if shell not in _SHELLS:
        raise no_completion(shell)
    if option == SHOW:
        show(get_completion_script(prog_name=_PROGRAM, complete_var=_VARIABLE, shell=shell))
        return 0
    _, place = install(shell=shell, prog_name=_PROGRAM, complete_var=_VARIABLE)
    say(f"Completion for {_SHELLS[shell]} is set up in {place}. It works in the next terminal you open.")
    return 0


def no_completion(shell: str = "") -> Exception:
    """The mistake of a shell for which there is no completion, or of one that could not be told."""
    from ..errors import UsageError

    which = f"a shell called “{shell[:40]}”" if shell else "the shell that this runs in"
    return UsageError(f"There is no completion for {which}.", hint=f"Name one of: {', '.join(_SHELLS)}.")
