"""Articles that are there before they are cleaned: what is known of them by then."""

from sqlite_utils import Database

from reader.store.schema.m001_library import DERIVED_HIDDEN

# An article waits in `unindexed` from the moment it comes in; until its version has a
# row of `cleaning`, nobody knows how many of its lines are hidden.
_COLUMNS = (
    # Of the lines that are shown; of the whole text, until it is cleaned.
    "ALTER TABLE cleaning ADD COLUMN words INTEGER",
    "ALTER TABLE version ADD COLUMN words INTEGER",
    "ALTER TABLE article ADD COLUMN is_titled INTEGER NOT NULL DEFAULT 0"
    " CHECK (is_titled IN (0, 1))",
)

DERIVED_SHOWN = DERIVED_HIDDEN.replace(
    " WHERE version_id = {row}.version_id;",
    """, words = coalesce(
        (SELECT c.words FROM cleaning AS c WHERE c.version_id = article.version_id),
        (SELECT v.words FROM version AS v WHERE v.id = article.version_id),
        words
    ) WHERE version_id = {row}.version_id;""",
)
_WORDS_SHOWN = tuple(
    statement
    for name, event in (
        ("cleaning_insert", "INSERT ON cleaning"),
        ("cleaning_update", "UPDATE ON cleaning"),
        ("article_renewed", "UPDATE OF version_id ON article"),
    )
    for statement in (
        f"DROP TRIGGER {name}",
        f"CREATE TRIGGER {name} AFTER {event}"
        f" BEGIN {DERIVED_SHOWN.format(row='NEW')} END",
    )
)

# What was taken out before its turn came is not learned; once it is back, it waits.
_WAITING = (
    """
    CREATE TRIGGER search_article_removed AFTER UPDATE OF removed ON article
    WHEN NEW.removed = 1 AND OLD.removed = 0
    BEGIN
        DELETE FROM unindexed WHERE article_id = NEW.id
            AND NOT EXISTS (SELECT 1 FROM indexed WHERE article_id = NEW.id);
    END
    """,
    """
    CREATE TRIGGER search_article_back AFTER UPDATE OF removed ON article
    WHEN NEW.removed = 0 AND OLD.removed = 1
    BEGIN
        INSERT INTO unindexed (article_id) SELECT NEW.id
        WHERE NOT EXISTS (SELECT 1 FROM indexed WHERE article_id = NEW.id)
            AND NOT EXISTS (SELECT 1 FROM unindexed WHERE article_id = NEW.id);
    END
    """,
)

# An import names its articles many at a time: row by row FTS5 writes to the disk after
# each, which costs ten times as much.
_UNNAMED = "DROP TRIGGER article_named"

_KNOWN = (
    # The number of words follows from the text and its cleaning, so no step keeps it.
    """
    UPDATE history SET
        before = json_remove(before, '$.words'), after = json_remove(after, '$.words')
    WHERE table_name = 'article' AND json_type(after, '$.version_id') IS NOT NULL
    """,
    """
    UPDATE article SET is_titled = 1 WHERE id IN (
        SELECT CAST(row_id AS INTEGER) FROM history JOIN step ON step.id = step_id
        WHERE table_name = 'article' AND undone = 0
            AND json_type(after, '$.title') IS NOT NULL)
    """,
)


def m013_learning(db: Database) -> None:
    """The words of what a cleaning shows, and whether a title was corrected."""
    for statement in (*_COLUMNS, *_WORDS_SHOWN, *_WAITING, _UNNAMED, *_KNOWN):
        db.execute(statement)
