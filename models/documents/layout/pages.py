"""Pages: their frames, what stands around the text, and the numbers that need the last page."""

from collections.abc import Callable
from typing import Any, Final

from reportlab.lib.units import mm
from reportlab.platypus import BaseDocTemplate, Flowable, Frame, PageTemplate

from models.documents.blocks import Cover, Document
from models.documents.layout import stamp, styles
from models.documents.layout.contents import Line
from models.documents.layout.faces import SANS, SANS_BOLD, SERIF
from models.documents.layout.footnotes import NoteFrame
from models.documents.layout.text import Typesetter
from models.documents.layout.wording import clean

COVER, BODY, OFFICE, LETTER, CONTENTS = "cover", "body", "office", "letter", "contents"
_TOTAL: Final = "total"
_HEAD_RULE, _HEAD_TEXT, _FOOT_TEXT = styles.HEIGHT - 19 * mm, styles.HEIGHT - 16.6 * mm, 12 * mm
_RUNNING = 7.6
_LINE, _DESCENT = 12.8, 4.3  # of the style the foot is set in
_PAGE_NUMBER = 30 * mm


def first_kind(document: Document) -> str:
    """Return the kind of the first page."""
    if isinstance(document.blocks[0], Cover):
        return COVER
    return LETTER if document.kind == "letter" else BODY


