"""The articles as a CSV: what is known of each, and how far the reading is."""

import json
from typing import Final, TextIO

from reader.exchange.cells import BYTE_ORDER_MARK, guarded, quoted
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
)
"""`tags` has their paths with ` | ` between, the most used first; `attributes` is a
JSON object of names and values, or empty."""


def write(outgoing: Outgoing, out: TextIO, choices: Choices) -> Written:
    """Write a row for each article."""
    shown = choices.shown or str
    if choices.excel:
        out.write(BYTE_ORDER_MARK)
    out.write(",".join(COLUMNS) + "\r\n")
    count = 0
    for article in outgoing.articles():
        memo, attributes = outgoing.known(article.id)
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
            memo,
            json.dumps(dict(attributes), ensure_ascii=False) if attributes else "",
        )
        cells = values if choices.raw else map(guarded, values)
        out.write(",".join(quoted(shown(cell)) for cell in cells) + "\r\n")
        count += 1
    return Written(count, what="article")
