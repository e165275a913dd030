"""One folder of wheels for all pipelines: what they fetch is fetched once."""

from __future__ import annotations

import pytest

from installing import wheels


@pytest.fixture(scope="session")
def pip_variables(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """Variables with which pip installs the tool from a folder, with no network."""
    return wheels(tmp_path_factory.mktemp("pipelines") / "wheels")
