"""The main job from the command line: results, gates, outputs and exit codes."""

from __future__ import annotations

import json
import os
import shlex
import shutil
from pathlib import Path
from typing import Any

import pytest
from command_line import Run

EXAMPLE = Path(__file__).parents[2] / "examples" / "young-carers"


def result(text: str) -> dict[str, Any]:
    saved: dict[str, Any] = json.loads(text)
    return saved


def test_a_pack_is_judged_and_shown(run: Run, pack: Path) -> None:
    ran = run("check", pack)
    assert (ran.code, ran.err) == (0, "")
    assert "specification.md · service specification" in ran.out
    assert "\x1b" not in ran.out


def test_the_shipped_example_is_read_whole(run: Run) -> None:
    ran = run("check", EXAMPLE, "--format", "json")
    saved = result(ran.out)
    assert (ran.code, ran.err) == (
        0,
        "Note: specification.docx: 2 passages marked as deleted or moved away (tracked changes) were not read; "
        "insertions were read; a comment was not read.\n",
    )
    assert [(file["path"], file["kind"], file["role"]) for file in saved["files"]] == [
        ("kpi-schedule.docx", "docx", "kpi-schedule"),
        ("needs-assessment.pdf", "pdf", "needs-assessment"),
        ("specification.docx", "docx", "service-specification"),
        ("terms.docx", "docx", "contract-terms"),
    ]
    assert saved["criteria"]
    assert saved["score"]["low"] is not None


def test_what_was_guessed_or_passed_over_is_told_on_the_first_screen_or_else_in_five_lines(
    run: Run, tmp_path: Path
) -> None:
    for number in range(7):
        (tmp_path / f"terms-{number}.txt").write_bytes(f"The Provider pays {number} \xa35.\n".encode("latin-1"))
    told = run("check", tmp_path, "--no-config", "--format", "json").err.splitlines()
    assert [line.split(":")[1] for line in told[:-1]] == [f" terms-{number}.txt" for number in range(5)]
    assert all("not in the usual encoding" in line for line in told[:-1])
    assert told[-1] == "and 2 more such files: --verbose"
    ran = run("check", tmp_path, "--no-config")
    assert ran.err == ""
    assert "Note      terms-0.txt: the file is not in the usual encoding" in ran.out
    assert "6 more files with such notes: --verbose" in ran.out
    assert run("check", tmp_path, "--no-config", "--quiet").err == ""


def test_where_there_is_no_text_the_cause_and_what_to_do_are_told_apart(run: Run, tmp_path: Path) -> None:
    mail, signs, empty = tmp_path / "mail.eml", tmp_path / "signs.txt", tmp_path / "empty"
    mail.write_text("From: a@b\nMIME-Version: 1.0\n\nwords\n", encoding="utf-8")
    signs.write_text("... --- !!! “” ‘’ ***\n", encoding="utf-8")
    empty.mkdir()
    for path, cause, advice in (
        (mail, "mail.eml: Not read: it is an e-mail, which is not read.", "Open it, save the paper that is attached"),
        (signs, "signs.txt: Not read: no text was found in it.", "If you see words when you open it"),
        (empty, "empty is empty, or holds no papers.", "Give the folder that holds the documents."),
    ):
        ran = run("check", path, "--no-config", "--format", "json")
        told = json.loads(ran.err)
        assert (ran.code, told["code"]) == (3, 3)
        assert told["message"].endswith(cause)
        assert told["hint"].startswith(advice)
        assert told["file"].endswith(path.name)


def test_a_link_to_nothing_is_said_to_be_one(run: Run, tmp_path: Path) -> None:
    (tmp_path / "spec.md").symlink_to(tmp_path / "gone.md")
    ran = run("check", tmp_path / "spec.md", "--no-config")
    assert ran.code == 2
    assert "spec.md is a link to a file that does not exist.\nGive the file itself." in ran.err


def test_an_annex_of_another_kind_is_told_on_the_first_screen_and_its_way_out_works(run: Run, tmp_path: Path) -> None:
    paper = tmp_path / "specification [2].md"
    paper.write_text("# Short breaks\n\n## Annex 2: Tender questions\n\nHow will you ask children?\n", encoding="utf-8")
    assert (
        "Not asked what is asked only of a paper like Annex 2: Tender questions (4 criteria)" in run("check", paper).out
    )
    (note,) = result(run("check", paper, "--format", "json").out)["notes"]
    assert (note["file"], note["place"], len(note["unasked"])) == (paper.name, "Annex 2: Tender questions", 4)
    option, value = shlex.split(note["text"].removesuffix("."))[-2:]
    saved = result(run("check", paper, option, value, "--format", "json").out)
    assert (saved["notes"], saved["score"]["criteria"]) == ([], len(saved["criteria"]))


