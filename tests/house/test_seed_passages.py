"""Every passage of the seed stands where it is cited, and nothing longer than a passage was taken.

The articles are not ours to ship. Name their folder in HABEAS_SEEDS to have this proved.
"""

import os
from dataclasses import replace
from itertools import combinations
from pathlib import Path

import pytest

from models.casework.seed_files import Item, Passage, SeedFiles, read_seed
from models.views.cases import NewCase

FOLDER = os.environ.get("HABEAS_SEEDS", "")
needs_articles = pytest.mark.skipif(
    not FOLDER,
    reason="THE PASSAGES OF THE SEED WERE NOT CHECKED: HABEAS_SEEDS names no folder of articles",
)
LONGEST_RUN = 6  # a union can have a name of six words


class Articles:
    """The items of the seed as they stand in the files of a folder."""

    def __init__(self, folder: Path, items: tuple[Item, ...]) -> None:
        self._folder = folder
        self.items = {item.key: item for item in items}
        self._starts = [start for item in items for start in item.starts]

    def lines(self, file: str) -> list[str]:
        """Return the lines of a file with every run of white space made one space."""
        text = (self._folder / f"{file}.txt").read_text("utf-8")
        return [" ".join(line.split()) for line in text.split("\n")]

    def paragraphs(self, key: str) -> list[str]:
        """Return the non-empty lines of an item, from where it begins to where the next does."""
        start = self.items[key].starts[0]
        lines = self.lines(start.file)
        later = [one.line for one in self._starts if one.file == start.file]
        end = min((line for line in later if line > start.line), default=len(lines) + 1)
        return [line for line in lines[start.line - 1 : end - 1] if line]


def misplaced(passage: Passage, articles: Articles) -> str:
    """Return what is wrong with a passage, or nothing."""
    paragraphs = articles.paragraphs(passage.item)
    if passage.paragraph > len(paragraphs):
        return f"{passage} lies behind the end of the item"
    paragraph = paragraphs[passage.paragraph - 1]
    if (times := paragraph.count(passage.words)) != 1:
        return f"{passage} stands there {times} times"
    before, after = paragraph.split(passage.words)
    cut = (before[-1:] + passage.words[:1]).isalpha() and before
    cut = cut or ((passage.words[-1:] + after[:1]).isalpha() and after)
    return f"{passage} begins or ends within a word" if cut else ""


def longest_run(ours: str, theirs: str) -> int:
    """Return how many words in a row of ``ours`` stand in ``theirs``."""
    words, text = ours.lower().split(), f" {' '.join(theirs.lower().split())} "
    runs = combinations(range(len(words) + 1), 2)
    return max((j - i for i, j in runs if f" {' '.join(words[i:j])} " in text), default=0)


@pytest.fixture(scope="module")
def seed() -> SeedFiles:
    return read_seed()


@pytest.fixture(scope="module")
def articles(seed: SeedFiles) -> Articles:
    return Articles(Path(FOLDER), seed.items)


def passages(seed: SeedFiles) -> list[Passage]:
    return [p for entry in seed.all_entries() for found in entry.proof.values() for p in found]


@needs_articles
def test_every_item_begins_where_it_says(articles: Articles):
    starts = [start for item in articles.items.values() for start in item.starts]
    astray = [s for s in starts if not articles.lines(s.file)[s.line - 1].startswith(s.words)]
    assert astray == []


@needs_articles
def test_every_passage_stands_once_in_its_paragraph(seed: SeedFiles, articles: Articles):
    wrong = [trouble for p in passages(seed) if (trouble := misplaced(p, articles))]
    assert wrong == []


@needs_articles
def test_a_moved_a_changed_and_a_cut_passage_are_found(seed: SeedFiles, articles: Articles):
    good = passages(seed)[0]
    assert misplaced(good, articles) == ""
    assert misplaced(replace(good, paragraph=good.paragraph + 1), articles)
    assert misplaced(replace(good, paragraph=999), articles)
    assert misplaced(replace(good, words=f"{good.words} indeed"), articles)
    assert misplaced(replace(good, words=good.words[1:]), articles)


@needs_articles
def test_an_item_in_two_files_says_the_same_in_both(articles: Articles):
    twice = [item for item in articles.items.values() if len(item.starts) > 1]
    assert {item.key for item in twice} == {"tashkent", "montenegro"}
    for item in twice:
        again = set(articles.lines(item.starts[1].file))
        # The first paragraph is the date line, which the second copy lacks.
        assert set(articles.paragraphs(item.key)[1:]) <= again


@needs_articles
def test_no_case_rests_on_an_item_that_stands_twice(seed: SeedFiles, articles: Articles):
    twice = {key for key, item in articles.items.items() if len(item.starts) > 1}
    cases = [entry for entry in seed.all_entries() if entry.shape.new is NewCase]
    below = [part for case in cases for part in case.with_parts()]
    cited = {p.item for part in below for found in part.proof.values() for p in found}
    assert cited
    assert not cited & twice


@needs_articles
def test_our_words_are_our_own(seed: SeedFiles, articles: Articles):
    text = "\n".join(paragraph for key in articles.items for paragraph in articles.paragraphs(key))
    ours = [
        str(entry.values[name])
        for entry in seed.all_entries()
        for name in ("summary", "statement", "argument", "counted")
        if entry.values.get(name)
    ]
    assert ours
    assert [words for words in ours if longest_run(words, text) > LONGEST_RUN] == []


def test_a_run_of_words_is_measured():
    assert longest_run("we say that he was held", "they wrote that he was held today") == 4
    assert longest_run("nothing of it", "all else") == 0
    assert longest_run("all else", "all else") == 2
