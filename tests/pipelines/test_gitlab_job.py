"""The job for GitLab, its lines run by a shell as a runner does."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest
import yaml

from installing import ROOT, Ended, days_around, papers, program, run

JOB = yaml.safe_load((ROOT / "ci/gitlab/crp-commission.gitlab-ci.yml").read_text(encoding="utf-8"))["crp-commission"]
INSTALLS, CHECK = JOB["script"][:2], "\n".join(JOB["script"][2:])


def job(lines: list[str], cwd: Path, **variables: str) -> Ended:
    return run([program("sh"), "-ec", "\n".join(lines)], cwd, **{**JOB["variables"], **variables}, GITLAB_CI="true")


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory, pip_variables: dict[str, str]) -> Path:
    """A project in which the job has installed the tool."""
    folder = papers(tmp_path_factory.mktemp("gitlab") / "project")
    ended = job(INSTALLS, folder, **pip_variables)
    assert ended.code == 0, ended.out + ended.err
    return folder


def saved(project: Path) -> dict[str, Any]:
    return dict(json.loads((project / "crp-commission.json").read_text(encoding="utf-8")))


def test_the_job_fails_with_the_gate_and_leaves_what_gitlab_shows(project: Path) -> None:
    ended = job([CHECK], project, COMMISSION_PATHS="tender pack", CRP_FAIL_ON="critical")
    assert ended.code == 1, ended.err
    artifacts = JOB["artifacts"]
    issues = json.loads((project / artifacts["reports"]["codequality"]).read_text(encoding="utf-8"))
    assert {one["location"]["path"] for one in issues} == {"tender pack/spec.md"}
    assert issues[0]["check_name"] == "gate"
    suites = ElementTree.parse(project / artifacts["reports"]["junit"]).getroot()
    assert suites.find(".//testcase[@name='gate']/failure") is not None
    assert all((project / name).stat().st_size for name in artifacts["paths"])
    assert "tender pack" in ended.out


def test_without_a_gate_the_job_passes(project: Path) -> None:
    assert job([CHECK], project, COMMISSION_PATHS="tender pack").code == 0


@pytest.mark.parametrize("given", [{}, {"CRP_DATE": ""}])
def test_the_day_of_the_job_is_the_day_of_the_check(project: Path, given: dict[str, str]) -> None:
    with days_around() as days:
        assert job([CHECK], project, COMMISSION_PATHS="tender pack", **given).code == 0
    assert saved(project)["date"] in days


def test_a_day_that_is_set_counts_before_that_of_the_job_and_gives_the_same_bytes(project: Path) -> None:
    made = set()
    for _ in range(2):
        assert job([CHECK], project, COMMISSION_PATHS="tender pack", CRP_DATE="2026-03-31").code == 0
        made.add((project / "crp-commission.json").read_bytes())
    assert saved(project)["date"] == "2026-03-31"
    assert len(made) == 1


def test_gitlab_takes_the_words_under_which_a_merge_request_shows_the_reports() -> None:
    assert re.search(r"\A\w[-\w ]*\Z", JOB["artifacts"]["expose_as"], re.ASCII)


def test_each_line_is_a_path_whatever_stands_in_it(project: Path) -> None:
    ended = job([CHECK], project, COMMISSION_PATHS="\ntender pack\n\ntender pack/spec.md\n")
    assert ended.code == 0, ended.err
    for text in ("$(touch pwned)", "`touch pwned`", "x; touch pwned", "tender*", "--help"):
        ended = job([CHECK], project, COMMISSION_PATHS=text)
        assert (ended.code, "does not exist" in ended.err) == (2, True)
    assert not list(project.rglob("pwned"))


def test_the_package_that_the_job_names_is_this_version() -> None:
    from crp_commission import __version__

    assert JOB["variables"]["COMMISSION_PACKAGE"] == f"crp-commission=={__version__}"
