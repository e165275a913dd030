"""The page on the report model is what the code says."""

from __future__ import annotations

import importlib.util
from pathlib import Path
from types import ModuleType

import pytest

from crp_commission.renderers._filters import FILTERS, FILTERS_ABOUT
from crp_commission.report import Report

ROOT = Path(__file__).parents[1]


@pytest.fixture(scope="module")
def script() -> ModuleType:
    spec = importlib.util.spec_from_file_location("write_report_model", ROOT / "scripts" / "write_report_model.py")
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_the_page_is_fresh(script: ModuleType) -> None:
    said = (ROOT / "docs" / "report-model.md").read_text(encoding="utf-8")
    assert said == script.page(), "run python scripts/write_report_model.py"


def test_the_page_describes_every_field_and_every_filter(script: ModuleType) -> None:
    page = script.page()
    assert all(f"| `{name}` |" in page for name in [*Report.__dataclass_fields__, *FILTERS])
    assert "|  |" not in page
    assert FILTERS.keys() == FILTERS_ABOUT.keys()
