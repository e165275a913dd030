"""The parts of a copy that are changed, kept as files, so that every change of a comment or a clause is seen."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from annotating import about, annotated, parts
from docx_builder import docx, p, tbl

from builders import finding, rule
from crp_commission.assessment import Finding

REFUSE = "The Provider may refuse a child."
BODY = (
    p("1 Access", style="Heading1")
    + p(f"{REFUSE} Reasons are not given.")
    + p("2 Complaints", style="Heading1")
    + p("Write to the office.")
    + p("3 Reports", style="Heading1")
    + tbl(("Measure", "Target"), ("Children asked", "Each year"))
)
CHANGED = ("word/document.xml", "word/comments.xml", "word/_rels/document.xml.rels", "[Content_Types].xml")


def said(data: bytes) -> list[Finding]:
    """What works against a criterion, what is partly met and what is missing, with a section that fits and without."""
    where = ("service-specification",)
    return [
        about(data, REFUSE, id="PLN-NDI-1", status="contradicted", severity="critical", section="1 Access"),
        about(data, "Each year", id="REV-PAR-1"),
        finding(
            rule("DO-TRA-1", "critical", title="Complaints children can use", where=where),
            "gap",
            missing=("an answer",),
        ),
        finding(rule("DO-BST-1", where=where), "gap", missing=("best interests are weighed",)),
    ]


@pytest.mark.parametrize(("name", "clauses"), [("comments", False), ("clauses", True)])
def test_a_copy_holds_what_it_held_before(golden: Callable[[str, str], None], name: str, clauses: bool) -> None:
    data = docx(BODY)
    copy = annotated(data, *said(data), clauses=clauses, date="2026-03-01").data
    before, now = parts(data), parts(copy)
    assert {part for part in now if now[part] != before.get(part)} == set(CHANGED)
    golden(f"copies/{name}.xml", "\n".join(f"<!-- {part} -->\n{_lines(now[part])}" for part in CHANGED[:2]))


def _lines(xml: bytes) -> str:
    """Each element on a line of its own."""
    return xml.decode().replace("><", ">\n<").rstrip() + "\n"
