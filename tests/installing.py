"""Programs that pipelines are tried with, and the tool installed from a folder of wheels as a pipeline installs it.

``PIPELINE_TESTS=required`` (set by ``.ci/run``) makes what is missing a failure; elsewhere the tests that need it are
skipped and say so.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import NamedTuple

import pytest

ROOT = Path(__file__).parents[1]
SPECIFICATION = """# Young carers service

## 1. Participation

The provider shall ask children for their views every term and publish what changed.
The provider may withhold food from a child who breaks the house rules.
"""


class Ended(NamedTuple):
    """How a program ended and what it wrote."""

    code: int
    out: str
    err: str


def missing(what: str) -> None:
    """Skip the test, or fail it where it has to run."""
    if os.environ.get("PIPELINE_TESTS") == "required":
        pytest.fail(f"{what}, and PIPELINE_TESTS says these tests have to run")
    pytest.skip(f"{what}; 'pip install --group dev' brings what is needed")


def program(name: str) -> str:
    """A program beside this Python, else on the path."""
    beside = Path(sys.executable).with_name(name)
    found = str(beside) if beside.exists() else shutil.which(name)
    return found or missing(f"there is no {name} on this machine") or ""


def surroundings(**variables: str) -> dict[str, str]:
    """The environment without settings of the tool; this Python is the first on the path."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("CRP_", "GIT_", "PYTHON"))}
    path = f"{Path(sys.executable).parent}{os.pathsep}{kept.get('PATH', '')}"
    return {**kept, "PATH": path, "CRP_NO_CACHE": "1", **variables}


def run(command: Sequence[str | Path], cwd: Path, **variables: str) -> Ended:
    """Run a program to its end."""
    ran = subprocess.run(
        [str(word) for word in command], cwd=cwd, env=surroundings(**variables), capture_output=True, text=True
    )
    return Ended(ran.returncode, ran.stdout, ran.stderr)


@contextmanager
def days_around() -> Iterator[set[str]]:
    """The days, in UTC, before and after what is done within: two where midnight comes between."""
    days = {datetime.now(UTC).date().isoformat()}
    yield days
    days.add(datetime.now(UTC).date().isoformat())


def wheels(folder: Path) -> dict[str, str]:
    """Put the tool, what it rests on and what builds it into ``folder``; variables that make pip look nowhere else."""
    command = [sys.executable, "-m", "pip", "wheel", "--quiet", "--wheel-dir", folder, ROOT, "hatchling>=1.27"]
    made = run(command, folder.parent)
    if made.code:
        missing(f"pip could not fetch what the tool rests on ({made.err.strip().splitlines()[-1]})")
    return {
        "PIP_NO_INDEX": "1",
        "PIP_FIND_LINKS": str(folder),
        "PIP_NO_COMPILE": "1",
        "PIP_DISABLE_PIP_VERSION_CHECK": "1",
    }


def papers(folder: Path) -> Path:
    """A repository's folder with a paper in ``tender pack``."""
    (folder / "tender pack").mkdir(parents=True)
    (folder / "tender pack" / "spec.md").write_text(SPECIFICATION, encoding="utf-8")
    return folder
