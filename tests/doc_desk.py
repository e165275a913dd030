"""A desk with the files that the documentation speaks of, and somebody who types its commands there.

Commands run in this process, so that the pages can be tried in a minute. What a page needs and does not make itself is
put on the desk by ``lay``; what stands in a page under the name of a file is written to that file.
"""

from __future__ import annotations

import datetime
import os
import re
import shlex
import shutil
import tempfile
from collections.abc import Callable
from contextlib import chdir
from pathlib import Path

from command_words import opts_of
from crp_commission import cli
from doc_pages import ROOT
from sample import OURS

EXAMPLE = ROOT / "examples" / "young-carers"
CASE = """\
{"id": "1", "format": "markdown", "text": "The Provider shall ask each child.", "expect": {"DO-PAR-1": "partial"}}
"""
FARES = """\
{"id": "1", "text": "The Provider shall refund bus fares each month.", "format": "text", "expect": {"BUS-1": "met"}}
"""
PAPER = "# Voice\n\nThe Provider shall ask each child each quarter and publish what changed.\n"
TERMS = "1. The Provider shall comply with the Children Act 2004.\n\n2. Either party may end the contract.\n"

# The day of today, as a shell puts it into a command.
TODAY = re.compile(r"\$\(date( -u)? \+%F\)")
# What is not run here, since it sets up a machine; .ci/run does it on one that has nothing.
SETTING_UP = re.compile(r"(python3? -m venv|\. \.venv/bin/activate|pip install|\.venv/bin/)")
OUTSIDE = {"chromium": "a browser", "docker": "a builder of images"}
"""Programs that may not be there, and what they are."""


def lay(folder: Path) -> None:
    """Put the files on the desk."""
    (folder / "examples").mkdir()
    shutil.copytree(EXAMPLE, folder / "examples" / "young-carers")
    shutil.copytree(ROOT / "examples" / "templates", folder / "examples" / "templates")
    shutil.copytree(ROOT / "examples" / "templates", folder / "our-templates")
    shutil.copy(folder / "our-templates" / "consultant.html.j2", folder / "our-templates" / "letter.html.j2")
    pack = folder / "tender-pack"
    pack.mkdir()
    _in_word(PAPER, pack / "specification.docx")
    (pack / "terms.txt").write_text(TERMS)
    shutil.make_archive(str(folder / "pack"), "zip", pack)
    for name in ("specification.docx", "grant.docx"):
        _in_word(PAPER, folder / name)
    for name in ("specification.md", "PAPER"):
        (folder / name).write_text(PAPER)
    for name, text in (("ours.yaml", OURS), ("cases.jsonl", CASE), ("fares.jsonl", FARES)):
        (folder / name).write_text(text)
    with chdir(folder):
        for line in (
            "check specification.docx --format json --output result.json",
            "new ruleset brackenmere",
            "new spec young-carers.yaml",
            "new waivers",
            "new baseline result.json",
            "new gate result.json --output gate.yaml",
            "new answers result.json --output tender-pack/answers.yaml",
        ):
            assert cli.run([*line.split(), "--quiet"] if line.startswith("check") else line.split()) == 0
    for name in ("before", "after", "bidder-a", "bidder-b", "bidder-c"):
        shutil.copy(folder / "result.json", folder / f"{name}.json")


def _in_word(text: str, file: Path) -> None:
    """A short paper in Word."""
    from docx import Document

    document = Document()
    for paragraph in text.split("\n\n"):
        if paragraph.startswith("# "):
            document.add_heading(paragraph.removeprefix("# "))
        else:
            document.add_paragraph(paragraph.strip())
    document.save(str(file))


class Desk:
    """A copy of the desk, and the folder in it that somebody is in."""

    def __init__(self, folder: Path, standard_input: Callable[[bytes], None]) -> None:
        self.folder, self._standard_input = folder, standard_input

    def checkout(self) -> Desk:
        """A fresh copy of the papers, as a pipeline has them."""
        folder = Path(tempfile.mkdtemp(dir=self.folder.parent))
        shutil.copytree(self.folder / "tender-pack", folder / "tender-pack")
        return Desk(folder, self._standard_input)

    def type(self, line: str, output: Callable[[], bytes]) -> tuple[int, str]:
        """Run a line of a shell: its exit code and what it printed on both outputs. ``output`` hands that over."""
        line = TODAY.sub(datetime.date.today().isoformat(), line)
        for one in line.split(" && "):
            code, said = self._one(one.strip(), output)
            if code not in (0, 1):
                break
        return code, said

    def _one(self, line: str, output: Callable[[], bytes]) -> tuple[int, str]:
        piped = re.fullmatch(r"cat (\S+) \| (.+)", line)
        if piped:
            self._standard_input((self.folder / piped[1]).read_bytes())
            line = piped[2]
        line, _, target = line.partition(" > ")
        words = shlex.split(line)
        code = self._run(words)
        said = output()
        if code == 2 and words[1:2] == ["assess"] and b"asks a person at a terminal" in said:
            code = 0  # nobody sits here to be asked; tests/shell tries assess at a terminal
        if target:
            (self.folder / target.strip()).write_bytes(said)
        return code, said.decode()

    def _run(self, words: list[str]) -> int:
        program, *arguments = words
        if program == "crp-commission":
            with chdir(self.folder):
                return cli.run([os.path.expandvars(word) for word in self._willing(arguments)])
        if program == "cd":
            self.folder = self.folder / arguments[0]
        elif program == "mkdir":
            (self.folder / arguments[0]).mkdir()
        elif program == "cp":
            shutil.copy(self.folder / arguments[0], self.folder / arguments[1])
        else:
            raise AssertionError(f"nobody here knows the program {program}; see doc_desk.py")
        return 0

    @staticmethod
    def _willing(arguments: list[str]) -> list[str]:
        """The arguments, with --force where a file is started anew, since the desk may hold it already."""
        starts = arguments[:1] in (["new"], ["init"], ["annotate"]) and "--help" not in arguments
        return [*arguments, "--force"] if starts and "--force" in opts_of(arguments) - set(arguments) else arguments
