"""The documentation is tried as it stands: every command runs, every file is valid, every output is the output."""

from __future__ import annotations

import io
import os
import re
import shlex
import shutil
import sys
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path

import pytest

from browser import chromium
from command_words import command_of, every_command, opts_of
from crp_commission import cli, library
from doc_desk import OUTSIDE, SETTING_UP, Desk, lay
from doc_pages import PAGES, ROOT, Block, blocks, commands, inline_commands, name
from doc_yaml import check

DATA = ("yaml", "toml", "json")
# Kinds of block that are read and not run.
SHOWN = ("text", "markdown", "jinja")
TO_TRY = [page for page in PAGES if any(block.kind in ("sh", *DATA) for block in blocks(page))]
CRITERIA = ROOT / "docs" / "rules"


@pytest.fixture(scope="module")
def laid(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A desk with the files that the pages name, to be copied for each page."""
    folder = tmp_path_factory.mktemp("laid") / "desk"
    folder.mkdir()
    lay(folder)
    return folder


_recogniser = cache(library.recogniser)


@pytest.fixture
def desk(laid: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Desk:
    """A desk of one's own, whose program keeps in mind what it has read of learned weights."""
    monkeypatch.setattr(library, "recogniser", _recogniser)
    for variable in [one for one in os.environ if one.startswith("CRP_")]:
        monkeypatch.delenv(variable)
    monkeypatch.delenv("FORCE_COLOR", raising=False)
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(tmp_path / "summary.md"))
    shutil.copytree(laid, tmp_path / "desk")
    return Desk(tmp_path / "desk", lambda data: monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(data))))


@pytest.fixture
def output(capfdbinary: pytest.CaptureFixture[bytes]) -> Callable[[], bytes]:
    """What was printed since it was last asked for."""
    capfdbinary.readouterr()
    return lambda: b"".join(capfdbinary.readouterr())


def test_there_is_much_to_try() -> None:
    assert {"README.md", "docs/first-check.md", "docs/reference/commands.md"} <= {name(page) for page in TO_TRY}
    assert sum(block.kind == "sh" for page in TO_TRY for block in blocks(page)) > 50


@pytest.mark.parametrize("page", TO_TRY, ids=name)
def test_a_page_can_be_followed_word_for_word(page: Path, desk: Desk, output: Callable[[], bytes]) -> None:
    said = ""
    for block in blocks(page):
        where = f"{name(page)}:{block.line}"
        assert block.kind in ("sh", *DATA, *SHOWN), f"{where}: what is a block of kind {block.kind!r}?"
        if block.file:
            (desk.folder / block.file).parent.mkdir(parents=True, exist_ok=True)
            (desk.folder / block.file).write_text(block.text, encoding="utf-8")
        for command, line in _commands(block, where, desk.folder):
            _by_hand(page, command, desk.folder)
            place = desk if block.kind == "sh" else desk.checkout()
            code, printed = _typed(command, f"{name(page)}:{line}", place, output)
            assert code in (0, 1), f"{name(page)}:{line}: {command}\nended with {code}: {printed}"
            assert "Traceback" not in printed
            said += printed
        if block.kind == "text" and not page.is_relative_to(CRITERIA):
            _was_said(block, where, said)


def _commands(block: Block, where: str, folder: Path) -> Iterator[tuple[str, int]]:
    if block.kind == "sh":
        yield from commands(block)
    elif block.kind in DATA:
        try:
            yield from ((command, block.line) for command in check(block.kind, block.text, folder.parent / "tried"))
        except Exception as error:
            raise AssertionError(f"{where}: {error}") from error


def _typed(command: str, where: str, desk: Desk, output: Callable[[], bytes]) -> tuple[int, str]:
    if SETTING_UP.match(command):
        return 0, ""
    program = command.split()[0]
    if program in OUTSIDE:
        assert program != "chromium" or chromium()
        return 0, ""
    try:
        return desk.type(command, output)
    except (OSError, AssertionError) as error:
        raise AssertionError(f"{where}: {command}\n{error}") from error


def _was_said(block: Block, where: str, said: str) -> None:
    """Each line of an output that a page shows was printed by a command above it."""
    printed = {" ".join(line.split()) for line in said.splitlines()}
    for line in block.text.splitlines():
        assert " ".join(line.split()) in printed, f"{where}: no command above says\n{line}"


FIRST = ROOT / "docs" / "first-check.md"
_CLAUSE = " ".join(re.findall(r"^> (.*)$", FIRST.read_text(encoding="utf-8"), re.MULTILINE))


def _by_hand(page: Path, command: str, folder: Path) -> None:
    """What the reader of the first page does in Word before checking again: the clause in place of the old one."""
    if page == FIRST and command.startswith("crp-commission check specification.annotated.docx"):
        from docx import Document

        file = folder / "specification.annotated.docx"
        document = Document(str(file))
        (old,) = [one for one in document.paragraphs if one.text.startswith("The Provider may refuse a referral")]
        old.text = _CLAUSE
        document.save(str(file))


@pytest.mark.parametrize("page", [page for page in PAGES if [*inline_commands(page)]], ids=name)
def test_a_command_within_a_sentence_exists_with_its_options(page: Path) -> None:
    for line in inline_commands(page):
        words = shlex.split(line)[1:]
        if words[0] in ("COMMAND", "--version", "--install-completion", "--show-completion"):
            continue
        command, _ = command_of(tuple(words))
        assert not hasattr(command, "list_commands") or len(words) < 2, f"{name(page)}: {line}"
        unknown = {word for word in words if word.startswith("-") and word != "-"} - opts_of(words)
        assert not unknown, f"{name(page)}: {line}: {unknown}"


@pytest.mark.parametrize("words", [*every_command()], ids=lambda words: " ".join(words) or "the program")
def test_help_starts_with_examples(words: tuple[str, ...], output: Callable[[], bytes]) -> None:
    assert cli.run([*words, "--help"]) == 0
    shown = output().decode()
    start = re.search(r"^ +Examples?:\n", shown, re.MULTILINE)
    assert start, shown
    before = shown[: start.start()]
    assert before.count("\n") <= 14
    assert "Options:" not in before
    assert "Arguments:" not in before
    first = shown[start.end() :].splitlines()[0].strip()
    assert " ".join(("crp-commission", *words)) in first


def test_every_example_in_the_help_stands_in_the_reference_where_it_is_run() -> None:
    reference = (ROOT / "docs" / "reference" / "commands.md").read_text(encoding="utf-8")
    for words in every_command():
        command, _ = command_of(words)
        if not hasattr(command, "list_commands"):
            examples = re.findall(r"^ *((?:cat .* \| )?crp-commission .+)$", command.help, re.MULTILINE)
            assert examples
            assert all(f"\n{example.strip()}\n" in reference for example in examples)
