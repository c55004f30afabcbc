"""The same two promises on Windows: NOT CHECKED ON WINDOWS, written from Microsoft's documentation.

An AppContainer without capabilities has no network and sees no file but those every packaged app
may read (Windows, Program Files). It cannot be entered from inside, so the parent starts the child
in it; the child asks the system whether that is so, adds a Job Object with its limits, and refuses
to work otherwise. An outer job ends the child when the parent's last handle of it closes.
"""

import ctypes
import msvcrt
import os
import subprocess
import sys
from ctypes import byref, c_size_t, c_void_p, sizeof
from ctypes.wintypes import DWORD, HANDLE, LARGE_INTEGER, LPWSTR, ULARGE_INTEGER, WORD
from pathlib import Path
from typing import BinaryIO

assert sys.platform == "win32"  # noqa: S101  tells the type checker where it is

_NAME = "Habeas.ClosedOffHelper"
_ALREADY_EXISTS = -0x7FF8FF49  # HRESULT 0x800700B7
_TOKEN_QUERY, _TOKEN_IS_APP_CONTAINER = 0x8, 29
_EXTENDED_LIMITS = 9
_ONE_PROCESS, _PROCESS_TIME, _PROCESS_MEMORY = 0x8, 0x2, 0x100
_DIE_SILENTLY, _KILL_ON_CLOSE = 0x400, 0x2000
_SECURITY_CAPABILITIES, _HANDLE_LIST = 0x20009, 0x20002
_SUSPENDED, _NO_WINDOW, _UNICODE, _EXTENDED = 0x4, 0x08000000, 0x400, 0x00080000
_USE_STANDARD_HANDLES = 0x100
_NO_ERROR_BOXES = 0x8003
_FOREVER = 0xFFFFFFFF

_kernel = ctypes.WinDLL("kernel32", use_last_error=True)
_advapi = ctypes.WinDLL("advapi32", use_last_error=True)
_userenv = ctypes.WinDLL("userenv", use_last_error=True)
_kernel.CreateJobObjectW.restype = HANDLE
_kernel.GetCurrentProcess.restype = HANDLE


class _BasicLimits(ctypes.Structure):
    _fields_ = (
        ("process_time", LARGE_INTEGER),
        ("job_time", LARGE_INTEGER),
        ("flags", DWORD),
        ("least_working_set", c_size_t),
        ("most_working_set", c_size_t),
        ("active_processes", DWORD),
        ("affinity", c_size_t),
        ("priority", DWORD),
        ("scheduling", DWORD),
    )


class _Limits(ctypes.Structure):
    _fields_ = (
        ("basic", _BasicLimits),
        ("counters", ULARGE_INTEGER * 6),
        ("process_memory", c_size_t),
        ("job_memory", c_size_t),
        ("peak_process_memory", c_size_t),
        ("peak_job_memory", c_size_t),
    )


class _Capabilities(ctypes.Structure):
    _fields_ = (("sid", c_void_p), ("list", c_void_p), ("count", DWORD), ("reserved", DWORD))


class _Startup(ctypes.Structure):
    _fields_ = (
        ("size", DWORD),
        ("reserved", LPWSTR),
        ("desktop", LPWSTR),
        ("title", LPWSTR),
        ("place", DWORD * 7),
        ("flags", DWORD),
        ("show", WORD),
        ("more_size", WORD),
        ("more", c_void_p),
        ("input", HANDLE),
        ("output", HANDLE),
        ("error", HANDLE),
        ("attributes", c_void_p),
    )


class _Started(ctypes.Structure):
    _fields_ = (("process", HANDLE), ("thread", HANDLE), ("pid", DWORD), ("tid", DWORD))


def hide() -> None:
    """No crash report; dying with the parent is the outer job's matter."""
    _kernel.SetErrorMode(_NO_ERROR_BOXES)


def seal(*, memory: int, seconds: int, keep: int) -> None:
    """Make sure of the AppContainer and take on the limits.

    Windows hands down no descriptor but the standard ones, so ``keep`` needs no care.

    Raises:
        OSError: this process is not closed off.
    """
    del keep
    if not _in_app_container():
        raise PermissionError
    limits = _Limits(process_memory=memory)
    limits.basic.flags = _ONE_PROCESS | _PROCESS_TIME | _PROCESS_MEMORY | _DIE_SILENTLY
    limits.basic.active_processes = 1
    limits.basic.process_time = seconds * 10_000_000
    _assign(_job(limits), _kernel.GetCurrentProcess())


def start(command: list[str], *, folder: Path) -> "WindowsChild":
    """A child in the AppContainer, its standard pipes in our hands.

    Raises:
        OSError: a step of it failed; nothing is left running.
    """
    limits = _Limits()
    limits.basic.flags = _KILL_ON_CLOSE
    return WindowsChild(command, folder, _job(limits))


