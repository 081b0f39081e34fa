"""The articles as a CSV: what is known of each, and how far the reading is."""

import json
from typing import Final, TextIO

from reader.exchange.cells import begin, cell_by, row_of
from reader.exchange.outgoing import Choices, Outgoing, Written

COLUMNS: Final = (
    "article_id",
    "title",
    "source",
    "site",
    "author",
    "published",
    "status",
    "words",
    "lines",
    "hidden_lines",
    "annotations",
    "tags",
    "added_at",
    "memo",
    "attributes",
    "whole_page",
)
"""`tags` has their paths with ` | ` between, the most used first; `attributes` is a
JSON object of names and values, or empty; `whole_page` is `yes` where no article was
found in a web page and all its lines were kept."""


def write(outgoing: Outgoing, out: TextIO, choices: Choices) -> Written:
    """Write a row for each article."""
    begin(out, choices, COLUMNS)
    cell = cell_by(choices)
    count = 0
    for article in outgoing.articles():
        known = outgoing.known(article.id)
        attributes = dict(known.attributes)
        values = (
            str(article.id),
            article.title,
            article.source,
            article.site,
            article.author,
            article.published,
            article.status.value,
            str(article.words),
            str(article.lines),
            "" if article.hidden_lines is None else str(article.hidden_lines),
            str(article.annotations),
            " | ".join(article.tags),
            article.added_at.isoformat(),
            known.memo,
            json.dumps(attributes, ensure_ascii=False) if attributes else "",
            "yes" if known.is_whole_page else "",
        )
        out.write(row_of([cell(value) for value in values]))
        count += 1
    return Written(count, what="article")
