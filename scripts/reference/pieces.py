"""What the pages of the reference share."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from crp_commission import cli
from crp_commission.cli._commands import group
from crp_commission.renderers._escaping import markdown_text

DOCS = Path(__file__).parents[2] / "docs"
MADE = "<!-- Made by `python scripts/write_reference.py` from the code; change that, not this page. -->"
_CODE = re.compile(
    r"(?<![\w/.-])(``.+?``|--?[a-z][\w-]*|CRP_[A-Z_]+|[\w.-]*\w\.(?:yaml|toml|json|j2|docx|html|md|zip)(?:=[\w-]+)?)(?![\w/])"
)


def every_command() -> Iterator[tuple[str, Any]]:
    """Each command that does something, by its name as it is typed, in the order of the names."""
    yield from _inside(group(cli), "")


def _inside(commands: Any, prefix: str) -> Iterator[tuple[str, Any]]:
    for name in commands.list_commands(None):
        command = commands.get_command(_Context(), name)
        if hasattr(command, "list_commands"):
            yield from _inside(command, f"{prefix}{name} ")
        else:
            yield f"{prefix}{name}", command


class _Context:
    """As much of Typer's context as is asked when a command is looked up."""

    resilient_parsing = False
    command_path = "crp-commission"


def command(name: str) -> Any:
    """The command of that name."""
    return dict(every_command())[name]


def told(text: str) -> str:
    """A sentence from the code in Markdown: as it is, with options and names of files set as code."""
    pieces = _CODE.split(" ".join(text.split()))
    return "".join(f"`{piece.strip(chr(96))}`" if turn % 2 else _spaced(piece) for turn, piece in enumerate(pieces))


def _spaced(text: str) -> str:
    """Text made safe; what it begins and ends with stays."""
    return re.sub(r"\S(?:.*\S)?", lambda found: markdown_text(found[0]), text, flags=re.DOTALL)


def code(text: str) -> str:
    """A value set as code within a table."""
    return f"`{text.replace('|', chr(92) + '|')}`"
