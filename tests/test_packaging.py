"""What is in the wheel, and that it does the same as the checkout, installed or zipped."""

from __future__ import annotations

import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
EXAMPLE = ROOT / "examples" / "young-carers"


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    target = tmp_path_factory.mktemp("wheel")
    built = subprocess.run(
        [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(target)],
        cwd=ROOT,
        capture_output=True,
        text=True,
    )
    assert built.returncode == 0, built.stderr
    (found,) = target.glob("*.whl")
    return found


def _shipped(folder: str) -> set[str]:
    return {
        f"crp_commission/{file.relative_to(ROOT).as_posix()}"
        for file in (ROOT / folder).rglob("*")
        if file.is_file() and "__pycache__" not in file.parts
    }


def test_the_wheel_holds_the_package_the_rulesets_and_the_templates(wheel: Path) -> None:
    names = set(zipfile.ZipFile(wheel).namelist())
    source = ROOT / "src"
    modules = {file.relative_to(source).as_posix() for file in source.rglob("*.py")}
    assert modules <= names
    assert "crp_commission/rulesets/core/ruleset.yaml" in _shipped("rulesets") <= names
    assert _shipped("templates") <= names
    assert "crp_commission/py.typed" in names
    assert {name.partition("/")[0] for name in names} == {
        "crp_commission",
        wheel.name.rpartition("-py3")[0] + ".dist-info",
    }


def test_the_wheel_has_the_command(wheel: Path) -> None:
    archive = zipfile.ZipFile(wheel)
    (name,) = [name for name in archive.namelist() if name.endswith("entry_points.txt")]
    assert "crp-commission = crp_commission.__main__:main" in archive.read(name).decode()


def _check(path: Path | None, cwd: Path, *, format: str = "json") -> bytes:
    """A check by the package on ``path``; by the checkout where there is none."""
    environment = {name: value for name, value in os.environ.items() if not name.startswith("CRP_")}
    program = "import sys; sys.path[0:0] = sys.argv.pop(1).split(); from crp_commission.__main__ import main; main()"
    ran = subprocess.run(
        [sys.executable, "-c", program, str(path or ROOT / "src"), "check", EXAMPLE, "--no-config", "--format", format],
        cwd=cwd,
        env={**environment, "CRP_NO_CACHE": "1"},
        capture_output=True,
    )
    assert ran.returncode == 0, ran.stderr.decode()
    return ran.stdout


@pytest.mark.parametrize("format", ["html", "json", "markdown"])
def test_an_installed_wheel_does_what_the_checkout_does(wheel: Path, tmp_path: Path, format: str) -> None:
    target = tmp_path / "site"
    installed = subprocess.run(
        [sys.executable, "-m", "pip", "install", "--quiet", "--no-deps", "--no-index", "--target", target, wheel],
        capture_output=True,
    )
    assert installed.returncode == 0, installed.stderr.decode()
    assert _check(target, tmp_path, format=format) == _check(None, tmp_path, format=format)


def test_a_zipped_wheel_does_what_the_checkout_does(wheel: Path, tmp_path: Path) -> None:
    assert _check(wheel, tmp_path) == _check(None, tmp_path)
