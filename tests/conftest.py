from __future__ import annotations

import compileall
import gc
import os
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import settings

# As the program itself does: beside a worker a core NumPy's threads only wait for each other. Set before it is loaded.
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
# The program runs without the garbage collector; as often as usual it took a third of the time of tests that start it.
gc.set_threshold(100_000, 20, 50)
settings.register_profile("no clock", deadline=None)  # a busy machine is no fault of the code
settings.load_profile("no clock")
sys.path.insert(0, str(Path(__file__).parent))  # so that every test can import the builders

GOLDEN = Path(__file__).parent / "golden"


def pytest_configure(config: pytest.Config) -> None:
    """Compile the program once, since hundreds of tests start it and some machines keep no compiled files."""
    if not hasattr(config, "workerinput"):
        compileall.compile_dir(str(GOLDEN.parents[1] / "src"), quiet=2)


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--update-golden", action="store_true", help="write golden files anew instead of comparing")


@pytest.fixture
def golden(request: pytest.FixtureRequest) -> Callable[[str, str | bytes], None]:
    """Compare an output with the golden file of that name, byte for byte; --update-golden writes it anew."""

    def check(name: str, output: str | bytes) -> None:
        data = output.encode() if isinstance(output, str) else output
        file = GOLDEN / name
        if request.config.getoption("--update-golden"):
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(data)
        assert file.exists(), f"{file} is missing; run pytest --update-golden and read what it writes"
        if isinstance(output, str):
            assert output.splitlines() == file.read_bytes().decode().splitlines()
        assert data == file.read_bytes()

    return check