class Pages(BaseDocTemplate):  # type: ignore[misc]  # reportlab has no types
    """Lays a story onto pages and remembers where the headings fell.

    Attributes:
        lines: the headings so far, for the table of contents.
        counts: how many pages each kind of page took.
    """

    def __init__(
        self, target: Any, document: Document, progress: Callable[[int, int], None]
    ) -> None:
        super().__init__(
            target,
            pagesize=(styles.WIDTH, styles.HEIGHT),
            initialFontName=SERIF,
            invariant=1,
            pageCompression=1,
            title=document.title,
            lang=document.language,
        )
        self._document, self._progress = document, progress
        self._placed, self._pieces = 0, 0
        self.lines: list[Line] = []
        self.counts = dict.fromkeys((COVER, BODY, OFFICE, LETTER, CONTENTS), 0)
        kinds = sorted(self.counts, key=lambda kind: kind != first_kind(document))
        self.addPageTemplates([self._template(kind) for kind in kinds])

    def lay_out(self, story: list[Flowable]) -> None:
        """Place the pieces of a story, telling after each page how many of them are placed."""
        self._pieces = len(story)
        self._doSave = 0  # the last page number is known only after the last page is closed
        self.build(story)
        self._define_forms()
        self.canv.save()

    def _template(self, kind: str) -> PageTemplate:
        frame = NoteFrame if kind == BODY else Frame
        top, bottom = styles.TOP, styles.BOTTOM
        if kind == LETTER:
            top, bottom = styles.LETTER_TOP, styles.LETTER_BOTTOM
        height = styles.HEIGHT - top - bottom
        flush = dict.fromkeys(("leftPadding", "rightPadding", "topPadding", "bottomPadding"), 0)
        area = frame(styles.LEFT, bottom, styles.TEXT_WIDTH, height, **flush)
        return PageTemplate(kind, [area], onPage=self._behind, onPageEnd=self._around)

    def afterFlowable(self, flowable: Flowable) -> None:  # noqa: N802  reportlab's name
        """Note headings and numbered paragraphs as they are placed."""
        self._placed += 1
        number = getattr(flowable, "number", None)
        if number and self.lines:
            self._widen(number)
        heading = getattr(flowable, "heading", None)
        if heading:
            self._list(clean(heading.text), heading.level)

    def _list(self, text: str, level: int) -> None:
        """Put a heading into contents and outline; the first one opens a part, whatever it says."""
        key, level = f"h{len(self.lines)}", min(level, len(self.lines))
        page = self.counts[BODY] + 1 if self.pageTemplate.id == BODY else 0
        self.lines.append(Line(level, text, key, page))
        self.canv.bookmarkPage(key)
        self.canv.addOutlineEntry(text, key, level, closed=False)

    def _widen(self, number: int) -> None:
        """Count a paragraph to the last heading and to the part that heading belongs to."""
        part = next(line for line in reversed(self.lines) if line.level == 0)
        for line in {id(line): line for line in (part, self.lines[-1])}.values():
            line.first = line.first or number
            line.last = number

    def afterPage(self) -> None:  # noqa: N802  reportlab's name
        """Count the page by its kind and tell how far we are."""
        self.counts[self.pageTemplate.id] += 1
        self._progress(min(self._placed, self._pieces), self._pieces)

    def _define_forms(self) -> None:
        """Draw what all pages show and only now can be known: the last number, and the stamp."""
        if self.counts[BODY]:
            self.canv.beginForm(_TOTAL, 0, 0, styles.WIDTH, styles.HEIGHT)
            self._grey(self.canv)
            x = styles.WIDTH - styles.RIGHT - 7 * mm
            self.canv.drawString(x, _FOOT_TEXT, str(self.counts[BODY]))
            self.canv.endForm()
        if self._document.stamp:
            stamp.define(self.canv, self._document.stamp.split()[0])

    def _behind(self, canvas: Any, _template: Any) -> None:
        if self._document.stamp:
            stamp.put(canvas)

    def _around(self, canvas: Any, _template: Any) -> None:
        canvas.saveState()
        kind = self.pageTemplate.id
        if kind == BODY:
            self.frame.draw_notes(canvas)
        if kind in (BODY, OFFICE, CONTENTS):
            self._draw_head(canvas)
        if kind == COVER:
            canvas.setFillColor(styles.NAVY)
            canvas.rect(0, styles.HEIGHT - 62 * mm, 6 * mm, 62 * mm, stroke=0, fill=1)
        if kind == BODY:
            self._draw_page_number(canvas)
        if kind != COVER and self._document.footer:
            self._draw_foot(canvas)
        if self._document.stamp:
            self._draw_stamp_line(canvas)
        canvas.restoreState()

    def _draw_head(self, canvas: Any) -> None:
        canvas.setStrokeColor(styles.RULE)
        canvas.setLineWidth(styles.HAIRLINE)
        canvas.line(styles.LEFT, _HEAD_RULE, styles.WIDTH - styles.RIGHT, _HEAD_RULE)
        self._grey(canvas)
        left, right = (clean(text) for text in self._document.running)
        canvas.drawString(styles.LEFT, _HEAD_TEXT, left)
        canvas.drawRightString(styles.WIDTH - styles.RIGHT, _HEAD_TEXT, right)

    def _draw_foot(self, canvas: Any) -> None:
        """Draw the foot as a paragraph: it may be Arabic."""
        foot = Typesetter(self._document.language, with_notes=False).plain(
            self._document.footer, "label"
        )
        width = styles.TEXT_WIDTH - (_PAGE_NUMBER if self.pageTemplate.id == BODY else 0)
        _, height = foot.wrapOn(canvas, width, styles.BOTTOM)
        foot.drawOn(canvas, styles.LEFT, _FOOT_TEXT + _LINE - height - _DESCENT)

    def _draw_page_number(self, canvas: Any) -> None:
        self._grey(canvas)
        text = self._document.page_of.format(page=self.counts[BODY] + 1)
        canvas.drawRightString(styles.WIDTH - styles.RIGHT - 8 * mm, _FOOT_TEXT, text)
        canvas.doForm(_TOTAL)

    def _draw_stamp_line(self, canvas: Any) -> None:
        canvas.setFont(SANS_BOLD, _RUNNING)
        canvas.setFillColor(styles.RED)
        canvas.drawCentredString(
            styles.WIDTH / 2, styles.HEIGHT - 10 * mm, clean(self._document.stamp)
        )

    @staticmethod
    def _grey(canvas: Any) -> None:
        canvas.setFont(SANS, _RUNNING)
        canvas.setFillColor(styles.GREY)
