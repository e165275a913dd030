"""A commissioning cycle from the first look to the second review, as docs/cycle.md tells it."""

from __future__ import annotations

import json
import re
import shlex
import shutil
from pathlib import Path
from typing import Any

import pytest
from command_line import Run
from docx import Document

from doc_desk import TODAY
from doc_pages import ROOT, blocks, commands

EXAMPLE = ROOT / "examples" / "young-carers" / "specification.docx"
RESPECT = (
    "The Provider shall treat every child with respect and shall not use or allow humiliation, corporal punishment or "
    "isolation as punishment. It shall report each breach to the Council within one working day, and the Council may "
    "require the removal of the member of Staff concerned."
)
ACCESS = (
    "The Provider shall secure equal access for disabled children and boys. It shall provide interpreters, travel help "
    "and adjustments free of charge, and reach at least the shares of these groups set in Schedule 3, reporting each "
    "quarter."
)
WAIVERS = """\
waivers:
  - criterion: PLN-PAR-1
    reason: said-elsewhere
    note: How young carers wrote the outcomes is set out in the cabinet report of May.
    owner: Commissioning manager
    approver: Director of children's services
    expires: 2027-03-31
  - criterion: ANA-BST-1
    reason: said-elsewhere
    note: The assessment of what each option does to children's rights is published with the same report.
    owner: Commissioning manager
    approver: Director of children's services
    expires: 2027-03-31
"""


def mend(paper: Path) -> None:
    """What the officer does in Word: one clause replaced, one added, one that shuts children out for behaviour cut."""
    document = Document(str(paper))
    for paragraph in document.paragraphs:
        if "whose behaviour may in the Provider's opinion" in paragraph.text.replace("\u2019", "'"):
            paragraph.text = "a child who lives outside the borough."
        if paragraph.text.startswith("The Provider may refuse a referral"):
            paragraph.text = ACCESS
            paragraph.insert_paragraph_before(RESPECT)
    document.save(str(paper))


def saved(file: Path) -> dict[str, Any]:
    result: dict[str, Any] = json.loads(file.read_text(encoding="utf-8"))
    return result


def verdict(result: dict[str, Any], criterion: str) -> str:
    return next(one["status"] for one in result["criteria"] if one["id"] == criterion)


def test_from_the_first_look_to_a_gate_that_passes(tmp_path: Path, run: Run) -> None:
    pack, before, after = tmp_path / "pack", tmp_path / "before.json", tmp_path / "after.json"
    pack.mkdir()
    paper = pack / EXAMPLE.name
    shutil.copy(EXAMPLE, paper)
    asked = ["--ruleset", "core", "--fail-on", "critical", "--format", "json", "--output"]

    assert run("init", pack, "--yes").code == 0
    assert (pack / "crp-commission.yaml").exists()
    assert run("check", pack, *asked, before).code == 1
    first = saved(before)
    assert [verdict(first, one) for one in ("PLN-NDI-1", "DO-DIG-1", "PLN-PAR-1")] == ["contradicted", "gap", "gap"]

    answers = tmp_path / "answers.yaml"
    assert run("new", "answers", before, "--output", answers).code == 0
    entry = 'criterion: "PLN-PAR-1"'
    head, tail = answers.read_text(encoding="utf-8").split(entry, 1)
    for key, said in (
        ("stated", "partial"),
        ("why", "see the cabinet report"),
        ("by", "J Patel"),
        ("date", "2026-06-01"),
    ):
        tail = tail.replace(f"    {key}:\n", f"    {key}: {said}\n", 1)
    answers.write_text(head + entry + tail, encoding="utf-8")
    answered = run("check", pack, "--answers", answers, *asked, after)
    assert answered.code == 1  # what a person states lifts no gap that was found
    assert next(one for one in saved(after)["criteria"] if one["id"] == "PLN-PAR-1")["answer"]

    waivers = tmp_path / "waivers.yaml"
    waivers.write_text(WAIVERS, encoding="utf-8")
    mend(paper)
    ended = run("check", pack, "--waivers", waivers, "--date", "2026-06-01", *asked, after)
    assert ended.code == 0, ended.err
    second = saved(after)
    assert verdict(second, "PLN-NDI-1") == "met"
    assert verdict(second, "DO-DIG-1") in ("met", "partial")
    assert second["score"]["low"] > first["score"]["low"]
    assert run("check", pack, "--waivers", waivers, "--no-waivers", *asked, after).code == 1

    compared = run("compare", before, after)
    assert compared.code == 0
    assert "PLN-NDI-1" in compared.out
    assert "DO-DIG-1" in compared.out

    assert run("new", "baseline", after, "--output", tmp_path / "baseline.yaml").code == 0
    assert run("check", pack, "--baseline", tmp_path / "baseline.yaml", *asked, after).code == 0


def step(number: int, *, block: int = 0) -> list[list[str]]:
    """The commands in a block of a step of the page, on a day on which the waivers hold."""
    page = ROOT / "docs" / "cycle.md"
    texts = page.read_text(encoding="utf-8").split("\n")
    start = next(at for at, text in enumerate(texts, 1) if text.startswith(f"**{number}. "))
    asked = [one for one in blocks(page) if one.line > start][block]
    return [shlex.split(TODAY.sub("2026-06-01", text))[1:] for text, _ in commands(asked)]


def test_who_follows_the_page_passes_the_gate_by_waivers_and_holds_the_line(
    tmp_path: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("tender-pack").mkdir()
    shutil.copy(EXAMPLE, "tender-pack")
    (first,) = step(2)
    assert run(*first).code == 1
    assert run(*step(3, block=1)[0]).code == 0
    mend(tmp_path / "tender-pack" / EXAMPLE.name)
    Path("waivers.yaml").write_text(WAIVERS, encoding="utf-8")

    look, compared = step(6)
    assert run(*look).code == 0
    assert saved(Path("after.json"))["answers"]["file"] == "answers.yaml"
    assert run(*compared).code == 0
    baseline, hold = step(7)
    assert run(*baseline).code == 0
    assert run(*hold).code == 0
    late = [re.sub(r"^2026-06-01$", "2027-04-01", word) for word in hold]
    assert run(*late).code == 1  # what had a waiver counts again
