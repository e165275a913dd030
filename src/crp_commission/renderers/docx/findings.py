"""Every criterion under its stage and principle: verdict, reason, evidence with its place, and words to paste."""

from __future__ import annotations

from ...assessment import Status
from ...plain_words import MISSING_WORDS, STATE_WORDS, STATUS_SIGNS, STATUS_WORDS, STRENGTH_WORDS, count_words
from ...points import readable
from ...report import CriterionInfo, EvidenceInfo, Report, State
from .._groups import Group, by_stage
from .._options import RenderOptions
from .._stated import LABEL, found_words
from .paper import Bold, Paper

_MOST_PASSAGES = 3
_COLORS = {
    "met": "1E5C1E",
    "partial": "7F4F00",
    "gap": "9C0006",
    "contradicted": "9C0006",
    "needs-review": "4B2E83",
    "not-applicable": "",
}


def write_findings(paper: Paper, report: Report, options: RenderOptions) -> None:
    """The findings of each stage on pages of their own."""
    most = None if options.verbose else _MOST_PASSAGES
    for stage in by_stage(report):
        paper.heading(f"Findings: {stage.stage.title}", 1, new_page=True)
        for group in stage.groups:
            paper.heading(f"{stage.stage.title}: {group.principle.title}", 2)
            _write_group(paper, group, most)


def _write_group(paper: Paper, group: Group, most: int | None) -> None:
    beside = [criterion for criterion in group.criteria if criterion.status is Status.NOT_APPLICABLE]
    for criterion in group.criteria:
        if criterion not in beside:
            _write_criterion(paper, criterion, most)
    for criterion in beside:
        name = f"{criterion.id} {criterion.title}:"
        paper.text(
            f"{STATUS_SIGNS[criterion.status]} ", Bold(name), f" {STATUS_WORDS[criterion.status]}. {criterion.why}"
        )


def _write_criterion(paper: Paper, criterion: CriterionInfo, most: int | None) -> None:
    paper.heading(f"{criterion.id} {criterion.title}", 3)
    verdict = f"{STATUS_SIGNS[criterion.status]} {STATUS_WORDS[criterion.status]}"
    paper.text(Bold(verdict, _COLORS[criterion.status]), f" ({_figures(criterion)}). {found_words(criterion)}")
    paper.labelled("Asked", criterion.question)
    for passage in criterion.evidence[:most]:
        _write_evidence(paper, passage)
    left = len(criterion.evidence) - len(criterion.evidence[:most])
    if left > 0:
        paper.text(f"And {count_words(left, 'more passage')}, in the saved result.", style="Evidence source")
    if criterion.missing:
        paper.label(f"{MISSING_WORDS[criterion.status]}:")
        paper.bullets(criterion.missing)
    if criterion.waiver is not None:
        paper.labelled("Accepted as it is", criterion.waiver)
    if criterion.answer is not None:
        paper.labelled(LABEL, criterion.answer)
    if criterion.status is not Status.MET and criterion.advice.wording:
        paper.label("Wording to paste:")
        paper.wording(criterion.advice.wording)
    if criterion.status is not Status.MET and criterion.advice.effort:
        paper.labelled("How much work it is", criterion.advice.effort)
    if criterion.status is not Status.MET and criterion.advice.who_decides:
        paper.labelled("Who decides", criterion.advice.who_decides)


def _figures(criterion: CriterionInfo) -> str:
    """Severity, articles and points, in brackets behind the verdict."""
    low, high = readable(criterion.earned.low), readable(criterion.earned.high)
    points = f"{low if low == high else f'{low} to {high}'} of {readable(criterion.possible)} points"
    trial = ["on trial"] if criterion.experimental else []
    trial += [STATE_WORDS[criterion.state]] if criterion.state not in (None, State.OPEN) else []
    noun = "article" if len(criterion.articles) == 1 else "articles"
    articles = [f"UNCRC {noun} {', '.join(map(str, criterion.articles))}"] if criterion.articles else []
    return "; ".join([criterion.severity, *trial, *articles, points])


def _write_evidence(paper: Paper, passage: EvidenceInfo) -> None:
    paper.text(f"“{passage.quote}”", style="Evidence")
    context = [f"under the heading “{passage.header}”"] if passage.header else []
    context += [f"led in by “{passage.lead}”"] if passage.lead else []
    words = f"{'new since the baseline, ' if passage.new else ''}{STRENGTH_WORDS[passage.strength]}"
    paper.text(
        Bold(f"{words[0].upper()}{words[1:]}:"),
        f" {'; '.join([f'{passage.file}, {passage.place}', *context, passage.because])}",
        style="Evidence source",
    )
