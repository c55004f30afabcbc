"""Pages know their number, their headings and their stamp."""

import re
from typing import Any

from models.documents.blocks import Cover, Document, Heading, Paragraph, Sentence

FILLER = "The quick brown fox jumps over the lazy dog again and again without being tired. "


def parts(count: int) -> Document:
    body: list[Any] = [Cover("K", "The title", ("To",), ())]
    for number in range(1, count + 1):
        body.append(Heading(f"Part-{number}"))
        body.append(Heading(f"Section-{number}", 1))
        body += [
            Paragraph((Sentence(FILLER * (3 + number % 5), basis="own"),), numbered=True)
            for _ in range(3)
        ]
    body.append(Heading("Office part", office=True))
    body.append(Paragraph((Sentence("For the office.", basis="own"),)))
    return Document(
        kind="complaint",
        language="en",
        title="The title",
        blocks=tuple(body),
        running=("Left", "Right"),
        footer="Footer",
        contents=("Contents", "Paragraphs", "Page"),
        stamp="SPECIMEN – of a test",
    )


def test_contents_follow_the_cover_and_name_the_right_pages(printed: Any):
    pages = printed(parts(30)).pages
    assert "The title" in pages[0]
    assert "Contents" in pages[1]
    listed = dict(re.findall(r"^Part-(\d+) [. ]*?[\d–]+ +(\d+)$", "".join(pages), re.MULTILINE))
    assert len(listed) == 30
    for number, page in listed.items():
        on = [p for p in pages if re.search(rf"^Part-{number}$", p, re.MULTILINE)]
        assert [re.search(r"Page (\d+) of", p)[1] for p in on] == [page]


def test_contents_name_the_paragraphs_below_each_heading(printed: Any):
    text = printed(parts(4)).text("-layout")
    ranges = re.findall(r"^ *(Part|Section)-(\d) [. ]*?(\d+)–(\d+) ", text, re.MULTILINE)
    assert [(int(first), int(last)) for _, _, first, last in ranges] == [
        (3 * number - 2, 3 * number) for number in (1, 1, 2, 2, 3, 3, 4, 4)
    ]


def test_no_heading_stands_alone_at_the_foot_of_a_page(printed: Any):
    for page in printed(parts(60)).pages[2:-1]:
        lines = [line.strip() for line in page.splitlines() if line.strip()]
        assert not re.match(r"(Part|Section)-\d+$", lines[-2])  # the last line is the foot


def test_the_total_counts_the_pages_that_have_a_number(printed: Any):
    pages = printed(parts(30)).pages
    numbered = [found for page in pages for found in re.findall(r"Page (\d+) of (\d+)", page)]
    assert numbered == [(str(n), str(len(numbered))) for n in range(1, len(numbered) + 1)]
    assert "Page" not in pages[0]
    assert "Page " not in pages[-1]


def test_a_stamp_stands_on_every_page_as_text_once(printed: Any):
    for page in printed(parts(5)).pages:
        assert page.count("SPECIMEN") == 1


def test_links_and_outline_lead_to_the_moved_pages(printed: Any):
    with printed(parts(12)).open() as pdf:
        where = {page.obj.objgen: number for number, page in enumerate(pdf.pages)}
        with pdf.open_outline() as outline:
            tops = [item.title for item in outline.root]
        assert tops[:2] == ["Part-1", "Part-2"]
        links = [link for link in pdf.pages[1].Annots if link.Subtype == "/Link"]
        assert links
        targets = {where[link.Dest[0].objgen] for link in links}
        assert targets <= set(range(2, len(pdf.pages)))
        assert len(targets) > 2
