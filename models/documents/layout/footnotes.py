"""Footnotes: text that keeps its notes on its own page.

A :class:`NoteFrame` gives up room at its foot for the notes of what it takes in. When a paragraph
is split between pages, each part keeps the notes whose references stand in it.
"""

import re
from collections.abc import Callable, Sequence
from typing import Any

from reportlab.lib.units import mm
from reportlab.platypus import Flowable, Frame, FrameBreak, Paragraph

from models.documents.layout import styles

_GAP = 1.5
_RULE_ROOM = 9.0
_NUMBER = re.compile(r"\d+")


class NotedParagraph(Paragraph):  # type: ignore[misc]  # reportlab has no types
    """A paragraph with footnotes: (number, flowable) pairs in the order of their references.

    The flowables of the notes are wrapped already.
    """

    notes: Sequence[tuple[int, Flowable]] = ()
    number = 0

    def split(self, available: float, height: float) -> list["NotedParagraph"]:
        """Split between lines; the first part keeps the paragraph's number."""
        parts: list[NotedParagraph] = super().split(available, height)
        if parts:
            parts[0].number = self.number
        return parts

    def referenced(self) -> set[int]:
        """Return the note numbers whose raised references stand in this (part of a) paragraph."""
        raised = ",".join(text for fragment, text in self._pieces() if getattr(fragment, "rise", 0))
        return {int(number) for number in _NUMBER.findall(raised)}

    def _pieces(self) -> list[tuple[Any, str]]:
        """Return (fragment, text); the parts of a split paragraph group fragments by word."""
        pieces: list[tuple[Any, str]] = []
        for fragment in self.frags:
            if isinstance(fragment, list):
                pieces += [(part, text) for part, text in fragment[1:]]
            else:
                pieces.append((fragment, fragment.text))
        return pieces


class NoteFrame(Frame):  # type: ignore[misc]  # reportlab has no types
    """A frame that keeps room at its foot for the notes of the paragraphs in it."""

    _y1p: float  # where the frame ends at its foot

    def _reset(self) -> None:
        super()._reset()
        self._geom()  # the foot may still be lifted from the page before
        self._notes: list[Flowable] = []

    def height_of(self, notes: Sequence[tuple[int, Flowable]]) -> float:
        """Return the room that more notes would take here."""
        if not notes:
            return 0.0
        heights = sum(note.height + _GAP for _, note in notes)
        return float(heights + (0 if self._notes else _RULE_ROOM))

    def _add(self, flowable: Flowable, canv: Any, trySplit: int = 0) -> Any:  # noqa: N803
        notes = getattr(flowable, "notes", ())
        added = self._lifted(notes, lambda: super(NoteFrame, self)._add(flowable, canv, trySplit))
        if added and notes:
            self._y1p += self.height_of(notes)
            self._notes += [note for _, note in notes]
        return added

    add = _add

    def split(self, flowable: Flowable, canv: Any) -> Any:
        """Split ``flowable`` so that its first part fits together with its own notes."""
        notes = getattr(flowable, "notes", ())
        if not notes:
            return super().split(flowable, canv)
        # The fewer notes are kept room for, the longer the first part: take the longest one whose
        # own notes fit.
        for count in range(len(notes) + 1):
            lifted = self._lifted(
                notes[:count], lambda: super(NoteFrame, self).split(flowable, canv)
            )
            if len(lifted) < 2:  # noqa: PLR2004  the part that fits, and the rest
                continue
            first, rest = lifted
            first.notes, rest.notes = _shared_out(notes, first, rest)
            if len(first.notes) <= count:
                return [first, FrameBreak(), rest]
        return []

    def _lifted(self, notes: Sequence[tuple[int, Flowable]], work: Callable[[], Any]) -> Any:
        """Do ``work`` while the frame ends above the room of ``notes``."""
        foot = self._y1p
        self._y1p = foot + self.height_of(notes)
        try:
            return work()
        finally:
            self._y1p = foot

    def draw_notes(self, canvas: Any) -> None:
        """Draw the notes of this page below a short rule."""
        if not self._notes:
            return
        y = self._y1 + sum(note.height + _GAP for note in self._notes)
        canvas.setStrokeColor(styles.GREY)
        canvas.setLineWidth(styles.HAIRLINE)
        canvas.line(self._x1, y + 4, self._x1 + 45 * mm, y + 4)
        for note in self._notes:
            y -= note.height
            note.drawOn(canvas, self._x1, y)
            y -= _GAP
        self._notes = []


def _shared_out(
    notes: Sequence[tuple[int, Flowable]], first: Flowable, rest: Flowable
) -> tuple[list[tuple[int, Flowable]], list[tuple[int, Flowable]]]:
    """Return the notes of each part of a split paragraph; shaped text keeps all with its first."""
    if not isinstance(first, NotedParagraph):
        return list(notes), []
    here, there = first.referenced(), rest.referenced()
    return (
        [note for note in notes if note[0] in here],
        [note for note in notes if note[0] in there],
    )
