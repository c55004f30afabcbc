"""The one style sheet. Padding and borders stay symmetrical: Qt does not mirror them."""

from desktop.theme.tokens import Colours

_SHEET = """
QWidget#page {{ background: {bg}; }}
QFrame#rail {{ background: {sunken}; border: 0; }}
QFrame#pane {{ background: {surface}; border: 0; }}
QFrame#card {{ background: {surface}; border: 1px solid {border}; border-radius: 10px; }}
QFrame#line {{ background: {border}; border: 0; max-height: 1px; min-height: 1px; }}
QFrame#vline {{ background: {border}; border: 0; max-width: 1px; min-width: 1px; }}
QFrame#banner {{ border: 0; border-radius: 10px; }}
QFrame#banner[tone="danger"] {{ background: {danger_soft}; }}
QFrame#banner[tone="warn"] {{ background: {warn_soft}; }}
QFrame#banner[tone="ok"] {{ background: {ok_soft}; }}
QFrame#banner[tone="info"] {{ background: {info_soft}; }}
QFrame#banner[tone="neutral"] {{ background: {neutral_soft}; }}
QFrame#ribbon {{ background: {warn_soft}; border: 0; }}
QFrame#status {{ background: {sunken}; border: 0; }}

QLabel {{ background: transparent; }}
QLabel[tone="muted"] {{ color: {muted}; }}
QLabel[tone="accent"] {{ color: {accent}; }}
QLabel[tone="danger"] {{ color: {danger}; }}
QLabel[tone="warn"] {{ color: {warn}; }}
QLabel[tone="ok"] {{ color: {ok}; }}
QLabel[tone="info"] {{ color: {info}; }}
QLabel[tone="neutral"] {{ color: {neutral}; }}

QPushButton, QToolButton {{
  border: 1px solid {border}; border-radius: 6px; padding: 6px 14px; min-height: 20px;
  background: {surface};
}}
QPushButton:hover, QToolButton:hover {{ background: {hover}; }}
QPushButton:focus, QToolButton:focus {{ border: 2px solid {accent}; padding: 5px 13px; }}
QPushButton:disabled, QToolButton:disabled {{ color: {muted}; background: {sunken}; }}
QPushButton#primary {{
  background: {accent}; color: {on_accent}; border-color: {accent}; font-weight: 600;
}}
QPushButton#primary:hover {{ background: {accent_hover}; border-color: {accent_hover}; }}
QPushButton#primary:focus {{ border: 2px solid {text}; }}
QPushButton#primary:disabled {{
  background: {neutral_soft}; border-color: {neutral_soft}; color: {muted};
}}
QPushButton#link {{
  background: transparent; border-color: transparent; color: {accent}; padding: 6px 4px;
}}
QPushButton#link:hover {{ color: {accent_hover}; }}
QPushButton#link:focus {{ border: 2px solid {accent}; padding: 5px 3px; }}
QPushButton#rail {{
  background: transparent; border-color: transparent; color: {muted}; padding: 6px 10px;
  text-align: left;
}}
QPushButton#rail:hover {{ background: {hover}; }}
QPushButton#rail:focus {{ border: 2px solid {accent}; padding: 5px 9px; }}
QPushButton#close {{
  background: transparent; border: 1px solid transparent; padding: 3px; min-height: 20px;
}}
QPushButton#close:hover {{ background: {hover}; }}
QPushButton#close:focus {{ border: 2px solid {accent}; padding: 2px; }}

QLineEdit, QComboBox, QPlainTextEdit {{
  background: {surface}; border: 1px solid {border_strong}; border-radius: 6px;
  padding: 0 8px; min-height: 32px;
  selection-background-color: {accent}; selection-color: {on_accent};
}}
QPlainTextEdit {{ padding: 4px 4px; }}
QPlainTextEdit:focus {{ border: 2px solid {accent}; padding: 3px 3px; }}
QLineEdit:focus, QComboBox:focus {{ border: 2px solid {accent}; padding: 0 7px; min-height: 30px; }}
QLineEdit:disabled, QComboBox:disabled {{ color: {muted}; background: {sunken}; }}
QLineEdit QToolButton, QLineEdit QToolButton:focus {{
  padding: 0; border: 0; min-height: 0; background: transparent;
}}
QComboBox::drop-down {{ border: 0; width: 26px; }}
QComboBox::down-arrow {{ image: none; }}
QComboBox QAbstractItemView {{
  background: {surface}; border: 1px solid {border}; outline: 0; padding: 4px;
  selection-background-color: {selection}; selection-color: {text};
}}
QComboBox QAbstractItemView::item {{ min-height: 28px; padding: 0 6px; border-radius: 4px; }}
QComboBox QAbstractItemView::item:selected {{ background: {selection}; color: {text}; }}
QComboBox QAbstractItemView::item:hover {{ background: {selection}; color: {text}; }}

QListView, QTableView {{ background: {surface}; border: 0; outline: 0; padding: 4px 0; }}
QTableView {{ selection-background-color: transparent; }}
QListView#bare {{ background: transparent; }}
QListView#rail {{ background: transparent; padding: 0; }}
QListView#rail::item {{
  color: {muted}; border-radius: 6px; padding: 0 10px; margin: 1px 0; height: 36px;
}}
QListView#rail::item:hover {{ background: {hover}; }}
QListView#rail::item:selected {{ background: {selection}; color: {accent}; }}
QListView#rail::item:selected:active:focus {{ border: 2px solid {accent}; padding: 0 8px; }}
QScrollArea, QScrollArea > QWidget > QWidget#bare {{ background: transparent; border: 0; }}

QTabBar {{ qproperty-drawBase: 0; }}
QTabBar::tab {{
  background: transparent; color: {muted}; padding: 8px 10px; border: 0;
  border-bottom: 2px solid transparent;
}}
QTabBar::tab:selected {{ color: {text}; border-bottom-color: {accent}; font-weight: 600; }}
QTabBar::tab:hover {{ color: {text}; }}
QTabBar:focus {{ outline: 0; }}
QTabBar::tab:selected:focus {{ color: {accent}; }}

QProgressBar {{
  background: {neutral_soft}; border: 0; border-radius: 4px; max-height: 8px; min-height: 8px;
}}
QProgressBar::chunk {{ background: {accent}; border-radius: 4px; }}

QScrollBar:vertical {{ background: transparent; width: 10px; margin: 2px; }}
QScrollBar::handle:vertical {{ background: {border}; border-radius: 3px; min-height: 32px; }}
QScrollBar::handle:vertical:hover {{ background: {border_strong}; }}
QScrollBar:horizontal {{ background: transparent; height: 10px; margin: 2px; }}
QScrollBar::handle:horizontal {{ background: {border}; border-radius: 3px; min-width: 32px; }}
QScrollBar::add-line, QScrollBar::sub-line, QScrollBar::add-page, QScrollBar::sub-page {{
  background: none; border: 0; height: 0; width: 0;
}}
QSplitter::handle {{ background: {border}; }}
QToolTip {{ background: {text}; color: {surface}; border: 0; padding: 4px 8px; }}
QMenu {{ background: {surface}; border: 1px solid {border}; padding: 6px; }}
QMenu::item {{ padding: 7px 28px 7px 12px; border-radius: 6px; }}
QMenu::item:selected {{ background: {selection}; color: {text}; }}
QMenu::separator {{ height: 1px; background: {border}; margin: 4px 8px; }}
"""


def style_sheet(colours: Colours) -> str:
    """Return the style sheet in ``colours``."""
    return _SHEET.format(**colours.named())
