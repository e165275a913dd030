"""A Word document annotated from the command line: the copy, the original, what is refused and what is told."""

from __future__ import annotations

import os
import re
import shutil
import stat
import zipfile
from pathlib import Path

import pytest
from command_line import Run

EXAMPLE = Path(__file__).parents[2] / "examples" / "young-carers" / "specification.docx"


@pytest.fixture
def specification(tmp_path: Path) -> Path:
    return Path(shutil.copy(EXAMPLE, tmp_path / "spec.docx"))


def parts(path: Path) -> dict[str, bytes]:
    with zipfile.ZipFile(path) as archive:
        assert archive.testzip() is None
        return {name: archive.read(name) for name in archive.namelist()}


def test_a_copy_is_written_beside_the_original_and_told_of_in_one_line(run: Run, specification: Path) -> None:
    before = specification.read_bytes()
    ran = run("annotate", specification)
    copy = specification.with_name("spec.annotated.docx")
    assert (ran.code, ran.out) == (0, "")
    assert re.match(
        re.escape(f"Wrote {copy}: comments at ") + r"\d+ passages, on \d+ criteria found missing and one at", ran.err
    )
    told = [line for line in ran.err.splitlines() if not line.startswith("Note: ")]
    assert len(told) == 1
    assert "tracked changes) were not read" in ran.err  # what was passed over, in a line of its own
    assert specification.read_bytes() == before
    original, now = parts(specification), parts(copy)
    assert list(now) == list(original)
    assert {name for name in now if now[name] != original[name]} == {"word/document.xml", "word/comments.xml"}
    assert original["word/comments.xml"].partition(b"</w:comments>")[0] in now["word/comments.xml"]
    assert stat.S_ISREG(copy.stat().st_mode)


def test_clauses_come_as_tracked_changes_by_the_tool_and_the_same_each_time(run: Run, specification: Path) -> None:
    for name in ("a.docx", "b.docx"):
        ran = run("annotate", specification, "--suggest", "--output", specification.with_name(name))
        assert ran.code == 0
        assert " clauses as tracked changes" in ran.err
    main = parts(specification.with_name("a.docx"))["word/document.xml"]
    assert b'w:author="crp-commission">' in main
    assert b"[date]" in main
    assert specification.with_name("a.docx").read_bytes() == specification.with_name("b.docx").read_bytes()


def test_neither_the_original_nor_an_earlier_copy_nor_any_input_is_written_over(run: Run, specification: Path) -> None:
    folder = specification.parent
    (folder / "crp-commission.yaml").write_text("profile: light\n")
    os.link(specification, folder / "twin.docx")
    (folder / "link.docx").symlink_to("spec.docx")
    (folder / "old.docx").write_text("mine")
    before = specification.read_bytes()
    for name in ("spec.docx", "twin.docx", "link.docx"):
        ran = run("annotate", specification, "--output", folder / name, "--force")
        assert (ran.code, "would be overwritten" in ran.err) == (2, True)
    ran = run("annotate", specification, "--output", folder / "old.docx")
    assert (ran.code, "exists already" in ran.err, "--force" in ran.err) == (2, True, True)
    assert (folder / "old.docx").read_text() == "mine"
    assert run("annotate", specification, "--output", folder / "old.docx", "--force").code == 0
    assert zipfile.is_zipfile(folder / "old.docx")
    assert specification.read_bytes() == before
    assert not list(folder.glob(".*"))


@pytest.mark.parametrize(
    ("name", "content", "code", "said"),
    [
        ("notes.md", b"# Voice\n\nThe Provider shall ask each child.", 2, "save it as .docx"),
        ("scan.pdf", b"%PDF-1.4 nothing", 2, "save it as .docx"),
        ("old.doc", bytes.fromhex("d0cf11e0a1b11ae1") + bytes(500), 2, "save it as .docx"),
        ("pack.zip", b"PK\x05\x06" + bytes(18), 2, "save it as .docx"),
        ("broken.docx", b"words, not Word", 3, "broken.docx"),
        ("empty.docx", b"", 3, "empty"),
    ],
)
def test_what_is_no_word_document_is_refused_with_what_to_do(
    run: Run, tmp_path: Path, name: str, content: bytes, code: int, said: str
) -> None:
    (tmp_path / name).write_bytes(content)
    ran = run("annotate", tmp_path / name)
    assert (ran.code, ran.out) == (code, "")
    assert said in ran.err
    assert [path.name for path in tmp_path.iterdir()] == [name]


