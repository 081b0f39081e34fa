"""Newer texts of an article: where each came from, and what became of passages."""

from sqlite_utils import Database

from reader.store.schema.m001_library import DERIVED_HIDDEN

_STATEMENTS = (
    """
    CREATE TABLE article_source (
        id INTEGER PRIMARY KEY,
        article_id INTEGER NOT NULL REFERENCES article,
        location TEXT NOT NULL UNIQUE CHECK (location <> ''),
        source TEXT NOT NULL,
        added_at TEXT NOT NULL
    ) STRICT
    """,
    "CREATE INDEX article_source_by_article ON article_source (article_id)",
    # Which file a relative path meant then is not known now.
    """
    INSERT OR IGNORE INTO article_source (article_id, location, source, added_at)
    SELECT id, source, source, added_at FROM article
    WHERE source GLOB '/*' ORDER BY removed, id DESC
    """,
    """
    CREATE TABLE reanchoring (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        annotation_id TEXT NOT NULL,
        from_version INTEGER NOT NULL REFERENCES version,
        from_start INTEGER NOT NULL,
        from_end INTEGER NOT NULL,
        to_version INTEGER NOT NULL REFERENCES version,
        start INTEGER,
        "end" INTEGER,
        anchor TEXT NOT NULL CHECK (anchor IN ('anchored', 'review', 'orphan')),
        method TEXT NOT NULL,
        likeness REAL NOT NULL,
        coder_id INTEGER REFERENCES coder,
        at TEXT NOT NULL
    ) STRICT
    """,
    "CREATE INDEX reanchoring_by_annotation ON reanchoring (annotation_id, id)",
    "CREATE INDEX annotation_unsettled ON annotation (anchor, article_id)"
    " WHERE anchor <> 'anchored'",
    f"""
    CREATE TRIGGER article_renewed AFTER UPDATE OF version_id ON article BEGIN
    {DERIVED_HIDDEN.format(row="NEW")}
    END
    """,
)


def m008_versions(db: Database) -> None:
    """The sources of an article, and each move of an annotation between versions."""
    for statement in _STATEMENTS:
        db.execute(statement)
