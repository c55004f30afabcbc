"""A new passphrase: six drawn words to copy onto paper, or one's own words, judged and repeated."""

from typing import Protocol

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from desktop.forms.words import language
from desktop.jobs.jobs import Job, Jobs
from desktop.theme.tokens import HIT, XS, M
from desktop.widgets.buttons import Button
from desktop.widgets.labels import label, paragraph, set_ink
from desktop.widgets.passphrase_edit import PassphraseEdit

_PAUSE_MILLISECONDS = 150


class Phrases(Protocol):
    """Where passphrases come from and are judged; it may take a moment at its first use."""

    def draw(self, language: str, /) -> str:
        """Return six random words."""

    def judge(self, passphrase: str) -> tuple[bool, str]:
        """Tell whether a vault may be made with it, and say why in a sentence."""


class NewPassphrase(QWidget):
    """Offers drawn words first; ``changed`` tells that :attr:`ready` may have changed."""

    changed = Signal()
    submitted = Signal()

    def __init__(self, phrases: Phrases, jobs: Jobs) -> None:
        super().__init__()
        self._phrases, self._jobs = phrases, jobs
        self._enough, self._sentence, self._own = False, "", False
        self._words = paragraph("", "lead", "semibold")
        self._card = self._drawn_card()
        self.first = PassphraseEdit(self.tr("Passphrase"))
        self.second = PassphraseEdit(self.tr("The same passphrase again"))
        self._hint = paragraph("", "caption", ink="muted")
        self._keyboard = label("", "caption", ink="muted")
        self._keyboard.hide()
        self._other = Button(self.tr("Draw other words"), "link")
        self._switch = Button("", "link")
        self._pause = QTimer(self, interval=_PAUSE_MILLISECONDS, singleShot=True)
        self._lay_out()
        self._connect()
        self._show_mode()
        self.draw()

    @property
    def ready(self) -> bool:
        """Whether it may be taken."""
        typed = self.first.text()
        if self._own:
            return self._enough and typed == self.second.text()
        return bool(typed) and typed.split() == self._words.text().split()

    @property
    def drawn(self) -> bool:
        """Whether words have come."""
        return bool(self._words.text())

    def take(self) -> str:
        """Return the passphrase and empty the fields."""
        self.second.take()
        typed = self.first.take()
        return typed if self._own else " ".join(typed.split())

    @Slot()
    def draw(self) -> None:
        """Draw other words; they come a moment later."""
        spoken = language()
        job = self._jobs.beside(lambda _job: self._phrases.draw(spoken), parent=self)
        job.finished.connect(self._show_words)

    def _drawn_card(self) -> QFrame:
        card = QFrame()
        card.setObjectName("banner")
        card.setProperty("tone", "info")
        column = QVBoxLayout(card)
        column.setContentsMargins(M, XS, M, XS)
        self._words.setFixedHeight(2 * self._words.fontMetrics().lineSpacing())
        self._words.setAlignment(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeading)
        column.addWidget(self._words)
        return card

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(XS)
        # A layout takes the height of a line that wraps from others: these keep their own.
        self._hint.setMinimumHeight(self._hint.fontMetrics().lineSpacing())
        for field in (self.first, self.second):
            field.setFixedHeight(HIT)
        for widget in (self._card, self._hint, self.first, self.second, self._keyboard):
            column.addWidget(widget)
        row = QHBoxLayout()
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self._other)
        row.addWidget(self._switch)
        row.addStretch()
        column.addLayout(row)

    def _connect(self) -> None:
        for field in (self.first, self.second):
            field.textChanged.connect(self._check)
            field.returnPressed.connect(self.submitted)
            field.keyboard_told.connect(self._tell_keyboard)
        self.first.textChanged.connect(self._wait)
        self._pause.timeout.connect(self._judge)
        self._other.clicked.connect(self.draw)
        self._switch.clicked.connect(self._turn)

    @Slot()
    def _turn(self) -> None:
        self._own = not self._own
        self.take()
        self._show_mode()
        self.first.setFocus()

    def _show_mode(self) -> None:
        self._card.setVisible(not self._own)
        self._other.setVisible(not self._own)
        self.second.setVisible(self._own)
        word = self.tr("Draw words for me") if self._own else self.tr("Use my own words")
        self._switch.setText(word)
        self._switch.setAccessibleName(word)
        self._check()

    @Slot(object)
    def _show_words(self, words: str) -> None:
        self._words.setText(words)
        self._words.setAccessibleName(words)
        self._check()

    @Slot()
    def _wait(self) -> None:
        self._enough, self._sentence = False, ""
        self._pause.start()

    @Slot()
    def _judge(self) -> None:
        typed = self.first.text()
        if not self._own or not typed:
            return

        def judge(_job: Job) -> tuple[str, bool, str]:
            return (typed, *self._phrases.judge(typed))

        self._jobs.beside(judge, parent=self).finished.connect(self._take_judgement)

    @Slot(object)
    def _take_judgement(self, judged: tuple[str, bool, str]) -> None:
        typed, enough, sentence = judged
        if typed == self.first.text():
            self._enough, self._sentence = enough, sentence
            self._check()

    @Slot()
    def _check(self) -> None:
        differ = self._own and self._enough and self.second.text() not in ("", self.first.text())
        if differ:
            self._hint.setText(self.tr("The two are not the same."))
        elif self._own:
            self._hint.setText(self._sentence or self.tr("Six unrelated words hold best."))
        else:
            self._hint.setText(self.tr("Write these words on paper, then type them once."))
        bad = differ or (self._own and bool(self._sentence) and not self._enough)
        set_ink(self._hint, "danger" if bad else "muted")
        self.changed.emit()

    @Slot(str)
    def _tell_keyboard(self, words: str) -> None:
        self._keyboard.setText(words)
        self._keyboard.setVisible(bool(words))
        set_ink(self._keyboard, "warn" if self.first.capitals else "muted")
