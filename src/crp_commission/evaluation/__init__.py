"""Measure rulesets on labelled cases: what is found, what is missed, what is found wrongly."""

from __future__ import annotations

from .cases import Case, load_cases
from .measuring import Measured, measure
from .predicting import Prediction, predict

__all__ = ["Case", "Measured", "Prediction", "load_cases", "measure", "predict"]
