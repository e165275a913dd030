"""A small pack with every status, read in part, for golden files."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from fractions import Fraction

from builders import finding, passage, report, rule, section, source, stated
from crp_commission.answers import Answer
from crp_commission.document import Cell, Note, Place
from crp_commission.gate import GateSpec
from crp_commission.lawbook import LawFinding, Suggestion
from crp_commission.report import Report
from crp_commission.rules import Severity

OURS = """\
id: ours
title: What our council asks beside
version: "1"
uses: [core]
rules:
  - id: OUR-1
    title: A quiet room
    question: Is there a quiet room for each child who asks for one?
    stage: do
    principle: dignity
    severity: minor
    parts:
      - asks: a quiet room is there
        essential: true
        find: [promises: {any: [quiet room]}]
"""
"""A council's own ruleset, which uses the words of core."""


def sample_report(*, law: bool = False, answers: Iterable[Answer] | None = None) -> Report:
    """A specification, its terms and a scan that could not be read."""
    forum = passage(
        "The Provider shall hold a children's forum every month and publish its replies within 20 working days.",
        paragraph=41,
        section="4.2 Participation",
        because='the provider is bound to do it ("shall"), with how often and by when',
    )
    return report(
        finding(rule("ANA-PAR-1", "critical", title="Children's own views shape the analysis"), "not-applicable"),
        finding(
            rule(
                "PLN-BST-1",
                "critical",
                title="Best interests weighed for each option",
                where=("service-specification",),
            ),
            "gap",
            missing=("each option is weighed for what it means for children", "who decided and when"),
            why="Nothing was found.",
        ),
        finding(
            rule("PLN-TRA-1", "critical", title="Child rights duty written into contract"),
            "needs-review",
            passage(
                "The Council will have due regard to the UNCRC.", "intended", file="terms.pdf", page=3, paragraph=9
            ),
            why="The terms and the specification disagree and neither says which one wins.",
        ),
        finding(
            rule("DO-DIG-1", "critical", title="No degrading treatment; respect is enforceable"),
            "contradicted",
            passage(
                "Restraint may be used to secure compliance.",
                "contradicts",
                paragraph=31,
                section="3.4 Behaviour",
                because="it allows what the criterion rules out",
            ),
            passage(
                "Children are treated with dignity.",
                "mentioned",
                paragraph=12,
                section="1 Vision",
                because="nobody is said to do it",
            ),
            missing=("restraint is never used as punishment",),
            why="Section 3.4 works against an essential part.",
        ),
        finding(
            rule("DO-PAR-2", "critical", title="Children together influence the service"),
            "met",
            forum,
            missing=("children choose the topics",),
        ),
        finding(
            rule("DO-PAR-3", title="Children take part in choosing staff"),
            "partial",
            passage(
                "Young people will be encouraged to join interview panels.",
                "intended",
                paragraph=44,
                section="4.2 Participation",
                because='it is an aim, not a duty ("encouraged")',
            ),
            missing=("how often",),
        ),
        finding(
            rule("DO-LSD-1", "critical", title="Safeguarding delivered, timed and checked"),
            "partial",
            passage(
                "Report to the Council within one working day",
                "committed",
                paragraph=60,
                section="5 Safeguarding",
                cell=Cell(2, 3, 2),
                header="The Provider must",
                because="it stands in a table of requirements",
            ),
            missing=("something to check it by",),
        ),
        finding(rule("DO-NDI-2", "minor", title="Information in other languages", experimental=True), "gap"),
        finding(
            rule("REV-TRA-1", title="Results published for children", where=("kpi-schedule", "service-specification")),
            "gap",
            missing=("results are published for children",),
        ),
        finding(rule("REV-NDI-1", title="Gaps between groups acted on"), "gap", missing=("figures by group",)),
        files=(source(), source("terms.pdf", "contract-terms", 9000), source("prices.odt", "unknown", 820)),
        notes=(
            Note("scan.pdf", "", "every page is a picture, so no text could be read", 1.0),
            Note("terms.pdf", "page 10", "an image with no text was not read", 0.08),
            Note("terms.pdf", "page 9", "a comment was left out", 0.0),
        ),
        sections=(section(1, "4.2 Participation"), section(2, "6.3 Publishing results"), section(3, "Contents")),
        gate=GateSpec(Fraction(60), Severity.CRITICAL),
        date="2026-07-01",
        waivers={"REV-NDI-1": "Numbers are too small to publish; agreed by the lead member until 2027-03-31."},
        answers=answers,
        law=_law() if law else (),
        suggestions=_suggestions() if law else (),
    )


