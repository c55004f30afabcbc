"""The last steps on a laid-out file: pages in order, labels, language, and no trace of us."""

import io

import pikepdf
from pikepdf import Array, Dictionary, Name, String

from models.documents.blocks import Document
from models.documents.layout import pages


def finish(laid_out: bytes, document: Document, counts: dict[str, int]) -> bytes:
    """Return the file as it leaves: contents behind the cover, clean, the same bytes each time."""
    with pikepdf.open(io.BytesIO(laid_out)) as pdf:
        _move_contents(pdf, counts)
        if document.kind == "complaint":
            _label_pages(pdf, counts)
        pdf.Root.Lang = String(document.language)
        pdf.Root.ViewerPreferences = Dictionary(DisplayDocTitle=True)
        _write_properties(pdf, document)
        target = io.BytesIO()
        pdf.save(
            target,
            deterministic_id=True,
            object_stream_mode=pikepdf.ObjectStreamMode.generate,
            min_version="1.7",
        )
    return target.getvalue()


def _move_contents(pdf: pikepdf.Pdf, counts: dict[str, int]) -> None:
    """Move the pages of the contents, laid out last, to follow the cover.

    The tree of pages is rewritten instead of inserting: inserting copies a page, and the links and
    the outline would go on pointing at the old one.
    """
    moved, behind = counts[pages.CONTENTS], counts[pages.COVER]
    if not moved:
        return
    leaves = [page.obj for page in pdf.pages]
    ordered = [*leaves[:behind], *leaves[-moved:], *leaves[behind:-moved]]
    root = pdf.Root.Pages
    root.Kids, root.Count = Array(ordered), len(ordered)
    for leaf in ordered:
        leaf.Parent = root


def _label_pages(pdf: pikepdf.Pdf, counts: dict[str, int]) -> None:
    """Number the contents i, ii, iii and the text 1, 2, 3, as printed."""
    numbers: list[object] = []
    if counts[pages.COVER]:
        numbers += [0, Dictionary(S=Name.A)]
    if counts[pages.CONTENTS]:
        numbers += [counts[pages.COVER], Dictionary(S=Name.r)]
    start = counts[pages.COVER] + counts[pages.CONTENTS]
    numbers += [start, Dictionary(S=Name.D)]
    if counts[pages.OFFICE]:
        numbers += [start + counts[pages.BODY], Dictionary(S=Name.A, P=String("office "))]
    pdf.Root.PageLabels = Dictionary(Nums=Array(numbers))


def _write_properties(pdf: pikepdf.Pdf, document: Document) -> None:
    """Keep title and remark only: reportlab writes itself and the local time zone in."""
    for key in list(pdf.docinfo.keys()):
        del pdf.docinfo[key]
    pdf.docinfo["/Title"] = document.title
    if document.remark:
        pdf.docinfo["/Subject"] = document.remark
    if "/Metadata" in pdf.Root:
        del pdf.Root.Metadata
