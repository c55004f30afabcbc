"""What is drawn is the code: every module of it, dark or light, where a camera looks for it."""

import io

import pypdfium2
import segno
from reportlab.pdfgen.canvas import Canvas

from models.documents.layout import faces
from models.documents.layout.qr_code import _QUIET, _SIZE, QrFlowable

TEXT = "ABCDE-12345-" * 6
SCALE = 8  # pixels per point


def drawn(text: str) -> list[list[bool]]:
    """Return the modules of the code as they are seen on the page."""
    faces.register()
    target = io.BytesIO()
    canvas = Canvas(target, pagesize=(_SIZE, _SIZE))
    flowable = QrFlowable(text, ())
    flowable.drawOn(canvas, 0, 0)
    canvas.save()
    with pypdfium2.PdfDocument(target.getvalue()) as pdf:
        picture = pdf[0].render(scale=SCALE).to_pil().convert("L")
    count = len(segno.make_qr(text, error="m").matrix) + 2 * _QUIET
    side = picture.width / count
    return [
        [
            picture.getpixel((int((across + 0.5) * side), int((down + 0.5) * side))) < 128
            for across in range(count)
        ]
        for down in range(count)
    ]


def expected(text: str) -> list[list[bool]]:
    matrix = segno.make_qr(text, error="m").matrix
    light = [False] * _QUIET
    rows = [[*light, *map(bool, row), *light] for row in matrix]
    empty = [[False] * len(rows[0])] * _QUIET
    return [*empty, *rows, *empty]


def test_every_module_is_where_it_belongs():
    assert drawn(TEXT) == expected(TEXT)


def test_another_text_is_another_picture():
    assert drawn(TEXT) != expected(TEXT.replace("E", "F"))


def test_its_size_does_not_depend_on_the_room():
    flowable = QrFlowable(TEXT, ())
    assert flowable.wrap(10, 10) == flowable.wrap(1000, 1000)
