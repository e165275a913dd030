"""What every plug-in has, what importing costs nothing of, and the numbers that others hold on to."""

from __future__ import annotations

import importlib
import importlib.util
import inspect
import pkgutil
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

import grimp
import pytest

import crp_commission
from crp_commission import cli, operators, readers, renderers
from crp_commission.errors import ExitCode
from crp_commission.renderers import RenderOptions

# Slow to load, so only where they are used.
HEAVY = (
    "pydantic",
    "rich",
    "jinja2",
    "yaml",
    "pypdfium2",
    "markdown_it",
    "lxml",
    "docx",
    "xlsxwriter",
    "tempfile",
    "email",
)


def plug_ins(package: ModuleType) -> list[str]:
    return [found.name for found in pkgutil.iter_modules(package.__path__) if not found.name.startswith("_")]


def commands(package: ModuleType = cli) -> Iterator[ModuleType]:
    for found in pkgutil.iter_modules(package.__path__):
        if not found.name.startswith("_"):
            module = importlib.import_module(f"{package.__name__}.{found.name}")
            yield from commands(module) if found.ispkg else [module]


@pytest.mark.parametrize("kind", readers.names())
def test_a_reader_has_endings_and_reads(kind: str) -> None:
    reader = readers.reader(kind)
    assert isinstance(reader.EXTENSIONS, tuple)
    assert all(re.fullmatch(r"\.[a-z0-9]+", ending) for ending in reader.EXTENSIONS)
    assert list(inspect.signature(reader.read).parameters) == ["data", "name", "limits"]
    assert reader.read.__doc__
    assert all(importlib.util.find_spec(library) for library in getattr(reader, "LIBRARIES", ()))
    assert importlib.import_module(f"{readers.__name__}.{kind}").__doc__


def test_no_ending_is_claimed_twice_and_each_is_found() -> None:
    endings = [(ending, kind) for kind in readers.names() for ending in readers.reader(kind).EXTENSIONS]
    assert len({ending for ending, _ in endings}) == len(endings)
    for ending, kind in endings:
        assert readers.kind_of(ending) == kind
    assert readers.kind_of(".xlsx") is None


@pytest.mark.parametrize("name", plug_ins(renderers))
def test_a_renderer_has_a_suffix_and_draws(name: str) -> None:
    module = importlib.import_module(f"{renderers.__name__}.{name}")
    assert re.fullmatch(r"\.[a-z.]+", module.SUFFIX)
    assert list(inspect.signature(module.render).parameters) == ["report", "options"]
    assert module.__doc__
    assert RenderOptions() == RenderOptions()


@pytest.mark.parametrize("name", plug_ins(operators))
def test_an_operator_has_options_phrases_and_finds(name: str) -> None:
    module = importlib.import_module(f"{operators.__name__}.{name}")
    assert module.__doc__
    assert inspect.isclass(module.Options)
    assert callable(module.phrases)
    assert callable(module.find)


@pytest.mark.parametrize("command", [*commands()], ids=lambda module: module.__name__.removeprefix(f"{cli.__name__}."))
def test_a_command_has_help_that_starts_with_examples(command: ModuleType) -> None:
    assert command.__doc__
    assert re.search(r"\n\n *\x08\n *Examples?:\n", command.run.__doc__ or "")
    assert inspect.signature(command.run).return_annotation == "int"


@pytest.mark.parametrize("package", [readers, renderers, operators, cli], ids=lambda package: package.__name__)
def test_plug_ins_do_not_know_each_other(package: ModuleType) -> None:
    """What several of them share lies elsewhere, or in a module that starts with an underscore."""
    graph = grimp.build_graph("crp_commission")
    modules = {name: f"{package.__name__}.{name}" for name in plug_ins(package)}
    for name, module in modules.items():
        inside = {module, *graph.find_descendants(module)}
        known = {used for part in inside for used in graph.find_modules_directly_imported_by(part)}
        for other, theirs in modules.items():
            assert other == name or not {used for used in known if f"{used}.".startswith(f"{theirs}.")}


def _loaded(program: str) -> set[str]:
    ran = subprocess.run(
        [sys.executable, "-c", f"import sys\n{program}\nprint(*sorted(sys.modules))"], capture_output=True, text=True
    )
    assert ran.returncode == 0, ran.stderr
    return {name.partition(".")[0] for name in ran.stdout.splitlines()[-1].split()}


def test_no_module_loads_a_slow_library_when_it_is_imported() -> None:
    found = pkgutil.walk_packages(crp_commission.__path__, "crp_commission.")
    names = sorted(module.name for module in found if not module.name.endswith("__main__"))
    imports = f"import importlib\nfor name in {names!r}: importlib.import_module(name)"
    assert _loaded(imports).isdisjoint(set(HEAVY) - {"tempfile", "email"})


@pytest.mark.parametrize("arguments", [["--version"], ["--help"], ["check", "--help"], ["rules", "--help"], ["chek"]])
def test_help_loads_no_slow_library(arguments: list[str]) -> None:
    program = f"from crp_commission import cli; cli.run({arguments!r})"
    loaded = _loaded(program)
    assert loaded.isdisjoint(HEAVY)


def test_the_version_loads_nothing_at_all() -> None:
    program = (
        "sys.argv[1:] = ['--version']\nfrom crp_commission.__main__ import main\n"
        "try: main()\nexcept SystemExit as end: assert end.code == 0"
    )
    assert _loaded(program).isdisjoint({*HEAVY, "typer", "dataclasses", "json"})


def test_a_command_is_imported_only_when_it_is_run() -> None:
    ran = subprocess.run(
        [
            sys.executable,
            "-c",
            "import sys\nfrom crp_commission import cli\ncli.run(['rules', 'list'])\nprint(*sys.modules)",
        ],
        capture_output=True,
        text=True,
    )
    loaded = set(ran.stdout.splitlines()[-1].split())
    assert "crp_commission.cli.rules.list" in loaded
    assert not loaded & {"crp_commission.cli.check", "crp_commission.cli.rules.show", "crp_commission.workflow"}


def test_the_exit_codes_are_those_that_others_rely_on() -> None:
    assert {code.name: int(code) for code in ExitCode} == {
        "PASSED": 0,
        "GATE_FAILED": 1,
        "USAGE": 2,
        "NOTHING_READ": 3,
        "INTERNAL_FAULT": 70,
        "NOT_WRITTEN": 74,
        "INTERRUPTED": 130,
    }


def test_nothing_here_opens_a_connection() -> None:
    source = Path(crp_commission.__file__).parent
    words = re.compile(
        r"^\s*(?:import|from) (?:socket|ssl|urllib(?!\.parse)|http|ftplib|smtplib|requests|httpx)\b", re.MULTILINE
    )
    assert not [str(file) for file in source.rglob("*.py") if words.search(file.read_text(encoding="utf-8"))]
