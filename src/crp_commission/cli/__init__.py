"""The command line: one module a command, which is imported only when it is run.

A command is a module here with ``run``, whose parameters are its options and whose docstring is its help; ``run``
returns the exit code. A folder is a group of commands, with its docstring as help. A hyphen in a command's name is
an underscore in the module's. Modules that start with an underscore are not commands.
"""

from __future__ import annotations

from collections.abc import Sequence

from ._boundary import guarded

__all__ = ["run"]


def run(arguments: Sequence[str]) -> int:
    """Run a command line, without the program's name, and return the exit code. Nothing is raised."""
    return guarded(arguments, lambda: _dispatch(arguments))


def _dispatch(arguments: Sequence[str]) -> int:
    import crp_commission.cli as package

    from ._commands import group
    from ._completion import complete_for, is_completion, named_shell, no_completion

    about_completion = is_completion(arguments)
    if about_completion and (shell := named_shell(arguments)):
        return complete_for(arguments[0].partition("=")[0], shell)
    try:
        code = group(package).main(list(arguments), prog_name="crp-commission", standalone_mode=False)
    except SystemExit as end:  # Typer leaves so when it has answered a shell
        code = end.code
    if code == 1 and about_completion:
        raise no_completion()
    return code if isinstance(code, int) else 0
