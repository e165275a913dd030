"""Every command with its arguments, options and examples, as ``--help`` has them."""

from __future__ import annotations

import inspect
import re
from collections.abc import Iterator
from typing import Any

from crp_commission.rule_page.markdown import joined, table

from .pieces import MADE, code, every_command, told

_HEADS = {"TyperArgument": "Argument", "TyperOption": "Option"}


def page() -> str:
    """The whole page."""
    commands = list(every_command())
    rows = [(f"[`{name}`](#crp-commission-{name.replace(' ', '-')})", told(_first(one))) for name, one in commands]
    return joined(
        "# Commands",
        MADE,
        "What `crp-commission COMMAND --help` says of each. `-h` is short for `--help`, and `crp-commission --version` "
        "tells the version. Results go to standard output, messages to standard error. What a setting is called in a "
        "file or in the environment stands in [Configuration](configuration.md).",
        table(("Command", "What it does"), rows),
        *(piece for name, one in commands for piece in _command(name, one)),
    )


def _first(command: Any) -> str:
    return next(iter(_paragraphs(command)))


def _paragraphs(command: Any) -> list[str]:
    """The paragraphs of a command's help."""
    text = inspect.cleandoc(command.help.replace("\b", ""))
    return [found for found in re.split(r"\n\s*\n", text) if found.strip()]


def _command(name: str, command: Any) -> Iterator[str]:
    yield f"## crp-commission {name}"
    for paragraph in _paragraphs(command):
        if re.match(r"Examples?:\n", paragraph):
            lines = [line.strip() for line in paragraph.splitlines()[1:]]
            yield "\n".join(["```sh", *lines, "```"])
        else:
            yield told(paragraph)
    for kind, head in _HEADS.items():
        rows = [_row(one) for one in command.params if type(one).__name__ == kind and one.help]
        if rows:
            yield table((head, "What it is"), rows)


def _row(one: Any) -> tuple[str, str]:
    """An argument or option with its help; the default is told where the help does not tell it."""
    if type(one).__name__ == "TyperArgument":
        return code(one.metavar or one.name.upper()), told(one.help)
    names = ", ".join(code(name) for name in sorted(one.opts, reverse=True, key=len))
    value = "" if one.is_flag else f" {code(one.metavar)}"
    default = f" [{one.default}]" if one.default and not one.is_flag and "[" not in one.help else ""
    return f"{names}{value}", told(f"{one.help}{default}")
