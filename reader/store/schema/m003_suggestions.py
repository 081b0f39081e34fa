"""What suggests a tag, and what was suggested and not wanted."""

from sqlite_utils import Database

# A tag that is deleted leaves its rows behind, out of sight: when undo brings it
# back, with the same id, its keywords are there again. So nothing refers to it here.
_STATEMENTS = (
    """
    CREATE TABLE keyword (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        tag_id INTEGER NOT NULL,
        words TEXT NOT NULL CHECK (words <> ''),
        is_regex INTEGER NOT NULL DEFAULT 0 CHECK (is_regex IN (0, 1)),
        whole_words INTEGER NOT NULL DEFAULT 1 CHECK (whole_words IN (0, 1)),
        match_case INTEGER NOT NULL DEFAULT 0 CHECK (match_case IN (0, 1)),
        coder_id INTEGER NOT NULL REFERENCES coder,
        created_at TEXT NOT NULL
    ) STRICT
    """,
    """
    CREATE TABLE rejection (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        tag_id INTEGER NOT NULL,
        version_id INTEGER NOT NULL REFERENCES version,
        start INTEGER NOT NULL CHECK (start >= 0),
        "end" INTEGER NOT NULL CHECK ("end" > start),
        quote TEXT NOT NULL,
        coder_id INTEGER NOT NULL REFERENCES coder,
        created_at TEXT NOT NULL
    ) STRICT
    """,
    "CREATE INDEX keyword_by_tag ON keyword (tag_id)",
    "CREATE INDEX rejection_by_version ON rejection (version_id, coder_id)",
    "CREATE INDEX rejection_by_tag ON rejection (tag_id)",
)


def m003_suggestions(db: Database) -> None:
    """Keywords of tags, and rejections of what was suggested."""
    for statement in _STATEMENTS:
        db.execute(statement)
