"""XML taken apart by its bytes."""

from __future__ import annotations

import pytest

from crp_commission.errors import NotReadError
from crp_commission.xmlbytes import as_utf8, character_bytes, children, escaped, tag_end


def test_children_side_by_side_whatever_stands_between_and_in_them() -> None:
    data = b"""<a x='>'/> text <!-- <b/> --><p:b y=">"><b><b/></b><![CDATA[</b>]]></p:b><?pi <c>?><c/></z><d/>"""
    found = [(child.name, data[child.start : child.end]) for child in children(data, 0, len(data))]
    assert [name for name, _ in found] == [b"a", b"b", b"c"]
    assert found[0][1] == b"<a x='>'/>"
    assert found[1][1].startswith(b'<p:b y=">">') and found[1][1].endswith(b"</p:b>")


def test_a_tag_ends_after_its_attributes() -> None:
    data = b"<a b='1>2' c=\"'>\"/>x>"
    assert data[: tag_end(data, 0)] == b"<a b='1>2' c=\"'>\"/>"


def test_characters_are_counted_as_a_reader_of_xml_counts_them() -> None:
    data = "a&amp;é\r\n&#x1F600;😀".encode()
    assert character_bytes(data, 0, len(data)) == [0, 1, 6, 8, 10, 19, 23]
    assert character_bytes(b"a<!-- -->b", 0, 10) is None


def test_text_is_escaped_and_freed_of_what_xml_cannot_hold() -> None:
    assert escaped('a<b>&"\x00\x0b\ufffe\ud800é') == "a&lt;b&gt;&amp;&quot;é".encode()


@pytest.mark.parametrize(
    "data", [b"<?xml version='1.0' encoding='UTF-8'?><a>\xc3\xa9</a>", b"<a>\xc3\xa9</a>", b"<?xml version='1.0'?><a/>"]
)
def test_what_is_utf_8_stays_as_it_is(data: bytes) -> None:
    assert as_utf8(data, file="x") == data
    assert as_utf8(b"\xef\xbb\xbf" + data, file="x") == data


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be", "iso-8859-1", "windows-1252"])
def test_other_encodings_become_utf_8_and_say_so(encoding: str) -> None:
    data = f"<?xml version='1.0' encoding='{encoding}'?><a>é</a>".encode(encoding)
    assert as_utf8(data, file="x") == "<?xml version='1.0' encoding='UTF-8'?><a>é</a>".encode()


def test_an_encoding_that_word_does_not_write_is_refused() -> None:
    with pytest.raises(NotReadError, match="encoding"):
        as_utf8(b"<?xml version='1.0' encoding='koi8-r'?><a/>", file="x.docx")
