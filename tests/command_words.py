"""What the commands are called and which options they have, from the program itself."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import Any

from crp_commission import cli
from crp_commission.cli._commands import group


class _Context:
    """As much of Typer's context as is asked when a command is looked up."""

    resilient_parsing = False
    command_path = "crp-commission"


@cache
def command_of(words: tuple[str, ...]) -> tuple[Any, tuple[str, ...]]:
    """The command that a line calls, and the words of the line that are left."""
    found, rest = group(cli), list(words)
    while rest and hasattr(found, "list_commands") and rest[0] in found.list_commands(None):
        found = found.get_command(_Context(), rest.pop(0))
    return found, tuple(rest)


def opts_of(words: list[str]) -> set[str]:
    """The options of the command that a line calls."""
    return {"--help", "-h", *(name for one in command_of(tuple(words))[0].params for name in one.opts)}


def every_command() -> Iterator[tuple[str, ...]]:
    """The words of every command and group of commands; none for the program itself."""
    waiting: list[tuple[str, ...]] = [()]
    while waiting:
        words = waiting.pop(0)
        yield words
        found, _ = command_of(words)
        if hasattr(found, "list_commands"):
            waiting += [(*words, name) for name in found.list_commands(None)]
