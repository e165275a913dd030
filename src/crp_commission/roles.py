"""What kind of paper a file is, from its name first and from its title next."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

UNKNOWN = "unknown"

# For each role the words it goes by, singular, of which the first line says more than what follows. Under `always`
# is what a paper is whatever else its name holds ("Commissioning strategy - EqIA"), under `usually` what it is unless
# something earlier in the name says otherwise, under `perhaps` what is believed of a file's name alone.
_ALWAYS = {
    "impact-assessment": """
        cria, crwia, crea, eqia, eq ia, eia, ehria, eqhria, ehia, impact assessment, rights assessment,
        impact analysis, equality analysis, impact screening, equality screening, section 75 screening
    """,
    "governance-report": """
        cabinet, committee, scrutiny, executive, full council, lead member, decision record, decision notice,
        decision report, decision sheet, board report, board paper, board minute, council report, delegated report
    """,
}
_USUALLY = {
    "exit-plan": """
        exit plan, exit strategy, exit schedule, exit management, closure plan, demobilisation plan, decommissioning
    """,
    "poverty-plan": """
        poverty plan, poverty strategy, poverty report, poverty review, poverty action, poverty reduction
    """,
    "needs-assessment": """
        jsna, jspna, need assessment, need analysis, sufficiency assessment, population assessment, health need
    """,
    "itt-questions": """
        method statement, award criteria, evaluation criteria, quality criteria, selection criteria, scoring criteria,
        tender question, evaluation question, quality question, selection question, scored question, itt question,
        technical question, tender response, bidder response, questionnaire, instruction to tenderer,
        instruction to bidder, instruction for bidder, instruction to applicant, evaluation methodology,
        evaluation matrix
    """,
    "kpi-schedule": """
        kpi, key performance indicator, performance indicator, performance measure, performance framework,
        performance schedule, outcome framework, outcome schedule, outcome measure, service level schedule
    """,
    "contract-terms": """
        t&c, t & c, tc, t and c, term and condition, term & condition, condition of contract, contract term,
        contract condition, contract particular, call off contract, call off agreement, framework agreement,
        framework contract, service contract, service agreement, grant agreement, placement agreement,
        placement contract, overarching agreement, term of agreement, order form
    """,
    "service-specification": """
        specification, spec, statement of requirement, service requirement
    """,
    "contract-review": """
        contract review, contract evaluation, contract annual review, end of contract, mid term review,
        service review, service evaluation, programme review, evaluation report, post project review, lesson learned,
        lesson learnt
    """,
    "monitoring-report": """
        monitoring, qa visit, quality assurance visit, quality visit, site visit, reg 44, regulation 44,
        quarterly report, performance report, q1 report, q2 report, q3 report, q4 report, quarter report
    """,
    "business-case": """
        business case, option appraisal, option paper, obc, fbc
    """,
    "commissioning-strategy": """
        commissioning strategy, commissioning intention, commissioning plan, commissioning priority,
        commissioning framework, sufficiency strategy, sufficiency statement, sufficiency plan, market position,
        market shaping, procurement strategy
    """,
    "public-information": """
        local offer, easy read, easyread, leaflet, child friendly, young person friendly, welcome pack, welcome guide,
        welcome booklet, young people guide, young person guide, children guide, child guide, parent guide,
        family guide, service user guide, user guide, guide for children, guide for young people, guide for parent,
        children version, young people version
    """,
    "strategy-plan": """
        children plan, young people plan, cyp plan, children service plan, children strategy, young people strategy,
        cyp strategy, children service strategy, youth strategy, corporate parenting plan, corporate parenting strategy,
        partnership plan, partnership strategy, council plan, corporate plan
    """,
}
_PERHAPS = {
    "itt-questions": """
        itt, itq, itn, rfp, rfq, invitation to tender, invitation to quote, invitation to negotiate, tender document,
        tender pack, question
    """,
    "contract-terms": "contract, agreement, term, condition",
    "contract-review": "evaluation, review",
    "strategy-plan": "strategy, strategic plan",
}

_CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z]{2})")
_WORD = re.compile(r"[^\W_]+|&")
_ATTACHED = re.compile(
    r" (?:app(?:endix)?|annexe?|sch(?:ed(?:ule)?)?|part|attachment|enclosure|doc(?:ument)?) (?:[a-z]|\d+[a-z]?|[ivx]+) "
)
_ENDING = re.compile(r"\.[A-Za-z0-9]{1,5}$")
_TEXTS = frozenset("pdf doc docx docm dot dotx odt ott rtf pages wpd html htm md txt yaml yml zip".split())
_SHEETS = frozenset("xls xlsx xlsm xlsb ods csv numbers ppt pptx odp key msg eml".split())
_HEADINGS_READ = 3
_OPENING_READ = 300


def guess_role(name: str, headings: Sequence[str], opening: str) -> str:
    """The role of a file: one of the roles that rules know, or UNKNOWN.

    ``name`` is its path with ``/``, ``headings`` its headings in order, ``opening`` the text it starts with. A file's
    name is asked first, since people name papers for what they are; then its title; then the folders it lies in.
    """
    *folders, file = re.split(r"[/!]+", name)
    titles = [*headings[:_HEADINGS_READ], opening[:_OPENING_READ], *reversed(folders)]
    for role in (_role(_ENDING.sub("", file), guessing=True), *(_role(title) for title in titles)):
        if role is not None:
            return role
    return UNKNOWN


def role_of_title(title: str) -> str:
    """The role that a heading such as "Schedule 4 Key performance indicators" names, or UNKNOWN."""
    return _role(title) or UNKNOWN


def guess_unread(name: str) -> str:
    """The role of a file of which nothing could be read, by its path alone; empty if it is hardly a paper at all.

    A picture is none, whatever its name. A spreadsheet is one if its name says so, a text or an archive always.
    """
    ending = name.lower().rpartition(".")[2]
    role = guess_role(name, (), "")
    if ending in _TEXTS or (ending in _SHEETS and role != UNKNOWN):
        return role
    return ""


def _role(text: str, *, guessing: bool = False) -> str | None:
    """The role that a phrase of the text stands for: the weightiest, and of two the one that comes first.

    What follows "Appendix B" or "Schedule 2" is asked before what stands in front of it.
    """
    *before, last = _ATTACHED.split(f" {' '.join(_words(text))} ")
    for part in (last, *reversed(before)):
        words = f" {part.strip()} "
        found = [
            (weight, words.index(phrase), -len(phrase), role)
            for weight, phrase, role in _phrases()
            if phrase in words and (guessing or weight < 2)
        ]
        if found:
            return min(found)[-1]
    return None


@cache
def _phrases() -> tuple[tuple[int, str, str], ...]:
    """Each phrase with a space on either side, how little it weighs, and the role it stands for."""

    def of(weight: int, table: dict[str, str]) -> Iterator[tuple[int, str, str]]:
        for role, phrases in table.items():
            for phrase in phrases.split(","):
                yield weight, f" {' '.join(_words(phrase))} ", role

    return (*of(0, _ALWAYS), *of(1, _USUALLY), *of(2, _PERHAPS))


def _words(text: str) -> list[str]:
    """The words of a text in lower case and in the singular."""
    text = _CAMEL.sub(" ", re.sub("['’](?:s\\b)?", "", text)).lower()
    return [word[:-1] if len(word) > 1 and word.endswith("s") else word for word in _WORD.findall(text)]
