"""What was found on the law, and the overlays to add, as the saved result holds them."""

from __future__ import annotations

from .assessment import Assessment
from .report_law import LawInfo, SuggestionInfo


def law_info(assessment: Assessment) -> tuple[LawInfo, ...]:
    """The findings on law, in the order in which they were found to matter."""
    return tuple(
        LawInfo(
            kind=one.kind,
            id=one.id,
            quote=one.quote,
            file=one.place.file,
            section=one.place.section,
            page=one.place.page,
            paragraph=one.place.paragraph,
            line=one.place.line,
            table=one.place.cell.table if one.place.cell else None,
            row=one.place.cell.row if one.place.cell else None,
            column=one.place.cell.column if one.place.cell else None,
            place=one.place.label,
            times=one.times,
            says=one.says,
            instead=one.instead,
            reference=one.reference,
            checked=one.checked,
            certainty=one.certainty,
        )
        for one in assessment.law
    )


def suggestions_info(assessment: Assessment) -> tuple[SuggestionInfo, ...]:
    """The overlays to add, the one most called for first."""
    return tuple(
        SuggestionInfo(
            ruleset=one.ruleset,
            because=one.because,
            quote=one.quote,
            file=one.place.file,
            section=one.place.section,
            page=one.place.page,
            paragraph=one.place.paragraph,
            place=one.place.label,
        )
        for one in assessment.suggestions
    )
