"""The cache: what is kept comes back whole, and losing it is no fault."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from crp_commission import cache


@pytest.fixture
def kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder of a cache of its own, which does not exist yet."""
    monkeypatch.setenv("CRP_CACHE_DIR", str(tmp_path / "below" / "cache"))
    return tmp_path / "below" / "cache"


def test_what_is_kept_comes_back(kept: Path) -> None:
    assert cache.get("one") is None
    cache.put("one", "first – ✓")
    cache.put("two", "second")
    assert (cache.get("one"), cache.get("two")) == ("first – ✓", "second")
    cache.put("one", "again")
    assert cache.get("one") == "again"
    assert sorted(place.name for place in kept.iterdir()) == ["one.json", "two.json"]


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.text(st.characters(exclude_categories=["Cs"])))
def test_any_text_comes_back_the_same(kept: Path, text: str) -> None:
    cache.put("text", text)
    assert cache.get("text") == text


def test_what_is_no_text_any_more_is_not_there(kept: Path) -> None:
    cache.put("one", "first")
    (kept / "one.json").write_bytes(b"\xff\xfe\x00")
    assert cache.get("one") is None


def test_what_was_changed_since_is_not_there(kept: Path) -> None:
    cache.put("one", "first")
    place = kept / "one.json"
    for data in (place.read_bytes().replace(b"first", b"fifth"), place.read_bytes()[:-1], b"first", b""):
        place.write_bytes(data)
        assert cache.get("one") is None


def test_a_text_that_cannot_be_written_leaves_what_was_there_and_no_rest(kept: Path) -> None:
    cache.put("one", "first")
    cache.put("one", "\ud800")
    assert cache.get("one") == "first"
    assert [place.name for place in kept.iterdir()] == ["one.json"]


def test_a_folder_that_cannot_be_made_is_no_fault(kept: Path) -> None:
    kept.parent.write_text("a file stands where the folder should")
    cache.put("one", "first")
    assert cache.get("one") is None


def test_a_folder_under_the_file_s_name_is_no_fault(kept: Path) -> None:
    (kept / "one.json").mkdir(parents=True)
    cache.put("one", "first")
    assert cache.get("one") is None
    assert [place.name for place in kept.iterdir()] == ["one.json"]


FOLDERS = [
    ({"CRP_CACHE_DIR": "/a", "XDG_CACHE_HOME": "/b"}, "/a"),
    ({"CRP_CACHE_DIR": "", "XDG_CACHE_HOME": "/b"}, "/b/crp-commission"),
    ({"XDG_CACHE_HOME": "/b"}, "/b/crp-commission"),
    ({"LOCALAPPDATA": "/c"}, "/c/crp-commission"),
    ({"HOME": "/d", "USERPROFILE": "/d"}, "/d/.cache/crp-commission"),
]


@pytest.mark.parametrize(("variables", "expected"), FOLDERS)
def test_where_it_lies(monkeypatch: pytest.MonkeyPatch, variables: dict[str, str], expected: str) -> None:
    for name in ("CRP_CACHE_DIR", "XDG_CACHE_HOME", "LOCALAPPDATA", "HOME", "USERPROFILE"):
        monkeypatch.delenv(name, raising=False)
    for name, value in variables.items():
        monkeypatch.setenv(name, value)
    assert cache.folder() == Path(expected)