@pytest.mark.parametrize(
    ("options", "code"),
    [
        ([], 0),
        (["--fail-under", "0"], 0),
        (["--fail-under", "100"], 1),
        (["--fail-on", "critical"], 1),
        (["--fail-under=99.5", "--format", "json"], 1),
        (["--fail-on", "minor", "--format", "markdown"], 1),
    ],
)
def test_the_gate_is_the_exit_code_in_every_format(run: Run, pack: Path, options: list[str], code: int) -> None:
    assert run("check", pack, *options).code == code


def test_a_failed_gate_is_told_beside_a_machine_format(run: Run, pack: Path) -> None:
    ran = run("check", pack, "--fail-under", "100", "--format", "json")
    assert ran.err.startswith("The gate failed.\n")
    assert result(ran.out)["gate"]["passed"] is False
    assert run("check", pack, "--fail-under", "100", "--format", "json", "--quiet").err == ""


def test_what_is_not_read_is_told_and_the_pack_goes_on(run: Run, pack: Path) -> None:
    (pack / "costs.xlsx").write_bytes(b"PK\x03\x04 xl/workbook")
    (pack / "broken.pdf").write_bytes(b"%PDF-1.4 nothing more")
    (pack / "page.docx").write_text("words, not Word")
    ran = run("check", pack, "--format", "json")
    saved = result(ran.out)
    assert ran.code == 0
    assert saved["reading"]["not_read"] == ["broken.pdf", "costs.xlsx", "page.docx"]
    for name in saved["reading"]["not_read"]:
        assert f"{name}: Not read: " in ran.err
    assert "Traceback" not in ran.err


def test_a_paper_that_cannot_be_read_leaves_open_what_it_should_hold(run: Run, pack: Path) -> None:
    whole = statuses(run("check", pack, "--format", "json").out)
    (pack / "contract terms.pdf").write_bytes(b"%PDF-1.4 nothing more")
    torn = statuses(run("check", pack, "--format", "json").out)
    opened = {name for name, status in torn.items() if status == "needs-review"}
    assert "PLN-TRA-1" in opened
    assert "needs-review" not in whole.values()
    assert {torn[name] for name, status in whole.items() if status == "met"} == {"met"}
    asked = run("check", pack, "--role", "contract terms.pdf=needs-assessment", "--format", "json")
    assert (asked.code, statuses(asked.out)["PLN-TRA-1"]) == (0, whole["PLN-TRA-1"])


def test_past_the_limit_on_sentences_the_rest_is_told_and_leaves_open_what_it_may_hold(run: Run, pack: Path) -> None:
    whole = statuses(run("check", pack, "--format", "json").out)
    (pack / "crp-commission.yaml").write_text("limits:\n  sentences: 3\n")
    ran = run("check", pack, "--format", "json", "--fail-on", "critical")
    open_now = {name for name, status in statuses(ran.out).items() if status == "needs-review"}
    assert open_now > {name for name, status in whole.items() if status == "gap"} > set()
    assert "more than 3, which is the limit" in ran.err
    assert ran.code == 1
    assert run("check", pack, "--strict").code == 3


def statuses(text: str) -> dict[str, str]:
    return {one["id"]: one["status"] for one in result(text)["criteria"]}


def test_strict_fails_when_anything_was_not_read(run: Run, pack: Path) -> None:
    assert run("check", pack, "--strict").code == 0
    (pack / "costs.xlsx").write_bytes(b"PK\x03\x04 xl/workbook")
    ran = run("check", pack, "--strict", "--format", "json")
    assert ran.code == 3
    assert result(ran.out)["criteria"]
    assert json.loads(ran.err.splitlines()[-1])["file"] == "costs.xlsx"


@pytest.mark.parametrize(
    ("name", "data", "words"),
    [
        ("empty.md", b"", "is empty"),
        ("blank.docx", b"\n \n", "is empty"),
        ("image.png", b"\x89PNG\r\n\x1a\nxxxx", "a picture"),
        ("noise.txt", bytes(range(256)) * 40, "no text"),
        ("locked.doc", bytes.fromhex("d0cf11e0a1b11ae1") + b"x" * 600, "not read"),
    ],
)
def test_no_text_at_all_is_exit_three(run: Run, tmp_path: Path, name: str, data: bytes, words: str) -> None:
    (tmp_path / name).write_bytes(data)
    ran = run("check", tmp_path / name)
    assert (ran.code, ran.out) == (3, "")
    assert name in ran.err
    assert words in ran.err


def test_an_empty_folder_is_exit_three(run: Run, tmp_path: Path) -> None:
    assert run("check", tmp_path).code == 3


