"""The index of the words of every article, and the list of what it has to learn anew.

The index is derived from the tables and belongs to no history: whatever changes an
article's text, title or hidden lines, undo among it, puts the article on the list.
"""

from sqlite_utils import Database

_TABLES = (
    # Without content of its own: the text stays in `version`, once. The tokens come
    # ready-made, so that the index and the program can never disagree on one.
    """
    CREATE VIRTUAL TABLE article_fts USING fts5(
        title, shown, hidden, content = '', tokenize = 'ascii'
    )
    """,
    "INSERT INTO article_fts (article_fts, rank) VALUES ('hashsize', 67108864)",
    # What an article was when it was indexed: FTS5 wants it said to take it out.
    """
    CREATE TABLE indexed (
        article_id INTEGER PRIMARY KEY,
        version_id INTEGER NOT NULL,
        title TEXT NOT NULL,
        hidden_lines TEXT NOT NULL
    ) STRICT
    """,
    "CREATE TABLE unindexed (article_id INTEGER PRIMARY KEY) STRICT",
    "INSERT INTO unindexed (article_id) SELECT id FROM article",
)

_CHANGED = """
    INSERT INTO unindexed (article_id)
    SELECT {article} WHERE {article} IS NOT NULL
        AND NOT EXISTS (SELECT 1 FROM unindexed WHERE article_id = {article});
"""
_BY_VERSION = (
    "(SELECT article.id FROM article WHERE article.version_id = {row}.version_id)"
)
_TRIGGERS = tuple(
    f"CREATE TRIGGER search_{name} AFTER {event} BEGIN"
    f" {_CHANGED.format(article=article)} END"
    for name, event, article in (
        ("article_changed", "UPDATE OF version_id, title ON article", "NEW.id"),
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


def m004_search(db: Database) -> None:
    """The index of words, and the list of articles that are not in it as they are."""
    for statement in (*_TABLES, *_TRIGGERS):
        db.execute(statement)
