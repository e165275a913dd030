"""Whole documents, written without sight of rules or cases, get about the verdicts that their authors gave them.

A good pack, a vision paper, a paper stuffed with the right words, a paper on adults' care, one specification written
twice, in legal and in plain English, and packs of mixed quality as real ones are. Raise a floor when the tool has
become better.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

from crp_commission.assessment import Assessment
from crp_commission.document import Source
from crp_commission.engine import Judge
from crp_commission.library import find, recogniser
from crp_commission.limits import DEFAULT_LIMITS
from crp_commission.readers import markdown
from crp_commission.structure import build

FOLDER = Path(__file__).parent / "documents"


@cache
def judge() -> Judge:
    return Judge(find(["core"]), recogniser=recogniser())


@cache
def assessed(name: str) -> Assessment:
    """A document judged as a paper of unknown kind, so that every criterion applies."""
    data = (FOLDER / f"{name}.md").read_bytes()
    extract = markdown.read(data, f"{name}.md", DEFAULT_LIMITS)
    source = Source(f"{name}.md", hashlib.sha256(data).hexdigest(), "markdown", "unknown", None, len(data.split()))
    return judge().assess(build(name, [(source, extract)]))


def verdicts(name: str) -> dict[str, str]:
    return {finding.rule.id: finding.status.value for finding in assessed(name).findings}


def labels(name: str) -> dict[str, str]:
    """The author's verdicts, without those on which a fair second reader might differ."""
    found = json.loads((FOLDER / f"{name}.detail.json").read_text(encoding="utf-8"))["criteria"]
    return {name: one["status"] for name, one in found.items() if not one["torn"]}


def agreement(name: str, given: dict[str, str]) -> float:
    found = verdicts(name)
    return sum(found[criterion] == status for criterion, status in given.items()) / len(given)


def score(name: str) -> float:
    overall = assessed(name).overall
    return float(100 * overall.low / overall.possible)


def test_a_good_pack_is_seen_to_be_good() -> None:
    assert agreement("good-pack", labels("good-pack")) >= 0.8
    assert sum(status == "contradicted" for status in verdicts("good-pack").values()) <= 1
    assert score("good-pack") >= 78


def test_a_vision_promises_nothing() -> None:
    assert "met" not in verdicts("vision").values()
    assert score("vision") < 15


def test_the_right_words_alone_earn_next_to_nothing() -> None:
    assert sum(status in ("met", "contradicted") for status in verdicts("stuffed").values()) <= 2
    assert score("stuffed") < 5


def test_promises_to_adults_are_none_to_children() -> None:
    assert set(verdicts("adult-care").values()) == {"gap"}


def test_plain_english_counts_as_much_as_legal_english() -> None:
    given = labels("twin")
    legal, plain = agreement("twin-legal", given), agreement("twin-plain", given)
    assert min(legal, plain) >= 0.72
    assert abs(legal - plain) < 0.12
    assert abs(score("twin-legal") - score("twin-plain")) < 6


@pytest.mark.parametrize("name", ["twin-legal", "twin-plain"])
def test_a_clause_that_takes_something_away_is_no_full_promise_of_it(name: str) -> None:
    taken = [criterion for criterion, status in labels("twin").items() if status == "contradicted"]
    assert len(taken) == 2
    assert "met" not in {verdicts(name)[criterion] for criterion in taken}


def test_what_legal_english_takes_away_is_seen() -> None:
    taken = [criterion for criterion, status in labels("twin").items() if status == "contradicted"]
    assert {verdicts("twin-legal")[criterion] for criterion in taken} == {"contradicted"}


def packs(half: str) -> Iterator[str]:
    """The packs that were learned from ("develop"), in whose view thresholds were chosen ("chosen") or two words
    mended ("seen"), or neither ("measure")."""
    for file in sorted((FOLDER / "packs").glob("*/verdicts.json")):
        if json.loads(file.read_text(encoding="utf-8"))["half"] == half:
            yield file.parent.name


@cache
def pack_verdicts(name: str) -> dict[str, tuple[str, str]]:
    """Given and found verdict of each criterion that applies and is not torn; a file's name is its role."""
    parts = []
    for file in sorted((FOLDER / "packs" / name).glob("*.md")):
        data = file.read_bytes()
        digest = hashlib.sha256(data).hexdigest()
        source = Source(file.name, digest, "markdown", file.stem, None, len(data.split()))
        parts.append((source, markdown.read(data, file.name, DEFAULT_LIMITS)))
    given = json.loads((FOLDER / "packs" / name / "verdicts.json").read_text(encoding="utf-8"))
    found = {one.rule.id: one.status.value for one in judge().assess(build(name, parts)).findings}
    return {
        criterion: (status, found[criterion])
        for criterion, status in given["verdicts"].items()
        if criterion not in given["torn"] and found[criterion] != "not-applicable"
    }


@pytest.mark.parametrize("name", [*packs("measure")])
def test_a_pack_of_mixed_quality_gets_most_of_its_verdicts(name: str) -> None:
    both = pack_verdicts(name).values()
    assert sum(given == found for given, found in both) / len(both) >= 0.6
    assert sum(found == "contradicted" != given for given, found in both) <= 1


@pytest.mark.parametrize("half", ["measure", "chosen", "seen"])
def test_packs_of_mixed_quality_get_three_of_four_verdicts(half: str) -> None:
    both = [pair for name in packs(half) for pair in pack_verdicts(name).values()]
    assert sum(given == found for given, found in both) / len(both) >= 0.75
    assert sum(found == "met" != given for given, found in both) / len(both) <= 0.07


@pytest.mark.parametrize(("half", "beside"), [("chosen", 2), ("seen", 4)])
def test_packs_in_other_hands_have_most_of_what_works_against_children_found(half: str, beside: int) -> None:
    both = [pair for name in packs(half) for pair in pack_verdicts(name).values()]
    against = [found for given, found in both if given == "contradicted"]
    assert against.count("contradicted") / len(against) >= 0.55
    assert sum(found == "contradicted" != given for given, found in both) <= beside


def test_no_criterion_of_a_pack_goes_unjudged() -> None:
    for half in ("develop", "measure"):
        assert all(len(pack_verdicts(name)) > 10 for name in packs(half))
