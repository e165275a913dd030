"""Answers as a person meets them: asked at a terminal, kept in a file, counted beside the score, lapsed when due."""

from __future__ import annotations

import json
import os
import select
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import fields, replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from command_line import Run
from hypothesis import given
from hypothesis import strategies as st

from builders import finding, passage, report, rule
from crp_commission.answering import HEAD, entry_text, new_text, put, read_answers
from crp_commission.answers import Answer, asked
from crp_commission.cli._interview import Desk
from crp_commission.cli._screens import choices, screen
from crp_commission.errors import UsageError
from crp_commission.limits import DEFAULT_LIMITS
from crp_commission.questions import Question, open_questions
from crp_commission.report import Report
from crp_commission.rules import Severity
from crp_commission.serialising import load_report
from crp_commission.yamlfile.faults import UNFIT

sys.path.insert(0, str(Path(__file__).parents[1] / "readers"))
from pdf_builder import A4, PdfBuilder

FILE = "answers.yaml"
ENTRY = """\
  - criterion: DO-PAR-1
    found: gap
    text: "0123456789abcdef"
    stated: met
    why: Schedule 3 says so.
    by: Jo Patel
    date: 2026-03-31
"""


def written(tmp_path: Path, text: str) -> Path:
    file = tmp_path / "answers.yaml"
    file.write_text(text, encoding="utf-8")
    return file


def result(run: Run, *arguments: str | Path) -> dict[str, Any]:
    ran = run("check", *arguments, "--format", "json")
    assert ran.code in (0, 1), ran.err
    return dict(json.loads(ran.out))


def criterion(found: dict[str, Any], name: str) -> dict[str, Any]:
    return next(one for one in found["criteria"] if one["id"] == name)


# The file


@pytest.mark.parametrize(
    ("text", "line", "words"),
    [
        (HEAD + ENTRY.replace("DO-PAR-1", "DO-PARR-1"), 10, "Did you mean DO-PAR-1?"),
        (HEAD + ENTRY + ENTRY, 17, "answered twice, first on line 10"),
        (HEAD + ENTRY.replace("    why: Schedule 3 says so.\n", ""), 10, "“why” is missing"),
        (HEAD + ENTRY.replace("Schedule 3 says so.", '" "'), 10, "“why” is missing"),
        (HEAD + ENTRY.replace("2026-03-31", "31/03/2026"), 16, "a date written like 2026-03-31"),
        (HEAD + ENTRY.replace("2026-03-31", "2026-02-30"), 16, "2026-02-30"),
        (HEAD + ENTRY.replace("2026-03-31", "1774915200"), 16, "a date written like 2026-03-31"),
        (HEAD + ENTRY + "    until: 2026-03-30\n", 10, "before it was given"),
        (HEAD + ENTRY + "    reason: no\n", 17, "“reason” is not known here"),
        (HEAD + ENTRY.replace("stated: met", "stated: yes"), 13, "Write one of: met, partial"),
        (HEAD + ENTRY.replace("stated: met", "stated: needs-review"), 13, "Write one of: met, partial"),
        (HEAD + ENTRY.replace("stated: met", "stated:"), 10, "“stated” is empty"),
        (HEAD + ENTRY.replace("0123456789abcdef", "no"), 12, "is not written as it must be"),
        ("answers: []\n", 1, "“format_version” is missing"),
        ("format_version: 2\nanswers: []\n", 1, "format_version"),
    ],
)
def test_a_fault_in_the_file_is_told_with_its_line(run: Run, pack: Path, text: str, line: int, words: str) -> None:
    file = written(pack.parent, text)
    ran = run("check", pack, "--answers", file)
    assert (ran.code, ran.out) == (2, "")
    assert f"answers.yaml:{line}:" in ran.err
    assert words in ran.err


