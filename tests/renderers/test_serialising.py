from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

import crp_commission
from builders import finding, passage, report, rule
from crp_commission.errors import UsageError
from crp_commission.renderers import render
from crp_commission.report import Report
from crp_commission.serialising import load_report, plain, report_json, report_schema
from sample import sample_report

SCHEMA = Path(crp_commission.__file__).parent / "schemas" / "report.schema.json"


def test_a_saved_result_loads_back_to_the_same_report_and_bytes():
    text = report_json(sample_report())
    loaded = load_report(text, "result.json")
    assert loaded == sample_report()
    assert report_json(loaded) == text
    assert render(loaded, "json") == text


def test_findings_on_law_load_back_and_a_result_from_before_them_still_loads():
    text = report_json(sample_report(law=True))
    assert load_report(text, "result.json") == sample_report(law=True)
    data = json.loads(text)
    del data["law"], data["suggestions"]
    assert load_report(json.dumps(data), "result.json") == sample_report()


def test_fields_keep_the_order_of_the_record_and_the_text_ends_in_a_newline():
    text = report_json(sample_report())
    assert text.endswith("}\n")
    assert list(json.loads(text))[:3] == ["format", "format_version", "tool"]
    assert '"title": "Best interests weighed for each option"' in text


def test_characters_that_steer_a_terminal_or_cannot_be_encoded_are_escaped():
    hostile = "a\x1b[31m \x9b1m \u202e \u2028 \ud800 é"
    text = report_json(report(finding(rule("DO-PAR-1"), "met", passage(hostile))))
    text.encode()
    assert not set("\x1b\x9b\u202e\u2028") & set(text)
    assert "é" in text
    assert json.loads(text)["criteria"][0]["evidence"][0]["quote"] == hostile


def test_unknown_fields_are_passed_over():
    data = plain(sample_report()) | {"later": 1}
    data["score"]["later"] = {"a": 1}
    assert load_report(json.dumps(data), "result.json") == sample_report()


def changed(**fields):
    return json.dumps(plain(sample_report()) | fields)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("", "result.json is not JSON: it is empty."),
        ('{"format": ', "result.json is not JSON: it is cut short in line 1."),
        ('{"format": "crp', "result.json is not JSON: it is cut short in line 1."),
        ("# Voice", "result.json is not JSON: it makes no sense from line 1, column 1."),
        (f'{{"a": {"9" * 5000}}}', "result.json is not a saved result: a number in it has too many digits."),
        ("[" * 100_000, "nested too deeply"),
        ("[1]", "is not a saved result of crp-commission"),
        ('{"format": "other"}', "is not a saved result of crp-commission"),
        (changed(format_version=2), "has format version 2; this program reads version 1"),
        (changed(format_version=True), "format version"),
        (changed(format_version="1" * 500), "format version"),
        (changed(open_criteria="many"), "“open_criteria” is "),
        (changed(score={**plain(sample_report().score), "band": "blue"}), "“score.band” is "),
        (changed(score={**plain(sample_report().score), "earned": "a lot"}), "“score.earned” is "),
        (changed(score={**plain(sample_report().score), "low": 140}), "“score.low” is "),
        (changed(open_criteria=0).replace('"open_criteria": 0', '"open_criteria": NaN'), "NaN is not a number"),
    ],
)
def test_what_is_no_saved_result_is_refused_by_name_and_reason(text, message):
    with pytest.raises(UsageError) as refused:
        load_report(text, "result.json")
    assert message in refused.value.message
    assert refused.value.message.startswith("result.json")
    assert len(refused.value.message) < 300
    assert refused.value.hint


def test_a_result_with_two_verdicts_on_one_criterion_is_refused():
    data = json.loads(report_json(sample_report()))
    data["criteria"].append({**data["criteria"][0], "status": "gap"})
    with pytest.raises(UsageError, match=f"the criterion {data['criteria'][0]['id']} stands in it twice"):
        load_report(json.dumps(data), "result.json")


def test_the_shipped_schema_is_fresh_and_describes_every_field():
    schema = report_schema()
    assert json.loads(SCHEMA.read_text(encoding="utf-8")) == schema
    for record in (schema, *schema["$defs"].values()):
        for name, about in record.get("properties", {}).items():
            assert about.get("description"), name


def test_the_schema_asks_for_every_field_of_the_report():
    assert set(report_schema()["properties"]) == set(Report.__dataclass_fields__)


@pytest.mark.parametrize("name", ["json", "terminal"])
def test_drawing_a_coded_format_loads_no_slow_library(name):
    code = (
        "import sys; from crp_commission.renderers import render; from sample import sample_report; "
        f"render(sample_report(), {name!r}); "
        "print(sorted({'pydantic', 'rich', 'jinja2', 'yaml', 'pypdfium2', 'markdown_it'} & set(sys.modules)))"
    )
    here = str(Path(__file__).parents[1])
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, cwd=here, check=True)
    assert done.stdout.strip() == "[]"
