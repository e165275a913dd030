"""Small builders of findings, assessments and reports, so that a test names only what it is about."""

from __future__ import annotations

from collections.abc import Iterable
from fractions import Fraction

from crp_commission.assessment import Assessment, Finding, PartFinding, Status, Tally
from crp_commission.composing import compose
from crp_commission.document import Cell, Document, Note, Place, Section, SectionKind, Source
from crp_commission.evidence import Evidence, Strength
from crp_commission.gate import GateSpec
from crp_commission.report import Report
from crp_commission.rules import Advice, Part, Principle, Rule, Ruleset, Scale, Severity, Stage

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
) -> Assessment:
    """An assessment of one pack against one ruleset that holds the criteria of the findings."""
    rules = tuple(item.rule for item in findings)
    ruleset = Ruleset("core", "Core", "1.0", STAGES, PRINCIPLES, {}, scale, rules, sha256="c" * 64)
    return Assessment(Document("The pack", files, sections, (), notes), (ruleset,), findings)


def report(
    *findings: Finding,
    gate: GateSpec | None = None,
    date: str | None = None,
    waivers: dict[str, str] | None = None,
    **fields: object,
) -> Report:
    """The composed report of an assessment built from findings."""
    return compose(
        assessment(*findings, **fields),  # type: ignore[arg-type]
        tool_version="1.2.3",
        date=date,
        gate=gate or GateSpec(),
        profile="standard",
        waivers=waivers or {},
    )
