"""What a template sees: the report model, by name."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from ..accepted_words import accepted_lines, gate_asks, no_fix_words, open_words
from ..described import says
from ..lifts import WhatWouldChange
from ..report import Report
from ..what_if import what_would_change
from ._groups import Row, StageGroup, by_stage, grid_rows
from ._options import RenderOptions
from ._proportion import scope_words, suggestion
from ._strength import StrengthRow, strength_key, strength_rows


@dataclass(frozen=True, slots=True)
class DrawingOptions:
    """How the report is to be drawn."""

    verbose: bool = field(metadata=says("whether everything was asked for"))
    width: int = field(metadata=says("width of the terminal in characters"))


@dataclass(frozen=True, slots=True)
class TemplateContext:
    """The names that a template can use."""

    report: Report = field(metadata=says("the saved result"))
    rows: tuple[Row, ...] = field(metadata=says("the grid as rows: a principle with its cell of each stage"))
    stages: tuple[StageGroup, ...] = field(metadata=says("the criteria by stage and principle"))
    strengths: tuple[StrengthRow, ...] = field(
        metadata=says("for each principle, how strongly its criteria are promised")
    )
    strength_key: str = field(metadata=says("what each sign of a strength says"))
    titles: Mapping[str, str] = field(metadata=says("titles of the stages and principles by their ids"))
    scope: str = field(metadata=says("how many criteria were asked, of how many, in words"))
    suggestion: str = field(metadata=says("a word on asking less, for a short paper; may be empty"))
    gate_asks: str = field(metadata=says("what the gate asks, in words; empty where none was set"))
    open_words: str = field(metadata=says("how many criteria are not met, and how many of them are new or accepted"))
    no_fix_words: str = field(metadata=says("what to say where there is no fix: all is met, or the rest is waived"))
    accepted_lines: tuple[str, ...] = field(
        metadata=says("what to know of waivers and the baseline, a sentence or two each")
    )
    what_would_change: WhatWouldChange = field(metadata=says("the few additions that would change the answer"))
    options: DrawingOptions = field(metadata=says("how the report is to be drawn"))


def template_context(report: Report, options: RenderOptions) -> TemplateContext:
    """Everything that a template sees of a report."""
    titles = {stage.id: stage.title for stage in report.stages}
    return TemplateContext(
        report=report,
        rows=grid_rows(report),
        stages=by_stage(report),
        strengths=strength_rows(report),
        strength_key=strength_key(),
        titles=titles | {principle.id: principle.title for principle in report.principles},
        scope=scope_words(report),
        suggestion=suggestion(report),
        gate_asks=gate_asks(report),
        open_words=open_words(report),
        no_fix_words=no_fix_words(report),
        accepted_lines=accepted_lines(report),
        what_would_change=what_would_change(report),
        options=DrawingOptions(options.verbose, options.width),
    )
