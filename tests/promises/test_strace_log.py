"""The reader of strace's logs, and the judge, on lines and on small real sessions."""

import sys
from pathlib import Path

import pytest

from tests.promises import canaries, leaks, strace_log
from tests.promises.leaks import Places
from tests.promises.strace_log import Call

NEEDLES = canaries.needles({"Żółciński"})
PRELUDE = "import os, socket, sys; name = 'Żółciński'; out, home = sys.argv[1:]\n"
LEAKS = {
    "a file": "open(f'{home}/log', 'w').write(name)",
    "a file that is deleted": "open(f'{home}/log', 'w').write(name); os.remove(f'{home}/log')",
    "two halves": "f = open(f'{home}/a', 'wb', 0); r=name.encode(); f.write(r[:5]); f.write(r[5:])",
    "scattered bytes": "os.writev(os.open(f'{home}/l', 65), [b'x', name.encode('utf-16-le')])",
    "the name of a file": "open(f'{home}/{name}', 'w')",
    "a renamed folder": "os.mkdir(f'{home}/a'); os.rename(f'{home}/a', f'{home}/{name}')",
    "an argument": "os.posix_spawn('/bin/true', ['true', name], {})",
    "the environment": "os.posix_spawn('/bin/true', ['true'], {'NAME': name})",
    "standard error": "sys.stderr.write(name)",
    "a pair of sockets": "a, b = socket.socketpair(); a.send(name.encode())",
    "a child": "os.fork() or open(f'{home}/log', 'w').write(name)",
    "the vault": "os.mkdir(f'{out}/v.habeas'); open(f'{out}/v.habeas/db', 'w').write(name)",
}
CLEAN = {
    "a chosen output": "open(f'{out}/{name}.txt', 'w').write(name)",
    "a pipe of ours": "r, w = os.pipe(); os.write(w, name.encode())",
    "other words": "open(f'{home}/log', 'w').write('nobody')",
    "reading": "os.path.exists(f'{home}/{name}')",
}


def session(tmp_path: Path, code: str) -> tuple[list[Call], Places]:
    out, home = tmp_path / "out", tmp_path / "home"
    out.mkdir()
    home.mkdir()
    (home / "x").write_text("Żółciński", encoding="utf-8")
    script = tmp_path / "leak.py"  # a file: the command line must not hold the name
    script.write_text(PRELUDE + code, encoding="utf-8")
    command = [sys.executable, "-S", str(script), str(out), str(home)]
    environment = {"PYTHONUTF8": "1", "PYTHONDONTWRITEBYTECODE": "1"}
    ended = strace_log.run(command, tmp_path / "run", folder=home, environment=environment)
    calls = list(strace_log.read(ended.logs))
    assert any(call.name == "execve" and call.worked for call in calls), "strace saw nothing"
    return calls, Places(chosen=(out,), kept=(home, out / "v.habeas"))


@pytest.mark.parametrize("way", LEAKS)
def test_a_leaked_name_is_seen(way: str, tmp_path: Path) -> None:
    calls, places = session(tmp_path, LEAKS[way])
    assert leaks.names(calls, places, NEEDLES)


@pytest.mark.parametrize("way", CLEAN)
def test_what_is_no_leak_is_left_alone(way: str, tmp_path: Path) -> None:
    calls, places = session(tmp_path, CLEAN[way])
    assert not leaks.names(calls, places, NEEDLES)
    assert not leaks.unseen(calls, places)
    assert not leaks.sockets(calls)


@pytest.mark.parametrize(
    "code",
    [
        "socket.socket(socket.AF_INET, socket.SOCK_DGRAM).sendto(b'x', ('127.0.0.1', 9))",
        "socket.socket(socket.AF_INET6)",
        "socket.socket(socket.AF_NETLINK, socket.SOCK_RAW)",
        "socket.socket(socket.AF_UNIX).connect_ex('/run/nobody')",
        "os.fork() or socket.socket(socket.AF_INET)",
    ],
)
def test_a_socket_is_seen(code: str, tmp_path: Path) -> None:
    calls, _ = session(tmp_path, code)
    assert leaks.sockets(calls)


@pytest.mark.parametrize(
    "code",
    [
        "os.sendfile(os.open(f'{home}/y', 65), os.open(f'{home}/x', 0), 0, 9)",
        "os.copy_file_range(os.open(f'{home}/x', 0), os.open(f'{home}/y', 65), 9)",
        "import mmap; f = open(f'{home}/x', 'r+b'); mmap.mmap(f.fileno(), 9)[:2] = b'ab'",
        "open(f'{home}/y', 'wb', 0).write(bytes(1_000_001))",
    ],
)
def test_bytes_that_the_log_does_not_hold_are_seen(code: str, tmp_path: Path) -> None:
    calls, places = session(tmp_path, code)
    assert leaks.unseen(calls, places)


@pytest.mark.parametrize("way", ["open(f'{home}/../x', 'w')", "os.mkdir(f'{home}/../x')"])
def test_a_strange_place_is_seen(way: str, tmp_path: Path) -> None:
    calls, places = session(tmp_path, way)
    assert leaks.strange_places(calls, places)


def test_known_places_are_not_strange(tmp_path: Path) -> None:
    code = "open(f'{home}/log', 'w').write('x'); os.mkdir(f'{out}/new'); sys.stdout.write('')"
    calls, places = session(tmp_path, code)
    assert not leaks.strange_places(calls, places)


def test_a_line_is_taken_apart() -> None:
    line = rb'pwrite64(3<\x2f\x61>, "\x22\x0a\x29", 3, 4096) = 3' + b"\n"
    call = strace_log.parse(line)
    assert (call.name, call.target, call.data, call.worked) == ("pwrite64", "/a", b'"\n)', True)


def test_a_call_that_never_returned_counts() -> None:
    call = strace_log.parse(rb'write(1<\x2f\x61>, "\x61"..., 3 <unfinished ...>' + b"\n")
    assert (call.data, call.worked, call.cut) == (b"a", False, True)


def test_a_line_that_is_no_call_is_not_passed_over() -> None:
    with pytest.raises(ValueError, match="no call"):
        strace_log.parse(b"no call\n")
