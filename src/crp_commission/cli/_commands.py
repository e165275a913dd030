"""Typer's view of the modules here: listed from the folder, imported one by one when asked for."""

from __future__ import annotations

import importlib
import pkgutil
from types import ModuleType
from typing import Annotated, Any

import typer
from typer.core import TyperCommand, TyperGroup

from .. import __version__
from ..errors import UsageError
from ._console import show

_EXAMPLES = """Check what commissioning papers really promise to children.

\b
Examples:
  crp-commission check specification.docx
  crp-commission check tender-pack/ --format markdown --output report.md
  crp-commission check pack.zip --ruleset core --fail-on critical
  crp-commission report result.json --format markdown

'crp-commission COMMAND --help' explains a command.
"""
_SETTINGS = {"help_option_names": ["-h", "--help"], "max_content_width": 100}


class _ShowsHelp:
    """A command whose help is a result like any other: where it cannot be written, that is told."""

    def get_help_option(self, ctx: Any) -> Any:
        option = super().get_help_option(ctx)  # type: ignore[misc]
        if option is not None:
            option.callback = _show_help
        return option


class _Command(_ShowsHelp, TyperCommand):
    pass


def group(package: ModuleType) -> Any:
    """The commands of a package as one command of Typer's."""
    modules = {
        found.name.replace("_", "-"): found
        for found in pkgutil.iter_modules(package.__path__)
        if not found.name.startswith("_")
    }

    class Commands(_ShowsHelp, TyperGroup):
        def list_commands(self, ctx: typer.Context) -> list[str]:  # type: ignore[override]
            return sorted(modules)

        def get_command(self, ctx: typer.Context, cmd_name: str) -> Any:  # type: ignore[override]
            if cmd_name.startswith("-"):
                return None  # Typer tells that the option does not exist
            if cmd_name not in modules and ctx.resilient_parsing:
                return None  # a shell asks what a half-written line may go on with
            if cmd_name not in modules:
                raise _unknown(cmd_name, sorted(modules), ctx.command_path)
            module = importlib.import_module(f"{package.__name__}.{modules[cmd_name].name}")
            return group(module) if modules[cmd_name].ispkg else _command(cmd_name, module)

    is_top = package.__name__ == __package__
    app = typer.Typer(
        name=package.__name__.rpartition(".")[2],
        cls=Commands,
        help=_EXAMPLES if is_top else package.__doc__,
        no_args_is_help=True,
        add_completion=is_top,
        rich_markup_mode=None,
        pretty_exceptions_enable=False,
        context_settings=_SETTINGS,
    )
    app.callback()(_top if is_top else _nothing)
    return typer.main.get_command(app)


def _command(name: str, module: ModuleType) -> Any:
    app = typer.Typer(add_completion=False, rich_markup_mode=None, pretty_exceptions_enable=False)
    app.command(name, cls=_Command, context_settings=_SETTINGS)(module.run)
    return typer.main.get_command(app)


def _unknown(name: str, known: list[str], path: str) -> UsageError:
    from difflib import get_close_matches

    near = get_close_matches(name, known, n=1)
    hint = f"Did you mean '{path} {near[0]}'?" if near else f"The commands are: {', '.join(known)}."
    return UsageError(f"There is no command called {name}.", hint=hint)


def _show_help(ctx: Any, _: Any, wanted: bool) -> None:
    if wanted and not ctx.resilient_parsing:
        show(ctx.get_help())
        ctx.exit()


def _show_version(wanted: bool) -> None:
    if wanted:
        show(f"crp-commission {__version__}")
        raise typer.Exit


def _top(
    version: Annotated[
        bool, typer.Option("--version", help="Show the version and leave.", is_eager=True, callback=_show_version)
    ] = False,
) -> None:
    pass


def _nothing() -> None:
    pass
