"""What a check is given becomes one ordered list of documents, the same on every machine."""

from __future__ import annotations

import hashlib
import io
import os
import socket
import zipfile
from collections.abc import Mapping
from pathlib import Path

import pytest

from crp_commission.document import Note
from crp_commission.errors import NotReadError, UsageError
from crp_commission.limits import DEFAULT_LIMITS, Limits
from crp_commission.pack import Member, open_pack

PDF = b"%PDF-1.4\nwords"
TEXT = b"The provider shall consult children.\n"


def zipped(files: Mapping[str, bytes]) -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as archive:
        for name, data in files.items():
            archive.writestr(name, data)
    return target.getvalue()


DOCX = zipped({"[Content_Types].xml": b"<Types/>", "word/document.xml": b"<w/>"})
ODT = zipped({"mimetype": b"application/vnd.oasis.opendocument.text", "content.xml": b"<o/>"})
XLSX = zipped({"[Content_Types].xml": b"<Types/>", "xl/workbook.xml": b"<w/>"})


def lay(top: Path, files: Mapping[str, bytes]) -> Path:
    for name, data in files.items():
        (top / name).parent.mkdir(parents=True, exist_ok=True)
        (top / name).write_bytes(data)
    return top


def read(*arguments: Path | str, limits: Limits = DEFAULT_LIMITS, stdin: bytes = b"") -> list[Member | Note]:
    return list(open_pack([str(argument) for argument in arguments], limits).documents(io.BytesIO(stdin)))


def paths(documents: list[Member | Note]) -> list[str]:
    return [document.path for document in documents if isinstance(document, Member)]


def unread(documents: list[Member | Note]) -> dict[str, str]:
    return {document.file: document.text for document in documents if isinstance(document, Note)}


def test_a_file_comes_with_its_kind_and_hash(tmp_path: Path) -> None:
    lay(tmp_path, {"spec.docx": DOCX})
    (member,) = read(tmp_path / "spec.docx")
    assert member == Member("spec.docx", "docx", DOCX, hashlib.sha256(DOCX).hexdigest())


def test_a_folder_is_read_in_one_order(tmp_path: Path) -> None:
    names = ["b.md", "A.md", "a.txt", "sub/C.md", "Sub2/a.md", "Z.md", "ä.md"]
    forward = read(lay(tmp_path / "one", dict.fromkeys(names, TEXT)))
    backward = read(lay(tmp_path / "two", dict.fromkeys(reversed(names), TEXT)))
    assert paths(forward) == paths(backward) == ["A.md", "a.txt", "b.md", "sub/C.md", "Sub2/a.md", "Z.md", "ä.md"]


def test_the_order_of_the_arguments_does_not_matter(tmp_path: Path) -> None:
    lay(tmp_path, {"a.md": TEXT, "b.md": TEXT})
    assert read(tmp_path / "a.md", tmp_path / "b.md") == read(tmp_path / "b.md", tmp_path / "a.md")


def test_a_file_given_twice_is_read_once(tmp_path: Path) -> None:
    lay(tmp_path, {"pack/a.md": TEXT, "pack/b.md": TEXT})
    documents = read(tmp_path / "pack", tmp_path / "pack" / "a.md", tmp_path / "pack" / ".." / "pack" / "a.md")
    assert paths(documents) == ["a.md", "b.md"]


def test_files_of_one_name_are_told_apart_by_their_folders(tmp_path: Path) -> None:
    lay(tmp_path, {"x/lot/spec.md": TEXT, "y/lot/spec.md": TEXT, "y/lot/terms.md": TEXT})
    documents = read(tmp_path / "x" / "lot", tmp_path / "y" / "lot")
    assert paths(documents) == ["terms.md", "x/lot/spec.md", "y/lot/spec.md"]


def test_litter_is_passed_over_in_silence(tmp_path: Path) -> None:
    litter = [
        "._spec.docx",
        ".#a.md",
        ".gitignore",
        ".editor.json",
        ".idea/sub/notes.md",
        ".empty/settings.json",
        "~$spec.docx",
        ".DS_Store",
        "Thumbs.db",
        "__MACOSX/spec.md",
        ".git/a.md",
        "crp-commission.yaml",
    ]
    (only,) = read(lay(tmp_path, dict.fromkeys([*litter, "a.md"], TEXT)))
    assert only.path == "a.md"
    (in_archive,) = read(lay(tmp_path / "other", {"pack.zip": zipped(dict.fromkeys([*litter, "a.md"], TEXT))}))
    assert in_archive.path == "pack.zip!/a.md"


