"""Zip files read in memory, within bounds: what Word, ODT and packed tenders are made of.

Nothing is ever unpacked to disk. Bytes are counted as they come out of the archive, since what an archive says
of its own sizes may be untrue.
"""

from __future__ import annotations

import io
import stat
import zipfile
import zlib
from collections import Counter
from typing import IO

from .errors import NotReadError
from .limits import Limits

_CHUNK = 1 << 18
_RATIO_FROM = 1_000_000  # small parts may be as repetitive as they like
_END_OF_DIRECTORY = b"PK\x05\x06"
_DIRECTORY_ENTRY = b"PK\x01\x02"
_LARGE_LOCATOR = b"PK\x06\x07"  # of an archive whose directory says its size elsewhere
_ENCRYPTED = 0x1 | 0x40
_UNIX = 3
_METHODS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
_FRESH_COPY = "Open it in the program it was made with, save a fresh copy and give that."


class Archive:
    """The members of one zip file.

    ``names`` are its files in the archive's order, ``unsafe`` those whose name points outside the archive
    (an absolute path, or one with ``..``): they are never read. ``links`` hold the name of another file and no text of
    their own. Raises NotReadError, here and in ``read``, when the
    archive is damaged, locked with a password, holds two files of one name or passes a limit.
    """

    def __init__(self, data: bytes, name: str, limits: Limits, *, most: str = "archive_parts") -> None:
        """Open ``data``, shown to people as ``name``; ``most`` is the limit on how many members it may have."""
        self._name = name
        self._limits = limits
        self._unpacked = 0
        self._check_size(data, most)
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(data))
        except (zipfile.BadZipFile, NotImplementedError, ValueError, OverflowError, EOFError) as error:
            raise self._damaged() from error
        if not all(member.filename for member in self._zip.infolist()):  # a name that starts with a zero byte
            raise self._damaged()
        members = [member for member in self._zip.infolist() if not member.is_dir()]
        self._members = {_tidy(member.filename): member for member in members}
        self._check_members(members)
        self.unsafe = tuple(path for path in self._members if _points_outside(path))
        self.names = tuple(path for path in self._members if path not in self.unsafe)
        self.links = frozenset(path for path, member in self._members.items() if _is_link(member))

    def __contains__(self, path: object) -> bool:
        return path in self._members and path not in self.unsafe

    def read(self, path: str) -> bytes:
        """The bytes of one member; KeyError when ``path`` is not among ``names``."""
        if path not in self:
            raise KeyError(path)
        try:
            with self._zip.open(self._members[path]) as stream:
                return self._drain(stream, self._members[path].compress_size)
        except (zipfile.BadZipFile, zlib.error, EOFError, OSError, RuntimeError, ValueError) as error:
            raise self._damaged() from error

    def _drain(self, stream: IO[bytes], packed: int) -> bytes:
        pieces: list[bytes] = []
        size = 0
        while piece := stream.read(_CHUNK):
            size += len(piece)
            self._unpacked += len(piece)
            if self._unpacked > self._limits.unpacked_bytes:
                most = _megabytes(self._limits.unpacked_bytes)
                raise self._beyond(f"unpacks to more than {most}", "unpacked_bytes")
            if size > _RATIO_FROM and size > packed * self._limits.unpacked_ratio:
                ratio = self._limits.unpacked_ratio
                raise self._beyond(f"unpacks to more than {ratio} times its size", "unpacked_ratio")
            pieces.append(piece)
        return b"".join(pieces)

    def _check_size(self, data: bytes, most: str) -> None:
        if len(data) > self._limits.file_bytes:
            raise self._beyond(f"is larger than {_megabytes(self._limits.file_bytes)}", "file_bytes")
        # Counted before the directory is read, which would itself fill the memory.
        if _entries(data) > getattr(self._limits, most):
            members = "files" if most == "pack_files" else "parts"
            raise self._beyond(f"holds more than {getattr(self._limits, most):,} {members}", most)

    def _check_members(self, members: list[zipfile.ZipInfo]) -> None:
        if any(member.flag_bits & _ENCRYPTED for member in members):
            raise NotReadError(
                f"{self._name} is locked with a password.",
                hint="Save a copy without the password and give that.",
                file=self._name,
            )
        if len(members) > len(self._members):
            counts = Counter(map(_name_of, members))
            twice = next(path for path, count in counts.items() if count > 1)
            raise NotReadError(
                f"{self._name} holds two parts with the same name ({twice}), so programs may show different texts.",
                hint=_FRESH_COPY,
                file=self._name,
            )
        if any(member.compress_type not in _METHODS for member in members):
            raise NotReadError(f"{self._name} is packed in an unusual way.", hint=_FRESH_COPY, file=self._name)

    def _damaged(self) -> NotReadError:
        return NotReadError(f"{self._name} is damaged or was not copied whole.", hint=_FRESH_COPY, file=self._name)

    def _beyond(self, what: str, setting: str) -> NotReadError:
        hint = f"If you trust the file, raise `limits: {setting}` in crp-commission.yaml."
        return NotReadError(f"{self._name} {what}, which is the limit.", hint=hint, file=self._name)


def _entries(data: bytes) -> int:
    """How many entries the archive's directory can have at most; the directory's end is found as zipfile finds it."""
    bare_end = len(data) - 22
    end = bare_end if data.startswith(_END_OF_DIRECTORY, max(bare_end, 0)) else data.rfind(_END_OF_DIRECTORY)
    if end < 0:
        return 0
    size = int.from_bytes(data[end + 12 : end + 16], "little")
    large = data.startswith(_LARGE_LOCATOR, max(end - 20, 0))
    return data.count(_DIRECTORY_ENTRY, 0 if large else max(end - size, 0), end)


def _tidy(path: str) -> str:
    return path.replace("\\", "/")


def _name_of(member: zipfile.ZipInfo) -> str:
    return _tidy(member.filename)


def _points_outside(path: str) -> bool:
    return path.startswith("/") or path[1:2] == ":" or ".." in path.split("/")


def _is_link(member: zipfile.ZipInfo) -> bool:
    """Whether a member was packed on a system with links, as one."""
    return member.create_system == _UNIX and stat.S_ISLNK(member.external_attr >> 16)


def _megabytes(size: int) -> str:
    return f"{size / 1_000_000:,.0f} MB" if size >= 1_000_000 else f"{size:,} bytes"
