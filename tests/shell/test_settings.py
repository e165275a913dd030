"""Every setting has one place it comes from, and a mistake in any of them is told with that place."""

from __future__ import annotations

from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest

from crp_commission.engine import PROFILES as ENGINE_PROFILES
from crp_commission.errors import UsageError
from crp_commission.settings import Settings, resolve
from crp_commission.settings.values import PROFILES


def settle(
    start: Path,
    environment: dict[str, str] | None = None,
    *,
    no_config: bool = False,
    config: str | None = None,
    **options: Any,
) -> Settings:
    return resolve(options, environment or {}, start, config, no_config=no_config)


def fault(start: Path, environment: dict[str, str] | None = None, **options: Any) -> UsageError:
    with pytest.raises(UsageError) as caught:
        settle(start, environment, **options)
    return caught.value


def test_an_option_beats_the_environment_beats_the_file_beats_the_default(tmp_path: Path) -> None:
    (tmp_path / "crp-commission.yaml").write_text("profile: light\nfail-under: 10\nfail-on: minor\n")
    settings = settle(tmp_path, {"CRP_FAIL_UNDER": "20", "CRP_FAIL_ON": "major"}, fail_on="critical")
    assert (settings.profile, settings.fail_under, settings.fail_on) == ("light", 20, "critical")
    assert settings.ruleset == ("core",)
    assert settings.origin("fail_on") == "--fail-on"
    assert settings.origin("fail_under") == "CRP_FAIL_UNDER"
    assert settings.origin("profile").endswith("crp-commission.yaml:1")
    assert settings.origin("ruleset") == "default"


def test_an_empty_variable_and_an_empty_key_are_unset(tmp_path: Path) -> None:
    (tmp_path / "crp-commission.yaml").write_text("profile:\n")
    assert settle(tmp_path, {"CRP_PROFILE": "", "CRP_FAIL_UNDER": "0"}) == Settings(
        fail_under=Fraction(0),
        configuration=tmp_path / "crp-commission.yaml",
        origins=settle(tmp_path, {"CRP_FAIL_UNDER": "0"}).origins,
    )


def test_every_kind_of_value_is_read(tmp_path: Path) -> None:
    (tmp_path / "crp-commission.yaml").write_text(
        "rulesets: [core, ours.yaml, sub/theirs.yaml]\nprofile: full\nroles:\n  'Schedule 2*': kpi-schedule\n"
        "limits:\n  file_bytes: 100\nfail-under: 72.5\nfail_on: critical\nformat: [markdown, json]\n"
        "output: [report.md, '-']\ndate: 2026-03-31\nworkers: 2\nstrict: true\nno-cache: true\ncolor: never\n"
    )
    settings = settle(tmp_path)
    assert settings.ruleset == ("core", str(tmp_path / "ours.yaml"), str(tmp_path / "sub/theirs.yaml"))
    assert settings.role == (("Schedule 2*", "kpi-schedule"),)
    assert settings.limits.file_bytes == 100
    assert settings.fail_under == Fraction("72.5")
    assert settings.format == ("markdown", "json")
    assert settings.output == (str(tmp_path / "report.md"), "-")
    assert (settings.date, settings.workers, settings.strict, settings.no_cache) == ("2026-03-31", 2, True, True)


def test_a_list_stands_in_a_variable_with_commas(tmp_path: Path) -> None:
    settings = settle(tmp_path, {"CRP_RULESETS": "core, scotland", "CRP_ROLE": "a.docx=exit-plan", "CRP_STRICT": "yes"})
    assert settings.ruleset == ("core", "scotland")
    assert settings.role == (("a.docx", "exit-plan"),)
    assert settings.strict


def test_the_configuration_is_found_upwards_to_the_repository(tmp_path: Path) -> None:
    (tmp_path / "crp-commission.yaml").write_text("profile: light\n")
    inside = tmp_path / "repository" / "packs" / "one"
    inside.mkdir(parents=True)
    assert settle(inside / "spec.docx").profile == "light"
    (tmp_path / "repository" / ".git").mkdir()
    assert settle(inside / "spec.docx").profile == "full"
    (tmp_path / "repository" / "crp-commission.yaml").write_text("profile: standard\n")
    assert settle(inside).profile == "standard"
    assert settle(inside, no_config=True).profile == "full"
    assert settle(inside, config=str(tmp_path / "crp-commission.yaml")).profile == "light"
    assert settle(inside, {"CRP_CONFIG": str(tmp_path / "crp-commission.yaml")}).profile == "light"


def test_a_table_in_pyproject_counts_where_there_is_no_file(tmp_path: Path) -> None:
    (tmp_path / "pyproject.toml").write_text('[project]\nname = "x"\n\n[tool.crp-commission]\nprofile = "light"\n')
    settings = settle(tmp_path)
    assert settings.profile == "light"
    assert settings.origin("profile").endswith("pyproject.toml:5")
    (tmp_path / "crp-commission.yaml").write_text("profile: standard\n")
    assert settle(tmp_path).profile == "standard"


def test_a_pyproject_that_is_no_toml_is_told_with_its_line_and_without_the_parsers_words(tmp_path: Path) -> None:
    file = tmp_path / "pyproject.toml"
    for text, where in (
        ("[tool.crp-commission]\nstrict = tru\n", "in line 2, column 10"),
        ("[tool.crp-commission", "at"),
    ):
        file.write_text(text)
        with pytest.raises(UsageError) as refused:
            resolve({}, {}, tmp_path, str(file), no_config=False)
        assert f"is not written as TOML should be, {where}" in refused.value.message
        assert refused.value.hint


