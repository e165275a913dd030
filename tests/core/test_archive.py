from __future__ import annotations

import dataclasses
import io
import struct
import zipfile
import zlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crp_commission.archive import Archive
from crp_commission.errors import NotReadError
from crp_commission.limits import DEFAULT_LIMITS, Limits


def zipped(*members: tuple[str, bytes], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", method) as archive:
        for name, data in members:
            archive.writestr(name, data)
    return stream.getvalue()


def limited(**limits: int) -> Limits:
    return dataclasses.replace(DEFAULT_LIMITS, **limits)


def opened(data: bytes, limits: Limits = DEFAULT_LIMITS) -> Archive:
    return Archive(data, "pack.zip", limits)


def refusal(data: bytes, limits: Limits = DEFAULT_LIMITS) -> NotReadError:
    with pytest.raises(NotReadError) as caught:
        archive = opened(data, limits)
        for name in archive.names:
            archive.read(name)
    assert "pack.zip" in caught.value.message
    return caught.value


@given(st.dictionaries(st.text("abcé/-_ ", min_size=1).map(lambda name: f"m{name}x"), st.binary(), max_size=5))
def test_members_come_back_as_they_went_in(members: dict[str, bytes]) -> None:
    archive = opened(zipped(*members.items()))
    assert {name: archive.read(name) for name in archive.names} == members


def test_names_keep_the_order_and_leave_folders_out() -> None:
    archive = opened(zipped(("b.txt", b"1"), ("folder/", b""), ("folder/a.txt", b"2")))
    assert archive.names == ("b.txt", "folder/a.txt")
    assert "b.txt" in archive
    assert "folder/" not in archive


def test_a_name_that_is_not_there_is_a_key_error() -> None:
    with pytest.raises(KeyError):
        opened(zipped(("a", b""))).read("b")


@pytest.mark.parametrize("name", ["../a", "/a", "b/../../a", "..\\a", "C:/a", "C:\\a", "\\\\server\\a"])
def test_names_that_point_outside_are_set_apart_and_never_read(name: str) -> None:
    archive = opened(zipped((name, b"x"), ("in.txt", b"y")))
    assert archive.names == ("in.txt",)
    assert len(archive.unsafe) == 1
    with pytest.raises(KeyError):
        archive.read(archive.unsafe[0])


def test_bytes_are_counted_over_all_members() -> None:
    data = zipped(*((f"{n}", bytes(300)) for n in range(4)))
    error = refusal(data, limited(unpacked_bytes=1_000))
    assert error.message == "pack.zip unpacks to more than 1,000 bytes, which is the limit."
    assert error.hint == "If you trust the file, raise `limits: unpacked_bytes` in crp-commission.yaml."


def test_ratio_counts_only_past_a_megabyte() -> None:
    assert len(opened(zipped(("a", bytes(999_999)))).read("a")) == 999_999
    error = refusal(zipped(("a", bytes(3_000_000))))
    assert "100 times its size" in error.message
    assert "`limits: unpacked_ratio`" in error.hint


def test_sizes_that_lie_do_not_help() -> None:
    data = bytearray(zipped(("a", bytes(3_000_000))))
    directory = data.rindex(b"PK\x01\x02")
    struct.pack_into("<I", data, directory + 24, 10)
    with pytest.raises(NotReadError):
        opened(bytes(data)).read("a")


def test_number_of_members_is_bounded_before_they_are_listed() -> None:
    data = zipped(*((str(n), b"") for n in range(30)))
    assert len(opened(data, limited(archive_parts=30)).names) == 30
    error = refusal(data, limited(archive_parts=29))
    assert "more than 29 parts" in error.message
    assert "`limits: archive_parts`" in error.hint


def test_another_limit_on_members_can_be_named() -> None:
    data = zipped(*((str(n), b"") for n in range(5)))
    with pytest.raises(NotReadError, match="more than 4 files") as caught:
        Archive(data, "pack.zip", limited(pack_files=4), most="pack_files")
    assert "`limits: pack_files`" in caught.value.hint


def test_a_large_locator_does_not_hide_members() -> None:
    """An archive whose directory gives its size in the older record falsely is counted as a whole."""
    data = zipped(*((str(n), b"") for n in range(30)))
    end = len(data) - 22
    locator = struct.pack("<4sIQI", b"PK\x06\x07", 0, end, 1)
    small = bytearray(data[end:])
    struct.pack_into("<I", small, 12, 0)
    assert "more than 29 parts" in refusal(data[:end] + locator + bytes(small), limited(archive_parts=29)).message


def test_twins_are_refused() -> None:
    with pytest.warns(UserWarning, match="Duplicate"):
        data = zipped(("a", b"1"), ("a", b"2"))
    assert "two parts with the same name (a)" in refusal(data).message
    assert "same name (f/a)" in refusal(zipped(("f/a", b"1"), ("f\\a", b"2"))).message


def test_locked_archives_are_refused() -> None:
    data = bytearray(zipped(("a", b"secret")))
    data[data.index(b"PK\x01\x02") + 8] |= 1
    error = refusal(bytes(data))
    assert "locked with a password" in error.message
    assert "without the password" in error.hint


@pytest.mark.parametrize("method", [zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA])
def test_unusual_packing_is_refused(method: int) -> None:
    assert "unusual" in refusal(zipped(("a", bytes(10)), method=method)).message


def test_too_large_a_file_is_refused_unopened() -> None:
    assert "larger than 10 bytes" in refusal(b"PK" * 10, limited(file_bytes=10)).message


@pytest.mark.parametrize("data", [b"", b"PK\x03\x04", b"PK\x05\x06", b"PK\x05\x06" + bytes(18)[:10], b"no zip at all"])
def test_what_is_no_archive_is_refused(data: bytes) -> None:
    assert "damaged" in refusal(data).message


def test_a_member_without_a_name_is_refused() -> None:
    data = zipped(("a", b"text"))
    place = data.rindex(b"a", 0, data.index(b"PK\x05\x06"))
    refusal(data[:place] + b"\0" + data[place + 1 :])


def test_every_truncation_is_refused() -> None:
    data = zipped(("a", b"some text" * 20), ("b", b"more"))
    for end in range(len(data)):
        refusal(data[:end])


@given(st.data())
def test_a_changed_byte_never_gives_other_content(data: st.DataObject) -> None:
    good = zipped(("a", b"some text" * 20), ("b", b"more"))
    at = data.draw(st.integers(0, len(good) - 1))
    bad = good[:at] + bytes([data.draw(st.integers(0, 255))]) + good[at + 1 :]
    try:
        archive = opened(bad)
        found = [archive.read(name) for name in archive.names]
    except NotReadError:
        return
    assert all(zlib.crc32(content) in (zlib.crc32(b"some text" * 20), zlib.crc32(b"more"), 0) for content in found)
