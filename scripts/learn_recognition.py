"""Learn the weights by which passages are recognised and write them to rulesets/reference/recognition.

    python scripts/learn_recognition.py            # needs: pip install --group learn

Learned from: the examples inside the rules, the labelled sentences in tests/sentences, and the ``develop`` half of
the cases in tests/cases. For each criterion one logistic regression over words and concepts tells passages that speak
to it (for or against) from all others; of a longer case only the passage that scores best counts as the one that does,
found by learning twice (multiple-instance learning). Two more regressions judge what was found:
``against`` tells text that takes something away from text that gives it, ``full`` a full promise from a thin one. Each
has weights that all criteria share and small ones of each criterion's own (Daumé III, 2007). ``principle:ID``
recognises a principle.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np
import yaml
from scipy.sparse import csr_matrix, diags
from sklearn.linear_model import LogisticRegression

from crp_commission import library
from crp_commission.evaluation.cases import Case, load_cases
from crp_commission.evaluation.predicting import document
from crp_commission.language.meaning import english
from crp_commission.language.phrase_index import index
from crp_commission.language.terms import TermTable
from crp_commission.reading import Reading, Unit
from crp_commission.recogniser import UNIT, rows_of
from crp_commission.recognition import ABOUT, FEW, SCALE, goes_on, is_heading, reading_features, word_features
from crp_commission.rules import Rule

TOP = Path(__file__).parents[1]
REFERENCE = TOP / "rulesets" / "reference"
POSITIVE = ("met", "partial", "contradicted")
SEEN_AT_LEAST = 3
REGULARITY = 40.0
OWN = 0.7
"""How readily a criterion takes weights of its own beside those that all share."""
SMALLEST, SMALLEST_OWN = 700, 250
"""Weights of fewer thousandths are left out: they change next to nothing and cost space."""


NO_TERMS = TermTable({})


@dataclass
class Sample:
    """A text with its passages as sets of features, the same with what their reading says, and what is known of it.

    ``yes`` and ``no`` are columns it does and does not speak to, ``unsure`` those left out of learning;
    all others are a no. ``statuses`` are those of the criteria it speaks to.
    """

    passages: list[frozenset[str]]
    read: list[frozenset[str]]
    yes: set[str]
    no: set[str] = field(default_factory=set)
    unsure: set[str] = field(default_factory=set)
    statuses: dict[str, str] = field(default_factory=dict)
    weight: float = 1.0
    rulesets: frozenset[str] = frozenset()
    """Rulesets it was labelled for; all where none is named."""


def concept_table(vocabulary: Mapping[str, Iterable[str]]) -> TermTable:
    """All concepts: the wide lists for learning, and the word lists that rules use."""
    terms: dict[str, list[str]] = {}
    for file in sorted((REFERENCE / "concepts").glob("*.yaml")):
        for name, phrases in yaml.safe_load(file.read_text(encoding="utf-8")).items():
            terms[f"${name}"] = [str(phrase) for phrase in phrases]
    terms.update({f"$rules_{name}": [f"${name}"] for name, phrases in vocabulary.items() if phrases})
    return TermTable(terms, vocabulary)


class Reader:
    """Turns cases into samples."""

    def __init__(self, table: TermTable, rules: Iterable[Rule]) -> None:
        self.table = table
        self.principle_of = {rule.id: rule.principle for rule in rules}
        self.ruleset_of = {rule.id: rule.ruleset for rule in rules}

    def passages(self, case: Case, *, whole: bool) -> tuple[list[frozenset[str]], list[frozenset[str]]]:
        """The features of each passage as the tool cuts them, or of the whole text as one; without and with reading."""
        reading = Reading(document(case), NO_TERMS)
        units = [unit for unit in reading.units if whole or not is_heading(unit)]
        features = {unit.number: self._features(unit) for unit in reading.units}
        said = {unit.number: reading_features(reading, unit) for unit in reading.units}
        if whole:
            every = frozenset().union(*(features[unit.number] for unit in units))
            return [every], [every.union(*(said[unit.number] for unit in units))]
        found, read = [], []
        for unit in units:
            found.append(frozenset(features[unit.number]))
            read.append(found[-1] | said[unit.number])
            following = unit.number + 1
            if following < len(reading.units) and goes_on(unit, reading.units[following]):
                found.append(frozenset(features[unit.number] | features[following]))
                read.append(read[-1])
        return found or [frozenset()], read or [frozenset()]

    def _features(self, unit: Unit) -> set[str]:
        about = {name for name in english().find(unit.words) if name in ABOUT}
        return word_features(unit.words) | about | set(self.table.find(unit.words))

    def principles(self, criteria: Iterable[str]) -> set[str]:
        """The columns of the principles that criteria belong to."""
        return {f"principle:{self.principle_of[name]}" for name in criteria if name in self.principle_of}


def _case(name: str, text: str, form: str = "text") -> Case:
    return Case(name, text, form, {}, frozenset(), None, frozenset(), None, "unknown", None, None, None)


def sentence_samples(reader: Reader, ids: set[str]) -> Iterable[Sample]:
    """The labelled sentences; one without a criterion is a no for all."""
    for file in sorted((TOP / "tests" / "sentences").glob("*.jsonl")):
        for line in file.read_text(encoding="utf-8").splitlines():
            data = json.loads(line)
            also = set(data.get("also") or ())
            speaks = data["s"] in POSITIVE and data["c"] in ids
            yes = {data["c"]} | reader.principles([data["c"]]) if speaks else set()
            no = {data["c"]} - yes if data["c"] else set()
            yield Sample(
                *reader.passages(_case("s", data["t"]), whole=True),
                yes,
                no,
                also | (reader.principles(also) if also else set()),
                {data["c"]: data["s"]} if speaks else {},
                rulesets=frozenset({reader.ruleset_of[data["c"]]} if data["c"] in ids else ()),
            )


def example_samples(reader: Reader, rules: Iterable[Rule]) -> Iterable[Sample]:
    """The examples inside the rules, which say little of other criteria."""
    for rule in rules:
        for status in (*POSITIVE, "gap"):
            for text in getattr(rule.examples, status):
                speaks = status in POSITIVE
                yield Sample(
                    *reader.passages(_case("e", text, "markdown"), whole=True),
                    {rule.id} | reader.principles([rule.id]) if speaks else set(),
                    set() if speaks else {rule.id},
                    statuses={rule.id: status} if speaks else {},
                    rulesets=frozenset({rule.ruleset}),
                    weight=0.3,
                )


def case_samples(reader: Reader) -> Iterable[Sample]:
    """The ``develop`` half of the labelled cases."""
    for file in sorted((TOP / "tests" / "cases").glob("*.jsonl")):
        for case in load_cases(file.read_text(encoding="utf-8"), file.name):
            if case.half == "develop":
                yield _case_sample(reader, case)


def _case_sample(reader: Reader, case: Case) -> Sample:
    yes = {name for name, status in (case.expect or {}).items() if status in POSITIVE}
    unsure = set(case.also) | {f"principle:{name}" for name in case.torn}
    if case.principles is not None:
        yes |= {f"principle:{name}" for name, strength in case.principles.items() if strength != "none"}
        unsure |= set(reader.principle_of) if case.expect is None else set()
    else:
        yes |= reader.principles(yes)
        unsure |= reader.principles(case.also)
    statuses = {name: status for name, status in (case.expect or {}).items() if status in POSITIVE}
    passages, read = reader.passages(case, whole=False)
    return Sample(passages, read, yes, set(), unsure - yes, statuses, 0.5, frozenset(case.rulesets or ()))


class Learner:
    """Samples as a matrix, and the regressions over it."""

    def __init__(self, samples: list[Sample], columns: list[str], ruleset_of: Mapping[str, str]) -> None:
        self.samples, self.columns, self.ruleset_of = samples, columns, ruleset_of
        rows = [passage for sample in samples for passage in sample.passages]
        self.first = np.cumsum([0, *(len(sample.passages) for sample in samples)])
        seen = Counter(feature for row in rows for feature in row)
        self.features = sorted(feature for feature, count in seen.items() if count >= SEEN_AT_LEAST)
        index = {feature: number for number, feature in enumerate(self.features)}
        known = [[index[feature] for feature in sorted(row) if feature in index] for row in rows]
        flat = np.array([number for row in known for number in row])
        starts = np.cumsum([0, *(len(row) for row in known)])
        counts = np.bincount(flat, minlength=len(self.features)) + 1
        self.worth = np.sqrt(np.log(len(rows) / counts))
        matrix = csr_matrix((self.worth[flat], flat, starts), shape=(len(rows), len(self.features)))
        sizes = np.maximum(np.diff(starts), FEW)
        self.matrix = diags(1 / np.sqrt(sizes)) @ matrix
        self.coefficients = np.zeros((len(columns), len(self.features)))
        self.bias = np.zeros(len(columns))

    def learn(self) -> None:
        """Learn all columns twice, the second time knowing which passage of a longer case speaks to a criterion."""
        best: np.ndarray | None = None
        for _ in range(2):
            for number, column in enumerate(self.columns):
                self._fit(number, *self._examples(number, column, best))
            best = self._best_passages()
        self.best = best

    def _best_passages(self) -> np.ndarray:
        scores = self.matrix @ self.coefficients.T + self.bias
        return np.array(
            [scores[self.first[n] : self.first[n + 1]].argmax(0) + self.first[n] for n in range(len(self.samples))]
        )

    def _examples(self, number: int, column: str, best: np.ndarray | None) -> tuple[list[int], list[bool], list[float]]:
        rows, yes, weight = [], [], []
        for n, sample in enumerate(self.samples):
            own = range(self.first[n], self.first[n + 1])
            if column in sample.yes:
                if len(own) == 1 or best is not None:
                    rows.append(own[0] if best is None else best[n][number])
                    yes.append(True)
                    weight.append(4.0)
            elif column not in sample.unsure and (doubt := self._doubt(sample, column)):
                rows.extend(own)
                yes.extend([False] * len(own))
                weight.extend([2.0 if column in sample.no else sample.weight * doubt] * len(own))
        return rows, yes, weight

    def _doubt(self, sample: Sample, column: str) -> float:
        """How far a text says no to a column it was not labelled for: core is in all papers, overlays in few."""
        ruleset = self.ruleset_of.get(column)
        if ruleset is None or not sample.rulesets or ruleset in sample.rulesets:
            return 1.0
        return 0.0 if ruleset == "core" else 0.15

    def _fit(self, number: int, rows: list[int], yes: list[bool], weight: list[float]) -> None:
        model = LogisticRegression(C=REGULARITY, solver="liblinear", max_iter=300, random_state=0)
        model.fit(self.matrix[rows], yes, sample_weight=weight)
        self.coefficients[number] = model.coef_[0]
        self.bias[number] = model.intercept_[0]

    def judging(self, kind: str, yes: str, no: tuple[str, ...], best: np.ndarray) -> dict[str, dict[str, int]]:
        """The weights that tell criteria with status ``yes`` from those with a status in ``no``, shared and own."""
        numbers = {column: number for number, column in enumerate(self.columns)}
        texts: list[frozenset[str]] = []
        whose, labels = [], []
        for n, sample in enumerate(self.samples):
            for criterion, status in sample.statuses.items():
                if criterion in numbers and (status == yes or status in no):
                    row = best[n][numbers[criterion]] - self.first[n] if len(sample.passages) > 1 else 0
                    texts.append(sample.read[row])
                    whose.append(numbers[criterion])
                    labels.append(status == yes)
        seen = Counter(feature for text in texts for feature in text)
        features = sorted(feature for feature, count in seen.items() if count >= SEEN_AT_LEAST)
        index = {feature: place for place, feature in enumerate(features)}
        rows, places, values = [], [], []
        for number, (text, owner) in enumerate(zip(texts, whose, strict=True)):
            size = np.sqrt(max(len(text), FEW))
            for feature in sorted(text):
                if feature in index:
                    rows += [number, number]
                    places += [index[feature], len(features) * (owner + 1) + index[feature]]
                    values += [1 / size, OWN / size]
        matrix = csr_matrix((values, (rows, places)), shape=(len(texts), len(features) * (len(self.columns) + 1)))
        model = LogisticRegression(C=REGULARITY, solver="liblinear", max_iter=300, random_state=0)
        model.fit(matrix, labels, sample_weight=[2.0 if label and kind == "against" else 1.0 for label in labels])
        shared = np.rint(model.coef_[0][: len(features)] * SCALE).astype(int)
        found = {kind: {"": round(model.intercept_[0] * SCALE)}}
        found[kind] |= {name: int(shared[place]) for name, place in index.items() if abs(shared[place]) >= SMALLEST_OWN}
        for column, number in numbers.items():
            start = len(features) * (number + 1)
            own = np.rint(model.coef_[0][start : start + len(features)] * OWN * SCALE).astype(int)
            kept = {features[place]: int(own[place]) for place in np.flatnonzero(np.abs(own) >= SMALLEST_OWN)}
            if kept:
                found[f"{kind}:{column}"] = kept
        return found

    def plain(self) -> tuple[dict[str, dict[int, int]], list[int]]:
        """Weights by feature and column, and biases, in the parts that ship."""
        scaled = np.rint(self.coefficients * self.worth * UNIT).astype(int)
        scaled[np.abs(scaled) < SMALLEST * UNIT // SCALE] = 0
        weights = {
            feature: {int(column): int(scaled[column, place]) for column in np.flatnonzero(scaled[:, place])}
            for place, feature in enumerate(self.features)
        }
        known = {feature: by_column for feature, by_column in weights.items() if by_column}
        return known, [int(value) for value in np.rint(self.bias * UNIT)]


def main() -> None:
    """Read, learn, write."""
    rulesets = library.find(library.shipped_names(), use_cache=False)
    rules = [rule for ruleset in rulesets for rule in ruleset.rules]
    principle_of = {rule.id: rule.principle for rule in rules}
    vocabulary = {name: phrases for ruleset in rulesets for name, phrases in ruleset.vocabulary.items()}
    table = concept_table(vocabulary)
    reader = Reader(table, rules)
    samples = [
        *sentence_samples(reader, set(principle_of)),
        *example_samples(reader, rules),
        *case_samples(reader),
    ]
    principles = sorted({f"principle:{name}" for name in principle_of.values()})
    core = sorted(rule.id for rule in rules if rule.ruleset == "core")
    columns = [*core, *principles, *sorted(set(principle_of) - set(core))]  # what is always asked comes first
    learner = Learner(samples, columns, reader.ruleset_of)
    learner.learn()
    weights, bias = learner.plain()
    concepts = table.only([feature for feature in weights if feature.startswith("$")])
    judging = {
        **learner.judging("against", "contradicted", ("met", "partial"), learner.best),
        **learner.judging("full", "met", ("partial",), learner.best),
    }
    write(columns, bias, weights, concepts, judging)
    print(f"{len(samples)} texts, {len(columns)} columns, {len(weights)} features")


def write(
    columns: list[str],
    bias: list[int],
    weights: Mapping[str, Mapping[int, int]],
    concepts: TermTable,
    judging: Mapping[str, Mapping[str, int]],
) -> None:
    """Write the files that ``crp_commission.library.weights`` reads."""
    folder = REFERENCE / "recognition"
    folder.mkdir(exist_ok=True)
    _, terms = concepts.plain()
    first_words, branches = index(terms, concepts.lists)
    texts = {
        "columns.json": _json({"columns": columns, "bias": bias}),
        "features.txt": "\n".join(weights),
        "concepts.jsonl": "\n".join(map(_json, branches)),
        "first-words.tsv": _lines(first_words),
        "lists.tsv": _lines(concepts.lists),
        "judging.tsv": _lines(judging),
    }
    for name, text in texts.items():
        (folder / name).write_text(text + "\n", encoding="utf-8")
    (folder / "weights.bin").write_bytes(rows_of(len(columns), weights))


def _json(plain: object) -> str:
    return json.dumps(plain, ensure_ascii=False, separators=(",", ":"))


def _lines(plain: Mapping[str, object]) -> str:
    return "\n".join(f"{name}\t{_json(plain[name])}" for name in sorted(plain))


if __name__ == "__main__":
    main()
