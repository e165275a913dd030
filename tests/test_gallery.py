"""The gallery shows what the tool says today of the example that ships."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from crp_commission import cli

sys.path.insert(0, str(Path(__file__).parents[1] / "scripts"))
from write_gallery import FOLDER, PACK, REPORTS, ROOT, faults, files, index


@pytest.fixture(scope="module")
def drawn() -> dict[str, bytes]:
    return files()


def test_the_gallery_is_fresh(drawn: dict[str, bytes]) -> None:
    found = faults(FOLDER, drawn)
    assert not found, f"docs/gallery is not what the tool says today; run: python scripts/write_gallery.py\n{found}"


def test_it_is_no_burden(drawn: dict[str, bytes]) -> None:
    assert sum(map(len, drawn.values())) < 2_000_000


def test_what_is_missing_stale_or_left_over_is_told(drawn: dict[str, bytes], tmp_path: Path) -> None:
    assert len(faults(tmp_path / "nowhere", drawn)) == len(drawn)
    for name, data in drawn.items():
        (tmp_path / name).write_bytes(data)
    (tmp_path / "briefing.md").write_bytes(b"old")
    (tmp_path / "old.md").write_bytes(b"")
    (tmp_path / "README.md").unlink()
    assert faults(tmp_path, drawn) == ["README.md is missing", "briefing.md is stale", "old.md is left over"]


def test_settings_of_whoever_writes_it_change_nothing(drawn: dict[str, bytes], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CRP_PROFILE", "light")
    monkeypatch.setenv("CRP_VERBOSE", "1")
    monkeypatch.setenv("FORCE_COLOR", "1")
    assert files() == drawn


def test_a_report_is_what_the_command_line_gives(
    drawn: dict[str, bytes], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(ROOT)
    assert cli.run(["check", PACK, "--no-config", "--format", "briefing", "--output", str(tmp_path / "b.md")]) == 0
    assert (tmp_path / "b.md").read_bytes() == drawn["briefing.md"]


def test_every_report_is_led_to_and_says_what_it_is_not(drawn: dict[str, bytes]) -> None:
    assert all(f"[{file}]({file})" in index() for file, _ in REPORTS.values())
    for file, _ in REPORTS.values():
        text = drawn[file].decode().lower()
        assert "not legal advice" in text or file == "findings.csv", file