def test_standard_input_is_read(run: Run) -> None:
    ran = run("check", "-", "--format", "json", stdin=b"# Voice\n\nThe Provider shall ask every child.\n")
    assert result(ran.out)["files"][0]["path"] == "standard input"


def test_several_formats_go_to_their_places(run: Run, pack: Path, tmp_path: Path) -> None:
    saved, drawn = tmp_path / "result.json", tmp_path / "report.md"
    ran = run("check", pack, "--format", "json", "--output", saved, "--format", "markdown", "--output", drawn)
    assert (ran.code, ran.out) == (0, "")
    assert ran.err == f"Wrote {saved} (json).\nWrote {drawn} (markdown).\n"
    assert result(saved.read_text())["criteria"]
    assert drawn.read_text().startswith("#")


def test_the_ending_of_an_output_tells_its_format(run: Run, pack: Path, tmp_path: Path) -> None:
    assert run("check", pack, "--output", tmp_path / "result.json", "-q").code == 0
    assert result((tmp_path / "result.json").read_text())["criteria"]
    assert run("check", pack, "--output", tmp_path / "result.tiff").code == 2


@pytest.mark.parametrize(
    ("options", "words"),
    [
        (["--format", "jsn"], ["There is no format called jsn", "Did you mean json?"]),
        (["--fomat", "json"], ["There is no option --fomat", "Did you mean --format?"]),
        (["--ruleset", "croe"], ["croe", "core"]),
        (["--ruleset", "ours.yaml"], ["ours.yaml", "does not exist"]),
        (["--role", "specification.md=service-spec"], ["service-spec", "service-specification"]),
        (["--role", "nothing.md=exit-plan"], ["nothing.md"]),
        (["--fail-on", "crit"], ["critical"]),
        (["--fail-under", "much"], ["0 to 100"]),
        (["--fail-under", "nan"], ["0 to 100"]),
        (["--profile", "ful"], ["full"]),
        (["--date", "1/2/2026"], ["2026-03-31"]),
        (["--config", "nothing.yaml"], ["nothing.yaml"]),
        (["--format", "json", "--format", "markdown"], ["standard output"]),
        (["--output", "a.md", "--output", "b.md"], ["2 outputs"]),
        (["--workers", "0"], ["whole number"]),
        (["--format"], ["--format"]),
        (["--annotate"], ["--annotate"]),
    ],
)
def test_wrong_usage_is_one_plain_sentence(run: Run, pack: Path, options: list[str], words: list[str]) -> None:
    ran = run("check", pack, *options)
    assert (ran.code, ran.out) == (2, "")
    assert len(ran.err.splitlines()) <= 3
    for word in words:
        assert word in ran.err
    assert "Usage:" not in ran.err


def test_a_path_that_does_not_exist_is_wrong_usage(run: Run, pack: Path) -> None:
    ran = run("check", pack / "specfication.md")
    assert ran.code == 2
    assert "does not exist" in ran.err
    assert "specification.md" in ran.err
    assert run("check").code == 2


def test_an_error_is_one_line_of_json_beside_json(run: Run, pack: Path) -> None:
    ran = run("check", pack / "nothing.md", "--format=json")
    (line,) = ran.err.splitlines()
    error = json.loads(line)
    assert list(error) == ["code", "message", "file", "line", "hint"]
    assert error["code"] == 2
    (pack / "crp-commission.yaml").write_text("\nfail-undr: 3\n")
    error = json.loads(run("check", pack, "--format", "json").err)
    assert (error["code"], error["line"]) == (2, 2)
    assert error["file"].endswith("crp-commission.yaml")


def test_the_configuration_in_the_folder_is_used_and_is_no_document(run: Run, pack: Path) -> None:
    (pack / "crp-commission.yaml").write_text("fail-under: 100\nroles:\n  terms.txt: kpi-schedule\n")
    ran = run("check", pack, "--format", "json")
    saved = result(ran.out)
    assert ran.code == 1
    assert [(file["path"], file["role"]) for file in saved["files"]] == [
        ("specification.md", "service-specification"),
        ("terms.txt", "kpi-schedule"),
    ]
    assert run("check", pack, "--no-config").code == 0


def test_a_role_is_given_by_name_or_pattern(run: Run, pack: Path) -> None:
    ran = run("check", pack, "--role", "*.txt=exit-plan", "--format", "json")
    assert result(ran.out)["files"][1]["role"] == "exit-plan"


def test_a_result_may_not_replace_a_document(run: Run, pack: Path) -> None:
    before = (pack / "specification.md").read_bytes()
    ran = run("check", pack, "--format", "markdown", "--output", pack / "specification.md")
    assert ran.code == 2
    assert (pack / "specification.md").read_bytes() == before


