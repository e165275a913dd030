"""Labelled texts as samples to learn from: rules' examples, labelled sentences, the develop half of labelled cases."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any, NamedTuple

import yaml

from crp_commission.evaluation.cases import Case, load_cases
from crp_commission.evaluation.predicting import document
from crp_commission.language.many import last_words_in
from crp_commission.language.meaning import english
from crp_commission.language.terms import TermTable
from crp_commission.reading import Reading
from crp_commission.recognition import (
    ABOUT,
    goes_on,
    is_heading,
    pair_features,
    reading_features,
    with_context,
    word_features,
)
from crp_commission.rules import Rule

TOP = Path(__file__).parents[2]
REFERENCE = TOP / "rulesets" / "reference"
POSITIVE = ("met", "partial", "contradicted")
NO_TERMS = TermTable({})
EXAMPLES_COUNT = 8.0
"""How many times a rule's example counts for its criterion: it says what the criterion means."""


@dataclass
class Sample:
    """What is known of a text, and its passages as sets of features: those it is found by, and those it is judged by.

    ``yes`` and ``no`` are columns it does and does not speak to, ``unsure`` those left out of learning;
    all others are a no. ``statuses`` are those of the criteria it speaks to.
    """

    yes: set[str]
    no: set[str] = field(default_factory=set)
    unsure: set[str] = field(default_factory=set)
    statuses: dict[str, str] = field(default_factory=dict)
    weight: float = 1.0
    rulesets: frozenset[str] = frozenset()
    """Rulesets it was labelled for; all where none is named."""
    passages: list[frozenset[str]] = field(default_factory=list)
    judged: list[frozenset[str]] = field(default_factory=list)
    own: float = 1.0
    """How many times it counts for the columns it is labelled for."""


ANY = "any"
"""The column of passages that speak to any criterion at all, which boilerplate, adults' and other papers do not."""


def concept_table(vocabulary: Mapping[str, Iterable[str]]) -> TermTable:
    """All concepts: the wide lists for learning, and the word lists that rules use."""
    terms: dict[str, list[str]] = {}
    for file in sorted((REFERENCE / "concepts").glob("*.yaml")):
        for name, phrases in yaml.safe_load(file.read_text(encoding="utf-8")).items():
            terms[f"${name}"] = [str(phrase) for phrase in phrases]
    terms.update({f"$rules_{name}": [f"${name}"] for name, phrases in vocabulary.items() if phrases})
    return TermTable(terms, vocabulary)


class Draft(NamedTuple):
    """A labelled text and what is known of it."""

    case: Case
    sample: Sample


class Reader:
    """Turns cases into samples."""

    def __init__(self, table: TermTable, rules: Iterable[Rule]) -> None:
        self.table = table
        self.principle_of = {rule.id: rule.principle for rule in rules}
        self.ruleset_of = {rule.id: rule.ruleset for rule in rules}

    def samples(self, drafts: Sequence[Draft]) -> list[Sample]:
        """The samples of labelled texts, all of them looked through at once."""
        readings = [Reading(document(draft.case), NO_TERMS) for draft in drafts]
        texts = [unit.words for reading in readings for unit in reading.units]
        held = iter(zip(last_words_in(self.table.index, texts), last_words_in(english().index, texts), strict=True))
        found = []
        for draft, reading in zip(drafts, readings, strict=True):
            features = {}
            for unit, (concepts, people) in zip(reading.units, held, strict=False):
                about = {name for name in people if name in ABOUT}
                features[unit.number] = word_features(unit.words).union(about, concepts)
            passages, judged = _passages(reading, features)
            found.append(_with_any(replace(draft.sample, passages=passages, judged=judged)))
        return found

    def principles(self, criteria: Iterable[str]) -> set[str]:
        """The columns of the principles that criteria belong to."""
        return {f"principle:{self.principle_of[name]}" for name in criteria if name in self.principle_of}


def _with_any(sample: Sample) -> Sample:
    """The sample with what is known of the column ``any``."""
    if sample.yes:
        return replace(sample, yes=sample.yes | {ANY})
    return replace(sample, unsure=sample.unsure | {ANY}) if sample.unsure else sample


def _passages(reading: Reading, features: Mapping[int, set[str]]) -> tuple[list[frozenset[str]], list[frozenset[str]]]:
    """The features of each passage as the tool cuts them, and those by which it would be judged."""
    said = {unit.number: features[unit.number] | reading_features(reading, unit) for unit in reading.units}
    found, judged = [], []
    for unit in reading.units:
        if is_heading(unit):
            continue
        own = features[unit.number] | pair_features(unit.words)
        found.append(frozenset(own))
        judged.append(frozenset(with_context(unit, reading, said.__getitem__)))
        following = unit.number + 1
        if following < len(reading.units) and goes_on(unit, reading.units[following]):
            next_unit = reading.units[following]
            found.append(frozenset(own | features[following] | pair_features(next_unit.words)))
            judged.append(judged[-1])
    return found or [frozenset()], judged or [frozenset()]


