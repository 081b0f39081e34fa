"""A large made library: the articles of `made_library` put straight into the tables.

What an import does row by row and trigger by trigger is done once for all of them, as
the figures are of the library and not of how it came to be.
"""

import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from hashlib import sha256
from itertools import islice
from pathlib import Path

from reader.cleaning import Cleaned
from reader.model import Document
from reader.store import Store
from reader.store.judging import judgement
from reader.store.lessons import row_of
from tests.benchmarks.made_library import LINES, SITES, annotate, documents

_AT = "2026-01-01T00:00:00+00:00"
_BATCH = 5_000

_ROWS = (
    "INSERT INTO version (id, article_id, text, sha256, encoding, newline, original,"
    f" added_at, words) VALUES (?, ?, ?, ?, 'utf-8', 'lf', x'', '{_AT}', ?)",
    "INSERT INTO article (id, version_id, title, title_key, source, site, author,"
    " published, language, words, lines, hidden_lines, is_cleaned, added_at,"
    f" import_step) VALUES (?, ?, ?, ?, ?, ?, '', ?, 'en', ?, ?, ?, 1, '{_AT}', 1)",
    "INSERT INTO article_source (article_id, location, source, added_at)"
    f" VALUES (?, ?, ?, '{_AT}')",
    "INSERT INTO cleaning (version_id, cleaner, verdicts, words) VALUES (?, ?, ?, ?)",
    "INSERT INTO indexed (article_id, version_id, title, hidden_lines)"
    " VALUES (?, ?, ?, ?)",
    "INSERT INTO article_fts (rowid, title, shown, hidden) VALUES (?, ?, ?, ?)",
)
"""In the order of `_rows`."""


@contextmanager
def pouring(store: Store) -> Iterator[sqlite3.Connection]:
    """One transaction without triggers and without waiting for the disk.

    It begins with step 1, an import; its end puts the triggers back.
    """
    # Nothing of the articles is to be learned or compared while they are measured.
    store.search.index.update()
    store.copies.index.update()
    conn = store._conn
    conn.execute("PRAGMA synchronous = OFF")
    conn.execute("PRAGMA foreign_keys = OFF")
    conn.execute("BEGIN")
    found = conn.execute("SELECT name, sql FROM sqlite_master WHERE type = 'trigger'")
    triggers = found.fetchall()
    for name, _ in triggers:
        conn.execute(f"DROP TRIGGER {name}")
    conn.execute(
        "INSERT INTO step (id, coder_id, label, at) VALUES (1, ?, 'import', ?)",
        (store.coders.current, _AT),
    )
    yield conn
    conn.execute("INSERT INTO article_name (article_name) VALUES ('rebuild')")
    for _, statement in triggers:
        conn.execute(statement)
    conn.execute("COMMIT")


def library(
    path: Path, articles: int, annotations: int = 0, tags: int = 0, lines: int = LINES
) -> None:
    """Make a library file, unless it is there; its articles have so many lines."""
    if path.exists():
        return
    with Store(path, "made") as store:
        with pouring(store) as conn:
            conn.executemany(
                "INSERT INTO site_article (article_id, version_id, site)"
                " VALUES (?, ?, ?)",
                ((n + 1, n + 1, SITES[n % len(SITES)]) for n in range(articles)),
            )
            conn.execute(
                "INSERT INTO site_size"
                " SELECT site, count(*) FROM site_article GROUP BY site"
            )
            # Verdicts under another stamp would be made anew while one searches.
            stamp = store.verdicts.tasks()
            stamps = {site: stamp("", site, "").stamp for site in SITES}
            coming = enumerate(documents(articles, lines), start=1)
            while batch := list(islice(coming, _BATCH)):
                _pour(conn, batch, stamps)
        if annotations:
            annotate(store, annotations, tags)


def _pour(
    conn: sqlite3.Connection,
    batch: Iterable[tuple[int, tuple[Document, Cleaned]]],
    stamps: dict[str, str],
) -> None:
    rows = [
        _rows(number, document, cleaned, stamps[document.site])
        for number, (document, cleaned) in batch
    ]
    for statement, each in zip(_ROWS, zip(*rows, strict=True), strict=True):
        conn.executemany(statement, each)


def _rows(
    number: int, document: Document, cleaned: Cleaned, stamp: str
) -> tuple[tuple[object, ...], ...]:
    text, title, source = document.text, document.title, document.source
    said = judgement(text, stamp, cleaned.lines)
    hidden, size = said.hidden, len(cleaned.lines)
    sha = sha256(text.encode()).hexdigest()
    return (
        (number, number, text, sha, len(text.split())),
        (
            *(number, number, title, title.casefold(), source, document.site),
            *(document.published, said.words, size, len(hidden)),
        ),
        (number, source, source),
        (number, said.stamp, said.verdicts, said.words),
        (number, number, title, ",".join(map(str, sorted(hidden)))),
        row_of(number, title, text, hidden),
    )
