"""A result is written whole or not at all, and nothing else is touched."""

from __future__ import annotations

import errno
import os
import stat
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from crp_commission import writing
from crp_commission.errors import ExitCode, NotWrittenError, UsageError
from crp_commission.writing import Output, check_targets, write_all


def litter(folder: Path) -> list[str]:
    return [name for name in os.listdir(folder) if name.endswith(".part")]


def test_every_output_is_written(tmp_path: Path) -> None:
    write_all([Output(tmp_path / "a.md", b"one"), Output(tmp_path / "b.json", b"two")])
    assert {path.name: path.read_bytes() for path in tmp_path.iterdir()} == {"a.md": b"one", "b.json": b"two"}


def test_an_earlier_result_keeps_its_permissions(tmp_path: Path) -> None:
    target = tmp_path / "a.md"
    target.write_bytes(b"old")
    target.chmod(0o640)
    write_all([Output(target, b"new")])
    assert (target.read_bytes(), stat.S_IMODE(target.stat().st_mode)) == (b"new", 0o640)


def test_a_link_stays_and_its_target_is_replaced(tmp_path: Path) -> None:
    (tmp_path / "real.md").write_bytes(b"old")
    (tmp_path / "link.md").symlink_to("real.md")
    write_all([Output(tmp_path / "link.md", b"new")])
    assert (tmp_path / "link.md").is_symlink()
    assert (tmp_path / "real.md").read_bytes() == b"new"


def test_a_device_is_written_to_and_not_replaced() -> None:
    write_all([Output(Path("/dev/null"), b"words")])
    assert stat.S_ISCHR(os.stat("/dev/null").st_mode)


def test_standard_output_by_its_path_may_be_a_pipe() -> None:
    program = "from crp_commission.writing import *; write_all([Output(Path('/dev/stdout'), b'words')])"
    run = subprocess.run([sys.executable, "-c", program], capture_output=True)
    assert (run.stdout, run.stderr) == (b"words", b"")


@pytest.mark.parametrize(
    ("name", "cause"),
    [
        ("no/folder/a.md", "the folder does not exist"),
        ("folder", "it is a folder"),
        ("file/a.md", "a part of its path"),
    ],
)
def test_what_cannot_be_written_is_told(tmp_path: Path, name: str, cause: str) -> None:
    (tmp_path / "folder").mkdir()
    (tmp_path / "file").write_bytes(b"")
    (tmp_path / "other.md").write_bytes(b"old")
    with pytest.raises(NotWrittenError) as caught:
        write_all([Output(tmp_path / "other.md", b"new"), Output(tmp_path / name, b"new")])
    assert caught.value.exit_code == ExitCode.NOT_WRITTEN
    assert str(tmp_path / name) in caught.value.message
    assert cause in caught.value.message
    assert (tmp_path / "other.md").read_bytes() == b"old"
    assert not litter(tmp_path)


def test_a_full_disk_is_told() -> None:
    with pytest.raises(NotWrittenError, match="no space left"):
        write_all([Output(Path("/dev/full"), b"words")])


FAILING = ["open", "fdopen", "fsync", "replace"]


@pytest.mark.parametrize("call", FAILING)
@pytest.mark.parametrize("nth", [1, 2])
@pytest.mark.parametrize("code", [errno.ENOSPC, errno.EACCES, errno.EIO])
def test_each_call_may_fail_and_nothing_is_half_done(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, call: str, nth: int, code: int
) -> None:
    targets = [tmp_path / "a.md", tmp_path / "b.md"]
    for target in targets:
        target.write_bytes(b"old")
    monkeypatch.setattr(writing.os, call, _failing(getattr(os, call), nth, code))
    with pytest.raises(NotWrittenError) as caught:
        write_all([Output(target, b"new") for target in targets])
    monkeypatch.undo()
    assert str(targets[nth - 1]) in caught.value.message
    assert [target.read_bytes() for target in targets] in ([b"old", b"old"], [b"new", b"old"])
    assert not litter(tmp_path)


def _failing(real: Callable[..., Any], nth: int, code: int) -> Callable[..., Any]:
    calls = 0

    def call(*arguments: Any, **options: Any) -> Any:
        nonlocal calls
        calls += 1
        if calls == nth:
            raise OSError(code, os.strerror(code))
        return real(*arguments, **options)

    return call


def test_an_interrupt_leaves_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupt(descriptor: int) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(writing.os, "fsync", interrupt)
    with pytest.raises(KeyboardInterrupt):
        write_all([Output(tmp_path / "a.md", b"new")])
    assert os.listdir(tmp_path) == []


def test_two_outputs_may_not_share_a_path(tmp_path: Path) -> None:
    (tmp_path / "link.md").symlink_to("a.md")
    with pytest.raises(UsageError, match="same path"):
        check_targets([tmp_path / "a.md", tmp_path / "link.md"])


def test_a_document_is_not_overwritten(tmp_path: Path) -> None:
    document = tmp_path / "a.md"
    document.write_bytes(b"words")
    os.link(document, tmp_path / "b.md")
    status = document.stat()
    with pytest.raises(UsageError, match="one of the documents"):
        check_targets([tmp_path / "b.md"], {(status.st_dev, status.st_ino)})


def test_targets_are_checked_before_the_work(tmp_path: Path) -> None:
    check_targets([tmp_path / "a.md", Path("/dev/null")])
    with pytest.raises(NotWrittenError, match="it is a folder"):
        check_targets([tmp_path])
    with pytest.raises(NotWrittenError, match="the folder does not exist"):
        check_targets([tmp_path / "no" / "a.md"])
    with pytest.raises(NotWrittenError, match="too long"):
        check_targets([tmp_path / ("a" * 300)])