def test_a_hidden_paper_is_not_read_and_told_of(tmp_path: Path) -> None:
    files = dict.fromkeys([".spec.docx", "lot/.terms.md", ".old/deep/terms.md", "a.md"], TEXT)
    documents = read(lay(tmp_path / "top", files))
    assert paths(documents) == ["a.md"]
    notes = [one for one in documents if isinstance(one, Note)]
    assert {note.file for note in notes} == {".spec.docx", "lot/.terms.md", ".old"}
    assert all(note.text.startswith("Left out: it is hidden by a dot") and not note.unread for note in notes)
    assert paths(read(tmp_path / "top" / "lot" / ".terms.md")) == [".terms.md"]
    packed = [one for one in read(lay(tmp_path, {"pack.zip": zipped(files)}) / "pack.zip") if isinstance(one, Note)]
    assert {note.file for note in packed} == {f"pack.zip!/{name}" for name in files if name != "a.md"}


@pytest.mark.parametrize(
    ("name", "data", "words"),
    [
        ("costs.xlsx", XLSX, "an Excel workbook"),
        ("old.doc", bytes.fromhex("d0cf11e0a1b11ae1") + "WordDocument".encode("utf-16-le"), "save it as .docx"),
        ("old.rtf", b"{\\rtf1 words}", "save it as .docx"),
        ("old.xls", bytes.fromhex("d0cf11e0a1b11ae1") + "Workbook".encode("utf-16-le"), "save the sheets that matter"),
        ("old.msg", bytes.fromhex("d0cf11e0a1b11ae1") + "__substg1.0_".encode("utf-16-le"), "save the paper that is"),
        ("unclear.doc", bytes.fromhex("d0cf11e0a1b11ae1"), "Open it in the program that made it"),
        ("mail.eml", b"Subject: a paper\n\nwords", "is an e-mail, which is not read. Open it, save the paper that is"),
        ("mail.txt", b"From: a@b\nMIME-Version: 1.0\n\nwords", "is an e-mail"),
        ("page.mht", b"MIME-Version: 1.0\nContent-Type: multipart/related\n\nwords", "in a browser"),
        ("logo.png", b"\x89PNG\r\n\x1a\n", "a picture"),
        ("data.csv", b"a,b\n1,2\n", "(.csv) that is not read"),
        ("notes", b"words", "is not read"),
        ("empty.md", b" \n", "empty"),
        ("nothing.pdf", b"", "empty"),
    ],
)
def test_what_is_not_read_is_told_and_the_rest_goes_on(tmp_path: Path, name: str, data: bytes, words: str) -> None:
    documents = read(lay(tmp_path, {name: data, "spec.md": TEXT}))
    assert paths(documents) == ["spec.md"]
    (note,) = [document for document in documents if isinstance(document, Note)]
    assert note.file == name
    assert note.text.startswith("Not read: ")
    assert words in note.text
    assert note.unread == 1.0


@pytest.mark.parametrize(
    ("name", "data", "kind"),
    [
        ("a.docx", PDF, "pdf"),
        ("a.pdf", DOCX, "docx"),
        ("a.txt", ODT, "odt"),
        ("a.md", b"\n\n" + PDF, "pdf"),
        ("a.doc", DOCX, "docx"),
    ],
)
def test_the_content_decides_and_a_wrong_ending_is_told(tmp_path: Path, name: str, data: bytes, kind: str) -> None:
    (member,) = read(lay(tmp_path, {name: data}))
    assert isinstance(member, Member)
    assert member.kind == kind
    assert name[1:] in member.warning


