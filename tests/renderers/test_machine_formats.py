"""The formats for machines: each is what its readers ask for, says every verdict, and no text can steer it."""

from __future__ import annotations

import csv
import io
import json
import re
from collections import Counter
from dataclasses import replace
from fractions import Fraction
from typing import Any
from urllib.parse import unquote
from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st

from builders import finding, passage, report, rule, source
from crp_commission.document import Note
from crp_commission.gate import GateSpec
from crp_commission.renderers import render
from crp_commission.report import Report
from crp_commission.rules import Severity
from sample import sample_report

NAMES = {
    "sarif": "sarif.sarif",
    "junit": "junit.xml",
    "github": "github.txt",
    "github-summary": "github-summary.md",
    "gitlab": "gitlab.json",
    "csv": "csv.csv",
}
LOCATIONS = {"spec.docx": "papers/tender/spec.docx", "scan.pdf": "papers/tender/scan.pdf"}
HOSTILE = [
    "::error file=x::pwned",
    "a\n::set-output name=x::y\r\n::stop-commands::z",
    "##[group]x 50% ,title=y:z",
    "]]> <!-- --> <x y='\"'/> &amp; <?php ?>",
    "\x1b[31mred \x00 \x08 \ufffe \uffff \ud800 \u202e \u2028",
    "=cmd|' /C calc'!A0",
    "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "＝1", '"a","b";c',
    "[a](javascript:x) [b](1) {0} {{ 7*7 }}",
]  # fmt: skip


def text(given: Report, name: str) -> str:
    drawn = render(given, name)
    assert isinstance(drawn, str)
    return drawn


def sarif(given: Report) -> dict[str, Any]:
    return json.loads(text(given, "sarif"))["runs"][0]


def hostile_report(words: str) -> Report:
    found = passage(words, "intended", file=words or "x", section=words, because=words)
    made = report(
        finding(rule("DO-PAR-1", title=words, wording=words), "partial", found, missing=[words], why=words),
        finding(rule("DO-DIG-1", "critical"), "contradicted", passage(words, "contradicts"), why=words),
        finding(rule("REV-TRA-1"), "gap"),
        files=(source(), source(words or "x")),
        notes=(Note(words, words, words, 1.0),),
        waivers={"DO-PAR-1": words},
        gate=GateSpec(Fraction(60), Severity.CRITICAL),
    )
    return replace(made, locations={words or "x": f"papers/{words}"})


@pytest.mark.parametrize("name", NAMES)
def test_golden(golden, name):
    made = replace(sample_report(law=name in ("sarif", "github", "gitlab")), locations=LOCATIONS)
    golden(f"reports/{NAMES[name]}", text(made, name))


def test_a_file_is_told_where_a_pipeline_finds_it_and_named_as_in_every_other_report():
    """Seen from the folder that the check was run in, whether it was read, was not, or lies in a zip."""
    in_zip = passage("Restraint may be used.", "contradicts", file="pack.zip!/in/terms.md")
    in_zip = replace(in_zip, place=replace(in_zip.place, line=7))
    made = report(
        finding(rule("DO-DIG-1"), "contradicted", in_zip),
        finding(rule("REV-TRA-1"), "gap"),
        files=(source("spec.docx"), source("pack.zip!/in/terms.md", "contract-terms")),
        notes=(Note("scan.pdf", "", "no text", 1.0),),
    )
    made = replace(
        made, locations={"spec.docx": "tender/spec.docx", "pack.zip": "tender/pack.zip", "scan.pdf": "a b.pdf"}
    )
    run = sarif(made)
    uris = [one["location"]["uri"] for one in run["artifacts"]]
    assert uris == ["tender/pack.zip!/in/terms.md", "tender/spec.docx", "a%20b.pdf"]
    assert [one["properties"]["path"] for one in run["artifacts"][:2]] == ["pack.zip!/in/terms.md", "spec.docx"]
    told = {one["ruleId"]: one["locations"][0]["physicalLocation"]["artifactLocation"] for one in run["results"]}
    assert told["DO-DIG-1"] == {"uri": uris[0], "uriBaseId": "%SRCROOT%", "index": 0}
    assert told["REV-TRA-1"]["uri"] == uris[1]
    paths = {one["check_name"]: one["location"]["path"] for one in json.loads(text(made, "gitlab"))}
    assert paths["not-read"] == "a b.pdf"
    assert paths["DO-DIG-1"] == "tender/pack.zip!/in/terms.md"
    assert re.findall(r" file=([^,]*),", text(made, "github")) == ["a b.pdf", paths["DO-DIG-1"], "tender/spec.docx"]
    (case,) = ElementTree.fromstring(text(made, "junit")).findall(".//testcase[@file]")
    assert case.get("file") == paths["DO-DIG-1"]
    rows = csv.DictReader(io.StringIO(text(made, "csv").removeprefix("\ufeff"), newline=""))
    assert [row["file"] for row in rows] == [paths["DO-DIG-1"], ""]


