"""What kind of paper a file is, by the names that councils give to files."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crp_commission.roles import UNKNOWN, guess_role, guess_unread
from crp_commission.rules import ROLES

BY_NAME = {
    "Schedule 2 - KPIs.docx": "kpi-schedule",
    "Appendix 3 Key Performance Indicators v2.docx": "kpi-schedule",
    "kpi-schedule.docx": "kpi-schedule",
    "Specification Appendix B KPIs.docx": "kpi-schedule",
    "Performance Framework 2026.pdf": "kpi-schedule",
    "Outcomes framework.pdf": "kpi-schedule",
    "ITT Part B Method Statements.docx": "itt-questions",
    "ITT.docx": "itt-questions",
    "Invitation to Tender - Short Breaks.pdf": "itt-questions",
    "Quality Questions FINAL.docx": "itt-questions",
    "Award criteria and scoring.docx": "itt-questions",
    "Instructions to Tenderers.pdf": "itt-questions",
    "DN123456 ITT Part A Specification.docx": "service-specification",
    "Appendix A Spec v0.7 FINAL.docx": "service-specification",
    "specification.docx": "service-specification",
    "Schedule 2 - Service Specification and KPIs.docx": "service-specification",
    "ServiceSpecification_YoungCarers_v1.2.docx": "service-specification",
    "Lot 1 spec.pdf": "service-specification",
    "T&Cs.docx": "contract-terms",
    "Terms and Conditions.pdf": "contract-terms",
    "terms.docx": "contract-terms",
    "Framework Agreement - draft.docx": "contract-terms",
    "Call-Off Contract.docx": "contract-terms",
    "Schedule 1 Conditions of Contract.pdf": "contract-terms",
    "JSNA chapter - young carers.pdf": "needs-assessment",
    "JSNA_2025_CYP.pdf": "needs-assessment",
    "needs-assessment.pdf": "needs-assessment",
    "Childcare sufficiency assessment.pdf": "needs-assessment",
    "CRIA.docx": "impact-assessment",
    "CRWIA - short breaks.docx": "impact-assessment",
    "EqIA Short Breaks.docx": "impact-assessment",
    "EIA_v3.docx": "impact-assessment",
    "Equality Impact Assessment.pdf": "impact-assessment",
    "Cabinet Report Appendix 2 EqIA.pdf": "impact-assessment",
    "Commissioning Strategy - equality impact assessment.docx": "impact-assessment",
    "Cabinet report.docx": "governance-report",
    "Cabinet 12 March 2026 - Commissioning Strategy.pdf": "governance-report",
    "Children's Scrutiny Committee - item 6.pdf": "governance-report",
    "Officer Decision Record.docx": "governance-report",
    "Sufficiency Strategy 2025-28.pdf": "commissioning-strategy",
    "Commissioning intentions.docx": "commissioning-strategy",
    "Market Position Statement.pdf": "commissioning-strategy",
    "Business case v4.docx": "business-case",
    "Options appraisal.docx": "business-case",
    "Q3 monitoring report.docx": "monitoring-report",
    "QA visit.docx": "monitoring-report",
    "Contract monitoring 2025-26.xlsx": "monitoring-report",
    "Contract review 2025.docx": "contract-review",
    "End of contract review.docx": "contract-review",
    "Service evaluation.pdf": "contract-review",
    "Exit plan.docx": "exit-plan",
    "Decommissioning plan - youth centre.docx": "exit-plan",
    "Local offer.html": "public-information",
    "Easy Read summary.pdf": "public-information",
    "Young people's guide.docx": "public-information",
    "Children and Young People's Plan 2024-27.pdf": "strategy-plan",
    "Childrens Services Plan.pdf": "strategy-plan",
    "Corporate Parenting Strategy.pdf": "strategy-plan",
    "Child Poverty Action Plan.pdf": "poverty-plan",
    "Local child poverty action report.pdf": "poverty-plan",
    "Pricing schedule.docx": UNKNOWN,
    "Document 1.docx": UNKNOWN,
    "final FINAL v3.docx": UNKNOWN,
    "standard input": UNKNOWN,
    "aspect.docx": UNKNOWN,
    "specialist.docx": UNKNOWN,
}


@pytest.mark.parametrize(("name", "role"), BY_NAME.items())
def test_a_name_tells(name: str, role: str) -> None:
    assert guess_role(name, [], "") == role


@pytest.mark.parametrize(
    ("name", "headings", "opening", "role"),
    [
        ("doc1.docx", ["Young Carers Service: Service Specification", "1 Introduction"], "", "service-specification"),
        (
            "doc1.docx",
            ["Northmere Council"],
            "Northmere Council. Equality impact assessment. 2026",
            "impact-assessment",
        ),
        ("doc1.docx", ["Report to Cabinet", "Commissioning strategy"], "", "governance-report"),
        ("doc1.docx", ["1 Purpose", "2 Review", "3 Contract"], "This paper sets out", UNKNOWN),
        ("pack.zip!/2 Terms and conditions/doc1.docx", [], "", "contract-terms"),
        ("Specifications/KPIs.docx", ["Service specification"], "", "kpi-schedule"),
        ("doc1.docx", ["1 Aims", "2 Staff", "3 Premises", "Key performance indicators"], "", UNKNOWN),
    ],
)
def test_the_title_tells_where_the_name_does_not(name: str, headings: list[str], opening: str, role: str) -> None:
    assert guess_role(name, headings, opening) == role


def test_every_role_that_rules_know_is_found() -> None:
    assert set(BY_NAME.values()) == {*ROLES, UNKNOWN}


@given(st.text(max_size=60), st.lists(st.text(max_size=40), max_size=4), st.text(max_size=400))
def test_any_words_have_a_role(name: str, headings: list[str], opening: str) -> None:
    assert guess_role(name, headings, opening) in (*ROLES, UNKNOWN)


UNREAD = {
    "Contract terms.pdf": "contract-terms",
    "pack.zip!KPI schedule.docx": "kpi-schedule",
    "KPIs 2026.xlsx": "kpi-schedule",
    "scan 0001.pdf": UNKNOWN,
    "Volume 2.ZIP": UNKNOWN,
    "costs.xlsx": "",
    "specification cover.png": "",
    "thumbs": "",
}


@pytest.mark.parametrize("name", UNREAD)
def test_a_file_that_cannot_be_read_is_a_paper_by_its_name(name: str) -> None:
    assert guess_unread(name) == UNREAD[name]