@pytest.mark.parametrize(
    ("name", "data", "kind"),
    [
        ("README", TEXT, "text"),
        ("spec.log", b"# Voice\n\nwords\n", "markdown"),
        ("page", b"<!doctype html><p>x", "html"),
    ],
)
def test_a_text_that_a_person_named_is_read_whatever_its_ending(
    tmp_path: Path, name: str, data: bytes, kind: str
) -> None:
    lay(tmp_path, {name: data})
    (member,) = read(tmp_path / name)
    assert isinstance(member, Member)
    assert (member.kind, member.warning) == (kind, "")


def test_standard_input_is_a_document() -> None:
    (member,) = read("-", stdin=DOCX)
    assert isinstance(member, Member)
    assert (member.path, member.kind, member.data) == ("standard input", "docx", DOCX)


def test_the_members_of_a_zip_are_documents(tmp_path: Path) -> None:
    inner = zipped({"a.md": TEXT})
    files = {
        "b/Spec.docx": DOCX,
        "A.md": TEXT,
        "__MACOSX/A.md": TEXT,
        "b/.DS_Store": b"x",
        "lot.zip": inner,
        "c.xlsx": XLSX,
    }
    documents = read(lay(tmp_path, {"pack.zip": zipped(files)}) / "pack.zip")
    assert paths(documents) == ["pack.zip!/A.md", "pack.zip!/b/Spec.docx"]
    assert set(unread(documents)) == {"pack.zip!/lot.zip", "pack.zip!/c.xlsx"}
    assert "a zip inside a zip" in unread(documents)["pack.zip!/lot.zip"]


def word_file(text: str, author: str = "", inserted: str = "") -> bytes:
    """A Word file of one paragraph; with an author it holds a comment and, if asked, a tracked insertion of theirs."""
    half = len(text) // 2
    change = f'<w:ins w:id="9" w:author="{author}"><w:r><w:t>{inserted}</w:t></w:r></w:ins>' if inserted else ""
    runs = f'<w:r><w:t xml:space="preserve">{text[:half]}</w:t></w:r>{change}<w:r><w:t>{text[half:]}</w:t></w:r>'
    parts = {
        "[Content_Types].xml": b"<Types/>",
        "word/document.xml": f"<w:document><w:p>{runs}</w:p></w:document>".encode(),
    }
    comments = f'<w:comments><w:comment w:id="0" w:author="{author}"/></w:comments>'.encode()
    return zipped(parts | ({"word/comments.xml": comments} if author else {}))


OURS = "crp-commission"
COPIES = {
    "plain.docx": word_file("Children are asked."),
    "plain.annotated.docx": word_file("Children are asked.", OURS),
    "more.docx": word_file("Children are asked."),
    "more.annotated.docx": word_file("Children are asked.", OURS, inserted="Each term."),
    "mended.docx": word_file("Children are asked."),
    "mended.annotated.docx": word_file("Children are asked each term.", OURS),
    "theirs.docx": word_file("Children are asked."),
    "theirs.annotated.docx": word_file("Children are asked.", "A. Officer"),
    "alone.annotated.docx": word_file("Children are asked.", OURS),
    "text.md": TEXT,
    "text.annotated.md": TEXT,
    "broken.docx": b"PK\x03\x04",
    "broken.annotated.docx": word_file("Children are asked.", OURS),
}


@pytest.mark.parametrize("packed", [False, True], ids=["in a folder", "in a zip"])
def test_an_annotated_copy_with_the_words_of_a_paper_beside_it_is_left_out(tmp_path: Path, packed: bool) -> None:
    place = lay(tmp_path, {"pack.zip": zipped(COPIES)} if packed else COPIES)
    documents = read(place / "pack.zip" if packed else place)
    notes = [one for one in documents if isinstance(one, Note) and not one.unread]
    assert [note.file.rpartition("/")[2] for note in notes] == ["more.annotated.docx", "plain.annotated.docx"]
    assert notes[1].text.startswith("Left out: it is the annotated copy of plain.docx")
    left = {"more.annotated.docx", "plain.annotated.docx"}
    assert {path.rpartition("/")[2] for path in paths(documents)} == COPIES.keys() - left


def test_an_annotated_copy_without_its_paper_is_read(tmp_path: Path) -> None:
    place = lay(tmp_path, {name: COPIES[name] for name in ("plain.docx", "plain.annotated.docx")})
    copy, paper = place / "plain.annotated.docx", place / "plain.docx"
    assert paths(read(copy)) == ["plain.annotated.docx"]
    assert paths(read(copy, paper)) == ["plain.docx"]