def answered_report() -> Report:
    """The same pack with answers: to what is open, to a verdict that was found, lapsed, and to what is not asked."""
    found = sample_report()
    return sample_report(
        answers=(
            stated(found, "PLN-TRA-1", "met", evidence="Terms, clause 4", until="2027-03-31"),
            stated(found, "PLN-BST-1", "partial", why="The <b>board</b> paper of May weighs *two* options."),
            replace(stated(found, "DO-DIG-1", "met"), text="0" * 16, quote="Restraint may be used."),
            stated(found, "DO-PAR-2", "gap", why="The forum has not met since 2024", by="Sam Oduya, lawyer"),
            replace(stated(found, "DO-PAR-3", "met"), criterion="SCO-1"),
            replace(stated(found, "REV-TRA-1", "met"), stated=None, why="", by="", date=None),
        )
    )


def _law() -> tuple[LawFinding, ...]:
    """A finding of each kind, one of each certainty and one more than the first screen shows."""
    listed = Place("spec.docx", 80, section="9 Legislation", cell=Cell(3, 2, 1))
    return (
        LawFinding(
            kind="wrong-nation",
            id="girfec",
            name="Getting it right for every child (GIRFEC)",
            sentence=40,
            quote="The Provider will follow GIRFEC.",
            place=Place("terms.pdf", 12, page=4, section="3 Standards"),
            says="GIRFEC belongs to Scotland, and the rulesets in use are for England.",
            instead="look at the duty to co-operate in section 10 of the Children Act 2004",
            reference="Children and Young People (Scotland) Act 2014 s96",
            checked="2026-11",
            certainty="sure",
            times=3,
        ),
        LawFinding(
            kind="overclaim",
            id="rights-compliant",
            name="",
            sentence=3,
            quote="This is a service that keeps children's rights in full.",
            place=Place("spec.docx", 3, section="1 Vision"),
            says="A paper cannot show that every right is kept.",
            instead="say which articles the service works on",
            reference="UNCRC article 4",
            checked="2026-07",
            certainty="sure",
        ),
        LawFinding(
            kind="out-of-date",
            id="title:old act",
            name="the Old Act",
            sentence=80,
            quote="Old Act 1998",
            place=listed,
            says="The Old Act 1998 is no longer law. This pack reads as one for England.",
            instead="the New Act 2018",
            reference="New Act 2018",
            checked="",
            certainty="likely",
        ),
        LawFinding(
            kind="out-of-date",
            id="caf",
            name="a CAF",
            sentence=90,
            quote="The worker completes a CAF assessment.",
            place=Place("prices.odt", 4),
            says="Check whether your council still uses the Common Assessment Framework (CAF).",
            instead="the early help assessment, by the name used locally",
            reference="Working Together to Safeguard Children 2023",
            checked="2026-11",
            certainty="check",
        ),
    )


def _suggestions() -> tuple[Suggestion, ...]:
    title = Place("spec.docx", 1, section="Short breaks")
    return (
        Suggestion("disabled-children", "the title of a paper speaks of short breaks", "Short breaks", title),
        Suggestion(
            "england",
            "6 things cited in the papers belong to England alone, such as Ofsted",
            "The home is registered with Ofsted.",
            Place("terms.pdf", 30, page=8),
        ),
    )
