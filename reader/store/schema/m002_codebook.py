"""The codebook's memos, order and retirement; what is known of an article."""

from sqlite_utils import Database

_STATEMENTS = (
    "ALTER TABLE tag ADD COLUMN memo TEXT NOT NULL DEFAULT ''",
    "ALTER TABLE tag ADD COLUMN retired INTEGER NOT NULL DEFAULT 0"
    " CHECK (retired IN (0, 1))",
    "ALTER TABLE tag ADD COLUMN place INTEGER NOT NULL DEFAULT 0",
    "ALTER TABLE article ADD COLUMN memo TEXT NOT NULL DEFAULT ''",
    """
    CREATE TABLE attribute (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        article_id INTEGER NOT NULL REFERENCES article,
        name TEXT NOT NULL CHECK (name <> ''),
        name_key TEXT NOT NULL,
        value TEXT NOT NULL CHECK (value <> ''),
        UNIQUE (article_id, name_key)
    ) STRICT
    """,
    "CREATE INDEX attribute_by_value ON attribute (name_key, value, article_id)",
)


def m002_codebook(db: Database) -> None:
    """What a tag and an article say of themselves."""
    for statement in _STATEMENTS:
        db.execute(statement)
