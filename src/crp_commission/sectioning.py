"""What a section is for, worked out from its heading, its place in the outline and the role of its file."""

from __future__ import annotations

import re

from .document import SectionKind

_TITLES = (
    (
        SectionKind.CONTENTS,
        r"contents( page)?|table of contents|index|documents in th(is|e) pack"
        r"|list of (documents|tables|figures|annexes|appendices|schedules)",
    ),
    (
        SectionKind.LEGISLATION,
        r".*\b(legislation|legislative|statutory (framework|context|guidance)|legal (framework|context)"
        r"|policy (drivers|context|framework)|law and (policy|guidance)|acts and regulations|reference documents"
        r"|key (documents|policies)|standards and guidance|national (policy|guidance|drivers)).*",
    ),
    (
        SectionKind.DEFINITIONS,
        r".*\b(definitions?|interpretation|glossary|abbreviations|acronyms|defined terms|terms used|meaning of terms).*",
    ),
    (
        SectionKind.BACKGROUND,
        r"(\d+\s*)?(the )?(background|recitals?|whereas|foreword|preface|introduction|welcome"
        r"|about (us|the (council|authority|area|borough|county))"
        r"|(strategic|national|local|service|policy)?\s*context"
        r"|(our )?(vision|values|mission|ethos|principles|guiding principles|core values)"
        r"|(our )?(vision and values|values and principles)"
        r"|introduction and background|background and (context|introduction)|purpose of this document"
        r"|executive summary|summary)",
    ),
    (
        SectionKind.QUESTION,
        r".*\b(method statement|(selection|tender|quality|award|evaluation) questions?"
        r"|questions? (for|to) (bidders|tenderers|applicants)|questionnaire"
        r"|instructions to (bidders|tenderers|applicants)|guidance (to|for) (bidders|tenderers|applicants)).*",
    ),
    (
        SectionKind.KPI,
        r".*\b(kpis?|key performance|performance (indicators?|measures?|framework|management|schedule|targets?)"
        r"|outcome (measures|indicators)|outcomes framework|indicators?).*",
    ),
)
_PATTERNS = tuple((kind, re.compile(pattern, re.IGNORECASE)) for kind, pattern in _TITLES)
_NUMBER = re.compile(
    r"^((clause|section|part|schedule|annex|appendix|chapter)\s+)?[\d.]*[A-Z]?[.:)]?\s+", re.IGNORECASE
)
_PASSED_DOWN = frozenset({SectionKind.LEGISLATION, SectionKind.DEFINITIONS, SectionKind.QUESTION, SectionKind.KPI})


def section_kind(title: str, parent: SectionKind, role: str) -> SectionKind:
    """The kind of a section from its heading (without automatic number), its parent's kind and its file's role."""
    bare = _NUMBER.sub("", title).strip(" .:*-–—").lower() or title.strip().lower()
    for kind, pattern in _PATTERNS:
        if pattern.fullmatch(bare):
            return kind
    if parent in _PASSED_DOWN:
        return parent
    return top_kind(role)


def top_kind(role: str) -> SectionKind:
    """The kind of text that stands under no heading, or under one that says nothing of its kind."""
    if role == "itt-questions":
        return SectionKind.QUESTION
    if role == "kpi-schedule":
        return SectionKind.KPI
    return SectionKind.OPERATIVE
