"""Asking a child: answers, refusals, limits, and lies on the answer pipe."""

import threading
import time

import pytest

from models import sandbox
from models.errors import (
    SandboxCancelledError,
    SandboxError,
    SandboxLimitError,
    SandboxRefusedError,
)
from models.sandbox import Limits
from tests.models.sandbox.acts import Act

SHORT = Limits(seconds=0.6)


def test_answer_and_progress(act: Act) -> None:
    heard = []
    answer = act("echo", b"abc", on_progress=lambda done, total: heard.append((done, total)))
    assert answer == b"cba"
    assert heard == [(1, 2), (2, 2)]


def test_a_large_payload_and_answer_pass(act: Act) -> None:
    payload = bytes(range(256)) * (100 << 10)
    assert act("echo", payload) == payload[::-1]


def test_a_refusal_carries_its_sentence(act: Act) -> None:
    with pytest.raises(SandboxRefusedError, match=r"^The file is no table\.$"):
        act("refuse", b"The file\nis no table.")


def test_an_unexpected_error_tells_type_and_place_and_no_words(act: Act) -> None:
    with pytest.raises(SandboxError) as caught:
        act("stumble", b"Ivan")
    assert "BrokenFrameError in models.sandbox.frames:" in str(caught.value)
    with pytest.raises(SandboxError) as caught:
        act("stumble", b"secret Ivan, 16B")
    assert "ValueError in models.sandbox.child:" in str(caught.value)
    assert "Ivan" not in str(caught.value)


def test_a_crash_is_an_error(act: Act) -> None:
    with pytest.raises(SandboxError, match="without an answer"):
        act("crash")


def test_prints_of_a_library_do_not_disturb(act: Act) -> None:
    assert act("chatter", b"A" * 100) == b"done"


@pytest.mark.parametrize("task", ["os:system", "models:run", "models.sandbox.limits:Limits", "x"])
def test_only_functions_below_models_are_tasks(task: str) -> None:
    with pytest.raises(SandboxError, match="ValueError"):
        sandbox.run(task, b"")


def test_the_product_runs_a_task_of_its_own() -> None:
    """The way of the installed program: a real module below ``models``, no entry of the tests."""
    with pytest.raises(SandboxError, match="AttributeError"):
        sandbox.run("models.sandbox.limits:missing", b"")


# limits


@pytest.mark.parametrize(
    ("name", "payload"),
    [("take_time", b"60"), ("take_time_without_python", b"20"), ("report_for_ever", b"")],
)
def test_time_beyond_the_limit_ends_the_child(act: Act, name: str, payload: bytes) -> None:
    began = time.monotonic()
    with pytest.raises(SandboxLimitError, match="longer"):
        act(name, payload, limits=SHORT)
    assert time.monotonic() - began < SHORT.seconds + 1


def test_time_within_the_limit_is_left_alone(act: Act) -> None:
    assert act("take_time", b"0.1", limits=SHORT) == b"done"


def test_an_answer_has_a_longest_length(act: Act) -> None:
    limits = Limits(answer=1000)
    assert act("answer_at_length", b"1000", limits=limits) == bytes(1000)
    with pytest.raises(SandboxLimitError, match="larger"):
        act("answer_at_length", b"1001", limits=limits)


def test_cancelling_ends_the_child(act: Act) -> None:
    wanted = threading.Event()
    began = time.monotonic()
    with pytest.raises(SandboxCancelledError):
        act(
            "wait",
            b"60",
            on_progress=lambda *_: wanted.set(),
            cancelled=wanted.is_set,
        )
    assert time.monotonic() - began < 2


def test_an_error_of_the_listener_reaches_the_caller(act: Act) -> None:
    def fail(done: int, total: int) -> None:
        raise OSError(done, "the window is gone")

    with pytest.raises(OSError, match="the window is gone"):
        act("wait", b"60", on_progress=fail)


# lies


@pytest.mark.parametrize(
    "words",
    [
        b"hello, this is no frame",
        b"Z" + bytes(8),
        b"P" + (15).to_bytes(8, "big") + bytes(15),
        b"L" + bytes(8),
        b"F" + (4).to_bytes(8, "big") + b"Ivan",
        b"A" + (50).to_bytes(8, "big") + b"cut short",
    ],
)
def test_garbage_on_the_answer_pipe_is_an_error_without_words(act: Act, words: bytes) -> None:
    with pytest.raises(SandboxError) as caught:
        act("say", words, limits=Limits(answer=100))
    assert "Ivan" not in str(caught.value)


def test_a_true_frame_on_the_answer_pipe_is_taken(act: Act) -> None:
    """The control of the test above: the pipe it speaks on is the right one."""
    assert act("say", b"A" + (2).to_bytes(8, "big") + b"ok") == b"ok"


@pytest.mark.parametrize("kind", [b"A", b"R", b"F", b"P"])
def test_an_announced_length_is_not_believed(act: Act, kind: bytes) -> None:
    with pytest.raises(SandboxLimitError):
        act("say", kind + (1 << 60).to_bytes(8, "big"))
