"""How often each tag stands on each article, as a CSV: articles down, tags across."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TextIO

from reader.exchange.cells import begin, cell_by, row_of
from reader.exchange.outgoing import Choices, Outgoing, Written
from reader.model import Article

NAMES = ("article_id", "article_title", "article_source", "article_published")


@dataclass(frozen=True, slots=True)
class Matrix:
    """The counts, and what they count."""

    articles: Sequence[Article]
    tags: Sequence[str]
    """Paths of the tags that are used, in the order of the codebook."""
    counts: Counter[tuple[int, str]]
    """By the article's id and the tag's path."""


def matrix(outgoing: Outgoing) -> Matrix:
    """Count."""
    counts: Counter[tuple[int, str]] = Counter()
    paths = {tag.id: tag.path for tag in outgoing.tags()}
    version_id, article_id = None, 0
    for row in outgoing.rows():
        if row[1] != version_id:
            version_id = row[1]
            article_id = outgoing.heading(version_id)[0]
        if row[9] is not None:
            counts[article_id, paths[row[9]]] += 1
    used = {path for _, path in counts}
    return Matrix(
        tuple(outgoing.articles()),
        tuple(path for path in paths.values() if path in used),
        counts,
    )


def write(
    outgoing: Outgoing, out: TextIO, choices: Choices, *, most: int | None = None
) -> Written:
    """Write a row for each article, those without a tag too.

    Args:
        outgoing: What is counted.
        out: Where to.
        choices: `raw` and `excel`.
        most: What a greater count becomes; with 1 it is whether and not how often.
    """
    made, cell = matrix(outgoing), cell_by(choices)
    begin(out, choices, [*NAMES, *map(cell, made.tags)])
    for article in made.articles:
        named = (article.title, article.source, article.published)
        found = (made.counts[article.id, tag] for tag in made.tags)
        counts = (str(count if most is None else min(count, most)) for count in found)
        out.write(row_of([str(article.id), *map(cell, named), *counts]))
    return Written(len(made.articles), what="article")
