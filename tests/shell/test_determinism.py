"""The same documents and rules give the same bytes, whatever the machine around them."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest
from command_line import SPECIFICATION, TERMS

FORMATS = (
    "html", "json", "markdown", "terminal", "docx", "xlsx", "briefing", "child-summary", "impact-assessment",
    "sarif", "junit", "github", "github-summary", "gitlab", "csv",
)  # fmt: skip
# Twins and names that differ only in case make ties, which is where an order can slip.
NAMES = ("Specification.md", "specification copy.md", "a/KPIs.md", "A/kpis.md", "terms.txt", "ümlaut.md", "ıi.md")
SURROUNDINGS = {
    "hash seed": {"PYTHONHASHSEED": "1"},
    "another hash seed": {"PYTHONHASHSEED": "4242"},
    "far east": {"TZ": "Pacific/Kiritimati", "SOURCE_DATE_EPOCH": "0"},
    "far west": {"TZ": "Etc/GMT+12"},
    "plain locale": {"LC_ALL": "C", "PYTHONCOERCECLOCALE": "0", "PYTHONUTF8": "0"},
    "Turkish": {"LC_ALL": "tr_TR.UTF-8", "LANG": "tr_TR.UTF-8"},
    "pipeline": {"CI": "true", "GITHUB_ACTIONS": "true", "COLUMNS": "40", "TERM": "dumb"},
    "no home": {"HOME": "/nonexistent", "XDG_CACHE_HOME": "/nonexistent"},
}


def _lay(folder: Path, names: tuple[str, ...]) -> Path:
    for name in names:
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(TERMS if name.endswith(".txt") else SPECIFICATION, encoding="utf-8")
    return folder


def _check(pack: str, cwd: Path, **environment: str) -> dict[str, bytes]:
    """A check in a process of its own: what it wrote in each format."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("CRP_", "LC_", "PYTHON"))}
    with tempfile.TemporaryDirectory() as place:
        wanted = [text for name in FORMATS for text in ("--format", name, "--output", f"{place}/{name}")]
        ran = subprocess.run(
            [sys.executable, "-m", "crp_commission", "check", pack, "--no-config", "--quiet", *wanted],
            cwd=cwd,
            env={**kept, **environment},
            capture_output=True,
        )
        assert (ran.returncode, ran.stderr) == (0, b"")
        return {name: Path(place, name).read_bytes() for name in FORMATS}


@pytest.fixture(scope="module")
def packs(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """The same pack twice, its files made in one order and in the other, at other times."""
    forward = _lay(tmp_path_factory.mktemp("forward") / "pack", NAMES)
    backward = _lay(tmp_path_factory.mktemp("elsewhere") / "pack", NAMES[::-1])
    for file in backward.rglob("*.md"):
        os.utime(file, (0, 0))
    return forward, backward


def test_every_format_is_the_same_bytes_everywhere(packs: tuple[Path, Path]) -> None:
    forward, backward = packs
    expected = _check("pack", forward.parent, PYTHONHASHSEED="0")
    for name, environment in SURROUNDINGS.items():
        assert _check("pack", backward.parent, **environment) == expected, name


def test_where_it_is_run_from_and_how_changes_no_result(packs: tuple[Path, Path]) -> None:
    """Only ``locations`` repeats the arguments, for pipelines, and the terminal in the command that it proposes."""
    forward, backward = packs
    expected = _check(".", forward)["json"]
    named = json.loads(_check("./pack/", forward.parent)["json"])
    locations = named["locations"]
    assert set(locations.values()) == {f"pack/{name}" for name in locations} != set()
    assert {**named, "locations": {}} == json.loads(expected)
    for variables in ({"CRP_WORKERS": "1"}, {"CRP_WORKERS": "7"}, {"CRP_NO_CACHE": "1"}):
        assert _check(str(backward), Path("/"), **variables)["json"] == expected