def test_a_file_that_is_not_there_or_no_yaml_is_told(run: Run, pack: Path) -> None:
    missing = run("check", pack, "--answers", pack / "no.yaml")
    assert missing.code == 2
    assert "no.yaml cannot be opened" in missing.err
    broken = run("check", pack, "--answers", written(pack.parent, "answers: [\n"))
    assert broken.code == 2
    assert "answers.yaml:2" in broken.err
    assert run("check", pack, "--answers", pack).code == 2


def test_an_answer_to_what_the_profile_leaves_out_is_told_and_no_fault(run: Run, pack: Path) -> None:
    file = written(pack.parent, HEAD + ENTRY.replace("DO-PAR-1", "DO-PAR-3"))
    found = result(run, pack, "--answers", file, "--profile", "light")
    assert found["answers"]["remarks"] == ["Not asked in this check, so their answers do not count: DO-PAR-3."]
    assert found["score"]["answered"] is None


def test_it_can_be_set_in_the_configuration_and_in_the_environment(
    run: Run, pack: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    written(pack, HEAD + ENTRY)
    (pack / "crp-commission.yaml").write_text("answers: answers.yaml\n")
    monkeypatch.chdir(pack.parent)
    found = result(run, pack)
    assert found["answers"]["file"] == "answers.yaml"
    assert [file["path"] for file in found["files"]] == ["specification.md", "terms.txt"]
    assert found["reading"]["not_read"] == []
    monkeypatch.setenv("CRP_ANSWERS", "nowhere.yaml")
    assert "nowhere.yaml" in run("check", pack).err
    shown = json.loads(run("config", "show", pack, "--format", "json").out)["settings"]
    assert next(one for one in shown if one["name"] == "answers")["origin"] == "CRP_ANSWERS"


def test_a_report_is_never_written_over_the_answers(run: Run, pack: Path) -> None:
    file = written(pack, HEAD + ENTRY)
    ran = run("check", pack, "--answers", file, "--format", "json", "--output", file)
    assert ran.code == 2
    assert file.read_text() == HEAD + ENTRY


def test_the_schema_knows_every_key_and_lets_a_key_wait_for_its_value(run: Run) -> None:
    schema = json.loads(run("rules", "schema", "answers").out)
    entry = schema["definitions"]["Answer"]
    assert schema["$schema"].startswith("http://json-schema.org/draft-07")
    assert entry["additionalProperties"] is False
    assert set(entry["properties"]) == {key.name for key in fields(Answer)}
    assert entry["properties"]["why"]["type"] == ["string", "null"]
    assert all(about["description"] for about in entry["properties"].values())


TEXTS = st.text(st.characters(codec="utf-8"), min_size=1, max_size=60).filter(str.strip)
ANSWERS = st.builds(
    Answer,
    criterion=st.sampled_from(["A-1", "A-2", "B-1"]),
    found=st.sampled_from(["gap", "needs-review"]),
    text=st.text("0123456789abcdef", min_size=16, max_size=16),
    quote=st.just("") | TEXTS,
    stated=st.sampled_from(["met", "partial", "not-applicable"]),
    why=TEXTS,
    evidence=st.just("") | TEXTS,
    by=TEXTS,
    date=st.dates(),
)


@given(st.lists(ANSWERS, max_size=5))
def test_what_is_put_into_a_file_is_read_back_whatever_its_text(tmp_path_factory: Any, answers: list[Answer]) -> None:
    text = new_text([])
    kept: dict[str, Answer] = {}
    for answer in answers:
        text = put(text, answer, DEFAULT_LIMITS)
        texts = {key: UNFIT.sub("\ufffd", getattr(answer, key)) for key in ("quote", "why", "evidence", "by")}
        kept[answer.criterion] = replace(answer, **texts)  # type: ignore[arg-type]
    file = tmp_path_factory.getbasetemp() / "put.yaml"
    file.write_bytes(text.encode())
    assert {one.criterion: one for one in read_answers(file, DEFAULT_LIMITS).answers.given} == kept


def test_what_a_person_wrote_beside_the_answers_is_left_as_it_stands(tmp_path: Path) -> None:
    before = "# Ours.\nformat_version: 1\nanswers:\n  # about one\n" + ENTRY + "  # about two\n"
    before += ENTRY.replace("DO-PAR-1", "DO-PAR-2").replace(
        "Schedule 3 says so.", "|\n      # no comment\n      but text"
    )
    old = read_answers(written(tmp_path, before), DEFAULT_LIMITS).answers.given[0]
    new = replace(old, stated="gap")
    assert put(before, new, DEFAULT_LIMITS) == before.replace(ENTRY, entry_text(new))
    third = replace(old, criterion="X-1")
    assert put(before, third, DEFAULT_LIMITS) == f"{before}\n{entry_text(third)}"


def test_a_file_in_another_style_is_written_anew_and_loses_no_answer(tmp_path: Path) -> None:
    flow = 'answers: [{criterion: A-1, found: gap, text: "0123456789abcdef"}]\nformat_version: 1\n'
    answer = Answer("B-1", "gap", "0" * 16, stated=None)
    file = written(tmp_path, put(flow, answer, DEFAULT_LIMITS))
    assert [one.criterion for one in read_answers(file, DEFAULT_LIMITS).answers.given] == ["A-1", "B-1"]


# The questions in a file


def test_a_file_of_questions_can_be_used_as_it_is_and_counts_once_filled_in(run: Run, pack: Path) -> None:
    saved = pack.parent / "result.json"
    assert run("check", pack, "--format", "json", "--output", saved).code == 0
    file = pack.parent / "answers.yaml"
    ran = run("new", "answers", saved, "--output", file, "--by", "Jo Patel", "--date", "2026-03-31")
    assert (ran.code, ran.out) == (0, "")
    assert (pack.parent / "answers.schema.json").exists()
    text = file.read_text()
    assert text.startswith("# yaml-language-server: $schema=answers.schema.json\n")
    waiting = result(run, pack, "--answers", file)
    assert waiting["answers"]["given"] == 0
    assert "not answered yet" in waiting["answers"]["remarks"][0]
    name = json.loads(saved.read_text())["fixes"][0]["criterion"]
    start = text.index(f'criterion: "{name}"')
    head, entry = text[:start], text[start:]
    entry = entry.replace("stated:", "stated: met", 1).replace("why:", "why: Schedule 3 says so.", 1)
    file.write_text(head + entry)
    counted = result(run, pack, "--answers", file)
    assert criterion(counted, name)["stated"]["counts"] is True
    assert counted["score"]["answered"]["low"] > counted["score"]["low"]
    again = run("new", "answers", saved, "--output", file)
    assert again.code == 2
    assert "--force" in again.err


def test_where_nothing_is_open_the_file_says_so_and_can_be_read(run: Run, tmp_path: Path) -> None:
    assert read_answers(written(tmp_path, new_text([])), DEFAULT_LIMITS).answers.given == ()


# The terminal


class Session:
    """A run of ``assess`` on a terminal of its own."""

    def __init__(self, process: subprocess.Popen[bytes], terminal: int) -> None:
        self.process, self.terminal, self.shown = process, terminal, ""

    def until(self, words: str) -> None:
        """Read what is shown up to and with these words."""
        end = time.monotonic() + 60
        while words not in self.shown:
            ready, _, _ = select.select([self.terminal], [], [], max(0, end - time.monotonic()))
            assert ready, f"“{words}” was not shown, but:\n{self.shown}"
            self.shown += os.read(self.terminal, 65_536).decode("utf-8", "replace")
        self.shown = self.shown.partition(words)[2]

    def type(self, *lines: str) -> None:
        os.write(self.terminal, "".join(f"{line}\n" for line in lines).encode())

    def end(self) -> int:
        """The exit code, once all that is shown was read."""
        limit = time.monotonic() + 60
        while self.process.poll() is None:
            assert time.monotonic() < limit, f"It did not end, but showed:\n{self.shown}"
            if select.select([self.terminal], [], [], 0.05)[0]:
                self.shown += os.read(self.terminal, 65_536).decode("utf-8", "replace")
        while select.select([self.terminal], [], [], 0)[0]:
            self.shown += os.read(self.terminal, 65_536).decode("utf-8", "replace")
        return self.process.returncode


@contextmanager
def session(*arguments: str | Path) -> Iterator[Session]:
    import pty

    ours, theirs = pty.openpty()
    command = [sys.executable, "-m", "crp_commission", "assess", *map(str, arguments)]
    process = subprocess.Popen(
        command, stdin=theirs, stderr=theirs, stdout=subprocess.PIPE, env={**os.environ, "COLUMNS": "100"},
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL),  # whoever runs the tests may ignore it
    )  # fmt: skip
    try:
        yield Session(process, ours)
    finally:
        process.kill()
        process.communicate()
        os.close(ours)
        os.close(theirs)


