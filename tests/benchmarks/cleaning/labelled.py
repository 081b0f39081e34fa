"""The labelled pages, as the trainer and the score table see them."""

import json
import lzma
import re
import unicodedata
import zlib
from collections.abc import Sequence
from dataclasses import dataclass

from handread import DATA

from reader.cleaning.reading import Paper, read

TITLE = 0.03
"""How much a title weighs; the labels leave it out, and it must be kept."""
_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class Page:
    """One converted page with a label for each line."""

    name: str
    site: str
    track: str
    converter: str
    texts: tuple[str, ...]
    labels: tuple[str, ...]
    """`content`, `boilerplate`, `neutral` or `blank`."""
    kinds: tuple[str, ...]
    titles: tuple[bool, ...]

    def fold(self, folds: int) -> int:
        """In which of the folds the site lies, the same on every machine."""
        return zlib.crc32(self.site.encode()) % folds


@dataclass(frozen=True, slots=True)
class Example:
    """A page with its paragraphs, and what a wrong verdict on each would cost."""

    page: Page
    paper: Paper
    junk: list[int]
    weights: list[float]


def pages() -> list[Page]:
    """Every page of the set.

    Raises:
        FileNotFoundError: When the set is not beside the repository.
    """
    with lzma.open(DATA, "rt", encoding="utf-8") as lines:
        return [_page(json.loads(line)) for line in lines]


def _page(row: dict) -> Page:  # type: ignore[type-arg]
    lines = row["lines"]
    return Page(
        row["id"],
        row["site"],
        row["track"],
        row["converter"],
        tuple(line["text"].replace("\n", " ") for line in lines),
        tuple(line["label"] for line in lines),
        tuple(line.get("kind") or "other" for line in lines),
        tuple(line.get("why") == "title" for line in lines),
    )


def tokens(text: str) -> int:
    """How many words the scorer counts in a line."""
    return len(_WORD.findall(unicodedata.normalize("NFKC", text)))


def example(page: Page) -> Example:
    """Read a page and weigh its paragraphs.

    A paragraph of the article weighs as many tokens of the article as it has, a
    line of junk as one of the lines of junk, so that each page counts the same.
    """
    paper = read(page.texts)
    labels = list(zip(page.texts, page.labels, page.titles, strict=True))
    content = sum(tokens(text) for text, label, _ in labels if label == "content")
    junk_lines = page.labels.count("boilerplate")
    junk, weights = [], []
    for group in paper.groups:
        held = [labels[place] for place in group]
        kept = sum(tokens(text) for text, label, _ in held if label == "content")
        thrown = sum(label == "boilerplate" for _, label, _ in held)
        title = any(is_title for _, _, is_title in held)
        junk.append(int(not kept and thrown > 0))
        weights.append(
            kept / content if kept else thrown / junk_lines if thrown else TITLE * title
        )
    return Example(page, paper, junk, weights)


def examples(found: Sequence[Page]) -> list[Example]:
    """`example` for each page that has a line."""
    made = [example(page) for page in found]
    return [one for one in made if one.paper.groups]
