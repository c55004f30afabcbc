"""The reading of the messages; that Windows sends them is not checked here."""

import ctypes

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.lock import windows_session
from desktop.lock.windows_session import Message, WindowsSession, asks_to_lock

UNLOCKED, RESUMED, PAINT = 0x8, 0x12, 0x000F
ASKING = [
    (windows_session.SESSION_CHANGE, windows_session.LOCKED),
    (windows_session.SESSION_CHANGE, windows_session.CONSOLE_DISCONNECT),
    (windows_session.SESSION_CHANGE, windows_session.REMOTE_DISCONNECT),
    (windows_session.SESSION_CHANGE, windows_session.LOGOFF),
    (windows_session.POWER, windows_session.SUSPEND),
    (windows_session.END_SESSION, 1),
]
SILENT = [
    (windows_session.SESSION_CHANGE, UNLOCKED),
    (windows_session.POWER, RESUMED),
    (windows_session.END_SESSION, 0),
    (PAINT, windows_session.LOCKED),
]


@pytest.mark.parametrize(("number", "wparam"), ASKING)
def test_who_leaves_is_locked_out(number: int, wparam: int):
    assert asks_to_lock(number, wparam)


@pytest.mark.parametrize(("number", "wparam"), SILENT)
def test_who_comes_back_is_not(number: int, wparam: int):
    assert not asks_to_lock(number, wparam)


def test_a_message_is_read_where_it_lies(app: QApplication, qtbot: QtBot):
    session = WindowsSession()
    message = Message(None, windows_session.SESSION_CHANGE, windows_session.LOCKED, 0)
    with qtbot.waitSignal(session.lock_wanted, timeout=100):
        passed = session._filter.nativeEventFilter(
            b"windows_generic_MSG", ctypes.addressof(message)
        )
    assert passed == (False, 0)


def test_messages_of_other_systems_are_not_read(app: QApplication, qtbot: QtBot):
    session = WindowsSession()
    with qtbot.assertNotEmitted(session.lock_wanted):
        session.read(b"xcb_generic_event_t", 0)
