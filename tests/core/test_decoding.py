from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crp_commission.decoding import decode
from crp_commission.errors import NotReadError
from crp_commission.limits import DEFAULT_LIMITS, Limits


def warning(data: bytes, declared: str | None = None) -> str:
    return " ".join(note.text for note in decode(data, "a.txt", Limits(), declared).notes)


def text(data: bytes, declared: str | None = None) -> str:
    return decode(data, "a.txt", Limits(), declared).text


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32"], ids=["plain", "mark", "utf-16", "utf-32"]
)
def test_unicode_is_read_without_a_warning(encoding: str) -> None:
    data = "£5 for every child’s café".encode(encoding)
    assert text(data) == "£5 for every child’s café"
    assert warning(data) == ""


@pytest.mark.parametrize("mark", [b"\xff\xfe", b"\xfe\xff"])
def test_utf16_marks_say_which_end_comes_first(mark: bytes) -> None:
    data = mark + "views".encode("utf-16-le" if mark == b"\xff\xfe" else "utf-16-be")
    assert text(data) == "views"


def test_windows_text_is_read_with_a_warning() -> None:
    data = "the child’s caf\xe9 – £5".encode("cp1252")
    assert text(data) == "the child’s café – £5"
    assert "Windows" in warning(data)


def test_a_declared_encoding_is_used_without_a_warning() -> None:
    assert text("§ café".encode("iso-8859-15"), "ISO-8859-15") == "§ café"
    assert warning("café".encode("iso-8859-15"), "ISO-8859-15") == ""
    assert text("Привет всем".encode("koi8-r"), "koi8-r") == "Привет всем"


def test_utf8_wins_over_what_is_declared() -> None:
    assert text("café".encode(), "iso-8859-1") == "café"


@pytest.mark.parametrize(
    "declared", ["klingon", "mac-klingon", "unicode_escape", "zlib", "rot13", "utf-16", "x" * 500, "\x1b[31m"]
)
def test_an_unknown_encoding_is_told_and_never_run(declared: str) -> None:
    assert text(b"caf\xe9", declared) == "café"
    said = warning(b"caf\xe9", declared)
    assert "unknown encoding" in said
    assert len(said) < 250
    assert "\x1b" not in said


@pytest.mark.parametrize("declared", ["x-klingon", "utf-7", "iso-2022-jp"])
def test_an_unknown_encoding_is_told_of_plain_letters_too(declared: str) -> None:
    assert text(b"cafe", declared) == "cafe"
    assert warning("café".encode(), declared) == (
        f"the file names an unknown encoding (“{declared}”); it was read as UTF-8: check that it reads as it should"
    )


@pytest.mark.parametrize("declared", ["UTF-8", "utf8", "us-ascii", "Windows-1252", "utf-16", "unicode", None])
def test_plain_letters_are_read_without_a_warning_in_any_known_encoding(declared: str | None) -> None:
    assert warning(b"cafe", declared) == ""


def test_text_that_is_not_in_the_encoding_it_names_is_told() -> None:
    assert "not in the encoding it names" in warning(b"caf\xe9 \x8f\xff", "euc-jp")


def test_a_few_wrong_bytes_do_not_spoil_the_rest() -> None:
    data = "‘Ask’ the child – ‘always’ ".encode() + b"caf\xe9"
    assert text(data) == "‘Ask’ the child – ‘always’ café"
    assert "guessed" in warning(data)
    assert text(b"\xef\xbb\xbf" + data) == "‘Ask’ the child – ‘always’ café"


def test_a_marked_file_with_wrong_bytes_is_read_and_told() -> None:
    data = b"\xff\xfe" + "views".encode("utf-16-le") + b"\x00\xd8x"
    assert text(data).startswith("views")
    assert "could not be read" in warning(data)


def test_utf16_without_its_mark_is_read_with_a_warning() -> None:
    data = "The Provider must ask children.".encode("utf-16-le")
    assert text(data) == "The Provider must ask children."
    assert "UTF-16" in warning(data)


@pytest.mark.parametrize(
    "data",
    [
        b"text with \0 in it",
        bytes(range(256)) * 20,
        b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR",
        b"%PDF-1.7\nsome text",
        b"{\\rtf1\\ansi The Provider must}",
        b"\x01\x02\x03\x04 abc \x05\x06",
        "half a file".encode("utf-16-le") + b"\x00\xd8\x20\x00",
    ],
    ids=["zero", "all bytes", "picture", "pdf", "rtf", "controls", "broken utf-16"],
)
def test_what_is_no_text_is_refused(data: bytes) -> None:
    with pytest.raises(NotReadError) as refused:
        decode(data, "pack/a.txt", Limits())
    assert "pack/a.txt" in refused.value.message
    assert refused.value.hint


def test_the_kind_of_a_file_that_is_no_text_is_named() -> None:
    with pytest.raises(NotReadError, match="is a PDF, not text"):
        decode(b"%PDF-1.7\n", "a.txt", Limits())


@pytest.mark.parametrize("data", ["a" * 101, "é" * 101, "a" * 500])
def test_more_characters_than_the_limit_are_refused_with_its_setting(data: str) -> None:
    with pytest.raises(NotReadError, match="more than 100 characters") as refused:
        decode(data.encode(), "a.txt", replace(DEFAULT_LIMITS, characters=100))
    assert "limits: characters" in refused.value.hint


def test_exactly_the_limit_is_read() -> None:
    assert len(decode(("é" * 100).encode(), "a.txt", replace(DEFAULT_LIMITS, characters=100)).text) == 100


def test_line_ends_are_all_the_same() -> None:
    assert text(b"a\r\nb\rc\nd") == "a\nb\nc\nd"


def test_no_bytes_are_no_text() -> None:
    assert text(b"") == ""


@given(st.binary(max_size=300), st.none() | st.text(max_size=20))
def test_any_bytes_are_text_or_refused(data: bytes, declared: str | None) -> None:
    try:
        decoded = decode(data, "a.txt", Limits(), declared)
    except NotReadError:
        return
    assert "\r" not in decoded.text
    decoded.text.encode("utf-8")  # no half characters


@given(st.text(st.characters(blacklist_categories=["Cs", "Cc"]), max_size=200))
def test_any_text_comes_back(written: str) -> None:
    if not written.startswith("\ufeff"):
        assert text(written.encode()) == written