def test_a_folder_standard_input_and_a_file_that_is_not_there_are_refused(run: Run, tmp_path: Path) -> None:
    assert "one document" in run("annotate", tmp_path).err
    assert "Standard input" in run("annotate", "-").err
    ran = run("annotate", tmp_path / "none.docx")
    assert (ran.code, "does not exist" in ran.err) == (2, True)


def test_a_copy_keeps_the_ending_of_its_original(run: Run, specification: Path) -> None:
    ran = run("annotate", specification, "--output", specification.with_name("copy.pdf"))
    assert (ran.code, "does not end in .docx" in ran.err) == (2, True)
    specification.rename(specification.with_name("spec.DOCX"))
    assert run("annotate", specification.with_name("spec.DOCX")).code == 0
    assert specification.with_name("spec.annotated.DOCX").exists()


def test_a_folder_that_is_not_there_is_told_before_any_work(run: Run, specification: Path) -> None:
    ran = run("annotate", specification, "--output", specification.parent / "none" / "copy.docx")
    assert (ran.code, "the folder does not exist" in ran.err) == (74, True)


def test_the_gate_is_the_exit_code_and_the_copy_is_written_all_the_same(run: Run, specification: Path) -> None:
    ran = run("annotate", specification, "--fail-under", "100")
    assert (ran.code, "The gate failed." in ran.err) == (1, True)
    assert specification.with_name("spec.annotated.docx").exists()
    assert run("annotate", specification, "--fail-under", "100", "--quiet", "--force").err == ""


def test_settings_for_reports_do_not_send_the_copy_elsewhere(run: Run, specification: Path) -> None:
    (specification.parent / "crp-commission.yaml").write_text("format: [json]\noutput: [result.json]\n")
    assert run("annotate", specification).code == 0
    assert specification.with_name("spec.annotated.docx").exists()
    assert not specification.with_name("result.json").exists()


def test_a_role_and_a_date_are_taken(run: Run, specification: Path) -> None:
    ran = run("annotate", specification, "--role", "spec.docx=needs-assessment", "--date", "2026-03-01")
    assert ran.code == 0
    comments = parts(specification.with_name("spec.annotated.docx"))["word/comments.xml"]
    assert b'w:author="crp-commission" w:date="2026-03-01T00:00:00Z"' in comments


def test_a_copy_made_before_is_refused_with_what_to_do_and_without_a_second_set(run: Run, specification: Path) -> None:
    copy = specification.with_name("spec.annotated.docx")
    assert run("annotate", specification, "--suggest").code == 0
    before = copy.read_bytes()
    ran = run("annotate", copy)
    assert (ran.code, ran.out) == (2, "")
    assert "spec.annotated.docx was annotated before: it holds " in ran.err
    assert " comments and " in ran.err and " tracked changes by crp-commission" in ran.err
    assert "Annotate the original." in ran.err
    assert copy.read_bytes() == before
    assert not specification.with_name("spec.annotated.annotated.docx").exists()
    assert run("annotate", specification, "--force").code == 0  # the original is as it was
    assert "comments by crp-commission" in run("annotate", copy).err


def test_comments_and_changes_of_other_people_are_no_reason_to_refuse(run: Run, specification: Path) -> None:
    held = parts(specification)
    assert b"<w:comment " in held["word/comments.xml"] and b"<w:ins " in held["word/document.xml"]
    assert run("annotate", specification).code == 0


def test_a_copy_whose_comments_were_taken_out_is_annotated_again(run: Run, specification: Path) -> None:
    assert run("annotate", specification).code == 0
    copy = specification.with_name("spec.annotated.docx")
    held = parts(copy)
    ours = rb'<w:comment w:id="\d+" w:author="crp-commission".*?</w:comment>'
    held["word/comments.xml"], taken_out = re.subn(ours, b"", held["word/comments.xml"], flags=re.DOTALL)
    assert taken_out > 1
    with zipfile.ZipFile(copy, "w") as archive:
        for name, data in held.items():
            archive.writestr(name, data)
    assert run("annotate", copy).code == 0
