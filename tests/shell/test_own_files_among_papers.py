"""What the program wrote itself lies among the papers and is none: it moves no score, and is named."""

from __future__ import annotations

import json
import zipfile
from pathlib import Path
from typing import Any

import pytest
from command_line import SPECIFICATION, Run
from docx import Document

FORMATS = {
    "html": "html",
    "docx": "docx",
    "xlsx": "xlsx",
    "markdown": "md",
    "terminal": "txt",
    "json": "json",
    "sarif": "sarif",
    "junit": "xml",
    "csv": "csv",
    "gitlab": "json",
    "github": "txt",
    "github-summary": "md",
    "briefing": "md",
    "child-summary": "md",
    "impact-assessment": "md",
}
SAID = "This scores the words of a document, not the service. Not legal advice. Not an impact assessment."
BASELINE = "format_version: 1\npack: tender\nfindings: []\n"
GATE = "# our gate\ngate:\n  fail-under: 45\n  stages:\n    plan: 30\n"
RULESET = 'id: ours\ntitle: Ours\nversion: "1"\nextends: [core]\n'
YAML = {
    "a file of waivers": "format_version: 1\nwaivers:\n- criterion: REV-NDI-1\n",
    "a file of answers": "format_version: 1\nanswers: []\n",
    "a baseline": BASELINE,
    "a configuration": GATE,
    "a ruleset": RULESET,
}


def judged(run: Run, *arguments: str | Path) -> dict[str, Any]:
    ended = run("check", *arguments, "--no-config", "--strict", "--format", "json")
    assert ended.code == 0, ended.err
    return dict(json.loads(ended.out))


def same_but_for_the_note(run: Run, folder: Path, name: str, before: dict[str, Any], what: str) -> None:
    after = judged(run, folder)
    (note,) = [note for note in after["notes"] if note["file"] == name]
    assert note["text"] == f"Left out: it is {what} of crp-commission's and no paper."
    assert (note["unread"], note["unasked"]) == (0, [])
    after["notes"].remove(note)
    assert after == before


@pytest.fixture
def saved(pack: Path, tmp_path: Path, run: Run) -> Path:
    """A saved result of the pack, outside of it."""
    run("check", pack, "--no-config", "--format", "json", "--output", tmp_path / "result.json")
    return tmp_path / "result.json"


@pytest.mark.parametrize("name", FORMATS)
def test_a_report_among_the_papers_changes_nothing_and_is_named(name: str, pack: Path, saved: Path, run: Run) -> None:
    before = judged(run, pack)
    report = pack / f"what we got.{FORMATS[name]}"
    assert run("report", saved, "--format", name, "--output", report).code == 0
    same_but_for_the_note(run, pack, report.name, before, "a report")


@pytest.mark.parametrize(
    ("name", "many"), [("terminal", 2), ("terminal", 3), ("markdown", 2), ("markdown", 3), ("csv", 2), ("json", 2)]
)
def test_a_comparison_among_the_papers_changes_nothing(name: str, many: int, pack: Path, saved: Path, run: Run) -> None:
    before = judged(run, pack)
    report = pack / f"changes.{FORMATS[name]}"
    assert run("compare", *[saved] * many, "--format", name, "--output", report).code == 0
    same_but_for_the_note(run, pack, report.name, before, "a report")


@pytest.mark.parametrize("name", ["terminal", "markdown", "json"])
def test_what_would_change_the_answer_is_no_paper(name: str, pack: Path, saved: Path, run: Run) -> None:
    before = judged(run, pack)
    report = pack / f"steps.{FORMATS[name]}"
    assert run("report", saved, "--what-if", "--format", name, "--output", report).code == 0
    same_but_for_the_note(run, pack, report.name, before, "a report")


@pytest.mark.parametrize("what", YAML)
def test_a_yaml_file_of_the_program_changes_nothing_whatever_its_name(what: str, pack: Path, run: Run) -> None:
    before = judged(run, pack)
    (pack / "of ours.yaml").write_text(YAML[what], encoding="utf-8")
    same_but_for_the_note(run, pack, "of ours.yaml", before, what)


