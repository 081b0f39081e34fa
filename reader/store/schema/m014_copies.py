"""What articles share: sentences word for word, and near copies in families.

It is derived from the tables and belongs to no history: whatever changes an article's
text or its hidden lines, takes it out or brings it back, undo among it, puts it on the
list of what is to be compared anew.
"""

from sqlite_utils import Database

_TABLES = (
    # What an article was when it was compared, so that it can be taken out again
    # whatever it is by now: 8 bytes a sentence, and the sketch.
    """
    CREATE TABLE compared (
        article_id INTEGER PRIMARY KEY,
        sentences BLOB NOT NULL,
        sketch BLOB NOT NULL,
        family INTEGER
    ) STRICT
    """,
    "CREATE INDEX compared_by_family ON compared (family) WHERE family IS NOT NULL",
    """
    CREATE TABLE sentence (
        key INTEGER NOT NULL,
        article_id INTEGER NOT NULL,
        PRIMARY KEY (key, article_id)
    ) STRICT, WITHOUT ROWID
    """,
    """
    CREATE TABLE copy_band (
        band INTEGER NOT NULL,
        article_id INTEGER NOT NULL,
        PRIMARY KEY (band, article_id)
    ) STRICT, WITHOUT ROWID
    """,
    # Pairs that were found alike by all of their words, each both ways round.
    """
    CREATE TABLE copy_pair (
        article_id INTEGER NOT NULL,
        other_id INTEGER NOT NULL,
        PRIMARY KEY (article_id, other_id)
    ) STRICT, WITHOUT ROWID
    """,
    "CREATE TABLE uncompared (article_id INTEGER PRIMARY KEY) STRICT",
    "INSERT INTO uncompared (article_id) SELECT id FROM article WHERE removed = 0",
)

_CHANGED = """
    INSERT INTO uncompared (article_id)
    SELECT {article} WHERE {article} IS NOT NULL
        AND NOT EXISTS (SELECT 1 FROM uncompared WHERE article_id = {article});
"""
_BY_VERSION = (
    "(SELECT article.id FROM article WHERE article.version_id = {row}.version_id)"
)
_TRIGGERS = tuple(
    f"CREATE TRIGGER copies_{name} AFTER {event} BEGIN"
    f" {_CHANGED.format(article=article)} END"
    for name, event, article in (
        ("article_changed", "UPDATE OF version_id, removed ON article", "NEW.id"),
        *(
            (
                f"{table}_{event.lower()}",
                f"{event} ON {table}",
                _BY_VERSION.format(row="OLD" if event == "DELETE" else "NEW"),
            )
            for table in ("cleaning", "line_override")
            for event in ("INSERT", "UPDATE", "DELETE")
        ),
    )
)


def m014_copies(db: Database) -> None:
    """The tables of what articles share, and the list of what is to be compared."""
    for statement in (*_TABLES, *_TRIGGERS):
        db.execute(statement)
