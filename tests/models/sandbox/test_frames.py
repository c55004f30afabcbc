"""Frames survive the pipe and refuse everything that is none."""

import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.sandbox import frames
from models.sandbox.frames import Kind


def _framed(kind: Kind, body: bytes) -> bytes:
    stream = io.BytesIO()
    frames.write(stream, kind, body)
    return stream.getvalue()


@given(st.sampled_from(Kind), st.binary(max_size=frames.SHORT_BODY))
def test_what_is_written_is_read(kind: Kind, body: bytes) -> None:
    assert frames.read(io.BytesIO(_framed(kind, body)), most=frames.SHORT_BODY) == (kind, body)


@given(st.sampled_from(Kind), st.binary(max_size=50), st.data())
def test_a_frame_cut_anywhere_is_broken(kind: Kind, body: bytes, data: st.DataObject) -> None:
    whole = _framed(kind, body)
    cut = data.draw(st.integers(0, len(whole) - 1))
    with pytest.raises(frames.BrokenFrameError):
        frames.read(io.BytesIO(whole[:cut]), most=100)


@given(st.binary(max_size=64))
def test_any_bytes_are_a_frame_or_one_of_two_errors(noise: bytes) -> None:
    try:
        kind, body = frames.read(io.BytesIO(noise), most=64)
    except (frames.BrokenFrameError, frames.LongFrameError):
        return
    assert noise.startswith(_framed(kind, body))


def test_only_input_and_answer_may_be_long() -> None:
    length = frames.SHORT_BODY + 1
    for kind in Kind:
        stream = io.BytesIO(_framed(kind, bytes(length)))
        if kind in (Kind.INPUT, Kind.ANSWER):
            assert len(frames.read(stream, most=length).body) == length
        else:
            with pytest.raises(frames.LongFrameError):
                frames.read(stream, most=length)


def test_a_pair_is_two_numbers() -> None:
    assert frames.read_pair(frames.PAIR.pack(3, 1 << 40)) == (3, 1 << 40)
    with pytest.raises(frames.BrokenFrameError):
        frames.read_pair(b"short")
