"""The gallery shows what the tool says today of the example that ships."""

from __future__ import annotations

import sys
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest

from crp_commission import cli

sys.path.insert(0, str(Path(__file__).parents[1] / "scripts"))
from write_gallery import ANNOTATE, ANNOTATED, FOLDER, OFFICE, PACK, REPORTS, ROOT, faults, files, index


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
    (tmp_path / "report.docx").write_bytes(drawn["actions.xlsx"])
    (tmp_path / "actions.xlsx").write_bytes(b"damaged")
    assert faults(tmp_path, drawn) == [
        "README.md is missing",
        "actions.xlsx is stale",
        "briefing.md is stale",
        "old.md is left over",
        "report.docx is stale",
    ]


def test_an_office_file_that_is_only_packed_in_another_way_is_fresh(drawn: dict[str, bytes], tmp_path: Path) -> None:
    for name, data in drawn.items():
        (tmp_path / name).write_bytes(data)
    with ZipFile(BytesIO(drawn["report.docx"])) as packed, ZipFile(tmp_path / "report.docx", "w") as loose:
        for part in packed.namelist():
            loose.writestr(part, packed.read(part))
    assert (tmp_path / "report.docx").read_bytes() != drawn["report.docx"]
    assert faults(tmp_path, drawn) == []


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


def test_the_copy_with_comments_is_what_the_command_line_gives(
    drawn: dict[str, bytes], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(ROOT)
    assert cli.run([*ANNOTATE, "--no-config", "--output", str(tmp_path / "copy.docx")]) == 0
    assert (tmp_path / "copy.docx").read_bytes() == drawn[ANNOTATED]


def test_every_report_is_led_to_and_says_what_it_is_not(drawn: dict[str, bytes]) -> None:
    names = [*(file for file, _ in REPORTS.values()), ANNOTATED]
    assert all(f"[{file}]({file})" in index() for file in names)
    for file in names:
        assert "not legal advice" in words(file, drawn[file]).lower(), file


def words(file: str, data: bytes) -> str:
    """What a file says; of an office file, what its parts say."""
    if not file.endswith(OFFICE):
        return data.decode()
    with ZipFile(BytesIO(data)) as archive:
        return "".join(archive.read(part).decode(errors="replace") for part in archive.namelist())
