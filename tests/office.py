"""LibreOffice without a window: what it makes of Word and Excel files.

``OFFICE_TESTS=required`` (set by ``.ci/run``) makes a missing LibreOffice a failure; elsewhere the tests that need one
are skipped and say so.
"""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

import pytest

_PATIENCE = 300
_NAMES = ("soffice", "libreoffice")


def program() -> str:
    """The program to start; the test is skipped, or fails where it has to run, if there is none."""
    found = next(filter(None, map(shutil.which, _NAMES)), None)
    if found is None and os.environ.get("OFFICE_TESTS") == "required":
        pytest.fail("there is no LibreOffice on this machine, and OFFICE_TESTS says these tests have to run")
    if found is None:
        pytest.skip("there is no LibreOffice on this machine, so files were not opened in it")
    return found


def converted(file: Path, kind: str) -> bytes:
    """What LibreOffice makes of a file; what it needs and what it makes stand beside that."""
    folder = file.parent
    home = f"-env:UserInstallation={(folder / 'home').as_uri()}"
    command = [program(), home, "--headless", "--convert-to", kind, "--outdir", str(folder), str(file)]
    ran = subprocess.run(command, capture_output=True, text=True, timeout=_PATIENCE)
    made = file.with_suffix(f".{kind}")
    assert ran.returncode == 0 and made.exists(), f"LibreOffice could not open {file.name}: {ran.stdout}{ran.stderr}"
    return made.read_bytes()
