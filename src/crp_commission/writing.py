"""Results to disk and to standard output: whole or not at all."""

from __future__ import annotations

import contextlib
import os
import secrets
import stat
import sys
from collections.abc import Collection, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from .errors import NotWrittenError, UsageError

_CAUSES: dict[type[BaseException], str] = {
    FileNotFoundError: "the folder does not exist",
    NotADirectoryError: "a part of its path is a file, not a folder",
    IsADirectoryError: "it is a folder",
    PermissionError: "you do not have permission to write there",
}

_LOOKED_AT = 4_000_000
"""Bytes of an earlier output in which its marks are looked for."""
_NAME, _SAID_BY_ALL = b"crp-commission", b"This scores the words of a document, not the service"
_FOR_MACHINES = (".sarif", ".json", ".xml", ".csv")


class Output(NamedTuple):
    """A rendered result and where it is to go."""

    path: Path
    data: bytes


def check_targets(paths: Sequence[Path], documents: Collection[tuple[int, int]] = ()) -> None:
    """Refuse outputs before any work is done: two with one path, or one that is a document of the pack.

    ``documents`` are device and inode of each file that is read. Raises UsageError; NotWrittenError for a folder
    that does not exist and for a path that is itself a folder.
    """
    seen: set[Path] = set()
    for path in paths:
        target = _target(path)
        if target in seen:
            raise UsageError(f"Two outputs have the same path: {path}.", hint="Give each --format its own --output.")
        seen.add(target)
        if _identity(target) in documents:
            raise UsageError(
                f"{path} is one of the documents that are read, and would be overwritten.",
                hint="Choose another name for the output.",
            )
        with _naming(path):
            _require_place(target)


def earlier(paths: Sequence[Path]) -> frozenset[tuple[int, int]]:
    """Device and inode of the outputs that an earlier run wrote there: they may lie among the papers and are none.

    That is told by what stands in them, or by a kind that no paper has. A Word or Excel file is not looked into: it
    stays a document that nothing overwrites.
    """
    found = {_identity(path) for path in paths if not _is_stream(path) and _is_ours(path)}
    return frozenset(identity for identity in found if identity is not None)


def _is_ours(path: Path) -> bool:
    if path.suffix.lower() in _FOR_MACHINES:
        return True
    try:
        with path.open("rb") as file:
            data = file.read(_LOOKED_AT)
    except (OSError, ValueError):
        return False
    return _NAME in data and _SAID_BY_ALL in b" ".join(data.split())


def _require_place(target: Path) -> None:
    if target.is_dir():
        raise IsADirectoryError
    if not target.parent.is_dir():
        raise FileNotFoundError
    with contextlib.suppress(FileNotFoundError):
        target.lstat()  # raises for a name that is too long


def write_all(outputs: Sequence[Output]) -> None:
    """Write every output, or leave every earlier file as it was.

    Each goes to a temporary file beside its target first, and only when all are safely on the disk are they moved
    into place. Raises NotWrittenError, which names the path and the cause, and leaves no temporary file behind.
    """
    ready: list[tuple[Path, Path, Output]] = []
    try:
        for output in outputs:
            target = _target(output.path)
            with _naming(output.path):
                if _is_stream(target):
                    target.write_bytes(output.data)
                else:
                    ready.append((_temporary(target), target, output))
                    _fill(*ready[-1])
        for temporary, target, output in ready:
            with _naming(output.path):
                os.replace(temporary, target)
    finally:
        for temporary, _, _ in ready:
            with contextlib.suppress(OSError):
                temporary.unlink(missing_ok=True)


def to_standard_output(data: bytes) -> None:
    """Print a result. A reader that closed the pipe has what it wanted; anything else raises NotWrittenError."""
    if sys.stdout is None:
        raise _not_written("standard output", OSError(0, "It is closed"))
    try:
        sys.stdout.flush()
        sys.stdout.buffer.write(data)
        sys.stdout.buffer.flush()
    except BrokenPipeError:
        silence_standard_output()
    except OSError as error:
        silence_standard_output()
        raise _not_written("standard output", error) from error


def silence_standard_output() -> None:
    """Send what is left in the buffer to nowhere, so that the interpreter does not complain when it ends."""
    with contextlib.suppress(OSError, ValueError, AttributeError):
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, sys.stdout.fileno())
        os.close(nowhere)


def _target(path: Path) -> Path:
    """The file behind a link, if it is one: the link stays, and what it leads to is replaced."""
    try:
        return path if _is_stream(path) else path.resolve()
    except (OSError, RuntimeError) as error:
        raise _not_written(path, error) from error


def _identity(path: Path) -> tuple[int, int] | None:
    try:
        status = path.stat()
    except (OSError, ValueError):
        return None
    return (status.st_dev, status.st_ino)


def _is_stream(target: Path) -> bool:
    """Whether the target is a pipe or a device such as /dev/stdout, which cannot be replaced but only written to."""
    try:
        mode = target.stat().st_mode
    except (OSError, ValueError):
        return False
    return not stat.S_ISREG(mode) and not stat.S_ISDIR(mode)


def _temporary(target: Path) -> Path:
    return target.with_name(f".{target.name[:40]}.{secrets.token_hex(6)}.part")


def _fill(temporary: Path, target: Path, output: Output) -> None:
    if target.is_dir():
        raise IsADirectoryError
    descriptor = os.open(temporary, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), 0o666)
    with os.fdopen(descriptor, "wb") as stream:
        stream.write(output.data)
        stream.flush()
        os.fsync(descriptor)
    with contextlib.suppress(OSError):  # keep the permissions of the file that is replaced, where that is allowed
        os.chmod(temporary, stat.S_IMODE(target.stat().st_mode))


@contextlib.contextmanager
def _naming(path: Path) -> Iterator[None]:
    """Turn whatever goes wrong into an error that names the output."""
    try:
        yield
    except (OSError, ValueError) as error:
        raise _not_written(path, error) from error


def _not_written(path: Path | str, error: BaseException) -> NotWrittenError:
    cause = _CAUSES.get(type(error)) or getattr(error, "strerror", None) or str(error)
    return NotWrittenError(
        f"{path} could not be written: {cause[:1].lower()}{cause[1:]}.",
        hint="Choose another place with --output.",
        file=str(path),
    )
