"""A reader in a worker: whatever it does, the right message, no process left, and the pack goes on."""

from __future__ import annotations

import json
import os
import pathlib
import signal
import sys
import time
from collections.abc import Iterator

import mock_reader
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from crp_commission import isolation
from crp_commission.document import Block, Cell, Extract, Note, Place
from crp_commission.errors import ExitCode, NotReadError
from crp_commission.isolation import Job, transfer
from crp_commission.limits import Limits

LIMITS = Limits(document_seconds=1, memory_bytes=300_000_000, characters=100_000)

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="looks at processes through /proc")


@pytest.fixture(params=["forked", "spawned"])
def way(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> str:
    """Each test runs with both kinds of worker."""
    monkeypatch.setattr(isolation, "_can_fork", lambda: request.param == "forked")
    return str(request.param)


@pytest.fixture(autouse=True)
def no_process_left() -> Iterator[None]:
    before = _descendants()
    yield
    deadline = time.monotonic() + 5
    while (left := _descendants() - before) and time.monotonic() < deadline:
        time.sleep(0.01)
    assert not left


def _descendants() -> set[int]:
    """Every process on the machine that runs our mock reader's long sleep, or that is our child."""
    found = set()
    for entry in pathlib.Path("/proc").iterdir():
        if not entry.name.isdigit():
            continue
        try:
            parent = int((entry / "stat").read_text().rsplit(")", 1)[1].split()[1])
            command = (entry / "cmdline").read_bytes()
        except (OSError, ValueError):
            continue
        if parent == os.getpid() or b"4321" in command.split(b"\0"):
            found.add(int(entry.name))
    return found


def _read(order: str, argument: str = "", limits: Limits = LIMITS) -> Extract:
    return isolation.extract("mock_reader", f"{order}\n{argument}".encode(), "pack/a.mock", limits)


def _refusal(order: str, argument: str = "", limits: Limits = LIMITS) -> NotReadError:
    with pytest.raises(NotReadError) as caught:
        _read(order, argument, limits)
    assert caught.value.file == "pack/a.mock"
    assert caught.value.exit_code == ExitCode.NOTHING_READ
    return caught.value


def test_an_extract_comes_back_whole(way: str) -> None:
    assert _read("text", "höher – ‘voice’") == mock_reader.read("text\nhöher – ‘voice’".encode(), "pack/a.mock", LIMITS)


@pytest.mark.parametrize(
    ("order", "message"),
    [
        ("sleep", "pack/a.mock took longer than 1 s to read."),
        ("spin", "pack/a.mock took longer than 1 s to read."),
        ("allocate", "pack/a.mock needed more memory than 300 MB to read."),
        ("grow", "pack/a.mock needed more memory than 300 MB to read."),
        ("memory", "pack/a.mock needed more memory than 300 MB to read."),
        ("abort", "pack/a.mock could not be read: its reader stopped without an answer."),
        ("leave", "pack/a.mock could not be read: its reader stopped without an answer."),
        ("exit", "pack/a.mock could not be read: its reader stopped without an answer."),
        ("fault", "pack/a.mock could not be read: its reader stopped without an answer."),
        ("wordy", "pack/a.mock holds more text than 100,000 characters."),
        ("refuse", "The file is locked with a password."),
    ],
)
def test_a_reader_that_fails_costs_its_file_only(way: str, order: str, message: str) -> None:
    assert _refusal(order).message == message


def test_a_limit_on_memory_too_low_for_anything_is_named(way: str) -> None:
    error = _refusal("allocate", limits=Limits(memory_bytes=10))
    assert error.message == "pack/a.mock needed more memory than 10 bytes to read."
    assert "memory_bytes" in error.hint


def test_a_refusal_keeps_hint_and_line(way: str) -> None:
    error = _refusal("refuse")
    assert (error.hint, error.line) == ("Save it without one.", 4)


def test_a_fault_of_a_reader_is_kept_for_the_log(way: str) -> None:
    assert "KeyError" in "".join(_refusal("fault").__notes__)


def test_what_a_library_prints_is_dropped(way: str, capfd: pytest.CaptureFixture[str]) -> None:
    assert _read("print", "text", Limits(document_seconds=15)).blocks[0].text == "text"
    assert capfd.readouterr() == ("", "")


@pytest.mark.parametrize(
    ("order", "message"),
    [
        ("flood", "pack/a.mock holds more text than 100,000 characters."),
        ("half", "pack/a.mock could not be read: its reader stopped without an answer."),
        ("nonsense", "pack/a.mock could not be read: its reader stopped without an answer."),
    ],
)
def test_a_broken_pipe_protocol_is_no_answer(monkeypatch: pytest.MonkeyPatch, order: str, message: str) -> None:
    monkeypatch.setattr(isolation, "_can_fork", lambda: True)
    pipes = " ".join(map(str, mock_reader.open_pipes()))
    assert _refusal(order, pipes).message == message


@pytest.mark.parametrize("order", ["child", "orphan"])
def test_what_a_reader_started_is_killed_with_it(way: str, order: str) -> None:
    assert _refusal(order, "4321").file == "pack/a.mock"


def test_a_pack_goes_on_in_order(way: str) -> None:
    orders = ["text\n1", "abort", "text\n2", "sleep", "refuse", "text\n3"]
    jobs = [Job("mock_reader", order.encode(), f"{number}.mock") for number, order in enumerate(orders)]
    with isolation.Extraction(jobs, LIMITS, workers=3) as extraction:
        outcomes = list(extraction)
    shown = [outcome.message if isinstance(outcome, NotReadError) else outcome.blocks[0].text for outcome in outcomes]
    assert shown == [
        "1",
        "1.mock could not be read: its reader stopped without an answer.",
        "2",
        "3.mock took longer than 1 s to read.",
        "The file is locked with a password.",
        "3",
    ]


def test_a_slow_file_does_not_take_the_time_of_the_next(monkeypatch: pytest.MonkeyPatch) -> None:
    """The second worker has more to say than a pipe holds, and must not be held up until its own time is over."""
    monkeypatch.setattr(isolation, "_can_fork", lambda: True)
    jobs = [Job("mock_reader", b"sleep", "a"), Job("mock_reader", b"text\n" + b"x" * 600_000, "b")]
    with isolation.Extraction(jobs, Limits(document_seconds=1), workers=2) as extraction:
        slow, long = extraction
    assert isinstance(slow, NotReadError)
    assert isinstance(long, Extract)


def test_an_interrupt_leaves_no_worker(way: str) -> None:
    def interrupt(number: int, frame: object) -> None:
        raise KeyboardInterrupt

    previous = signal.signal(signal.SIGALRM, interrupt)
    signal.setitimer(signal.ITIMER_REAL, 0.3)
    try:
        with pytest.raises(KeyboardInterrupt):
            _read("sleep", limits=Limits())
    finally:
        signal.signal(signal.SIGALRM, previous)


_texts = st.text(max_size=20)
_counts = st.none() | st.integers(1, 10_000)
_places = st.builds(
    Place,
    st.just("a"),
    st.integers(1, 10_000),
    _counts,
    _texts,
    _counts,
    st.none() | st.builds(Cell, *[st.integers(1, 99)] * 3),
)
# Every field has a strategy, also one with a default, so that a field which does not travel is found out.
_blocks = st.builds(Block, place=_places, **dict.fromkeys(("text", "number", "header", "row_header"), _texts))
_notes = st.builds(Note, st.just("a"), _texts, _texts, st.floats(0, 1))
_extracts = st.builds(
    Extract, st.lists(_blocks, max_size=4).map(tuple), st.lists(_notes, max_size=3).map(tuple), _counts
)


@given(_extracts)
@settings(max_examples=200)
def test_plain_data_and_back_is_the_same(extract: Extract) -> None:
    sent = json.loads(json.dumps(transfer.to_plain(extract)))
    assert transfer.from_plain(sent, "a") == extract


@given(st.recursive(st.none() | st.integers() | _texts, lambda inner: st.lists(inner) | st.dictionaries(_texts, inner)))
def test_a_made_up_answer_is_refused(plain: object) -> None:
    with pytest.raises((ValueError, TypeError, LookupError)):
        transfer.from_plain(plain, "a")