@pytest.mark.parametrize("name", ["no/folder/report.md", "."])
def test_a_result_that_cannot_be_written_is_exit_74(run: Run, pack: Path, tmp_path: Path, name: str) -> None:
    ran = run("check", pack, "--format", "markdown", "--output", tmp_path / name)
    assert ran.code == 74
    assert str(tmp_path) in ran.err


def test_a_full_disk_is_exit_74(run: Run, pack: Path) -> None:
    assert run("check", pack, "--format", "markdown", "--output", "/dev/full").code == 74


def test_messages_hold_nothing_that_a_terminal_obeys(run: Run, pack: Path) -> None:
    (pack / "a\x1b[31m.xlsx").write_bytes(b"words")
    ran = run("check", pack)
    assert "\x1b" not in ran.out + ran.err
    ran = run("check", "no\x1b[2J\x07thing")
    assert "\x1b" not in ran.err
    assert "\x07" not in ran.err


def test_a_saved_result_is_drawn_again(run: Run, pack: Path, tmp_path: Path) -> None:
    saved = tmp_path / "result.json"
    first = run("check", pack, "--format", "json", "--output", saved, "--format", "markdown")
    assert run("report", saved, "--format", "markdown").out == first.out
    assert run("report", saved, "--format", "json").out == saved.read_text()
    assert run("report", saved).code == 0


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("words", "not JSON"),
        ('{"format": "other"}', "not a saved result"),
        ('{"format": "crp-commission/report", "format_version": 2}', "format version 2"),
        ('{"format": "crp-commission/report", "format_version": 1}', "not a whole saved result"),
    ],
)
def test_what_is_no_saved_result_is_told(run: Run, tmp_path: Path, text: str, words: str) -> None:
    (tmp_path / "result.json").write_text(text)
    ran = run("report", tmp_path / "result.json")
    assert ran.code == 2
    assert words in ran.err
    assert run("report", tmp_path / "nothing.json").code == 2
    assert run("report", tmp_path).code == 2


def test_a_result_is_not_replaced_by_its_report(run: Run, pack: Path, tmp_path: Path) -> None:
    saved = tmp_path / "result.json"
    run("check", pack, "--format", "json", "--output", saved)
    assert run("report", saved, "--format", "json", "--output", saved).code == 2


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write everywhere")
def test_a_folder_that_may_not_be_written_is_exit_74(run: Run, pack: Path, tmp_path: Path) -> None:
    locked = tmp_path / "locked"
    locked.mkdir(mode=0o500)
    assert run("check", pack, "--output", locked / "report.md").code == 74


def test_the_example_needs_no_configuration(run: Run, tmp_path: Path) -> None:
    copy = tmp_path / "copy"
    shutil.copytree(EXAMPLE, copy)
    assert run("check", copy, "--format", "json").out == run(
        "check", EXAMPLE, "--format", "json", "--no-config"
    ).out.replace('"title": "young-carers"', '"title": "copy"')


def test_an_overlay_asked_by_itself_says_that_core_is_left_out(run: Run, pack: Path) -> None:
    words = "Only scotland is asked; core is left out: add --ruleset core."
    assert words in " ".join(run("check", pack, "--ruleset", "scotland").out.split())
    assert words in result(run("check", pack, "--ruleset", "scotland", "--format", "json").out)["limits"]
    both = ["--ruleset", "scotland", "--ruleset", "universal"]
    assert "Only scotland and universal are asked" in run("check", pack, *both).out
    assert "core is left out" not in run("check", pack, *both, "--ruleset", "core").out
    assert "core is left out" not in run("check", pack).out


ADVOCATE = "An independent advocate visits every week and sees each resident in private."
PAPERS = {
    "adults": ("Adult day opportunities specification", ADVOCATE, "met partial contradicted"),
    "older": ("Home care for people aged 65 and over", ADVOCATE, "met partial contradicted"),
    "boilerplate": (
        "Conditions of contract for short breaks",
        "The Provider shall ensure that all sub-contractors comply with this agreement.\n\n"
        "No third party shall have any right to enforce this Contract.",
        "contradicted",
    ),
}


@pytest.mark.parametrize(("title", "text", "unlike"), PAPERS.values(), ids=PAPERS)
def test_adults_and_boilerplate_are_not_what_is_asked(
    run: Run, tmp_path: Path, title: str, text: str, unlike: str
) -> None:
    (tmp_path / "paper.md").write_text(f"# {title}\n\n{text}\n", encoding="utf-8")
    found = result(run("check", tmp_path / "paper.md", "--no-config", "--format", "json").out)["criteria"]
    assert not {one["id"]: one["status"] for one in found if one["status"] in unlike.split()}