class WindowsChild:
    """A running child; it ends at the latest when this object is gone."""

    def __init__(self, command: list[str], folder: Path, job: int) -> None:
        self._job = job
        child_reads, we_write = os.pipe()
        we_read, child_writes = os.pipe()
        nowhere = os.open(os.devnull, os.O_WRONLY)
        theirs = (child_reads, child_writes, nowhere)
        self.stdin: BinaryIO = os.fdopen(we_write, "wb")
        self.stdout: BinaryIO = os.fdopen(we_read, "rb")
        try:
            self._started = _create(command, folder, [_inheritable(one) for one in theirs])
        except OSError:
            self.stdin.close()
            self.stdout.close()
            raise
        finally:
            for one in theirs:
                os.close(one)
        try:
            _assign(job, self._started.process)
        except OSError:
            self.kill()
            raise
        _kernel.ResumeThread(HANDLE(self._started.thread))

    def kill(self) -> None:
        """End it at once; harmless when it has ended."""
        _kernel.TerminateProcess(HANDLE(self._started.process), 1)

    def wait(self) -> int:
        """Its exit status, once it has ended; the object is spent afterwards."""
        status = DWORD()
        _kernel.WaitForSingleObject(HANDLE(self._started.process), _FOREVER)
        _kernel.GetExitCodeProcess(HANDLE(self._started.process), byref(status))
        for handle in (self._started.thread, self._started.process, self._job):
            _kernel.CloseHandle(HANDLE(handle))
        return status.value


def _create(command: list[str], folder: Path, handles: list[int]) -> _Started:
    capabilities = _Capabilities(sid=_container())
    inherited = (HANDLE * len(handles))(*handles)
    attributes = _attributes(
        (_SECURITY_CAPABILITIES, byref(capabilities), sizeof(capabilities)),
        (_HANDLE_LIST, byref(inherited), sizeof(inherited)),
    )
    startup = _Startup(size=sizeof(_Startup), flags=_USE_STANDARD_HANDLES)
    startup.input, startup.output, startup.error = handles
    startup.attributes = ctypes.cast(attributes, c_void_p)
    environment = f"SYSTEMROOT={os.environ['SYSTEMROOT']}\0TZ=UTC\0\0"
    started = _Started()
    _require(
        _kernel.CreateProcessW(
            None,
            ctypes.create_unicode_buffer(subprocess.list2cmdline(command)),
            None,
            None,
            True,  # noqa: FBT003  handles of the list are handed down
            _SUSPENDED | _NO_WINDOW | _UNICODE | _EXTENDED,
            ctypes.create_unicode_buffer(environment),
            str(folder),
            byref(startup),
            byref(started),
        )
    )
    return started


def _attributes(*attributes: tuple[int, object, int]) -> ctypes.Array[ctypes.c_char]:
    size = c_size_t()
    _kernel.InitializeProcThreadAttributeList(None, len(attributes), 0, byref(size))
    room = ctypes.create_string_buffer(size.value)
    _require(_kernel.InitializeProcThreadAttributeList(room, len(attributes), 0, byref(size)))
    for key, value, length in attributes:
        _require(
            _kernel.UpdateProcThreadAttribute(
                room, 0, c_size_t(key), value, c_size_t(length), None, None
            )
        )
    return room


def _container() -> c_void_p:
    """The identity of the AppContainer, which the first call of an account makes."""
    sid = c_void_p()
    result = _userenv.CreateAppContainerProfile(_NAME, _NAME, _NAME, None, 0, byref(sid))
    if result == _ALREADY_EXISTS:
        result = _userenv.DeriveAppContainerSidFromAppContainerName(_NAME, byref(sid))
    if result:
        raise OSError(result, "no AppContainer")
    return sid


def _in_app_container() -> bool:
    token, inside, size = HANDLE(), DWORD(), DWORD()
    process = HANDLE(_kernel.GetCurrentProcess())
    _require(_advapi.OpenProcessToken(process, _TOKEN_QUERY, byref(token)))
    query = _advapi.GetTokenInformation
    _require(query(token, _TOKEN_IS_APP_CONTAINER, byref(inside), sizeof(inside), byref(size)))
    _kernel.CloseHandle(token)
    return bool(inside.value)


def _job(limits: _Limits) -> int:
    job = _kernel.CreateJobObjectW(None, None)
    _require(job)
    set_limits = _kernel.SetInformationJobObject
    _require(set_limits(HANDLE(job), _EXTENDED_LIMITS, byref(limits), sizeof(limits)))
    return int(job)


def _assign(job: int, process: int) -> None:
    _require(_kernel.AssignProcessToJobObject(HANDLE(job), HANDLE(process)))


def _inheritable(descriptor: int) -> int:
    handle = msvcrt.get_osfhandle(descriptor)
    os.set_handle_inheritable(handle, True)  # noqa: FBT003  positional only
    return handle


def _require(success: object) -> None:
    if not success:
        raise ctypes.WinError(ctypes.get_last_error())
