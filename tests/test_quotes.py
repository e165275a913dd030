"""Every quote in a result stands in the named file at the named place, as libraries that we do not use see the file."""

from __future__ import annotations

import io
import json
import re
import sys
import textwrap
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from crp_commission.cli import run
from crp_commission.language.text import clean

sys.path.insert(0, str(Path(__file__).parent / "readers"))
from docx_builder import docx, p, tbl
from odt_builder import h, odt
from odt_builder import p as odt_p
from odt_builder import table as odt_table
from pdf_builder import PdfBuilder

PACK = Path(__file__).parents[1] / "examples" / "young-carers"
HEADING = "4.2 Taking part"
DUTY = "The Provider shall ask each child for their views before every review and record them in the child’s own words."
REPLY = "It shall tell children what changed because of what they said within ten working days."
ROW = ("The Provider must offer an advocate to a child who complains", "Quarterly")


def _squeezed(text: str) -> str:
    """Text without white space and the hyphens of line ends, which readers join in their own ways."""
    return re.sub(r"[\s\u00ad\u2010\ufffe\x02-]+", "", clean(text))


def _docx_text(data: bytes) -> dict[int | None, str]:
    """All that Word shows, but for deletions: text of every ``w:t`` in every part that holds text."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        parts = [archive.read(name).decode() for name in archive.namelist() if re.search(r"word/\w+\.xml$", name)]
    return {None: "".join("".join(re.findall(r"<w:t(?: [^>]*)?>([^<]*)</w:t>", part)) for part in parts)}


def _pdf_text(data: bytes) -> dict[int | None, str]:
    import pypdfium2

    document = pypdfium2.PdfDocument(data)
    pages = [document[number].get_textpage().get_text_range() for number in range(len(document))]
    # A paragraph may run on over the page's end, so a page is read together with the next.
    return {number: "".join(pages[number - 1 : number + 1]) for number in range(1, len(pages) + 1)}


def _marked_text(data: bytes) -> dict[int | None, str]:
    return {None: re.sub(r"<[^>]*>|[*|#>]", "", data.decode())}


def _odt_text(data: bytes) -> dict[int | None, str]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return _marked_text(archive.read("content.xml"))


TEXTS: dict[str, Callable[[bytes], dict[int | None, str]]] = {
    ".docx": _docx_text,
    ".pdf": _pdf_text,
    ".odt": _odt_text,
}


def _pdf() -> bytes:
    builder = PdfBuilder()
    first, second = builder.page(), builder.page()
    first.text(72, 760, HEADING, size=16, font="bold")
    first.lines(72, 720, textwrap.wrap(DUTY, 60))
    second.lines(72, 760, (REPLY,))
    return builder.build()


FILES = {
    "spec.docx": docx(p(HEADING, style="Heading1") + p(DUTY) + p(REPLY) + tbl(["Requirement", "How often"], list(ROW))),
    "spec.odt": odt(h(HEADING) + odt_p(DUTY) + odt_p(REPLY) + odt_table(["Requirement", "How often"], list(ROW))),
    "spec.pdf": _pdf(),
    "spec.md": f"# {HEADING}\n\n**{DUTY[:30]}**{DUTY[30:]}\n{REPLY}\n\n"
    f"| Requirement | How often |\n|---|---|\n| {ROW[0]} | {ROW[1]} |\n",
    "spec.html": f"<h1>{HEADING}</h1><p>{DUTY}</p><p>{REPLY}</p>"
    f"<table><tr><th>Requirement<th>How often<tr><td>{ROW[0]}<td>{ROW[1]}</table>",
    "spec.txt": f"{HEADING}\n\n{textwrap.fill(DUTY, 60)}\n\n{REPLY}\n",
}


def _result(capsys: pytest.CaptureFixture[str], path: Path) -> dict[str, object]:
    assert run(["check", str(path), "--format", "json", "--no-config", "--quiet"]) == 0
    return json.loads(capsys.readouterr().out)


def _assert_quotes_stand(result: dict, folder: Path) -> int:
    texts = {file["path"]: _text(folder / Path(file["path"]).name) for file in result["files"]}
    quotes = [(passage, criterion["id"]) for criterion in result["criteria"] for passage in criterion["evidence"]]
    for passage, criterion in quotes:
        pages = texts[passage["file"]]
        place = passage["page"] if None not in pages else None
        assert _squeezed(passage["quote"]) in _squeezed(pages[place]), (criterion, passage["quote"], passage["page"])
        if passage["line"]:
            line = (folder / Path(passage["file"]).name).read_text("utf-8").splitlines()[passage["line"] - 1]
            assert _squeezed(line)[:12], (criterion, passage["quote"])
    return len(quotes)


def _text(path: Path) -> dict[int | None, str]:
    return TEXTS.get(path.suffix, _marked_text)(path.read_bytes())


@pytest.mark.parametrize("name", sorted(FILES))
def test_quotes_stand_in_the_file_at_the_place(name: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    data = FILES[name]
    (tmp_path / name).write_bytes(data if isinstance(data, bytes) else data.encode())
    result = _result(capsys, tmp_path / name)
    assert _assert_quotes_stand(result, tmp_path) >= 2
    found = {passage["quote"] for criterion in result["criteria"] for passage in criterion["evidence"]}
    assert clean(DUTY) in found


def test_quotes_of_the_shipped_pack_stand_in_its_files(capsys: pytest.CaptureFixture[str]) -> None:
    result = _result(capsys, PACK)
    assert _assert_quotes_stand(result, PACK) > 20
    assert {Path(file["path"]).suffix for file in result["files"]} == {".docx", ".pdf"}


def test_sections_named_are_headings_above_the_quote(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for name in ("spec.docx", "spec.odt", "spec.md", "spec.html"):
        data = FILES[name]
        (tmp_path / name).write_bytes(data if isinstance(data, bytes) else data.encode())
        result = _result(capsys, tmp_path / name)
        sections = {passage["section"] for criterion in result["criteria"] for passage in criterion["evidence"]}
        assert sections == {HEADING}, name