def test_a_pyproject_of_somebody_else_is_passed_over(tmp_path: Path) -> None:
    inside = tmp_path / "inside"
    inside.mkdir()
    (inside / "pyproject.toml").write_text("this is = = no toml")
    (tmp_path / "crp-commission.yaml").write_text("profile: light\n")
    assert settle(inside).profile == "light"


@pytest.mark.parametrize(
    ("text", "line", "words"),
    [
        ("profile: full\nfail-unde: 70\n", 2, ["“fail-unde” is not a setting", "fail-under"]),
        ("\nprofil: full\n", 2, ["profile"]),
        ("profile: ful\n", 1, ["light, standard, full", "Did you mean full?"]),
        ("fail-under: high\n", 1, ["from 0 to 100", "high"]),
        ("fail-under: 101\n", 1, ["from 0 to 100"]),
        ("fail-under: true\n", 1, ["from 0 to 100"]),
        ("fail-under: .nan\n", 1, [".nan"]),
        ("fail-on: catastrophic\n", 1, ["critical, major, minor"]),
        ("limits:\n  file_byte: 3\n", 2, ["file_bytes"]),
        ("limits:\n  pages: many\n", 2, ["whole number"]),
        ("limits: 3\n", 1, ["names with numbers"]),
        ("roles:\n  a.docx: exit\n", 2, ["exit-plan"]),
        ("strict: perhaps\n", 1, ["true or false"]),
        ('strict: "no"\n', 1, ["needs true or false, not the text “no”", "without quotes"]),
        ("strict: 1\n", 1, ["needs true or false"]),
        ('limits:\n  document-seconds: "5"\n', 2, ["needs a number, not the text “5”", "without quotes"]),
        ('fail-under: "70"\n', 1, ["needs a number, not the text “70”"]),
        ('gate:\n  stages: {do: "40"}\n', 2, ["“do” needs a number, not the text “40”"]),
        ("date: 2026-02-30\n", 1, ["does not exist"]),
        ("date: 01/02/2026\n", 1, ["2026-03-31"]),
        ("rulesets: {a: b}\n", 1, ["list"]),
        ("workers: 0\n", 1, ["whole number from 1"]),
        ("profile: light\nprofile: full\n", 2, ["twice"]),
        ("- profile\n", None, ["no settings"]),
    ],
)
def test_a_mistake_in_the_file_is_told_with_its_line(
    tmp_path: Path, text: str, line: int | None, words: list[str]
) -> None:
    (tmp_path / "crp-commission.yaml").write_text(text)
    error = fault(tmp_path)
    said = f"{error.message} {error.hint}"
    assert error.line == line
    assert "crp-commission.yaml" in said
    for word in words:
        assert word in said


@pytest.mark.parametrize("key", ["rulesets", "outputs", "waivers", "answers", "baseline", "templates"])
@pytest.mark.parametrize("inside", ["../outside.yaml", "{outside}", "link.yaml", "sub/../../outside.yaml"])
def test_a_configuration_names_nothing_outside_its_folder(tmp_path: Path, key: str, inside: str) -> None:
    received, outside = tmp_path / "received", tmp_path / "outside.yaml"
    (received / "sub").mkdir(parents=True)
    outside.write_text("a private line\n")
    (received / "link.yaml").symlink_to(outside)
    path = inside.format(outside=outside)
    value = f"[{path}]" if key.endswith("puts") or key == "rulesets" else path
    (received / "crp-commission.yaml").write_text(f"profile: full\n{key}: {value}\n")
    error = fault(received)
    assert f"crp-commission.yaml:2: “{key}” names “{path}”, which does not lie inside" in error.message
    assert f"--{key.removesuffix('s') if key in ('rulesets', 'outputs') else key}." in error.hint
    assert "a private line" not in f"{error.message} {error.hint}"


def test_a_ruleset_in_a_configuration_is_never_sought_where_the_run_happens_to_be(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    received = tmp_path / "received"
    received.mkdir()
    (tmp_path / "ours").mkdir()
    (received / "crp-commission.yaml").write_text("rulesets: [ours]\n")
    monkeypatch.chdir(tmp_path)
    assert "no ruleset that ships" in fault(received).message
    (received / "ours").mkdir()
    assert settle(received).ruleset == (str(received / "ours"),)
    (received / "crp-commission.yaml").write_text("rulesets: [scotlnd]\n")
    assert fault(received).hint == "Did you mean scotland?"


def test_options_and_variables_may_name_what_lies_anywhere(tmp_path: Path) -> None:
    outside = str(tmp_path / "outside.yaml")
    settings = settle(tmp_path, {"CRP_OUTPUT": outside, "CRP_WAIVERS": outside}, ruleset=[outside])
    assert (settings.output, settings.waivers, settings.ruleset) == ((outside,), Path(outside), (outside,))


def test_a_mistake_elsewhere_is_told_with_its_name(tmp_path: Path) -> None:
    assert "CRP_FAIL_UNDER" in fault(tmp_path, {"CRP_FAIL_UNDER": "x"}).message
    assert "--profile" in fault(tmp_path, profile="ful").message
    unknown = fault(tmp_path, {"CRP_FAIL_UNDR": "70"})
    assert "CRP_FAIL_UNDR is not a setting" in unknown.message
    assert "CRP_FAIL_UNDER" in unknown.hint
    assert settle(tmp_path, {"CRP_LEVEL_MG_L": "5"}) == settle(tmp_path)


def test_a_configuration_that_is_named_must_exist(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="cannot be opened"):
        settle(tmp_path, config=str(tmp_path / "nothing.yaml"))


def test_the_choices_are_those_of_the_core() -> None:
    assert PROFILES == ENGINE_PROFILES
