"""Lucide icons in the colours of the scheme; each is drawn once per size, colour and density."""

from functools import lru_cache

from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

import resources

_DENSITIES = (1.0, 2.0)


def icon(
    name: str, colour: str, *, selected: str = "", disabled: str = "", size: int = 18
) -> QIcon:
    """Return the icon ``name`` in ``colour`` (``#RRGGBB``).

    ``selected`` is its colour in a selected row of a view, ``disabled`` on a button that is off.
    """
    modes = {QIcon.Mode.Selected: selected, QIcon.Mode.Disabled: disabled}
    result = QIcon()
    for density in _DENSITIES:
        result.addPixmap(picture(name, colour, size, density), QIcon.Mode.Normal)
        for mode, other in modes.items():
            if other:
                result.addPixmap(picture(name, other, size, density), mode)
    return result


@lru_cache(maxsize=512)
def picture(name: str, colour: str, size: int, density: float) -> QPixmap:
    """Return the icon as a pixmap of ``size`` logical pixels."""
    drawing = resources.path(f"icons/{name}.svg").read_text("utf-8").replace("currentColor", colour)
    pixmap = QPixmap(round(size * density), round(size * density))
    pixmap.setDevicePixelRatio(density)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    QSvgRenderer(QByteArray(drawing.encode())).render(painter, QRectF(0, 0, size, size))
    painter.end()
    return pixmap


def forget_icons() -> None:
    """Drop the drawn icons: the scheme has changed."""
    picture.cache_clear()
