"""Small builders of findings, assessments and reports, so that a test names only what it is about."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date
from fractions import Fraction
from itertools import count
from types import MappingProxyType
from typing import Any

from crp_commission.answers import Answer, Answers, asked
from crp_commission.assessment import Assessment, Finding, PartFinding, Status, Tally
from crp_commission.composing import compose
from crp_commission.composing_accepted import Acceptance
from crp_commission.document import Block, BlockKind, Cell, Document, Extract, Note, Place, Section, SectionKind, Source
from crp_commission.engine import assess
from crp_commission.evidence import Evidence, Strength
from crp_commission.gate import GateSpec
from crp_commission.lawbook import LawFinding, Suggestion
from crp_commission.report import Report
from crp_commission.rules import Advice, Part, Principle, Rule, Ruleset, Scale, Severity, Stage
from crp_commission.structure import build

STAGES = (
    Stage("analyse", "Analyse", "What do children need and have a right to?"),
    Stage("plan", "Plan", "What will be asked for?"),
    Stage("do", "Do", "What must be done?"),
    Stage("review", "Review", "Did it work for children?"),
)
PRINCIPLES = (
    Principle("dignity", "Dignity"),
    Principle("best-interests", "Best interests"),
    Principle("non-discrimination", "Non-discrimination"),
    Principle("participation", "Participation"),
    Principle("life-survival-development", "Life, survival and development"),
    Principle("interdependence-indivisibility", "Interdependence and indivisibility"),
    Principle("transparency-accountability", "Transparency and accountability"),
)
SCALE = Scale(
    credit={
        "mentioned": Fraction(1, 10),
        "intended": Fraction(1, 5),
        "committed": Fraction(1, 2),
        "measured": Fraction(1),
    },
    weights={"critical": Fraction(3), "major": Fraction(2), "minor": Fraction(1)},
    red_below=Fraction(40),
    amber_below=Fraction(70),
)
_STAGE = {"ANA": "analyse", "PLN": "plan", "DO": "do", "REV": "review"}
_PRINCIPLE = dict(zip(("DIG", "BST", "NDI", "PAR", "LSD", "INT", "TRA"), (item.id for item in PRINCIPLES), strict=True))


def rule(id: str, severity: str = "major", **fields: object) -> Rule:
    """A criterion; stage and principle follow from an id such as DO-PAR-1."""
    stage, principle, _ = id.split("-")
    wording = fields.pop("wording", f"The Provider shall do what {id} asks each quarter.")
    settings = {
        "title": f"Title of {id}",
        "question": f"Does it do what {id} asks?",
        "parts": (Part("children are asked", find=None, essential=True), Part("how often", find=None)),
        "advice": Advice(
            wording=str(wording), why_it_matters="Children are heard.", indicator="Share of children asked."
        ),
        "ruleset": "core",
        **fields,
    }
    return Rule(id=id, stage=_STAGE[stage], principle=_PRINCIPLE[principle], severity=Severity(severity), **settings)  # type: ignore[arg-type]


def passage(
    quote: str,
    strength: str = "measured",
    *,
    file: str = "spec.docx",
    paragraph: int = 1,
    section: str = "",
    cell: Cell | None = None,
    page: int | None = None,
    **fields: str,
) -> Evidence:
    """A passage of evidence; its sentence has the number of its paragraph."""
    place = Place(file, paragraph, page=page, section=section, cell=cell)
    return Evidence(
        paragraph, quote, place, Strength(strength), fields.pop("because", "the provider is bound to do it"), **fields
    )


def finding(criterion: Rule, status: str, *evidence: Evidence, missing: Iterable[str] = (), why: str = "") -> Finding:
    """A finding whose evidence all speaks to the first part; a partial one earns by its strongest passage."""
    verdict = Status(status)
    weight = criterion.weight or SCALE.weights[criterion.severity]
    best = max((item.strength for item in evidence), key=lambda strength: strength.rung, default=None)
    low = {"met": weight, "partial": weight * SCALE.credit.get(best or "", Fraction(0))}.get(status, Fraction(0))
    high = weight if verdict is Status.NEEDS_REVIEW else low
    applies = verdict is not Status.NOT_APPLICABLE
    tally = Tally(low, high, weight if applies else Fraction(0), {verdict: 1})
    parts = tuple(PartFinding(part, evidence if part is criterion.parts[0] else ()) for part in criterion.parts)
    return Finding(criterion, verdict, why or f"It is {status}.", parts, tally, tuple(missing))


def source(path: str = "spec.docx", role: str = "service-specification", words: int = 5410) -> Source:
    """A file of the pack."""
    kind = path.rpartition(".")[2]
    return Source(path, sha256="5" * 64, kind=kind, role=role, pages=12 if kind == "pdf" else None, words=words)


def section(number: int, title: str, file: str = "spec.docx", kind: str = "operative") -> Section:
    """A section of a file."""
    return Section(number, file, title, (), SectionKind(kind))


def assessment(
    *findings: Finding,
    files: tuple[Source, ...] = (source(),),
    notes: tuple[Note, ...] = (),
    sections: tuple[Section, ...] = (),
    scale: Scale = SCALE,
    unasked: tuple[Rule, ...] = (),
    off: Mapping[str, str] = MappingProxyType({}),
    law: tuple[LawFinding, ...] = (),
    suggestions: tuple[Suggestion, ...] = (),
) -> Assessment:
    """An assessment of one pack against one ruleset: the criteria of the findings, and those ``unasked``."""
    rules = (*(item.rule for item in findings), *unasked)
    ruleset = Ruleset("core", "Core", "1.0", STAGES, PRINCIPLES, {}, scale, rules, sha256="c" * 64, off=off)
    pack = Document("The pack", files, sections, (), notes)
    return Assessment(pack, (ruleset,), findings, law=law, suggestions=suggestions)


def report(
    *findings: Finding,
    gate: GateSpec | None = None,
    date: str | None = None,
    waivers: dict[str, str] | None = None,
    profile: str = "standard",
    answers: Iterable[Answer] | None = None,
    acceptance: Acceptance = Acceptance(),  # noqa: B008
    **fields: object,
) -> Report:
    """The composed report of an assessment built from findings."""
    return compose(
        assessment(*findings, **fields),  # type: ignore[arg-type]
        tool_version="1.2.3",
        date=date,
        gate=gate or GateSpec(),
        profile=profile,
        waivers=waivers or {},
        answers=None if answers is None else Answers("answers.yaml", "a" * 64, tuple(answers)),
        acceptance=acceptance,
    )


def stated(found: Report, criterion: str, verdict: str, **fields: Any) -> Answer:
    """An answer to a question that a report leaves open; dates are written as text."""
    question = asked(next(one for one in found.criteria if one.id == criterion), found.files)
    given = {"why": "Schedule 3 says so.", "by": "Jo Patel", "date": "2026-03-31", **fields}
    days = {name: date.fromisoformat(given[name]) for name in ("date", "until") if given.get(name)}
    return replace(question, stated=verdict, **{**given, **days})


def blocks(*lines: str, file: str = "spec.md") -> tuple[Block, ...]:
    """One block a line, marked as in Markdown: ``# heading``, ``- item`` (indented by two for each level further in),
    ``> quote`` and ``| a | b |`` for a table row, the first of a table being its header; else a paragraph.
    """
    numbers = count(1)
    found: list[Block] = []
    header: list[str] = []
    table = row = 0
    for line in lines:
        if not line.startswith("|"):
            header, row = [], 0
            found.append(_block(line, Place(file, next(numbers))))
            continue
        cells = [cell.strip() for cell in line.strip("|").split("|")]
        table, row = table + (not row), row + 1
        header = header or cells
        for column, text in enumerate(cells, start=1):
            place = Place(file, next(numbers), cell=Cell(table, row, column))
            found.append(_cell(text, place, header[column - 1], cells[0]))
    return tuple(found)


def _block(line: str, place: Place) -> Block:
    text = line.strip()
    if text.startswith("#"):
        return Block(BlockKind.HEADING, text.lstrip("# "), place, level=len(text) - len(text.lstrip("#")))
    if text.startswith("- "):
        return Block(BlockKind.ITEM, text[2:], place, level=1 + (len(line) - len(text)) // 2)
    if text.startswith("> "):
        return Block(BlockKind.PARAGRAPH, text[2:], place, quoted=True)
    return Block(BlockKind.PARAGRAPH, text, place)


def _cell(text: str, place: Place, header: str, row_header: str) -> Block:
    assert place.cell is not None
    if place.cell.row == 1:
        return Block(BlockKind.CELL, text, place, is_header=True)
    return Block(BlockKind.CELL, text, place, header=header, row_header=row_header if place.cell.column > 1 else "")


def doc(
    *lines: str, role: str = "service-specification", file: str = "spec.md", notes: tuple[Note, ...] = ()
) -> Document:
    """A document of one file, written as for ``blocks``."""
    return pack({file: lines}, {file: role}, notes)


def pack(
    files: Mapping[str, Iterable[str]], roles: Mapping[str, str] | None = None, notes: tuple[Note, ...] = ()
) -> Document:
    """A document of several files, each written as for ``blocks``; a role not given is a specification's."""
    parts = [
        (
            source(path, (roles or {}).get(path, "service-specification"), words=len(" ".join(lines).split())),
            Extract(blocks(*lines, file=path), tuple(note for note in notes if note.file == path)),
        )
        for path, lines in files.items()
    ]
    return build("The pack", parts)


def part(
    *signals: str, asks: str = "children are asked", essential: bool = True, against: Any = None, **options: Any
) -> Part:
    """A part found where somebody promises what the signals say."""
    return Part(asks, {"promises": {"any": list(signals), **options}}, essential, against)


def ruleset(*rules: Rule, vocabulary: Mapping[str, Iterable[str]] | None = None, scale: Scale = SCALE) -> Ruleset:
    """A ruleset of those criteria."""
    words = {name: tuple(phrases) for name, phrases in (vocabulary or {}).items()}
    return Ruleset("core", "Core", "1.0", STAGES, PRINCIPLES, words, scale, rules, sha256="c" * 64)


def judged(document: Document, *rules: Rule, **settings: Any) -> Assessment:
    """The document judged by those criteria alone."""
    return assess(document, [ruleset(*rules, **settings)])
