"""Paints one line of a tab."""

from PySide6.QtCore import (
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPointF,
    QRect,
    QRectF,
    QSize,
    Qt,
)
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from desktop.cases.entry import Entry
from desktop.theme.fonts import font
from desktop.theme.icons import picture
from desktop.theme.scheme import colour, colours
from desktop.theme.tokens import FOCUS, RADIUS_ROW, XS, L, M, S
from desktop.widgets.badge import badge_size, draw_badge

ENTRY = Qt.ItemDataRole.UserRole

_GUTTER = 48
_DISC = 15
_GAP = 3
_LINE = int(Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignTop) | int(
    Qt.TextFlag.TextDontClip
)
_TALL = 10_000


class EntryDelegate(QStyledItemDelegate):
    """Date, title and body below each other; the marks end the title, "disagree" follows them."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._disagree = _Words().disagree()

    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        """Return the height that the wrapped body needs at the width of the view."""
        entry: Entry = index.data(ENTRY)
        width = _width(option)
        height = _height("caption") + _GAP + _title_height(entry, width)
        if entry.body:
            height += _GAP + _body_height(entry.body, width)
        return QSize(200, height + L + S)

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """Paint the thread, the disc and the words."""
        entry: Entry = index.data(ENTRY)
        rtl = option.direction == Qt.LayoutDirection.RightToLeft
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        _ground(painter, option)
        is_last = index.row() == index.model().rowCount() - 1
        _thread(painter, option.rect, rtl=rtl, first=index.row() == 0, last=is_last)
        _disc(painter, option.rect, entry, rtl=rtl)
        self._words(painter, _words_rect(option, rtl=rtl), entry)
        painter.restore()

    def _words(self, painter: QPainter, where: QRect, entry: Entry) -> None:
        top = where.top()
        caption = font("caption")
        _write(painter, _below(where, top), entry.when, caption, "muted")
        if entry.disputed:
            self._badge(painter, where, top, QFontMetrics(caption).horizontalAdvance(entry.when))
        top += _height("caption") + _GAP
        _title(painter, _below(where, top), entry)
        if entry.body:
            top += _title_height(entry, where.width()) + _GAP
            painter.setFont(font())
            painter.setPen(colour("muted"))
            painter.drawText(_below(where, top), _LINE | int(Qt.TextFlag.TextWordWrap), entry.body)

    def _badge(self, painter: QPainter, where: QRect, top: int, used: int) -> None:
        size = badge_size(self._disagree)
        rtl = painter.layoutDirection() == Qt.LayoutDirection.RightToLeft
        left = where.right() - used - S - size.width() if rtl else where.left() + used + S
        place = QRect(left, top - 2, size.width(), size.height())
        draw_badge(painter, place, self._disagree, "warn")


class _Words(QObject):
    def disagree(self) -> str:
        return self.tr("sources disagree")


def _width(option: QStyleOptionViewItem) -> int:
    view = option.widget
    room = view.viewport().width() if hasattr(view, "viewport") else option.rect.width()
    return max(room - _GUTTER - L - M, 120)


def _words_rect(option: QStyleOptionViewItem, *, rtl: bool) -> QRect:
    rect, width = option.rect, _width(option)
    left = rect.right() - _GUTTER - S - width if rtl else rect.left() + _GUTTER + S
    return QRect(left, rect.top() + S, width, rect.height() - L)


def _below(where: QRect, top: int) -> QRect:
    return QRect(where.left(), top, where.width(), where.bottom() - top)


def _height(kind: str) -> int:
    return QFontMetrics(font("caption" if kind == "caption" else "body")).height()


def _full_title(entry: Entry) -> str:
    return f"{entry.title}  {entry.mark_text}".rstrip()


def _title_height(entry: Entry, width: int) -> int:
    return _wrapped(_full_title(entry), font("body", "semibold"), width)


def _body_height(body: str, width: int) -> int:
    return _wrapped(body, font(), width)


def _wrapped(text: str, face: QFont, width: int) -> int:
    room = QRect(0, 0, width, _TALL)
    return QFontMetrics(face).boundingRect(room, int(Qt.TextFlag.TextWordWrap), text).height()


def _title(painter: QPainter, where: QRect, entry: Entry) -> None:
    """Write the title, then the marks in the accent colour where they fit beside it."""
    face, marks = font("body", "semibold"), font("caption", "semibold")
    metrics = QFontMetrics(face)
    width = metrics.horizontalAdvance(entry.title)
    room = where.width() - QFontMetrics(marks).horizontalAdvance(entry.mark_text) - S
    if width > room:
        _wrap(painter, where, _full_title(entry), face, "text")
        return
    _write(painter, where, entry.title, face, "text")
    rtl = painter.layoutDirection() == Qt.LayoutDirection.RightToLeft
    gap = width + S
    rest = where.adjusted(0 if rtl else gap, 0, -gap if rtl else 0, 0)
    rest.translate(0, metrics.ascent() - QFontMetrics(marks).ascent())
    _write(painter, rest, entry.mark_text, marks, "accent")


def _wrap(painter: QPainter, where: QRect, text: str, face: QFont, ink: str) -> None:
    painter.setFont(face)
    painter.setPen(colour(ink))
    painter.drawText(where, _LINE | int(Qt.TextFlag.TextWordWrap), text)


def _write(painter: QPainter, where: QRect, text: str, face: QFont, ink: str) -> None:
    painter.setFont(face)
    painter.setPen(colour(ink))
    shown = QFontMetrics(face).elidedText(text, Qt.TextElideMode.ElideRight, where.width())
    painter.drawText(where, _LINE, shown)


def _ground(painter: QPainter, option: QStyleOptionViewItem) -> None:
    frame = QRectF(option.rect).adjusted(1, 1, -1, -3)
    selected = bool(option.state & QStyle.StateFlag.State_Selected)
    if selected or option.state & QStyle.StateFlag.State_MouseOver:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour("selection" if selected else "hover"))
        painter.drawRoundedRect(frame, RADIUS_ROW, RADIUS_ROW)
    if option.state & QStyle.StateFlag.State_HasFocus and option.widget.hasFocus():
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(colour("accent"), FOCUS))
        painter.drawRoundedRect(frame, RADIUS_ROW, RADIUS_ROW)


def _centre(rect: QRect, *, rtl: bool) -> QPointF:
    side = rect.right() - _GUTTER / 2 if rtl else rect.left() + _GUTTER / 2
    return QPointF(side, rect.top() + S + XS + _DISC)


def _thread(painter: QPainter, rect: QRect, *, rtl: bool, first: bool, last: bool) -> None:
    """Draw the line that ties a disc to the ones above and below."""
    middle = _centre(rect, rtl=rtl)
    painter.setPen(QPen(colour("border"), 2))
    if not first:
        painter.drawLine(QPointF(middle.x(), rect.top()), QPointF(middle.x(), middle.y() - _DISC))
    if not last:
        foot = QPointF(middle.x(), rect.bottom() + 1)
        painter.drawLine(QPointF(middle.x(), middle.y() + _DISC), foot)


def _disc(painter: QPainter, rect: QRect, entry: Entry, *, rtl: bool) -> None:
    middle = _centre(rect, rtl=rtl)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour(f"{entry.tone}_soft"))
    painter.drawEllipse(middle, _DISC, _DISC)
    density = painter.device().devicePixelRatioF()
    drawn = picture(entry.icon, getattr(colours(), entry.tone), 16, density)
    painter.drawPixmap(QPointF(middle.x() - 8, middle.y() - 8), drawn)
