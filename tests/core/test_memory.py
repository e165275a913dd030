"""Too little memory is told as such: never as a gate that failed, nor as a fault of the tool."""

from __future__ import annotations

import errno
import subprocess
import sys
from pathlib import Path

import pytest

from crp_commission import memory
from crp_commission.memory import TooLittleMemoryError, is_shortage, require_room

ROOT = Path(__file__).parents[2]

only_where_it_can_be_limited = pytest.mark.skipif(sys.platform != "linux", reason="only Linux holds to such a limit")


@only_where_it_can_be_limited
@pytest.mark.parametrize("megabytes", [40, 80, 120, 160, 200])
def test_a_check_with_too_little_memory_says_so_and_ends_with_3(tmp_path: Path, megabytes: int) -> None:
    paper = tmp_path / "specification.md"
    paper.write_text("# Voice\n\nThe Provider shall ask every child for their views.\n", encoding="utf-8")
    program = (
        f"import resource, sys; resource.setrlimit(resource.RLIMIT_AS, ({megabytes * 2**20},) * 2); "
        f"sys.argv = ['crp-commission', 'check', {str(paper)!r}, '--no-config']; "
        "from crp_commission.__main__ import main; main()"
    )
    ran = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, cwd=ROOT, check=False)
    assert (ran.returncode, ran.stdout) == (3, ""), ran.stderr
    first, hint = ran.stderr.splitlines()
    assert first.startswith("There is too little memory for crp-commission")
    assert "ulimit -v" in hint


@only_where_it_can_be_limited
def test_room_is_asked_for_only_where_there_is_a_limit(monkeypatch: pytest.MonkeyPatch) -> None:
    import resource

    limit = [resource.RLIM_INFINITY]
    monkeypatch.setattr(resource, "getrlimit", lambda kind: (limit[0], limit[0]))
    monkeypatch.setattr(memory, "held", lambda: 100_000_000)
    require_room(10**15)
    limit[0] = 300_000_000
    require_room(200_000_000)
    with pytest.raises(TooLittleMemoryError, match="needs about 250 MB more and may take 200 MB"):
        require_room(250_000_000)


def test_what_the_system_says_of_memory_is_known_from_other_faults() -> None:
    refused = ImportError("x.so: failed to map segment from shared object: Cannot allocate memory")
    assert all(map(is_shortage, (MemoryError(), OSError(errno.ENOMEM, "Cannot allocate memory"), refused)))
    assert not any(map(is_shortage, (ValueError(), OSError(errno.EIO, "Input/output error"), ImportError("no x"))))
