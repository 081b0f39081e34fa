"""What the list is sorted, filtered and searched by, and filters kept under a name."""

from sqlite_utils import Database

_COLUMNS = (
    "ALTER TABLE article ADD COLUMN language TEXT NOT NULL DEFAULT ''",
    """
    ALTER TABLE article ADD COLUMN hidden_share INTEGER
        GENERATED ALWAYS AS (100 * hidden_lines / max(lines, 1)) VIRTUAL
    """,
)

# The list holds only what was not removed, so each index begins with that; each
# ends, as every index does, with the id, and so gives a place to every article.
_INDEXES = (
    "CREATE INDEX article_by_added ON article (removed)",
    *(
        f"CREATE INDEX article_by_{column} ON article (removed, {column})"
        for column in ("words", "hidden_share", "annotations", "site", "language")
    ),
    "DROP INDEX annotation_by_coder",
    "CREATE INDEX annotation_by_coder ON annotation (coder_id, article_id)",
)

_TABLES = (
    """
    CREATE TABLE saved_filter (
        name TEXT PRIMARY KEY CHECK (name <> ''),
        said TEXT NOT NULL CHECK (json_valid(said))
    ) STRICT, WITHOUT ROWID
    """,
    """
    CREATE VIRTUAL TABLE article_name USING fts5 (
        title, site, source, content = 'article', content_rowid = 'id',
        prefix = '1 2 3', detail = none, columnsize = 0,
        tokenize = 'unicode61 remove_diacritics 2'
    )
    """,
    "INSERT INTO article_name (article_name) VALUES ('rebuild')",
)

_NAMED = "INSERT INTO article_name (rowid, title, site, source)"
_UNNAMED = "INSERT INTO article_name (article_name, rowid, title, site, source)"
_OLD = "OLD.id, OLD.title, OLD.site, OLD.source"
_NEW = "NEW.id, NEW.title, NEW.site, NEW.source"

_TRIGGERS = (
    f"""
    CREATE TRIGGER article_named AFTER INSERT ON article BEGIN
        {_NAMED} VALUES ({_NEW});
    END
    """,
    f"""
    CREATE TRIGGER article_renamed AFTER UPDATE OF title, site, source ON article
    BEGIN
        {_UNNAMED} VALUES ('delete', {_OLD});
        {_NAMED} VALUES ({_NEW});
    END
    """,
    f"""
    CREATE TRIGGER article_unnamed AFTER DELETE ON article BEGIN
        {_UNNAMED} VALUES ('delete', {_OLD});
    END
    """,
)


def m005_list(db: Database) -> None:
    """Columns, indexes and words for the list; the language of what is there."""
    for statement in (*_COLUMNS, *_INDEXES, *_TABLES, *_TRIGGERS):
        db.execute(statement)
    _guess_languages(db)


def _guess_languages(db: Database) -> None:
    from reader.cleaning.language import SAMPLE, language_code

    conn = db.conn
    rows = conn.execute(
        "SELECT article.id, substr(text, 1, ?) FROM article"
        " JOIN version ON version.id = version_id",
        (SAMPLE,),
    )
    for article_id, beginning in rows:
        conn.execute(
            "UPDATE article SET language = ? WHERE id = ?",
            (language_code(beginning), article_id),
        )