def test_where_the_papers_lie_renames_no_finding():
    made = sample_report(law=True)
    moved = replace(made, locations=LOCATIONS)
    assert sarif(made) != sarif(moved)
    for name, key in (("sarif", "partialFingerprints"), ("gitlab", "fingerprint")):
        before, after = (re.findall(rf'"{key}":[^}}\n]*\S', text(one, name)) for one in (made, moved))
        assert before == after != []


def test_sarif_has_what_the_standard_and_github_require():
    log = json.loads(text(sample_report(law=True), "sarif"))
    assert (log["version"], len(log["runs"])) == ("2.1.0", 1)
    run = log["runs"][0]
    rules = run["tool"]["driver"]["rules"]
    assert run["automationDetails"]["id"] == "crp-commission/core/standard/"
    assert len({one["id"] for one in rules}) == len(rules)
    for one in rules:
        assert one["shortDescription"]["text"] and one["fullDescription"]["text"]
        assert one["help"]["text"] and one["help"]["markdown"]
        assert one["defaultConfiguration"]["level"] in ("error", "warning", "note")
        assert one["properties"]["tags"]
    for one in run["results"]:
        assert rules[one["ruleIndex"]]["id"] == one["ruleId"]
        assert one["level"] in ("error", "warning", "note")
        assert one["message"]["text"]
        (place,) = one["locations"]
        artifact = place["physicalLocation"]["artifactLocation"]
        assert run["artifacts"][artifact["index"]]["location"]["uri"] == artifact["uri"]
    prints = [one["partialFingerprints"]["primaryLocationLineHash"] for one in run["results"]]
    assert len(set(prints)) == len(prints)
    assert not re.search(r'"\w*(?:Time|date-time)\w*"', json.dumps(run["invocations"]))


def test_sarif_tells_verdict_severity_trial_and_waiver():
    run = sarif(sample_report())
    told = {one["ruleId"]: one for one in run["results"]}
    assert {name: one["level"] for name, one in told.items()} == {
        "PLN-BST-1": "error",
        "DO-DIG-1": "error",
        "PLN-TRA-1": "warning",
        "DO-LSD-1": "warning",
        "REV-TRA-1": "warning",
        "REV-NDI-1": "warning",
        "DO-PAR-3": "note",
        "DO-NDI-2": "note",
    }
    assert told["DO-NDI-2"]["properties"]["onTrial"] is True
    assert [name for name, one in told.items() if "suppressions" in one] == ["REV-NDI-1"]
    assert "too small to publish" in told["REV-NDI-1"]["suppressions"][0]["justification"]
    assert Counter(run["properties"]["verdicts"].values()) == {
        name: number for name, number in run["properties"]["score"]["counts"].items() if number
    }
    assert run["properties"]["gate"]["passed"] is False


def test_sarif_what_is_on_trial_is_a_note_whatever_it_says():
    bad = rule("DO-DIG-1", "critical", experimental=True)
    (one,) = sarif(report(finding(bad, "contradicted", passage("Restraint.", "contradicts"))))["results"]
    assert one["level"] == "note"


