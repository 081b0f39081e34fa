"""A library that somebody with bad intentions hands on: each text in it is hostile."""

import sqlite3
from contextlib import closing
from dataclasses import replace
from pathlib import Path

from reader.cleaning.taught import Match, Taught
from reader.model import Document, Span, Status
from reader.review import Query, Unit
from reader.review.sample import Sample
from reader.store import Filter, Store
from reader.text.sought import Sought
from tests.conftest import document
from tests.hostile.payloads import PAYLOAD

_TEXT = """[b]Title {payload}

A first sentence {payload} here. A second one stands here.

Another paragraph of {payload} with a first sentence in it, here.

There is more at https://hostile.example/[b][/][@click=app.quit]x on this.

Leave a Reply
"""
TEXT = _TEXT.format(payload=PAYLOAD)

_POISONED = {
    "article": ("title", "source", "site", "author", "published", "memo"),
    "tag": ("path", "description", "memo"),
    "coder": ("name",),
    "step": ("label",),
    "saved_filter": ("name",),
    "attribute": ("name", "value"),
    "keyword": ("words",),
    "cleaning_rule": ("text",),
    "article_source": ("source",),
    "annotation": ("memo",),
    "decision": ("tag", "words"),
}
"""Columns whose text a person has typed or a file has brought."""


def make(path: Path, payload: str = PAYLOAD) -> None:
    """Make a library in which there is something for every place, and poison it."""
    fill(path, _TEXT.format(payload=payload))
    with closing(sqlite3.connect(path)) as conn, conn:
        for table, columns in _POISONED.items():
            for column in columns:
                # After the text, so that what is unique stays so; before it, what
                # stands in a narrow place.
                conn.execute(
                    f"UPDATE {table} SET {column} = '[b][/]' || {column} || ?",
                    (payload,),
                )
        conn.execute("UPDATE tag SET path_key = lower(path)")


def coder(path: Path) -> str:
    """The name of the first coder, as it is now."""
    with closing(sqlite3.connect(path)) as conn:
        return str(conn.execute("SELECT name FROM coder ORDER BY id").fetchone()[0])


def fill(path: Path, text: str = TEXT) -> None:
    """Make it; hostile is the text of its articles alone."""
    with Store(path, "ana") as store:
        _fill(store, text)


def _fill(store: Store, text: str) -> None:
    for number in (1, 2):
        file = replace(document(f"{number} {text}"), location=f"/news/{number}.txt")
        _bring(store, file)
    for coder, tags in (("ana", ("one", "two/three")), ("ben", ("one", "other"))):
        with store.coders.seated(coder, blind=False):
            _code(store, tags)
    first = store.articles.version(1)
    store.annotations.note(first, Span(0, 7), "memo")
    for tag in ("one", "two/three"):
        store.codebook.describe(tag, "means")
        store.codebook.set_memo(tag, "memo")
    store.keywords.add("one", Sought("paragraph"))
    store.rules.add(Taught(Match.EXACT, "Leave a Reply", True, "", "comments"))
    store.filters.put("mine", Filter(words="title"))
    store.attributes.put(1, {"country": "here"})
    for query in (
        Query(Unit.PASSAGES),
        Query(Unit.ARTICLES),
        Query(Unit.PASSAGES, cases=True),
    ):
        store.sessions.start(query, Sample.read("all", 1))
    # A newer text that leaves a passage in doubt.
    again = f"1 {text}".replace("A second one stands here.", "")
    _bring(store, replace(document(again), location="/news/1.txt"))


def _bring(store: Store, file: Document) -> None:
    step = store.imports.open("import")
    store.imports.keep(step, [file])
    store.imports.close(step)


def _code(store: Store, tags: tuple[str, ...]) -> None:
    for number, tag in enumerate(tags):
        for article_id in (1, 2):
            article = store.articles.one(article_id)
            assert article
            version = store.articles.version(article.version_id)
            start = version.text.index("A first") + 2 * number
            store.annotations.tag(version, Span(start, start + 16), tag)
            second = version.text.index("A second")
            store.annotations.tag(version, Span(second, second + 12), tag)
    for article_id in (1, 2):
        store.articles.set_status(article_id, Status.DONE)
