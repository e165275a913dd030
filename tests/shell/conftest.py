"""A command line run in this process, and a small tender pack to run it on."""

from __future__ import annotations

import io
import sys
from pathlib import Path

import pytest
from command_line import SPECIFICATION, TERMS, Ran, Run

from crp_commission import cli


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch, capfdbinary: pytest.CaptureFixture[bytes]) -> Run:
    """Run the command line in this process, with ``stdin`` as standard input."""
    monkeypatch.delenv("FORCE_COLOR", raising=False)

    def call(*arguments: str | Path, stdin: bytes = b"") -> Ran:
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(stdin)))
        capfdbinary.readouterr()
        code = cli.run([str(argument) for argument in arguments])
        out, err = capfdbinary.readouterr()
        return Ran(code, out.decode(), err.decode())

    return call


@pytest.fixture
def pack(tmp_path: Path) -> Path:
    """A folder with a specification and terms."""
    folder = tmp_path / "pack"
    folder.mkdir()
    (folder / "specification.md").write_text(SPECIFICATION, encoding="utf-8")
    (folder / "terms.txt").write_text(TERMS, encoding="utf-8")
    return folder