on_a_terminal = pytest.mark.skipif(os.name != "posix", reason="needs a terminal of its own")
WHO = ("--by", "Jo Patel", "--date", "2026-03-31")


def scanned(pack: Path) -> None:
    """A paper of which most pages are pictures."""
    builder = PdfBuilder()
    builder.page().text(72, 700, "This is the annex to the papers, as it was agreed in May.")
    for _ in range(4):
        builder.page().image(0, 0, *A4)
    (pack / "scan.pdf").write_bytes(builder.build())


def first_question(file: Path) -> Answer:
    return read_answers(file, DEFAULT_LIMITS).answers.given[0]


def test_without_a_terminal_it_asks_nothing_and_names_the_other_way(run: Run, pack: Path) -> None:
    ran = run("assess", pack)
    assert (ran.code, ran.out) == (2, "")
    assert "new answers" in ran.err
    assert not (pack / FILE).exists()


@on_a_terminal
def test_each_answer_is_saved_at_once_and_an_interrupt_loses_nothing(run: Run, pack: Path) -> None:
    with session(pack, *WHO) as asked:
        asked.until("Question 1 of")
        asked.until("Why you are asked")
        asked.until("s skip")
        asked.type("x")
        asked.until("no choice “x” here")
        asked.type("m")
        asked.until("Why?")
        asked.type("")
        asked.until("A reason is needed")
        asked.type("Schedule 3 says so.")
        asked.until("rest on")
        asked.type("Schedule 3")
        asked.until("Until which day")
        asked.type("01/02/2027", "2026-03-30", "2027-02-01")
        asked.until("written like 2026-03-31")
        asked.until("before 2026-03-31")
        asked.until("Question 2 of")
        answer = first_question(pack / FILE)
        assert (answer.stated, answer.evidence, str(answer.until)) == ("met", "Schedule 3", "2027-02-01")
        asked.until("s skip")
        asked.process.send_signal(signal.SIGINT)
        assert asked.end() == 130
        assert "1 answer saved" in asked.shown
        assert "--date 2026-03-31" in asked.shown
    undated = result(run, pack, "--answers", pack / FILE)
    assert undated["answers"]["counted"] == 0
    assert "add --date" in undated["answers"]["remarks"][0]
    found = result(run, pack, "--answers", pack / FILE, "--date", "2026-03-31")
    assert found["answers"]["counted"] == 1
    assert criterion(found, answer.criterion)["answer"] == (
        "met, says Jo Patel on 2026-03-31 (until 2027-02-01): Schedule 3 says so. Evidence: Schedule 3."
    )


