from __future__ import annotations

import dataclasses
from xml.sax.saxutils import escape, quoteattr

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crp_commission.errors import NotReadError
from crp_commission.limits import DEFAULT_LIMITS
from crp_commission.xmlfile import SKIP, Attributes, Events, walk

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
STRICT = "http://purl.oclc.org/ooxml/wordprocessingml/main"
SHOWN = st.text(st.characters(codec="utf-8", exclude_categories=["Cs", "Cc"], exclude_characters="\ufffe\uffff"))


class Log:
    """Writes down what the walk sends."""

    def __init__(self, skip: str = "") -> None:
        self.lines: list[str] = []
        self.attributes: list[Attributes] = []
        names = ("w:a", "w:b", "w:c", "a", "{urn:other}a", "text:p")
        self.events = Events(
            {name: lambda at, name=name: self._start(name, at, skip) for name in names},
            {name: lambda name=name: self.lines.append(f"/{name}") for name in names},
            lambda data: self.lines.append(repr(data)),
        )

    def _start(self, name: str, attributes: Attributes, skip: str) -> bool | None:
        self.lines.append(name)
        self.attributes.append(attributes)
        return SKIP if name == skip else None


def walked(xml: str | bytes, skip: str = "", depth: int = 1_000) -> Log:
    log = Log(skip)
    data = xml.encode() if isinstance(xml, str) else xml
    walk(data, log.events, limits=dataclasses.replace(DEFAULT_LIMITS, xml_depth=depth), file="f.docx", part="p.xml")
    return log


def refusal(xml: str | bytes, **options: int) -> NotReadError:
    with pytest.raises(NotReadError) as caught:
        walked(xml, **options)
    assert caught.value.file == "f.docx"
    return caught.value


def test_events_come_in_order() -> None:
    log = walked(f'<w:a xmlns:w="{W}"><w:b w:val="1">x</w:b>y<w:zz/></w:a>')
    assert log.lines == ["w:a", "w:b", "'x'", "/w:b", "'y'", "/w:a"]
    assert log.attributes[1] == {"w:val": "1"}


@pytest.mark.parametrize(
    "xml",
    [
        f'<w:a xmlns:w="{W}"><w:b w:val="1"/></w:a>',
        f'<w:a xmlns:w="{STRICT}"><w:b w:val="1"/></w:a>',
        f'<q:a xmlns:q="{W}"><q:b q:val="1"/></q:a>',
        f'<q:a xmlns:q="{STRICT}"><q:b q:val="1"/></q:a>',
        f'<a xmlns="{W}" xmlns:q="{W}"><b q:val="1"/></a>',
        f'<a xmlns="{W}"><w:b xmlns:w="{W}" w:val="1"/></a>',
        f'<r:a xmlns:r="{W}"><text:b xmlns:text="{W}" text:val="1"/></r:a>',
        f"<w:a xmlns:w = '{W}'><w:b w:val='1'/></w:a>",
        f'<w:a xmlns:w="{W.replace("http", "&#104;ttp")}"><w:b w:val="1"/></w:a>',
    ],
)
def test_names_have_one_spelling_whatever_the_prefixes(xml: str) -> None:
    log = walked(xml)
    assert log.lines == ["w:a", "w:b", "/w:b", "/w:a"]
    assert log.attributes[1]["w:val"] == "1"


@pytest.mark.parametrize(
    "xml",
    [
        '<w:a xmlns:w="urn:other"/>',
        f'<w:c xmlns:w="{W}"><w:a xmlns:w="urn:other"/></w:c>',
        f'<x xmlns:w="{W}"><w:q xmlns:w="urn:&#111;ther"><w:a/></w:q></x>',
    ],
)
def test_a_prefix_bound_to_something_else_is_something_else(xml: str) -> None:
    assert "w:a" not in walked(xml).lines


def test_a_skipped_element_is_passed_over_with_all_it_holds() -> None:
    log = walked(f'<w:a xmlns:w="{W}">1<w:b>2<w:b>3</w:b><w:c>4</w:c></w:b>5<w:c>6</w:c></w:a>', skip="w:b")
    assert log.lines == ["w:a", "'1'", "w:b", "'5'", "w:c", "'6'", "/w:c", "/w:a"]
    log = walked(f'<q:a xmlns:q="{W}">1<q:b>2<q:b>3</q:b></q:b>5</q:a>', skip="w:b")
    assert log.lines == ["w:a", "'1'", "w:b", "'5'", "/w:a"]


