"""What a pipeline's log shows of a run never begins with a command of the pipeline's own."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from command_line import Run

from crp_commission.inert import inert
from sample import OURS

COMMAND = re.compile(r"^\s*::|##\w*\[", re.MULTILINE)
PAPER = "# Voice\n\n{} The Provider shall ask every child for their views each quarter and record it.\n"


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("::error::x", "·::error::x"),
        ("a\n \t::add-mask::x", "a\n \t·::add-mask::x"),
        ("\u3000::stop-commands::x", "\u3000·::stop-commands::x"),
        ("##[error]x", "#·#[error]x"),
        ("see ##vso[task.setvariable]x", "see #·#vso[task.setvariable]x"),
        ("a ::b:: c\n## Heading [1]", "a ::b:: c\n## Heading [1]"),
    ],
)
def test_a_command_at_the_start_of_a_line_is_shown_and_not_given(text: str, shown: str) -> None:
    assert inert(text) == shown


@pytest.mark.parametrize("order", ["::error::boo", "##[error]boo"])
def test_neither_evidence_nor_names_of_files_give_orders(run: Run, tmp_path: Path, order: str) -> None:
    (tmp_path / f"{order}.md").write_text(PAPER.format(" ".join([order] * 30)), encoding="utf-8")
    (tmp_path / f"{order}.docx").write_bytes(b"no\0document")
    ran = run("check", tmp_path, "--no-config", "--verbose")
    assert ran.code == 0
    assert "boo.docx" in ran.err
    assert "error" in ran.out
    assert not COMMAND.search(ran.out + ran.err)


def test_a_mark_that_ends_a_line_elsewhere_ends_none_on_the_page_of_a_criterion(run: Run, tmp_path: Path) -> None:
    example = '    examples: {met: ["A quiet room is there.\\u2028::error::boo"]}\n'
    file = tmp_path / "ours.yaml"
    file.write_text(OURS + example, encoding="utf-8")
    ran = run("rules", "explain", "OUR-1", "--ruleset", file)
    assert ran.code == 0, ran.err
    assert "  - A quiet room is there.\ufffd::error::boo" in ran.out