@on_a_terminal
def test_it_goes_on_where_it_was_left_and_back_changes_an_answer(pack: Path) -> None:
    with session(pack, *WHO) as asked:
        asked.until("Question 1 of")
        asked.type("g", "No clause.", "", "", "b", "c", "Clause 3 takes it away.", "", "", "q")
        assert asked.end() == 0
        assert "1 answer saved" in asked.shown
    given = read_answers(pack / FILE, DEFAULT_LIMITS).answers.given
    assert [(one.stated, one.why) for one in given] == [("contradicted", "Clause 3 takes it away.")]
    with session(pack) as asked:
        asked.until("Enter takes: Jo Patel")
        asked.type("")
        asked.until("Question 1 of")
        asked.type("q")
        assert asked.end() == 0
        assert given[0].criterion not in asked.shown
        assert "no file was changed" in asked.shown


@on_a_terminal
@pytest.mark.parametrize("until", ["2027-02-01", ""])
def test_the_command_at_the_end_has_the_day_if_any_answer_of_the_file_has_a_last_day(pack: Path, until: str) -> None:
    with session(pack, *WHO) as asked:
        asked.until("Question 1 of")
        asked.type("m", "Schedule 3 says so.", "", until, "q")
        assert asked.end() == 0
    with session(pack, "--by", "Sam Oduya", "--date", "2026-04-02") as asked:
        asked.until("Question 1 of")
        asked.type("g", "No clause.", "", "", "q")
        assert asked.end() == 0
        assert "1 answer saved" in asked.shown
        assert ("--date 2026-04-02" in asked.shown) is bool(until)