def _case(name: str, text: str, form: str = "text") -> Case:
    return Case(name, text, form, {}, frozenset(), None, frozenset(), None, "unknown", None, None, None)


def _form(text: str) -> str:
    return "markdown" if "\n|" in text or "\n- " in text else "text"


def sentences(reader: Reader) -> Iterable[Draft]:
    """The labelled sentences; one without a criterion is a no for all."""
    for file in sorted((TOP / "tests" / "sentences").glob("*.jsonl")):
        for line in file.read_text(encoding="utf-8").splitlines():
            data = json.loads(line)
            yield _LABELLED[next(key for key in _LABELLED if key in data)](reader, data)


def _sentence(reader: Reader, data: Mapping[str, Any]) -> Draft:
    also = set(data.get("also") or ())
    speaks = data["s"] in POSITIVE and data["c"] in reader.ruleset_of
    yes = {data["c"]} | reader.principles([data["c"]]) if speaks else set()
    statuses = {data["c"]: data["s"]} if speaks else {}
    if speaks and data["s"] != "partial":  # a thin promise may be either
        statuses |= dict.fromkeys(reader.principles([data["c"]]), "committed" if data["s"] == "met" else "contradicted")
    sample = Sample(
        yes,
        {data["c"]} - yes if data["c"] else set(),
        also | (reader.principles(also) if also else set()),
        statuses,
        rulesets=frozenset({reader.ruleset_of[data["c"]]} if data["c"] in reader.ruleset_of else ()),
    )
    return Draft(_case("s", data["t"], _form(data["t"])), sample)


def _line_of_principles(reader: Reader, data: Mapping[str, Any]) -> Draft:
    """A line of an official paper labelled for principles, and for criteria or else only if it speaks to none."""
    strengths = {f"principle:{name}": strength for name, strength in data["p"].items()}
    everything = {f"principle:{name}" for name in reader.principle_of.values()}
    unsure = {f"principle:{name}" for name in data.get("torn") or ()}
    criteria = data.get("cs")
    if criteria is None:
        unsure |= set(reader.principle_of) if strengths else set()
    else:
        unsure |= set(data["also"]) | {name for name, ruleset in reader.ruleset_of.items() if ruleset != "core"}
    statuses = {**strengths, **(criteria or {})}
    sample = Sample(set(statuses), everything - set(strengths) - unsure, unsure - set(statuses), statuses)
    return Draft(_case("s", data["t"]), sample)


def _line_of_pack(reader: Reader, data: Mapping[str, Any]) -> Draft:
    """A line of a whole paper with all criteria, of core or the rulesets it names, that it speaks to: mostly none."""
    also = set(data["also"])
    yes = set(data["cs"])
    sample = Sample(
        yes | reader.principles(yes),
        set(),
        (also | (reader.principles(also) if also else set())) - yes,
        dict(data["cs"]),
        rulesets=frozenset(data.get("r", ("core",))),
    )
    return Draft(_case("s", data["t"], _form(data["t"])), sample)


_LABELLED = {"p": _line_of_principles, "cs": _line_of_pack, "c": _sentence}
"""How a labelled text is read, by the field that holds its labels."""


def examples(reader: Reader, rules: Iterable[Rule]) -> Iterable[Draft]:
    """The examples inside the rules, which say much of their criterion and little of others."""
    for rule in rules:
        for status in (*POSITIVE, "gap"):
            speaks = status in POSITIVE
            sample = Sample(
                {rule.id} | reader.principles([rule.id]) if speaks else set(),
                set() if speaks else {rule.id},
                statuses={rule.id: status} if speaks else {},
                rulesets=frozenset({rule.ruleset}),
                weight=0.3,
                own=EXAMPLES_COUNT,
            )
            for text in getattr(rule.examples, status):
                yield Draft(_case("e", text, "markdown"), sample)


def cases(reader: Reader) -> Iterable[Draft]:
    """The ``develop`` half of the labelled cases."""
    for file in sorted((TOP / "tests" / "cases").glob("*.jsonl")):
        for case in load_cases(file.read_text(encoding="utf-8"), file.name):
            if case.half == "develop":
                yield Draft(case, _of_case(reader, case))


def _of_case(reader: Reader, case: Case) -> Sample:
    yes = {name for name, status in (case.expect or {}).items() if status in POSITIVE}
    unsure = set(case.also) | {f"principle:{name}" for name in case.torn}
    if case.principles is not None:
        yes |= {f"principle:{name}" for name, strength in case.principles.items() if strength != "none"}
        unsure |= set(reader.principle_of) if case.expect is None else set()
    else:
        yes |= reader.principles(yes)
        unsure |= reader.principles(case.also)
    statuses = {name: status for name, status in (case.expect or {}).items() if status in POSITIVE}
    said = (case.principles or {}).items()
    statuses |= {f"principle:{name}": strength for name, strength in said if strength != "none"}
    return Sample(yes, set(), unsure - yes, statuses, 0.5, frozenset(case.rulesets or ()))