def test_a_zip_in_a_folder_is_opened(tmp_path: Path) -> None:
    assert paths(read(lay(tmp_path, {"sub/pack.zip": zipped({"a.md": TEXT})}))) == ["sub/pack.zip!/a.md"]


def test_a_member_that_points_outside_is_refused(tmp_path: Path) -> None:
    documents = read(lay(tmp_path, {"pack.zip": zipped({"../../evil.md": TEXT, "a.md": TEXT})}))
    assert paths(documents) == ["pack.zip!/a.md"]
    assert "points outside" in unread(documents)["pack.zip!/../../evil.md"]


def test_a_link_in_a_zip_is_no_text(tmp_path: Path) -> None:
    link = zipfile.ZipInfo("link.md")
    link.create_system, link.external_attr = 3, 0o120777 << 16
    target = io.BytesIO(zipped({"a.md": TEXT}))
    with zipfile.ZipFile(target, "a") as archive:
        archive.writestr(link, "/etc/passwd")
    documents = read(lay(tmp_path, {"pack.zip": target.getvalue()}))
    assert paths(documents) == ["pack.zip!/a.md"]
    assert unread(documents) == {"pack.zip!/link.md": "Not read: it is a link, which is not followed."}


def test_a_broken_zip_costs_itself_only(tmp_path: Path) -> None:
    documents = read(lay(tmp_path, {"pack.zip": zipped({"a.md": TEXT})[:40], "b.md": TEXT}))
    assert paths(documents) == ["b.md"]
    assert set(unread(documents)) == {"pack.zip"}


def test_a_bomb_costs_itself_only(tmp_path: Path) -> None:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("a.md", b"a" * 5_000_000)
    documents = read(lay(tmp_path, {"pack.zip": target.getvalue(), "b.md": TEXT}))
    assert paths(documents) == ["b.md"]
    assert "unpacks to more than" in unread(documents)["pack.zip!/a.md"]


def test_links_inside_are_read_once_and_links_outside_never(tmp_path: Path) -> None:
    lay(tmp_path, {"pack/a.md": TEXT, "pack/sub/b.md": TEXT, "outside/secret.md": TEXT})
    folder = tmp_path / "pack"
    (folder / "0.md").symlink_to("a.md")
    (folder / "secret.md").symlink_to(tmp_path / "outside" / "secret.md")
    (folder / "folder").symlink_to(tmp_path / "outside")
    (folder / "loop").symlink_to(folder)
    (folder / "broken.md").symlink_to("nothing.md")
    os.link(folder / "a.md", folder / "z.md")
    documents = read(folder)
    assert paths(documents) == ["a.md", "sub/b.md"]
    assert set(unread(documents)) == {"secret.md", "folder", "broken.md"}


def test_a_link_that_a_person_names_is_followed(tmp_path: Path) -> None:
    lay(tmp_path, {"a.md": TEXT})
    (tmp_path / "link.md").symlink_to("a.md")
    assert paths(read(tmp_path / "link.md")) == ["link.md"]


def test_pipes_devices_and_sockets_are_refused(tmp_path: Path) -> None:
    lay(tmp_path, {"a.md": TEXT})
    os.mkfifo(tmp_path / "pipe.md")
    (tmp_path / "zero.txt").symlink_to("/dev/zero")
    with socket.socket(socket.AF_UNIX) as listener:
        listener.bind(str(tmp_path / "socket.md"))
    documents = read(tmp_path)
    assert paths(documents) == ["a.md"]
    assert set(unread(documents)) == {"pipe.md", "zero.txt", "socket.md"}
    assert unread(read(tmp_path / "pipe.md")) == {"pipe.md": "Not read: it is not an ordinary file."}
    assert unread(read("/dev/zero")) == {"zero": "Not read: it is not an ordinary file."}


def test_a_path_that_does_not_exist_is_told_with_the_nearest_name(tmp_path: Path) -> None:
    lay(tmp_path, {"specification.docx": DOCX})
    with pytest.raises(UsageError) as caught:
        read(tmp_path / "specfication.docx")
    assert "does not exist" in caught.value.message
    assert "specification.docx" in caught.value.hint