@on_a_terminal
@pytest.mark.parametrize("typed", [("q",), ("", "Q")])
def test_a_q_for_a_reason_quits_and_leaves_that_question_open(pack: Path, typed: tuple[str, ...]) -> None:
    with session(pack, *WHO) as asked:
        asked.until("Question 1 of")
        asked.type("g", "No clause.", "", "")
        asked.until("Question 2 of")
        asked.type("m", *typed)
        assert asked.end() == 0
        assert "1 answer saved" in asked.shown
    assert [one.why for one in read_answers(pack / FILE, DEFAULT_LIMITS).answers.given] == ["No clause."]


@on_a_terminal
@pytest.mark.parametrize("before", [(), ("General terms, clause 12",)], ids=["what it rests on", "its last day"])
def test_a_lone_q_is_never_taken_for_what_an_answer_rests_on_nor_for_its_last_day(
    pack: Path, before: tuple[str, ...]
) -> None:
    with session(pack, *WHO) as asked:
        asked.until("Question 1 of")
        asked.type("g", "No clause.", *before, "q")
        assert asked.end() == 0
        assert "Nothing was answered" in asked.shown
    assert not (pack / FILE).exists()


@on_a_terminal
def test_a_question_that_was_cut_is_shown_whole_with_one_key(pack: Path) -> None:
    with session(pack, *WHO) as asked:
        asked.until("(d shows it whole)")
        asked.type("d")
        asked.until("Question 1 of")
        asked.until("Type a letter")
        assert "d shows it whole" not in asked.shown
        asked.type("q")
        assert asked.end() == 0


def rows_of(question: Question, found: Report, given: Answer | None) -> list[str]:
    keys = choices(question, given)
    return [*screen(question, found, "Question 10 of 99", given, rows=len(keys) + 4), *keys]


