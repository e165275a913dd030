"""The pages in docs/reference are what the code says, and leave nothing out."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from command_words import command_of, every_command
from crp_commission.cli.rules.schema import _SCHEMAS
from crp_commission.errors import ExitCode
from crp_commission.settings.values import READERS

sys.path.insert(0, str(Path(__file__).parents[1] / "scripts"))
from reference import configuration, exit_codes
from write_reference import FOLDER, faults, pages


@pytest.fixture(scope="module")
def made() -> dict[str, str]:
    return pages()


def test_the_pages_are_fresh(made: dict[str, str]) -> None:
    found = faults(FOLDER, made)
    assert not found, f"docs/reference is not what the code says; run: python scripts/write_reference.py\n{found}"


def test_they_are_the_same_each_time(made: dict[str, str]) -> None:
    program = "import json; from write_reference import pages; print(json.dumps(pages()))"
    environment = {**os.environ, "PYTHONHASHSEED": "11", "PYTHONPATH": os.pathsep.join(sys.path), "COLUMNS": "40"}
    ran = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, env=environment)
    assert ran.returncode == 0, ran.stderr
    assert json.loads(ran.stdout) == made


def test_every_command_and_option_has_its_line(made: dict[str, str]) -> None:
    page = made["commands.md"]
    for words in every_command():
        command, _ = command_of(words)
        if hasattr(command, "list_commands"):
            continue
        _, heading, rest = page.partition(f"\n## crp-commission {' '.join(words)}\n")
        assert heading, words
        section = rest.partition("\n## ")[0]
        for param in command.params:
            if param.help:
                names = [param.metavar or param.name.upper()] if "Argument" in type(param).__name__ else param.opts
                assert all(f"`{name}`" in section.replace("\\|", "|") for name in names), (words, names)


def test_every_setting_exit_code_and_schema_is_told(made: dict[str, str]) -> None:
    for name in READERS:
        key = configuration.SPELLED.get(name, name).replace("_", "-")
        assert f"\n| `{key}` | " in made["configuration.md"]
    assert configuration.unknown_variables() == set()
    assert exit_codes.ABOUT.keys() == {code.name for code in ExitCode}
    assert re.findall(r"^## (.*)$", made["schemas.md"], re.MULTILINE) == list(_SCHEMAS)


def test_no_cell_of_a_table_is_empty(made: dict[str, str]) -> None:
    rows = [line for text in made.values() for line in text.splitlines() if line.startswith("| ")]
    assert len(rows) > 150
    assert not [row for row in rows if "|  |" in row or "| |" in row]
