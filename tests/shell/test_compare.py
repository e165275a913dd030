"""Comparing saved results, what-ifs and templates of one's own, as a person types them."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest
from command_line import SPECIFICATION as SHORT
from command_line import Run

from crp_commission.renderers._comparison import FORMATS

# with promises that are asked for by criteria that are not on trial, and that are found whatever leads them in
FORUM = "- hold a forum of young people every month and publish its replies;\n"
HEARD = "- ask each child what they want before every decision, and record their view and the weight given to it."
SPECIFICATION = SHORT.replace("- tell each child what was decided and why.", FORUM + HEARD)
RENUMBERED = SPECIFICATION.replace("## 4.2", "## 7.1").replace("## 4.3", "## 7.2").replace("\n\n", "\n\n\n")
WORSE = SPECIFICATION.replace("shall:", "may, if it wishes:")


@pytest.fixture
def saved(run: Run, tmp_path: Path) -> dict[str, str]:
    """Results of the specification as it is, renumbered, weakened, and judged by another ruleset beside."""
    texts = {"before": SPECIFICATION, "renumbered": RENUMBERED, "weaker": WORSE, "others": SPECIFICATION}
    paths = {}
    for name, text in texts.items():
        (tmp_path / "specification.md").write_text(text, encoding="utf-8")
        paths[name] = str(tmp_path / f"{name}.json")
        more = ["--ruleset", "core", "--ruleset", "scotland"] if name == "others" else []
        ran = run("check", tmp_path / "specification.md", *more, "--quiet", "--format", "json", "--output", paths[name])
        assert ran.code == 0, ran.err
    return paths


def test_a_renumbered_paper_has_not_changed(run: Run, saved: dict[str, str]) -> None:
    ran = run("compare", saved["before"], saved["renumbered"], "--format", "json", "--fail-on-worse")
    assert (ran.code, ran.err) == (0, "")
    found = json.loads(ran.out)
    assert {one["change"] for one in found["criteria"]} == {"same"}
    assert sum(one["moved"] for one in found["criteria"]) > 0
    assert found["grid"] == []


def test_what_got_worse_is_told_and_fails_only_if_asked(run: Run, saved: dict[str, str]) -> None:
    ran = run("compare", saved["before"], saved["weaker"])
    assert ran.code == 0
    assert "WORSE (" in ran.out
    assert "led in by “The Provider shall:” → “The Provider may, if it wishes:”" in ran.out
    ran = run("compare", saved["before"], saved["weaker"], "--fail-on-worse")
    assert ran.code == 1
    assert ran.err.startswith("Worse: ")
    assert run("compare", saved["weaker"], saved["before"], "--fail-on-worse").code == 0


def test_results_judged_otherwise_are_refused_with_the_reason(run: Run, saved: dict[str, str]) -> None:
    ran = run("compare", saved["before"], saved["others"])
    assert (ran.code, ran.out) == (2, "")
    assert "was judged by core, " in ran.err
    assert "core and scotland" in ran.err
    assert "--anyway" in ran.err
    ran = run("compare", saved["before"], saved["others"], "--anyway")
    assert ran.code == 0
    assert "NOT ALIKE before was judged by core" in ran.out
    told = json.loads(run("compare", saved["before"], saved["others"], "--format", "json").err)
    assert told["code"] == 2


def test_three_results_stand_side_by_side(run: Run, saved: dict[str, str], tmp_path: Path) -> None:
    three = [saved["before"], saved["weaker"], saved["renumbered"]]
    ran = run("compare", *three, "--format", "csv", "--output", tmp_path / "c.csv", "--format", "markdown")
    assert ran.code == 0
    assert "| Criterion | 1. before | 2. weaker | 3. renumbered |" in ran.out
    assert "points (weaker)" in (tmp_path / "c.csv").read_text(encoding="utf-8")
    assert run("compare", *three, "--fail-on-worse").code == 2


@pytest.mark.parametrize("format", ["terminal", "markdown", "json", "csv"])
def test_the_same_bytes_each_time(saved: dict[str, str], format: str) -> None:
    command = [sys.executable, "-m", "crp_commission", "compare", saved["before"], saved["weaker"], "--format", format]
    outputs = {
        subprocess.run(
            command, capture_output=True, check=True, env={"PYTHONHASHSEED": seed, "PYTHONPATH": path}
        ).stdout
        for path in [":".join(sys.path)]
        for seed in ("1", "4242")
    }
    assert len(outputs) == 1


def test_wrong_usage_is_told(run: Run, saved: dict[str, str], tmp_path: Path) -> None:
    assert "only one result" in run("compare", saved["before"]).err
    assert "cannot be opened" in run("compare", saved["before"], tmp_path / "none.json").err
    assert "no format called html" in run("compare", saved["before"], saved["weaker"], "--format", "html").err
    ran = run("compare", saved["before"], saved["weaker"], "--format", "json", "--output", saved["weaker"])
    assert ran.code == 2
    assert "overwritten" in ran.err


def test_help_names_the_formats_that_there_are(run: Run) -> None:
    told = " ".join(run("compare", "--help").out.split())
    assert f"{', '.join([*FORMATS][:-1])} or {[*FORMATS][-1]}; may be repeated" in told
    assert "xlsx" not in told


def test_schemas_of_comparisons_are_printed(run: Run) -> None:
    for name in ("comparison", "what-if"):
        assert '"$schema"' in run("rules", "schema", name).out


def test_what_if_alone(run: Run, saved: dict[str, str], tmp_path: Path) -> None:
    assert "The band: RED → " in run("report", saved["before"], "--what-if").out
    found = json.loads(run("report", saved["before"], "--what-if", "--format", "json").out)
    assert found["format"] == "crp-commission/what-would-change"
    assert found["band"]["additions"]
    assert run("report", saved["before"], "--what-if", "--output", tmp_path / "w.md").code == 0
    assert "## Wording to paste" in (tmp_path / "w.md").read_text(encoding="utf-8")
    assert run("report", saved["before"], "--what-if", "--format", "csv").code == 2
    assert "what_would_change" not in json.loads(Path(saved["before"]).read_text(encoding="utf-8"))


@pytest.fixture
def ours(tmp_path: Path) -> Path:
    folder = tmp_path / "ours"
    folder.mkdir()
    (folder / "letter.html.j2").write_text("<h1>{{ report.title }}</h1>{{ report.score.band|band_name }}\n")
    return folder


def test_a_template_of_ones_own_draws_a_check_and_a_saved_result_alike(
    run: Run, saved: dict[str, str], ours: Path, tmp_path: Path
) -> None:
    drawn = run("report", saved["others"], "--templates", ours, "--format", "letter")
    assert (drawn.code, drawn.out) == (0, "<h1>specification.md</h1>RED\n"), drawn.err
    checked = run(
        "check", tmp_path / "specification.md", "--ruleset", "core", "--ruleset", "scotland", "--templates", ours,
        "--format", "letter",
    )  # fmt: skip
    assert checked.out == drawn.out


def test_the_folder_of_templates_can_stand_in_the_configuration(run: Run, ours: Path, tmp_path: Path) -> None:
    (tmp_path / "crp-commission.yaml").write_text("templates: ours\nformat: letter\n")
    (tmp_path / "specification.md").write_text(SPECIFICATION)
    assert run("check", tmp_path / "specification.md").out.startswith("<h1>")


def test_a_folder_that_is_not_there_is_told_before_any_work(run: Run, saved: dict[str, str], tmp_path: Path) -> None:
    for arguments in (["report", saved["before"]], ["check", str(tmp_path)]):
        ran = run(*arguments, "--templates", tmp_path / "none")
        assert (ran.code, ran.out) == (2, "")
        assert "does not exist" in ran.err


def test_a_faulty_template_leaves_an_earlier_report_as_it_was(run: Run, saved: dict[str, str], ours: Path) -> None:
    target = ours / "report.html"
    target.write_text("earlier")
    (ours / "letter.html.j2").write_text("\n{{ report.titel }}")
    ran = run("report", saved["before"], "--templates", ours, "--format", "letter", "--output", target)
    assert ran.code == 2
    assert "letter.html.j2 cannot be drawn at line 2: there is no “titel” here" in ran.err
    assert target.read_text() == "earlier"


def test_a_template_is_checked(run: Run, saved: dict[str, str], ours: Path) -> None:
    ran = run("report", saved["before"], "--check-template", ours / "letter.html.j2")
    assert (ran.code, ran.err) == (0, "")
    assert "  report.score.band\n" in ran.out
    (ours / "letter.html.j2").write_text("{{ report.titel }}")
    ran = run("report", saved["before"], "--check-template", ours / "letter.html.j2")
    assert ran.code == 2
    assert "letter.html.j2:1: there is no report.titel; did you mean report.title?" in ran.out
    assert run("report", saved["before"], "--check-template", ours / "none.html.j2").code == 2
    assert run("report", saved["before"], "--check-template", ours / "letter.html.j2", "--what-if").code == 2
