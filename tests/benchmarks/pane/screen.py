"""A library for the real program: one article of any size, annotated all over."""

import random
import sqlite3
from pathlib import Path

from reader.cleaning import Cleaned, Judged
from reader.model import Document, Span
from reader.store import Store
from tests.benchmarks.made_library import keep_judged

_STACKED = 52
"""Of the copies at the beginning, besides the eight that are copied."""


def library(path: Path, text: str, count: int) -> Path:
    """Make a library of one article with so many annotations, eight tags among them.

    The text is made up and clean, so nothing of it is judged at the import.
    """
    document = Document("news.txt", text, b"", "utf-8", "lf", "First light")
    cleaned = Cleaned(Judged(text, {}))
    with Store(path, "ana") as store:
        step = store.imports.open("import")
        (article_id,) = keep_judged(store, step, [(document, cleaned)])
        store.imports.close(step)
        article = store.articles.one(article_id)
        assert article
        version = store.articles.version(article.version_id)
        for number in range(8):
            store.annotations.tag(version, Span(number, 400 - number), f"tag {number}")
    _copy(path, text, count)
    return path


def _copy(path: Path, text: str, count: int) -> None:
    """The same annotations at other places; one by one they would take minutes."""
    chance = random.Random(count)
    with sqlite3.connect(path) as conn:
        (row,) = conn.execute("SELECT * FROM annotation LIMIT 1").fetchall()
        names = [name for _, name, *_ in conn.execute("PRAGMA table_info(annotation)")]
        marks = ", ".join("?" * len(names))
        for number in range(count):
            start = chance.randrange(len(text) - 700) if number > _STACKED else 0
            end = start + chance.randint(3, 600)
            values = dict(zip(names, row, strict=True)) | {
                "id": f"copy {number}",
                "start": start,
                "end": end,
                "quote": text[start:end],
                "tag_id": number % 8 + 1,
            }
            conn.execute(
                f"INSERT INTO annotation VALUES ({marks})", tuple(values.values())
            )
