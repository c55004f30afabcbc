"""Paints a row of the list: name and date, badge and one muted line."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from desktop.cases.row_words import RowWords, custody_tone
from desktop.cases.table import SUMMARY
from desktop.theme.fonts import font
from desktop.theme.scheme import colour
from desktop.theme.tokens import FOCUS, RADIUS_ROW, ROW, M, S
from desktop.widgets.badge import badge_size, draw_badge
from models.views.cases import CaseSummary

_LEAD = int(Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter)
_TRAIL = int(Qt.AlignmentFlag.AlignTrailing | Qt.AlignmentFlag.AlignVCenter)
_UNCUT = int(Qt.TextFlag.TextDontClip)


class RowDelegate(QStyledItemDelegate):
    """One row; from right to left the rectangles change sides, and the painter does the rest."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._words = RowWords()

    def sizeHint(
        self, _option: QStyleOptionViewItem, _index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        """Return the height that all rows have."""
        return QSize(240, max(ROW, _line_height() + badge_size("").height() + 2 * M + S))

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """Paint one row; a grey bar where the row is still being read."""
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        frame = option.rect.adjusted(S, 2, -S, -2)
        _ground(painter, option, frame)
        inside = frame.adjusted(M + 2, S - 1, -M - 2, -S + 1)
        summary = index.data(SUMMARY)
        if isinstance(summary, CaseSummary):
            rtl = option.direction == Qt.LayoutDirection.RightToLeft
            self._first_line(painter, inside, summary, rtl=rtl)
            self._second_line(painter, inside, summary, rtl=rtl)
        else:
            _waiting(painter, inside)
        painter.restore()

    def _first_line(self, painter: QPainter, inside: QRect, row: CaseSummary, *, rtl: bool) -> None:
        when = self._words.as_of(row.standing)
        line = QRect(inside.left(), inside.top(), inside.width(), _line_height())
        width = _write(painter, line, when, font("caption"), "muted", _TRAIL)
        gap = width + M
        name = line.adjusted(gap if rtl else 0, 0, 0 if rtl else -gap, 0)
        _write(painter, name, row.name, font("body", "semibold"), "text", _LEAD)

    def _second_line(
        self, painter: QPainter, inside: QRect, row: CaseSummary, *, rtl: bool
    ) -> None:
        state = self._words.state(row.standing)
        size = badge_size(state)
        left = inside.right() - size.width() + 1 if rtl else inside.left()
        badge = QRect(left, inside.bottom() - size.height(), size.width(), size.height())
        draw_badge(painter, badge, state, custody_tone(row.standing.custody))
        gap = size.width() + S + 2
        rest = QRect(inside.left(), badge.top(), inside.width(), badge.height())
        rest = rest.adjusted(0 if rtl else gap, 0, -gap if rtl else 0, 0)
        _write(painter, rest, self._words.line(row), font("caption"), "muted", _LEAD)


def _line_height() -> int:
    return QFontMetrics(font("body", "semibold")).height()


def _write(  # noqa: PLR0917  a painter's arguments
    painter: QPainter, where: QRect, text: str, face: QFont, ink: str, side: int
) -> int:
    """Write one shortened line; return how wide it is."""
    metrics = QFontMetrics(face)
    shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, where.width())
    painter.setFont(face)
    painter.setPen(colour(ink))
    painter.drawText(where, side | _UNCUT, shown)
    return metrics.horizontalAdvance(shown)


def _ground(painter: QPainter, option: QStyleOptionViewItem, frame: QRect) -> None:
    """Paint selection, hover and focus ring."""
    selected = bool(option.state & QStyle.StateFlag.State_Selected)
    hovered = bool(option.state & QStyle.StateFlag.State_MouseOver)
    if selected or hovered:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour("selection" if selected else "hover"))
        painter.drawRoundedRect(frame, RADIUS_ROW, RADIUS_ROW)
    if selected:
        rtl = option.direction == Qt.LayoutDirection.RightToLeft
        bar = QRectF(frame.right() - 3 if rtl else frame.left(), frame.top() + M, 4, 0)
        bar.setHeight(frame.height() - 2 * M)
        painter.setBrush(colour("accent"))
        painter.drawRoundedRect(bar, 2, 2)
    if option.state & QStyle.StateFlag.State_HasFocus and option.widget.hasFocus():
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(colour("accent"), FOCUS))
        painter.drawRoundedRect(QRectF(frame).adjusted(1, 1, -1, -1), RADIUS_ROW, RADIUS_ROW)


def _waiting(painter: QPainter, inside: QRect) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour("neutral_soft"))
    painter.drawRoundedRect(QRect(inside.left(), inside.top() + 4, inside.width() // 2, 10), 5, 5)