def test_what_the_program_scaffolds_is_known(pack: Path, saved: Path, run: Run, monkeypatch: Any) -> None:
    before = judged(run, pack)
    monkeypatch.chdir(pack)
    for words in (
        ["new", "waivers", "our-waivers.yaml"],
        ["new", "baseline", saved, "--output", "ours.yml"],
        ["new", "gate", saved, "--output", "marks.yaml"],
        ["new", "answers", saved, "--output", "said.yaml"],
        ["new", "ruleset", "council"],
    ):
        assert run(*words).code == 0
    after = judged(run, pack)
    assert after["score"] == before["score"] and after["reading"] == before["reading"]
    left_out = {note["file"]: note["text"].split("is ")[1] for note in after["notes"]}
    assert left_out == {
        "council.yaml": "a ruleset of crp-commission's and no paper.",
        "marks.yaml": "a configuration of crp-commission's and no paper.",
        "our-waivers.yaml": "a file of waivers of crp-commission's and no paper.",
        "ours.yml": "a baseline of crp-commission's and no paper.",
        "said.yaml": "a file of answers of crp-commission's and no paper.",
    }


def test_the_first_screen_names_what_was_left_out(pack: Path, run: Run) -> None:
    (pack / "ours.yaml").write_text(BASELINE, encoding="utf-8")
    assert "Left out  ours.yaml is this program's own and no paper" in run("check", pack).out
    (pack / "gate-marks.yaml").write_text(GATE, encoding="utf-8")
    ended = run("check", pack)
    assert "Left out  gate-marks.yaml and ours.yaml are this program's own and no papers" in ended.out
    assert "NOT READ" not in ended.out
    (pack / ".old.md").write_text("An earlier draft.", encoding="utf-8")
    assert ".old.md is hidden by a dot before its name" in run("check", pack).out


def test_a_report_in_a_zip_is_left_out_too(pack: Path, saved: Path, run: Run, tmp_path: Path) -> None:
    report = tmp_path / "report.html"
    run("report", saved, "--format", "html", "--output", report)
    with zipfile.ZipFile(tmp_path / "pack.zip", "w") as archive:
        archive.write(pack / "specification.md", "specification.md")
        archive.write(report, "report.html")
        archive.writestr("ours.yaml", BASELINE)
    after = judged(run, tmp_path / "pack.zip")
    assert [file["path"] for file in after["files"]] == ["pack.zip!/specification.md"]
    assert [note["file"] for note in after["notes"]] == ["pack.zip!/ours.yaml", "pack.zip!/report.html"]


@pytest.mark.parametrize(
    ("name", "text", "what"),
    [
        ("ours.yaml", BASELINE, "a baseline"),
        ("marks.yml", GATE, "a configuration"),
        ("report.md", f"# Children's rights in tender\n\n{SAID}\n\nProgram: crp-commission 0.1.0\n", "a report"),
    ],
)
def test_named_by_itself_it_is_told_apart_from_a_paper(
    name: str, text: str, what: str, tmp_path: Path, run: Run
) -> None:
    (tmp_path / name).write_text(text, encoding="utf-8")
    ended = run("check", tmp_path / name)
    assert ended.code == 3
    assert ended.err.splitlines() == [
        f"{name} is {what} of crp-commission's and no paper.",
        "Give the papers themselves.",
    ]


@pytest.mark.parametrize(
    "text",
    [
        f"{SPECIFICATION}\nThis draft was looked at with crp-commission 0.1.0.\n",
        f"{SPECIFICATION}\nOf crp-commission 0.1.0 its makers say: {SAID}\n",
        f"{SPECIFICATION}\n# Children's rights in the pack\n\n{SAID}\n\nProgram: crp-commission 0.1.0\n\n{SAID}\n",
        f"> {SAID}\n\nSo says crp-commission 0.1.0.\n\n{SPECIFICATION}",
        f"# Children's rights in Larkfield\n\nWe use crp-commission.\n\n{SPECIFICATION}",
    ],
    ids=["names it", "quotes it", "has a report behind", "opens with a quotation", "has a like title"],
)
def test_a_paper_that_speaks_of_the_program_is_read(text: str, tmp_path: Path, run: Run) -> None:
    (tmp_path / "paper.md").write_text(text, encoding="utf-8")
    after = judged(run, tmp_path)
    assert [file["path"] for file in after["files"]] == ["paper.md"]
    assert not after["notes"] and after["score"]["low"] > 0


