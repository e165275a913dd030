"""The shipped folders are found in a checkout and in a zipped wheel alike."""

from __future__ import annotations

import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

import crp_commission
from crp_commission.resources import shipped

PACKAGE = Path(crp_commission.__file__).parent


def test_the_checkout_is_found() -> None:
    assert {entry.name for entry in shipped("rulesets").iterdir()} >= {"core"}


def test_a_missing_folder_is_told() -> None:
    with pytest.raises(FileNotFoundError, match="no-such-folder"):
        shipped("no-such-folder")


def test_a_zipped_package_works(tmp_path: Path) -> None:
    archive = tmp_path / "package.zip"
    with zipfile.ZipFile(archive, "w") as target:
        for file in sorted(PACKAGE.rglob("*.py")):
            target.write(file, f"crp_commission/{file.relative_to(PACKAGE)}")
        target.writestr("crp_commission/rulesets/core/ruleset.yaml", "id: core\n")
    program = (
        "from crp_commission.resources import shipped; core = shipped('rulesets').joinpath('core');"
        "print([(file.name, file.is_file(), file.read_text()) for file in core.iterdir()])"
    )
    run = subprocess.run(
        [sys.executable, "-c", program], cwd=tmp_path, env={"PYTHONPATH": str(archive)}, capture_output=True, text=True
    )
    assert run.stdout.strip() == "[('ruleset.yaml', True, 'id: core\\n')]", run.stderr


def test_a_folder_inside_the_package_comes_first(tmp_path: Path) -> None:
    shutil.copytree(PACKAGE, tmp_path / "crp_commission", ignore=shutil.ignore_patterns("__pycache__"))
    (tmp_path / "crp_commission" / "rulesets").mkdir(exist_ok=True)
    program = "from crp_commission.resources import shipped; print(shipped('rulesets'))"
    run = subprocess.run(
        [sys.executable, "-c", program], cwd=tmp_path, env={"PYTHONPATH": str(tmp_path)}, capture_output=True, text=True
    )
    assert run.stdout.strip() == str(tmp_path / "crp_commission" / "rulesets"), run.stderr
