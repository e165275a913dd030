"""Keeping what ships of some kinds of judgement, beside a network learned anew for the others."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from pathlib import Path

import numpy as np

from crp_commission.recogniser import FINE, UNIT
from learning.judge_network import JudgeNetwork
from learning.network import Network


def shipped(folder: Path) -> JudgeNetwork:
    """The judges that lie in a folder as ``learn_recognition.write`` left them."""
    features = (folder / "judges-features.txt").read_text(encoding="utf-8").splitlines()
    hidden = json.loads((folder / "judges-hidden.json").read_text(encoding="utf-8"))
    units = len(hidden["bias"])
    rows = np.frombuffer((folder / "judges.bin").read_bytes(), "i1").reshape(len(features), units)
    outputs = np.frombuffer((folder / "judges-hidden.bin").read_bytes(), "<i2").reshape(units, -1)
    into = rows * (np.array(hidden["steps"]) / FINE)
    bias, columns = np.array(hidden["bias"]) / UNIT, np.array(hidden["columns"]) / UNIT
    return JudgeNetwork(features, Network(into, bias, outputs / UNIT, columns))


def joined(old: JudgeNetwork, new: JudgeNetwork, kinds: Sequence[str], shares: Mapping[str, float]) -> JudgeNetwork:
    """One network of the units of both; ``shares`` (0 to 1) say how far ``old`` speaks for a kind, 0 if not given.

    Both have the same columns. Units of ``old`` that only kinds without a share used stay, and say nothing.
    """
    features = sorted({*old.features, *new.features})
    place = {feature: number for number, feature in enumerate(features)}
    into = np.zeros((len(features), old.network.into.shape[1] + new.network.into.shape[1]))
    middle = old.network.into.shape[1]
    into[[place[feature] for feature in old.features], :middle] = old.network.into
    into[[place[feature] for feature in new.features], middle:] = new.network.into
    width = old.network.out.shape[1] // len(kinds)
    share = np.repeat([shares.get(kind, 0.0) for kind in kinds], width)
    return JudgeNetwork(
        features,
        Network(
            into,
            np.concatenate([old.network.hidden_bias, new.network.hidden_bias]),
            np.vstack([old.network.out * share, new.network.out * (1 - share)]),
            old.network.bias * share + new.network.bias * (1 - share),
        ),
    )