@pytest.mark.parametrize("argument", ["no/such/file.md", "a\0b", ""])
def test_odd_paths_do_not_exist(argument: str) -> None:
    with pytest.raises(UsageError, match="does not exist"):
        read(argument)


def test_limits_are_kept(tmp_path: Path) -> None:
    lay(tmp_path, {"a.md": TEXT * 10, "b.md": TEXT, "c.zip": zipped({f"{number}.md": TEXT for number in range(9)})})
    assert "larger than" in unread(read(tmp_path, limits=Limits(file_bytes=100)))["a.md"]
    with pytest.raises(NotReadError, match="more than 2 files"):
        read(tmp_path, limits=Limits(pack_files=2))
    with pytest.raises(NotReadError, match="more than 10 files"):
        read(tmp_path, limits=Limits(pack_files=10))


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_a_file_without_permission_is_told(tmp_path: Path) -> None:
    lay(tmp_path, {"a.md": TEXT, "b.md": TEXT})
    (tmp_path / "a.md").chmod(0)
    assert "permission" in unread(read(tmp_path))["a.md"]


def test_names_are_shown_the_same_on_every_system(tmp_path: Path) -> None:
    (tmp_path / "caf\u0065\u0301.md").write_bytes(TEXT)
    (tmp_path / os.fsdecode(b"bad\xff.md")).write_bytes(TEXT)
    assert paths(read(tmp_path)) == ["bad\ufffd.md", "caf\u00e9.md"]


def test_a_pack_has_a_title(tmp_path: Path) -> None:
    lay(tmp_path / "Young Carers", {"a.md": TEXT, "b.md": TEXT})
    folder = str(tmp_path / "Young Carers")
    assert open_pack([folder, folder], DEFAULT_LIMITS).title == "Young Carers"
    assert open_pack([f"{folder}/a.md"], DEFAULT_LIMITS).title == "a.md"
    assert open_pack([f"{folder}/b.md", f"{folder}/a.md"], DEFAULT_LIMITS).title == "a.md and 1 more"


@pytest.mark.parametrize(
    ("arguments", "expected"),
    [
        (["papers/tender"], {"spec.docx": "papers/tender/spec.docx", "in/terms.md": "papers/tender/in/terms.md"}),
        (["./papers//tender/"], {"spec.docx": "papers/tender/spec.docx", "in/terms.md": "papers/tender/in/terms.md"}),
        (["papers/tender/spec.docx"], {"spec.docx": "papers/tender/spec.docx"}),
        (["../top/papers/twin.md"], {"twin.md": "../top/papers/twin.md"}),
        (["papers/link"], {"spec.docx": "papers/link/spec.docx", "in/terms.md": "papers/link/in/terms.md"}),
        (["papers/twin.md", "papers/other/twin.md"], {"other/twin.md": "papers/other/twin.md"}),
        (["."], {}),
        (["twin.md"], {}),
        (["-"], {}),
    ],
)
def test_where_a_file_lies_is_kept_as_it_was_typed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, arguments: list[str], expected: dict[str, str]
) -> None:
    top = tmp_path / "top"
    lay(top, {"papers/tender/spec.docx": DOCX, "papers/tender/in/terms.md": TEXT, "twin.md": TEXT})
    lay(top / "papers", {"twin.md": TEXT, "other/twin.md": TEXT})
    (top / "papers" / "link").symlink_to("tender")
    monkeypatch.chdir(top)
    assert open_pack(arguments, DEFAULT_LIMITS).locations == expected


def test_where_a_file_lies_is_not_told_of_an_absolute_path(tmp_path: Path) -> None:
    lay(tmp_path, {"tender/spec.docx": DOCX})
    for given in (tmp_path, tmp_path / "tender", tmp_path / "tender" / "spec.docx"):
        assert open_pack([str(given)], DEFAULT_LIMITS).locations == {}


def test_files_are_known_by_their_identity(tmp_path: Path) -> None:
    lay(tmp_path, {"a.md": TEXT})
    status = (tmp_path / "a.md").stat()
    assert open_pack([str(tmp_path)], DEFAULT_LIMITS).identities == {(status.st_dev, status.st_ino)}
