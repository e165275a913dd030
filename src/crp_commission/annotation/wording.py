"""The words of the comments that stand in the text; ``covering`` has those of the one at its start."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import NamedTuple

from ..assessment import Status
from ..plain_words import MISSING_WORDS, STATUS_WORDS, STRENGTH_WORDS, role_words, shortened
from ..report import CriterionInfo
from ..roles import UNKNOWN
from .choosing import Remark

_SHORT = 60
_MOST_PAPERS = 3


class Line(NamedTuple):
    """A paragraph of a comment."""

    text: str
    bold: bool = False


class Telling(NamedTuple):
    """What all comments share.

    That is the stages' titles by id, the ids of criteria with their wording in the text, and the kind of the paper.
    """

    stages: Mapping[str, str]
    proposed: Collection[str]
    role: str

    def remarks(self, said: Sequence[Remark], whole: Collection[Remark]) -> list[Line]:
        """A comment on one passage.

        ``whole`` has one remark for each criterion, which is told in full; the others refer to that one.
        """
        lines: list[Line] = []
        for remark in said:
            full = next(one for one in whole if one.criterion is remark.criterion)
            lines += self._full(remark) if full == remark else self._again(remark, full)
        return lines

    def clause(self, criterion: CriterionInfo) -> list[Line]:
        """A comment on a clause that was put into the text for a criterion."""
        missing = f"Nothing in the text said this: {'; '.join(criterion.missing)}." if criterion.missing else ""
        return [
            self.head(criterion),
            *_matters(criterion),
            *([Line(missing)] if missing else []),
            Line("Proposed words: change them as you need, and fill the square brackets."),
        ]

    def missing(self, criteria: Sequence[CriterionInfo], *, here: bool) -> list[Line]:
        """A comment on what nothing was found for; ``here`` says that it stands where the words would go."""
        return [line for criterion in criteria for line in self._missing(criterion, here=here)]

    def head(self, criterion: CriterionInfo) -> Line:
        """The verdict on a criterion, its name, its stage and how much it matters."""
        status = STATUS_WORDS[criterion.status]
        trial = ", on trial" if criterion.experimental else ""
        about = f"{criterion.severity}, stage {self.stages[criterion.stage]}{trial}"
        return Line(f"{status[:1].upper()}{status[1:]}: {criterion.id} {criterion.title} ({about})", bold=True)

    def _missing(self, criterion: CriterionInfo, *, here: bool) -> Iterator[Line]:
        yield self.head(criterion)
        yield Line(criterion.why)
        yield from _matters(criterion)
        if criterion.missing:
            yield Line(f"{MISSING_WORDS[criterion.status]}: {'; '.join(criterion.missing)}.")
        yield from wording_to_paste(criterion)
        yield Line(f"Where to put it: {'in this section' if here else self._place(criterion)}.")

    def _place(self, criterion: CriterionInfo) -> str:
        """Where words go that fit no section: into a new one, or into another kind of paper."""
        others = _either([role for role in criterion.where if role != self.role])
        if criterion.where and self.role != UNKNOWN and self.role not in criterion.where:
            return f"not here but in another paper, such as the {others}"
        usual = criterion.advice.place.rstrip(".")
        new = f"in a new section (usual place: {usual})" if usual else "in a new section"
        return f"{new}, or in another paper, such as the {others}" if others else new

    def _full(self, remark: Remark) -> Iterator[Line]:
        criterion = remark.criterion
        yield self.head(criterion)
        yield Line(criterion.why)
        yield from _matters(criterion)
        if criterion.missing:
            yield Line(f"{MISSING_WORDS[criterion.status]}: {'; '.join(criterion.missing)}.")
        if criterion.waiver is not None:
            yield Line(f"Accepted as it is: {criterion.waiver}")
        if criterion.answer is not None:
            yield Line(f"Stated by a person: {criterion.answer}")
        if criterion.id in self.proposed and criterion.status is not Status.MET and criterion.advice.wording:
            out = "Take these words out or change them. " if criterion.status is Status.CONTRADICTED else ""
            yield Line(f"{out}Wording is proposed in the text, as a tracked change.")
        else:
            yield from wording_to_paste(criterion)

    def _again(self, remark: Remark, full: Remark) -> Iterator[Line]:
        yield self.head(remark.criterion)
        section = f" in {full.passage.section}" if full.passage.section else ""
        where = f"“{shortened(full.passage.quote, _SHORT)}”{section}"
        yield Line(f"These words: {STRENGTH_WORDS[remark.passage.strength]}. More is said at {where}.")


def wording_to_paste(criterion: CriterionInfo) -> Iterator[Line]:
    """The words for what is not met, where there are any."""
    if criterion.status is not Status.MET and criterion.advice.wording:
        instead = "instead " if criterion.status is Status.CONTRADICTED else ""
        yield Line(f"Wording to paste {instead}(fill the square brackets): {criterion.advice.wording}")


def _matters(criterion: CriterionInfo) -> Iterator[Line]:
    if criterion.status is not Status.MET and criterion.advice.why_it_matters:
        yield Line(f"Why it matters: {criterion.advice.why_it_matters}")


def _either(roles: Sequence[str]) -> str:
    words = [role_words(role) for role in roles[:_MOST_PAPERS]]
    return " or ".join(filter(None, (", ".join(words[:-1]), *words[-1:])))
