"""The steps of the Dockerfile, followed in a folder that stands for the image, so that no Docker is needed."""

from __future__ import annotations

import json
import re
import shutil
from pathlib import Path
from typing import NamedTuple

import pytest

from installing import ROOT, papers, program, run

TEXT = re.sub(r"\\\n", " ", (ROOT / "Dockerfile").read_text(encoding="utf-8"))
LINES = [line.partition(" ")[::2] for line in TEXT.splitlines() if line and not line.startswith("#")]


class Image(NamedTuple):
    """The folder that stands for the image, and the variables that the Dockerfile sets in it."""

    root: Path
    variables: dict[str, str]


def values(word: str) -> list[str]:
    return [value for name, value in LINES if name == word]


@pytest.fixture(scope="module")
def image(tmp_path_factory: pytest.TempPathFactory, pip_variables: dict[str, str]) -> Image:
    root = tmp_path_factory.mktemp("image")

    def moved(text: str) -> str:
        return re.sub(r"(?<![\w.])/(opt|source)\b", rf"{root}/\1", text)

    variables: dict[str, str] = {}
    for word, rest in LINES:
        if (word, rest) == ("COPY", ". /source"):
            _copy_context(root / "source")
        elif word == "RUN" and not rest.startswith("useradd"):
            ended = run([program("sh"), "-ec", moved(rest)], root, **pip_variables)
            assert ended.code == 0, ended.out + ended.err
        elif word == "ENV":
            variables |= dict(re.findall(r'(\w+)="?([^"\s]+)"?', moved(rest)))
    return Image(root, variables)


def _copy_context(target: Path) -> None:
    """What .dockerignore lets through: it names all that is sent."""
    kept = [line[1:] for line in (ROOT / ".dockerignore").read_text(encoding="utf-8").splitlines() if line[:1] == "!"]
    target.mkdir()
    for name in kept:
        if (ROOT / name).is_dir():
            shutil.copytree(ROOT / name, target / name, ignore=shutil.ignore_patterns("__pycache__"))
        else:
            shutil.copy(ROOT / name, target / name)


def test_what_it_builds_checks_papers(image: Image, tmp_path: Path) -> None:
    (entry,) = values("ENTRYPOINT")
    program_in_it = image.root / "opt" / "crp-commission" / "bin" / json.loads(entry)[0]
    assert str(program_in_it.parent) == image.variables["PATH"].partition(":")[0]
    folder = papers(tmp_path / "papers")
    ended = run([program_in_it, "check", "tender pack", "--fail-on", "critical"], folder, **{
        name: value for name, value in image.variables.items() if name != "PATH"
    })  # fmt: skip
    assert (ended.code, "spec.md" in ended.out) == (1, True), ended.err
    (command,) = values("CMD")
    assert "Usage" in run([program_in_it, *json.loads(command)], folder).out


def test_the_tool_is_there_without_the_means_to_fetch_more(image: Image) -> None:
    python = image.root / "opt" / "crp-commission" / "bin" / "python"
    assert run([python, "-m", "pip", "--version"], image.root).code != 0


def test_it_runs_as_nobody_in_particular_from_a_fixed_slim_python() -> None:
    (user,) = values("USER")
    assert int(user) >= 10_000
    assert f"--uid {user} " in "".join(values("RUN"))
    assert all(re.match(r"python:3\.\d+-slim\b", image) for image in values("FROM"))
    last = [word for word, _ in LINES][::-1]
    assert last.index("USER") < last.index("RUN")
