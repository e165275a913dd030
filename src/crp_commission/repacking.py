"""A zip file written again with some of its members changed: the others are copied packed, as they lie.

Nothing that stays is unpacked, so no member can be too large or damaged on the way, and an image that is not looked at
costs no time. The order of the members stays, and no clock is read.
"""

from __future__ import annotations

import io
import struct
import zipfile
import zlib
from collections.abc import Mapping
from typing import NamedTuple

from .errors import NotReadError

_LOCAL = struct.Struct("<4s5H3I2H")
_CENTRAL = struct.Struct("<4s6H3I5H2I")
_END = struct.Struct("<4s4H2IH")
_VERSION = 20
_IN_UTF8 = 0x800
_SIZES_FOLLOW = 0x8  # the sizes stand behind the data; they are known now, and go before it
_LARGE_EXTRA = 1  # sizes too large for their usual place, which no file within our limits has
_FIRST_DAY = (1980, 1, 1, 0, 0, 0)
_MOST = 0xFFFF_FFFF


class _Member(NamedTuple):
    """A member as it is to lie in the new file."""

    info: zipfile.ZipInfo
    name: bytes
    packed: bytes
    extra: bytes


def repacked(data: bytes, changed: Mapping[str, bytes], name: str) -> bytes:
    """The zip file in ``data`` with the members that ``changed`` names replaced, or added at its end in their order.

    Members are named as ``Archive`` does. ``name`` is the file's own, for messages. Raises NotReadError when the file
    breaks off.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            infos, comment = archive.infolist(), archive.comment
    except (zipfile.BadZipFile, NotImplementedError, ValueError, OverflowError, EOFError) as error:
        raise _damaged(name) from error
    left = dict(changed)
    members = []
    for info in infos:
        path = info.filename.replace("\\", "/")
        members.append(_changed(info, left.pop(path)) if path in left else _kept(info, data, name))
    members += [_changed(_new(path), content) for path, content in left.items()]
    return _written(members, comment)


def _written(members: list[_Member], comment: bytes) -> bytes:
    out, directory = bytearray(), bytearray()
    for member in members:
        directory += _entry(member, len(out))
        out += _LOCAL.pack(b"PK\3\4", *_description(member)) + member.name + member.extra + member.packed
    end = _END.pack(b"PK\5\6", 0, 0, len(members), len(members), len(directory), len(out), len(comment))
    return bytes(out + directory + end + comment)


def _entry(member: _Member, offset: int) -> bytes:
    info = member.info
    made_by = (info.create_system & 0xFF) << 8 | info.create_version & 0xFF
    where = (len(info.comment), 0, info.internal_attr & 0xFFFF, info.external_attr & _MOST, offset)
    return _CENTRAL.pack(b"PK\1\2", made_by, *_description(member), *where) + member.name + member.extra + info.comment


def _description(member: _Member) -> tuple[int, ...]:
    """What the head of a member and its entry in the directory have in common."""
    info = member.info
    year, month, day, hour, minute, second = info.date_time
    date = (year - 1980 & 0x7F) << 9 | month << 5 | day
    time = hour << 11 | minute << 5 | second // 2
    sizes = (info.CRC, len(member.packed), info.file_size)
    return (
        info.extract_version,
        info.flag_bits,
        info.compress_type,
        time,
        date,
        *sizes,
        len(member.name),
        len(member.extra),
    )


def _kept(info: zipfile.ZipInfo, data: bytes, name: str) -> _Member:
    head = data[info.header_offset : info.header_offset + _LOCAL.size]
    if len(head) < _LOCAL.size or info.file_size > _MOST or info.compress_size > len(data):
        raise _damaged(name)
    *_, name_length, extra_length = _LOCAL.unpack(head)
    start = info.header_offset + _LOCAL.size + name_length + extra_length
    packed = data[start : start + info.compress_size]
    if len(packed) < info.compress_size:
        raise _damaged(name)
    stored = info.orig_filename.encode("utf-8" if info.flag_bits & _IN_UTF8 else "cp437")
    info.flag_bits &= ~_SIZES_FOLLOW
    return _Member(info, stored, packed, _without_sizes(info.extra))


def _changed(info: zipfile.ZipInfo, content: bytes) -> _Member:
    packer = zlib.compressobj(zlib.Z_DEFAULT_COMPRESSION, zlib.DEFLATED, -zlib.MAX_WBITS)
    packed = packer.compress(content) + packer.flush()
    stored = info.orig_filename.encode("utf-8" if info.flag_bits & _IN_UTF8 else "cp437")
    info.flag_bits &= _IN_UTF8
    info.compress_type, info.CRC, info.file_size = zipfile.ZIP_DEFLATED, zlib.crc32(content), len(content)
    info.extract_version = _VERSION
    return _Member(info, stored, packed, b"")


def _new(path: str) -> zipfile.ZipInfo:
    info = zipfile.ZipInfo(path, _FIRST_DAY)
    info.flag_bits = 0 if path.isascii() else _IN_UTF8
    info.create_system = 0  # the same wherever it is written
    return info


def _without_sizes(extra: bytes) -> bytes:
    """The extra fields of a member but for one that holds large sizes."""
    kept, at = b"", 0
    while at + 4 <= len(extra):
        kind, length = struct.unpack_from("<2H", extra, at)
        kept += b"" if kind == _LARGE_EXTRA else extra[at : at + 4 + length]
        at += 4 + length
    return kept


def _damaged(name: str) -> NotReadError:
    hint = "Open it in Word, save a fresh copy and give that."
    return NotReadError(f"{name} is damaged or was not copied whole.", hint=hint, file=name)