def test_each_question_fits_a_screen_of_80_by_24(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    """Beside what was saved, a blank line, the prompt and what is typed, with every criterion of a whole pack."""
    monkeypatch.setenv("COLUMNS", "80")
    monkeypatch.setenv("LINES", "24")
    example = Path(__file__).parents[2] / "examples" / "young-carers"
    ran = run(
        "check", example, "--no-config", "--ruleset", "core", "--ruleset", "care-accommodation", "--format", "json"
    )
    found = load_report(ran.out, "result.json")
    asked_about = open_questions(found.criteria, {}, least=Severity.MINOR, everything=True)
    assert len(asked_about) > 40
    for question in asked_about:
        said = {"stated": "gap", "why": "long words " * 60, "by": "Jo Patel", "date": date(2026, 3, 31)}
        stated = replace(asked(question.first, found.files), **said)  # type: ignore[arg-type]
        for one in (None, stated):
            shown = rows_of(question, found, one)
            assert len(shown) + 4 <= 24, "\n".join(shown)
            assert max(map(len, shown)) <= 80
            assert any(line.startswith("What to decide:") for line in shown)


def test_on_a_tall_screen_a_question_is_shown_whole(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "100")
    long = "The Council will have due regard to what each child says, in every room and on every day. " * 5
    made = report(finding(rule("DO-PAR-1", "critical"), "contradicted", passage(long.strip(), "contradicts")))
    (question,) = open_questions(made.criteria, {})
    for lines, whole in (("60", True), ("24", False)):
        monkeypatch.setenv("LINES", lines)
        shown = rows_of(question, made, None)
        assert (" ".join(" ".join(shown).split()).count("on every day.") == 5) is whole
        assert ("(d shows it whole)" in shown[0]) is not whole


@on_a_terminal
def test_when_the_quoted_text_changes_the_answer_lapses_and_can_be_kept_with_one_key(run: Run, pack: Path) -> None:
    paper = pack / "specification.md"
    paper.write_text(paper.read_text() + "\nThe Council will have due regard to the UNCRC in this contract.\n")
    arguments = (pack, "--severity", "minor", "--all")
    with session(*arguments, *WHO) as asked:
        asked.until("Children will not be told how to complain")
        asked.type("g", "Clause 4.3 is a slip.", "", "", "q")
        assert asked.end() == 0
    answer = first_question(pack / FILE)
    assert result(run, pack, "--answers", pack / FILE)["answers"]["counted"] == 1
    paper.write_text(paper.read_text().replace("told how to complain", "told how to complain or to whom"))
    ran = run("check", pack, "--answers", pack / FILE)
    assert "of which 0 count" in ran.out
    assert (
        f"{answer.criterion}: the answer of Jo Patel on 2026-03-31 does not count, since the quoted text has changed"
        in " ".join(ran.out.split())
    )
    with session(pack, "--by", "Sam Oduya", "--date", "2026-04-02") as asked:
        asked.until("It was answered before")
        asked.until("Clause 4.3 is a slip.")
        asked.until("k  keep what was stated")
        asked.type("k", "q")
        assert asked.end() == 0
    kept = first_question(pack / FILE)
    assert (kept.criterion, kept.stated, kept.why, kept.by) == (answer.criterion, "gap", answer.why, "Sam Oduya")
    assert "or to whom" in kept.quote
    assert result(run, pack, "--answers", pack / FILE)["answers"]["counted"] == 1


@on_a_terminal
def test_what_could_not_be_read_is_one_question_and_settles_the_gate(run: Run, pack: Path) -> None:
    scanned(pack)
    before = result(run, pack, "--fail-on", "critical")
    waiting = [one["id"] for one in before["criteria"] if one["status"] == "needs-review"]
    assert len(waiting) > 1
    with session(pack, *WHO) as asked:
        asked.until("criteria could not be settled")
        asked.until("scan.pdf")
        asked.type("g", "I have opened it: it is the plan of the car park.", "", "", "q")
        assert asked.end() == 0
        assert "answers saved" in asked.shown
    after = result(run, pack, "--answers", pack / FILE, "--fail-on", "critical")
    assert not after["gate"]["passed"]
    assert set(after["gate"]["answered"]) <= set(waiting)
    assert after["gate"]["answered"]
    assert after["score"]["high"] == before["score"]["high"]
    assert after["score"]["answered"]["high"] < before["score"]["high"]


@on_a_terminal
def test_a_group_can_be_asked_one_by_one(run: Run, pack: Path) -> None:
    scanned(pack)
    with session(pack, *WHO) as asked:
        asked.until("Question 1 of")
        asked.type("e")
        asked.until("Question 1 of")
        asked.until("The program could not settle it")
        asked.type("n", "The service has no such part.", "", "", "q")
        assert asked.end() == 0
    assert [one.stated for one in read_answers(pack / FILE, DEFAULT_LIMITS).answers.given] == ["not-applicable"]


@on_a_terminal
def test_a_saved_result_can_be_assessed_without_its_papers(run: Run, pack: Path) -> None:
    saved = pack.parent / "result.json"
    run("check", pack, "--format", "json", "--output", saved)
    file = pack.parent / "ours.yaml"
    with session(saved, *WHO, "--answers", file) as asked:
        asked.until("Question 1 of")
        asked.type("p", "Half of it.", "", "", "q")
        assert asked.end() == 0
    assert result(run, pack, "--answers", file)["answers"]["counted"] == 1


@on_a_terminal
def test_the_end_of_what_is_typed_counts_as_an_interrupt(pack: Path) -> None:
    with session(pack, *WHO) as asked:
        asked.until("s skip")
        os.write(asked.terminal, b"\x04")
        assert asked.end() == 130


@on_a_terminal
def test_a_place_that_cannot_be_written_to_is_told_before_anything_is_asked(pack: Path) -> None:
    with session(pack, "--answers", pack / "no" / "answers.yaml") as asked:
        assert asked.end() == 74
        assert "Who answers" not in asked.shown


def test_what_others_write_into_the_file_meanwhile_is_kept(run: Run, pack: Path) -> None:
    from datetime import date

    from crp_commission.serialising import load_report

    report = load_report(run("check", pack, "--format", "json").out, "result")
    desk = Desk(report, pack.parent / "answers.yaml", DEFAULT_LIMITS, "Jo Patel", date(2026, 3, 31))
    desk.path.write_text(HEAD + ENTRY)
    desk.save([Answer("A-1", "gap", "0" * 16, stated="met", why="So.", by="Jo", date=date(2026, 3, 31))])
    desk.path.write_text(desk.path.read_text().replace("Schedule 3 says so.", "Schedule 4 says so."))
    desk.save([Answer("A-2", "gap", "0" * 16, stated="met", why="So.", by="Jo", date=date(2026, 3, 31))])
    given = read_answers(desk.path, DEFAULT_LIMITS).answers.given
    assert [(one.criterion, one.why) for one in given] == [
        ("DO-PAR-1", "Schedule 4 says so."),
        ("A-1", "So."),
        ("A-2", "So."),
    ]


# What rests on answers


def test_verify_asks_for_the_answers_and_finds_them_changed(run: Run, pack: Path) -> None:
    file = written(pack.parent, HEAD + ENTRY)
    saved = pack.parent / "result.json"
    run("check", pack, "--answers", file, "--format", "json", "--output", saved)
    without = run("verify", saved, pack)
    assert without.code == 2
    assert "--answers answers.yaml" in without.err
    assert run("verify", saved, pack, "--answers", file).code == 0
    file.write_text(HEAD + ENTRY.replace("Schedule 3", "Schedule 4"))
    changed = run("verify", saved, pack, "--answers", file)
    assert changed.code == 1
    assert "answers" in changed.out


def test_without_answers_nothing_of_them_is_said(run: Run, pack: Path) -> None:
    ran = run("check", pack, "--verbose")
    assert "Stated" not in ran.out
    assert "as found in the papers" not in ran.out


def test_an_unusable_name_for_the_level_is_refused(run: Run, pack: Path) -> None:
    saved = pack.parent / "result.json"
    run("check", pack, "--format", "json", "--output", saved)
    ran = run("new", "answers", saved, "--severity", "crtical", "--output", "-")
    assert ran.code == 2
    assert "Did you mean critical?" in ran.err


def test_a_later_kind_of_fault_names_the_file_it_stands_in(tmp_path: Path) -> None:
    with pytest.raises(UsageError) as refused:
        read_answers(written(tmp_path, HEAD + ENTRY.replace("DO-PAR-1", '""')), DEFAULT_LIMITS)
    assert refused.value.line == 10