def test_a_specification_in_yaml_is_read(pack: Path, run: Run) -> None:
    lines = ["title: Young carers", "sections:", "  - heading: Voice", "    clauses:", "      - must: ask every child"]
    (pack / "spec.yaml").write_text("\n".join(lines), encoding="utf-8")
    assert "spec.yaml" in [file["path"] for file in judged(run, pack)["files"]]


@pytest.mark.parametrize(
    "text",
    [
        "rules: []\nextends: [recommended]\n",
        "format: x\noutput: y\n",
        "waivers:\n  - a\nhosts: [b]\n",
        "answers: [a]\n",
    ],
)
def test_a_yaml_file_of_another_program_is_told_as_not_read(text: str, pack: Path, run: Run) -> None:
    (pack / "other.yaml").write_text(text, encoding="utf-8")
    ended = run("check", pack, "--no-config", "--strict")
    assert ended.code == 3
    assert "NOT READ  other.yaml" in ended.out and "Left out" not in ended.out


def test_an_annotated_copy_stays_a_paper(tmp_path: Path, run: Run) -> None:
    document = Document()
    document.add_heading("Children's rights in Larkfield", 1)
    document.add_paragraph("The Provider shall ask every child for their views each quarter.")
    document.save(str(tmp_path / "spec.docx"))
    copy = tmp_path / "copies" / "spec.docx"
    copy.parent.mkdir()
    assert run("annotate", tmp_path / "spec.docx", "--output", copy).code == 0
    after = judged(run, copy.parent)
    assert [file["path"] for file in after["files"]] == ["spec.docx"]
    assert not any(note["text"].startswith("Left out") for note in after["notes"])


REPOSITORYS = ["README.md", "changelog.txt", "LICENSE", "docs/Contributing.md", "CODE_OF_CONDUCT.md", "SECURITY.html"]


@pytest.mark.parametrize("name", REPOSITORYS)
def test_what_a_repository_holds_for_itself_changes_nothing_and_is_named(name: str, pack: Path, run: Run) -> None:
    before = judged(run, pack)
    (pack / name).parent.mkdir(exist_ok=True)
    (pack / name).write_text("The Provider shall ask every child what they think of it.\n", encoding="utf-8")
    after = judged(run, pack)
    (note,) = after.pop("notes")
    assert note["file"] == name and note["unread"] == 0
    assert note["text"] == (
        "Left out: it is a repository's own by its name and no paper; give it by name to have it read."
    )
    assert after == {key: value for key, value in before.items() if key != "notes"}
    assert f"Left out  {name} is this repository's own and no paper" in run("check", pack).out


def test_a_file_of_a_repository_is_read_where_a_person_names_it(pack: Path, run: Run) -> None:
    (pack / "README.md").write_text(SPECIFICATION, encoding="utf-8")
    after = judged(run, pack, pack / "README.md")
    assert [file["path"] for file in after["files"]] == ["README.md", "specification.md", "terms.txt"]
    assert not after["notes"]


@pytest.mark.parametrize("name", ["security requirements.md", "readme-first.md", "licence terms.md"])
def test_a_paper_whose_name_only_begins_so_is_read(name: str, pack: Path, run: Run) -> None:
    (pack / name).write_text("The Provider shall ask every child what they think of it.\n", encoding="utf-8")
    assert name in [file["path"] for file in judged(run, pack)["files"]]


def test_a_folder_with_nothing_but_files_of_a_repository_is_told_apart_from_papers(tmp_path: Path, run: Run) -> None:
    (tmp_path / "README.md").write_text(SPECIFICATION, encoding="utf-8")
    ended = run("check", tmp_path)
    assert ended.code == 3
    assert "README.md is a repository's own by its name and no paper; give it by name" in ended.err