def test_sarif_says_what_was_not_read():
    notices = sarif(sample_report())["invocations"][0]["toolExecutionNotifications"]
    kinds = [(one["descriptor"]["id"], one["level"]) for one in notices]
    assert kinds[:2] == [("not-read", "error"), ("partly-read", "warning")]
    assert notices[0]["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] == "scan.pdf"


def test_sarif_gives_section_and_page_and_a_line_only_where_there_are_lines():
    results = {one["ruleId"]: one for one in sarif(sample_report())["results"]}
    (place,) = results["PLN-TRA-1"]["locations"]
    assert [(one["kind"], one["name"]) for one in place["logicalLocations"]] == [
        ("page", "page 3"),
        ("paragraph", "paragraph 9"),
    ]
    assert "region" not in place["physicalLocation"]
    (place,) = results["DO-DIG-1"]["locations"]
    assert place["logicalLocations"][0] == {
        "name": "3.4 Behaviour",
        "kind": "section",
        "fullyQualifiedName": "spec.docx > 3.4 Behaviour",
    }


def test_a_line_is_told_by_every_format_that_has_a_place_for_it():
    found = passage("Restraint may be used.", "contradicts", file="spec.md")
    found = replace(found, place=replace(found.place, line=7))
    made = report(finding(rule("DO-DIG-1"), "contradicted", found), files=(source("spec.md"),))
    assert sarif(made)["results"][0]["locations"][0]["physicalLocation"]["region"]["startLine"] == 7
    assert json.loads(text(made, "gitlab"))[0]["location"] == {"path": "spec.md", "lines": {"begin": 7}}
    assert "file=spec.md,line=7,title=DO-DIG-1%3A" in text(made, "github")
    (case,) = ElementTree.fromstring(text(made, "junit")).findall(".//testcase[@file]")
    assert (case.get("file"), case.get("line")) == ("spec.md", "7")


def test_a_finding_keeps_its_name_when_the_words_move_and_when_others_come():
    clause = passage("Restraint may be used.", "contradicts", paragraph=3)
    moved = passage("Restraint may be used.", "contradicts", paragraph=90, section="9", page=4)
    gap, partial = finding(rule("REV-TRA-1"), "gap"), finding(rule("REV-TRA-1"), "partial", passage("x", "intended"))
    before = report(finding(rule("DO-DIG-1"), "contradicted", clause), gap)
    after = report(finding(rule("DO-DIG-1"), "contradicted", moved), partial, finding(rule("ANA-PAR-1"), "gap"))
    for name in ("DO-DIG-1", "REV-TRA-1"):
        old, new = (
            [one["partialFingerprints"]["finding/v1"] for one in sarif(made)["results"] if one["ruleId"] == name]
            for made in (before, after)
        )
        assert old == new != []


def test_a_new_number_renames_no_finding_and_another_file_is_another_finding():
    named = [
        sarif(report(finding(rule("DO-DIG-1"), "contradicted", passage(words, "contradicts", file=file))))["results"][0]
        for words, file in [
            ("4.1 Restraint may be used.", "spec.docx"),
            ("4.3 Restraint may be used.", "spec.docx"),
            ("4.1 Restraint may be used.", "annex.docx"),
        ]
    ]
    first, renumbered, elsewhere = (one["partialFingerprints"] for one in named)
    assert first == renumbered
    assert first["finding/v1"] != elsewhere["finding/v1"]


@pytest.mark.parametrize("path", ["a b/ü#?.docx", "C:x.docx", "pack.zip!/in/y.docx", "/abs/é.docx", "../up.docx"])
def test_a_file_is_a_uri_that_leads_back_to_it(path):
    one = sarif(report(finding(rule("DO-DIG-1"), "gap"), files=(source(path),)))
    location = one["artifacts"][0]["location"]
    assert re.fullmatch(r"[\w./%!~-]+|file:///[\w./%!~-]+", location["uri"], re.ASCII)
    assert unquote(location["uri"]).removeprefix("file://") == path
    assert ("uriBaseId" in location) == (not path.startswith(("/", "..")))


def test_what_sarif_takes_for_a_link_or_a_placeholder_is_text():
    found = passage("See [a](javascript:x) and {0}.", "intended")
    (one,) = sarif(report(finding(rule("DO-PAR-1"), "partial", found)))["results"]
    assert "\\[a\\](javascript:x) and {{0}}." in one["message"]["text"]


def test_junit_counts_agree_with_its_cases_and_with_the_result():
    made = sample_report()
    root = ElementTree.fromstring(text(made, "junit"))
    for suite in [root, *root.iter("testsuite")]:
        assert int(suite.get("tests", "")) == len([*suite.iter("testcase")])
        assert int(suite.get("failures", "")) == len([*suite.iter("failure")])
        assert int(suite.get("skipped", "")) == len([*suite.iter("skipped")])
        assert suite.get("errors") == "0"
    cases = [case for case in root.iter("testcase") if case.get("classname") != "result"]
    assert [str(case.get("name")).split()[0] for case in cases] == [one.id for one in made.criteria]
    statuses = [case.find("properties/property[@name='status']").get("value") for case in cases]  # type: ignore[union-attr]
    assert statuses == [one.status for one in made.criteria]


OUTCOMES = ("failure", "error", "skipped")


def outcome(case: ElementTree.Element) -> str:
    """The type of a failure, "skipped", or nothing for a case that passes."""
    return next((child.get("type", child.tag) for child in case if child.tag in OUTCOMES), "")


def test_junit_fails_what_is_missing_against_or_open_and_skips_what_can_fail_nothing():
    root = ElementTree.fromstring(text(sample_report(), "junit"))
    found = {str(case.get("name")).split()[0]: outcome(case) for case in root.iter("testcase")}
    assert found == {
        "gate": "gate",
        "reading": "skipped",
        "ANA-PAR-1": "skipped",
        "PLN-BST-1": "gap",
        "PLN-TRA-1": "needs-review",
        "DO-DIG-1": "contradicted",
        "DO-NDI-2": "skipped",
        "DO-PAR-2": "",
        "DO-PAR-3": "",
        "DO-LSD-1": "",
        "REV-NDI-1": "skipped",
        "REV-TRA-1": "gap",
    }
    figures = {one.get("name"): one.get("value") for one in root.iter("property")}
    assert figures["gate"] == "not passed"
    assert figures["band"] == "red"


@pytest.mark.parametrize(("gate", "told"), [(GateSpec(Fraction(10)), ""), (GateSpec(), "skipped")])
def test_junit_gate_is_a_case_that_passes_or_is_skipped_where_none_was_set(gate, told):
    made = report(finding(rule("DO-DIG-1"), "met", passage("x")), gate=gate)
    (case,) = ElementTree.fromstring(text(made, "junit")).findall(".//testcase[@name='gate']")
    assert outcome(case) == told


def test_github_tells_the_gate_then_what_was_not_read_then_the_gravest():
    lines = text(sample_report(), "github").splitlines()
    kinds = [re.match(r"::(\w+)", line)[1] for line in lines]  # type: ignore[index]
    assert kinds == ["error", "warning", "warning", "error", "error", *["warning"] * 3, *["notice"] * 3]
    assert "Gate%3A not passed" in lines[0] and "Score 22.3%25 to 35.9%25" in lines[0]
    assert "1 met, 2 partly met, 4 missing, 1 worked against, 1 open, 1 not applicable" in lines[0]
    assert "DO-DIG-1" in lines[3]
    assert "REV-NDI-1" in lines[-1] and "Accepted as it is" in lines[-1]


def test_gitlab_has_what_is_required_and_no_fingerprint_twice():
    issues = json.loads(text(sample_report(law=True), "gitlab"))
    assert len({one["fingerprint"] for one in issues}) == len(issues)
    for one in issues:
        assert one.keys() == {"description", "check_name", "fingerprint", "severity", "location"}
        assert one["severity"] in ("info", "minor", "major", "critical", "blocker")
        assert one["location"]["path"] and one["location"]["lines"]["begin"] >= 1
    severities = {one["check_name"]: one["severity"] for one in issues}
    assert severities["gate"] == severities["DO-DIG-1"] == "blocker"
    assert severities["PLN-BST-1"] == "critical"
    assert severities["DO-NDI-2"] == severities["REV-NDI-1"] == "info"


def test_gitlab_says_nothing_of_a_gate_that_was_passed():
    assert json.loads(text(report(finding(rule("DO-DIG-1"), "met", passage("x"))), "gitlab")) == []


def test_csv_has_a_row_for_each_criterion_whose_points_add_up():
    made = sample_report()
    drawn = text(made, "csv")
    assert drawn.startswith("\ufeff") and drawn.count("\r\n") == drawn.count("\n")
    rows = list(csv.DictReader(io.StringIO(drawn.removeprefix("\ufeff"), newline="")))
    assert [(row["criterion"], row["status"], row["severity"]) for row in rows] == [
        (one.id, one.status, one.severity) for one in made.criteria
    ]
    assert [row["criterion"] for row in rows if row["on trial"] == "yes"] == ["DO-NDI-2"]
    for column, total in (("points low", made.score.earned), ("possible", made.score.possible)):
        assert sum(Fraction(row[column]) for row in rows) == Fraction(total)


def test_each_row_of_the_csv_says_what_made_it_from_which_bytes_and_what_was_not_read():
    made = sample_report()
    rows = list(csv.DictReader(io.StringIO(text(made, "csv").removeprefix("\ufeff"), newline="")))
    hashes = {file.path: file.sha256 for file in made.files}
    for row, one in zip(rows, made.criteria, strict=True):
        assert row["tool"] == "crp-commission 1.2.3" and row["profile"] == made.profile
        assert row["rulesets"].startswith(f"core 1.0 (SHA-256 {made.rulesets[0].sha256})")
        assert all(f"{path} (SHA-256 {sha256})" in row["files read"] for path, sha256 in hashes.items())
        assert all(note.text in row["not read"] for note in made.notes) and made.notes
        assert row["limits"] == " ".join(made.limits)
        assert row["file sha256"] == (hashes[one.evidence[0].file] if one.evidence else "")


@pytest.mark.parametrize("words", HOSTILE)
def test_hostile_text_steers_no_format(words):
    made = hostile_report(words)
    drawn = {name: text(made, name) for name in NAMES}
    for name, one in drawn.items():
        one.encode()
        assert not re.search(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028-\u202e]", one), name
    run = json.loads(drawn["sarif"])["runs"][0]
    assert [one["ruleId"] for one in run["results"]] == ["DO-DIG-1", "REV-TRA-1", "DO-PAR-1"]
    assert all(one["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] for one in run["results"])
    root = ElementTree.fromstring(drawn["junit"])
    assert len([*root.iter("testcase")]) == 5
    assert len(json.loads(drawn["gitlab"])) == 5
    lines = drawn["github"].split("\n")[:-1]
    assert len(lines) == 5
    for line in lines:
        command = re.fullmatch(r"::(error|warning|notice)(?: ((?:\w+=[^,:]*)(?:,\w+=[^,:]*)*))?::(.*)", line)
        assert command, line
        assert not re.search(r"%(?!25|0D|0A|3A|2C)", line)
        assert {part.partition("=")[0] for part in command[2].split(",")} <= {"file", "line", "title"}
    fields = list(csv.reader(io.StringIO(drawn["csv"].removeprefix("\ufeff"), newline="")))
    assert len({len(row) for row in fields}) == 1
    assert not [field for row in fields for field in row if field.startswith(tuple("=+-@＝\t\r"))]


@given(st.text(max_size=40))
def test_any_text_gives_xml_json_and_csv_that_can_be_read(words):
    made = hostile_report(words)
    assert len([*ElementTree.fromstring(text(made, "junit")).iter("testcase")]) == 5
    assert len(json.loads(text(made, "sarif"))["runs"][0]["results"]) == 3
    assert len(text(made, "github").split("\n")) == 6
    rows = list(csv.reader(io.StringIO(text(made, "csv").removeprefix("\ufeff"), newline="")))
    assert [len(rows), len({len(row) for row in rows})] == [4, 1]


@pytest.mark.parametrize("name", ["sarif", "junit", "github", "github-summary", "gitlab"])
def test_it_says_what_it_is_not(name):
    drawn = text(sample_report(), name)
    assert "scores the words of a document, not the service" in drawn
    assert "complian" not in drawn.replace("Restraint may be used to secure compliance.", "").casefold()


def test_a_file_left_out_is_told_by_every_format_with_a_place_for_it_and_is_not_lost():
    words = "Left out: it is a baseline of crp-commission's and no paper."
    made = report(finding(rule("DO-DIG-1"), "met", passage("x")), notes=(Note("ours.yaml", "", words),))
    made = replace(made, locations={"ours.yaml": "tender/ours.yaml"})
    (told,) = sarif(made)["invocations"][0]["toolExecutionNotifications"]
    assert (told["descriptor"], told["level"], told["message"]) == ({"id": "left-out"}, "note", {"text": words})
    assert told["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] == "tender/ours.yaml"
    assert f"::notice file=tender/ours.yaml,title=Left out::{words}" in text(made, "github").splitlines()
    (case,) = ElementTree.fromstring(text(made, "junit")).findall(".//testcase[@name='reading']")
    assert (outcome(case), case.findtext("system-out")) == ("", f"ours.yaml: {words}")


def test_where_gitlab_can_show_no_line_the_description_names_section_page_and_paragraph():
    found = passage("Restraint may be used.", "contradicts", section="3.4 Behaviour", page=7, paragraph=31)
    (issue,) = json.loads(text(report(finding(rule("DO-DIG-1"), "contradicted", found)), "gitlab"))
    assert issue["location"]["lines"] == {"begin": 1}
    assert "(spec.docx, 3.4 Behaviour, page 7, paragraph 31; " in issue["description"]
