"""Why a passage counts for what it counts for: the steps of a judgement in a policy officer's words."""

from __future__ import annotations

from collections.abc import Iterator

from .assessment import Assessment, Finding, Status
from .document import BlockKind, Clause, Document, Force, Sentence
from .evidence import Evidence, Strength
from .in_force import Left, Standing, standings
from .language.meaning import CHECKABLE, Meaning, read
from .language.words import words
from .plain_words import STRENGTH_WORDS

_WHO = {
    "provider": "the provider",
    "council": "the council",
    "staff": "staff",
    "parents": "parents",
    "child": "children",
    "bidder": "bidders",
    "": "nobody named",
}
_FORCE = {
    Force.DUTY: "somebody is bound",
    Force.AIM: "an aim, not a duty",
    Force.REQUEST: "a question",
    Force.STATEMENT: "a statement",
}
_ABOUT = {
    "child": "children",
    "parent": "parents or families",
    "staff": "staff and their terms of work",
    "adult": "adults' services",
    "other": "the words in another sense (property, data, dates)",
}


def explain(document: Document, assessment: Assessment) -> Iterator[str]:
    """The explanation of a short document, line by line."""
    known = standings(document)
    for sentence in document.sentences:
        yield from _sentence(sentence)
        yield from _stands(sentence, known.get(sentence.number))
        yield ""
    yield from _counts_for(assessment)


def _sentence(sentence: Sentence) -> Iterator[str]:
    yield f"“{sentence.text}”"
    if sentence.kind is BlockKind.HEADING:
        yield "  A heading: it tells what follows is about, but promises nothing itself."
        return
    for name, frame in (("stands under", sentence.lead), ("stands in the column", sentence.header)):
        if frame:
            yield f"  {name}: {frame}"
    meaning = read(sentence.text)
    for clause in meaning.clauses:
        yield f"  - {_clause(sentence, clause)}"
    yield f"  Can be checked by: {_checks(meaning)}"
    about = [_ABOUT[name] for name in sorted(meaning.about)]
    yield f"  Speaks of: {', '.join(about) if about else 'nobody by name (the paragraph around it decides)'}"
    if meaning.residue:
        yield "  Holds an unfilled slot of a template, so it is no evidence."


def _stands(sentence: Sentence, standing: Standing | None) -> Iterator[str]:
    if sentence.outside:
        yield "  Quoted from somebody who is no party to it, so it is no evidence."
    elif sentence.quoted:
        yield "  Quoted from somebody else: a mention at most."
    elif sentence.wished:
        yield "  Quoted from children: it shows that they were heard, and promises nothing by itself."
    if standing is not None and standing.left is Left.REFUSED:
        yield f"  Refused (“{standing.words}”), so it is no promise."
    elif standing is not None and standing.left is Left.DEAD:
        yield f"  Not in force (“{standing.words}”), so it is no evidence."
    elif standing is not None:
        yield f"  Binds nobody (“{standing.words}”): an aim at most."


def _clause(sentence: Sentence, clause: Clause) -> str:
    spoken = words(sentence.text)
    text = sentence.text[spoken[clause.start].start : spoken[clause.end - 1].end]
    parts = [f"“{text}”: {_FORCE[clause.force]}"]
    if clause.sign:
        parts.append(f"by the words “{clause.sign}”")
        parts.append(f"who: {_WHO.get(clause.actor, clause.actor)}")
    elif clause.force is Force.STATEMENT:
        parts.append(
            {"past": "of what was done", "present": "of what is done"}.get(
                clause.tense, "without a verb that says who does it"
            )
        )
    if clause.negations:
        parts.append("denied" if len(clause.negations) % 2 else "denied twice, so affirmed")
    if clause.hedge:
        parts.append(f"held back by “{clause.hedge}”")
    if clause.role != "main":
        parts.append(
            {"condition": "a condition that must be met", "exception": "an exception", "reason": "a reason"}[
                clause.role
            ]
        )
    return ", ".join(parts)


def _checks(meaning: Meaning) -> str:
    first = {detail.kind: detail for detail in reversed(meaning.details)}
    found = [f"{kind} (“{first[kind].text}”)" for kind in CHECKABLE if kind in first]
    return "; ".join(found) if found else "nothing: no how often, by when, how many, who answers, record or publication"


def _counts_for(assessment: Assessment) -> Iterator[str]:
    found = [finding for finding in assessment.findings if any(part.evidence for part in finding.parts)]
    if not found:
        yield (
            "It counts for nothing: no criterion in use asks for what it says, "
            "or it says it in a place or way that binds nobody."
        )
        return
    yield "It counts for:"
    for finding in sorted(found, key=lambda one: (-_best(one), one.rule.id)):
        yield f"  {finding.rule.id} {finding.rule.title}: on its own this would be “{finding.status.value}”"
        for part in finding.parts:
            for evidence in part.evidence[:2]:
                yield f"    {part.part.asks}: {_strength(evidence)}, because {evidence.because}"
        for missing in finding.missing if finding.status is not Status.MET else ():
            yield f"    not more, since this is missing: {missing}"


def _strength(evidence: Evidence) -> str:
    return STRENGTH_WORDS[evidence.strength]


def _best(finding: Finding) -> int:
    return max(
        (
            one.strength.rung
            for part in finding.parts
            for one in part.evidence
            if one.strength is not Strength.CONTRADICTS
        ),
        default=0,
    )