@pytest.mark.parametrize(
    "declaration",
    ["<!DOCTYPE a>", '<!DOCTYPE a SYSTEM "x">', '<!DOCTYPE a [<!ENTITY e "f">]>', '<!DOCTYPE a [<!ENTITY % e "f">]>'],
)
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_any_doctype_is_refused(declaration: str, encoding: str) -> None:
    error = refusal(f"{declaration}<a>text</a>".encode(encoding))
    assert "DOCTYPE" in error.message


def test_words_about_a_doctype_are_only_words() -> None:
    assert walked("<a><!-- <!DOCTYPE a> --><![CDATA[<!DOCTYPE a>]]></a>").lines == ["a", "'<!DOCTYPE a>'", "/a"]


def test_depth_is_bounded_in_what_is_read_and_in_what_is_skipped() -> None:
    deep = f'<w:a xmlns:w="{W}">' + "<w:b>" * 9 + "</w:b>" * 9 + "</w:a>"
    assert len(walked(deep, depth=10).lines) == 20
    for skip in ("", "w:b"):
        error = refusal(deep, skip=skip, depth=9)  # type: ignore[arg-type]
        assert "more than 9 levels" in error.message
        assert "`limits: xml_depth`" in error.hint


def test_a_long_row_of_elements_is_not_deep() -> None:
    walked("<a>" + "<b/>" * 5_000 + "</a>", depth=2)


@pytest.mark.parametrize(
    "xml",
    [
        "",
        " ",
        "<a>",
        "<a></b>",
        "text",
        "<a/><a/>",
        "<a>&e;</a>",
        "<a>\x00</a>",
        '<a x="1" x="2"/>',
        "<a>\udcff".encode("utf-8", "surrogatepass"),
    ],
)
def test_what_is_not_well_formed_is_refused(xml: str | bytes) -> None:
    error = refusal(xml)
    assert "damaged" in error.message
    assert "p.xml" in error.message


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be"])
@pytest.mark.parametrize("declared", ["", '<?xml version="1.0"?>', '<?xml version="1.0" encoding="{}"?>'])
def test_encodings(encoding: str, declared: str) -> None:
    said = declared.format(encoding.partition("-sig")[0].upper())
    assert walked(f"{said}<a>é – 😀</a>".encode(encoding)).lines == ["a", "'é – 😀'", "/a"]


def test_single_byte_encodings_and_one_that_lies() -> None:
    assert walked('<?xml version="1.0" encoding="ISO-8859-1"?><a>é</a>'.encode("latin-1")).lines[1] == "'é'"
    assert walked('<?xml version="1.0" encoding="windows-1252"?><a>’</a>'.encode("cp1252")).lines[1] == "'’'"
    assert walked('<?xml version="1.0" encoding="UTF-16"?><a>é</a>').lines[1] == "'é'"


@pytest.mark.parametrize("encoding", ["cp037", "utf-7", "zip", "nonsense", "shift_jis"])
def test_other_encodings_are_refused(encoding: str) -> None:
    assert "damaged" in refusal(f'<?xml version="1.0" encoding="{encoding}"?><a/>').message


def test_broken_utf_16_is_refused() -> None:
    assert "damaged" in refusal("<a>x</a>".encode("utf-16")[:-1]).message
    assert "damaged" in refusal(b"\xff\xfe<\x00a\x00>\x00\x00\xd8<\x00/\x00a\x00>\x00").message


def test_what_a_handler_raises_passes_through() -> None:
    def fail(_attributes: Attributes) -> None:
        raise KeyError("ours")

    with pytest.raises(KeyError, match="ours"):
        walk(b"<a/>", Events({"a": fail}), limits=DEFAULT_LIMITS, file="f.docx")


@given(SHOWN, SHOWN)
def test_text_and_attributes_come_back(text: str, value: str) -> None:
    value = " ".join(value.split())
    for prefix in ("w", "q"):
        found: list[str] = []
        seen: list[str] = []
        events = Events({"w:a": lambda at: seen.append(at["w:v"])}, {}, found.append)  # noqa: B023
        xml = f'<{prefix}:a xmlns:{prefix}="{W}" {prefix}:v={quoteattr(value)}>{escape(text)}</{prefix}:a>'
        walk(xml.encode(), events, limits=DEFAULT_LIMITS, file="f.docx")
        assert ("".join(found), seen) == (text, [value])


@given(st.binary(max_size=300))
def test_no_bytes_raise_anything_else(data: bytes) -> None:
    try:
        walked(data)
        walked(b"<a>" + data + b"</a>")
    except NotReadError:
        pass
