"""A small pack with every status, read in part, for golden files."""

from __future__ import annotations

from fractions import Fraction

from builders import finding, passage, report, rule, section, source
from crp_commission.document import Cell, Note
from crp_commission.gate import GateSpec
from crp_commission.report import Report
from crp_commission.rules import Severity


def sample_report() -> Report:
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
    )
