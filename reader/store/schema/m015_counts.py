"""What was counted anew for each question: sizes of sites and families, what is known.

How many lines of an article are hidden is not known before it is cleaned; the share of
such an article is -1, below that of every other.
"""

from sqlite_utils import Database

from reader.store.schema.m013_learning import DERIVED_SHOWN

_IS_CLEANED = "SELECT 1 FROM cleaning AS c WHERE c.version_id = article.version_id"

_CLEANED = (
    "DROP INDEX article_by_hidden_share",
    "ALTER TABLE article DROP COLUMN hidden_share",
    "ALTER TABLE article ADD COLUMN is_cleaned INTEGER NOT NULL DEFAULT 0"
    " CHECK (is_cleaned IN (0, 1))",
    """
    ALTER TABLE article ADD COLUMN hidden_share INTEGER GENERATED ALWAYS AS (
        CASE WHEN is_cleaned THEN 100 * hidden_lines / max(lines, 1) ELSE -1 END
    ) VIRTUAL
    """,
    f"UPDATE article SET is_cleaned = 1 WHERE EXISTS ({_IS_CLEANED})",
    "CREATE INDEX article_by_hidden_share ON article (removed, hidden_share)",
)

_DERIVED = DERIVED_SHOWN.replace(
    " WHERE version_id = {row}.version_id;",
    f", is_cleaned = EXISTS ({_IS_CLEANED}) WHERE version_id = {{row}}.version_id;",
)
_CLEANED_NOW = tuple(
    statement
    for name, event in (
        ("cleaning_insert", "INSERT ON cleaning"),
        ("cleaning_update", "UPDATE ON cleaning"),
        ("article_renewed", "UPDATE OF version_id ON article"),
    )
    for statement in (
        f"DROP TRIGGER {name}",
        f"CREATE TRIGGER {name} AFTER {event} BEGIN {_DERIVED.format(row='NEW')} END",
    )
)

_TABLES = (
    # Of the web pages of which all lines were kept, as no article was found in them.
    """
    CREATE TABLE whole_page (
        version_id INTEGER PRIMARY KEY REFERENCES version
    ) STRICT
    """,
    """
    CREATE TABLE site_size (
        site TEXT PRIMARY KEY,
        articles INTEGER NOT NULL
    ) STRICT, WITHOUT ROWID
    """,
    "INSERT INTO site_size SELECT site, count(*) FROM site_article GROUP BY site",
    # Articles that were removed do not count.
    """
    CREATE TABLE family (
        id INTEGER PRIMARY KEY,
        articles INTEGER NOT NULL
    ) STRICT
    """,
    """
    INSERT INTO family SELECT family, count(*) FROM compared
    JOIN article ON article.id = article_id
    WHERE family IS NOT NULL AND removed = 0 GROUP BY family
    """,
    "CREATE INDEX family_by_articles ON family (articles)",
)


def _more(table: str, key: str, value: str, where: str = "1") -> str:
    return (
        f"INSERT INTO {table} ({key}, articles) SELECT {value}, 1"
        f" WHERE {value} IS NOT NULL AND {where}"
        " ON CONFLICT DO UPDATE SET articles = articles + 1;"
    )


def _fewer(table: str, key: str, value: str, where: str = "1") -> str:
    return (
        f"UPDATE {table} SET articles = articles - 1 WHERE {key} = {value} AND {where};"
        f" DELETE FROM {table} WHERE {key} = {value} AND articles < 1;"
    )


_HERE = "EXISTS (SELECT 1 FROM article WHERE id = {row}.article_id AND removed = 0)"
_ITS_FAMILY = "(SELECT family FROM compared WHERE article_id = NEW.id)"
_COUNTED = tuple(
    f"CREATE TRIGGER {name} AFTER {event} BEGIN {' '.join(statements)} END"
    for name, event, statements in (
        (
            "site_larger",
            "INSERT ON site_article",
            [_more("site_size", "site", "NEW.site")],
        ),
        (
            "site_smaller",
            "DELETE ON site_article",
            [_fewer("site_size", "site", "OLD.site")],
        ),
        (
            "family_left",
            "DELETE ON compared",
            [_fewer("family", "id", "OLD.family", _HERE.format(row="OLD"))],
        ),
        (
            "family_changed",
            "UPDATE OF family ON compared WHEN OLD.family IS NOT NEW.family",
            [
                _fewer("family", "id", "OLD.family", _HERE.format(row="OLD")),
                _more("family", "id", "NEW.family", _HERE.format(row="NEW")),
            ],
        ),
        (
            "family_removed",
            "UPDATE OF removed ON article WHEN NEW.removed > OLD.removed",
            [_fewer("family", "id", _ITS_FAMILY)],
        ),
        (
            "family_back",
            "UPDATE OF removed ON article WHEN NEW.removed < OLD.removed",
            [_more("family", "id", _ITS_FAMILY)],
        ),
    )
)


def m015_counts(db: Database) -> None:
    """Sizes of sites and of families, and which articles are cleaned, kept as rows."""
    for statement in (*_CLEANED, *_CLEANED_NOW, *_TABLES, *_COUNTED):
        db.execute(statement)
