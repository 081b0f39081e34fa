"""Which lines stand on many articles of a site."""

from sqlite_utils import Database

_STATEMENTS = (
    """
    CREATE TABLE site_line (
        key INTEGER PRIMARY KEY,
        articles INTEGER NOT NULL
    ) STRICT
    """,
    """
    CREATE TABLE site_article (
        article_id INTEGER PRIMARY KEY,
        version_id INTEGER NOT NULL,
        site TEXT NOT NULL
    ) STRICT
    """,
    "CREATE INDEX site_article_by_site ON site_article (site)",
    """
    CREATE TABLE site_changed (
        site TEXT NOT NULL,
        article_id INTEGER NOT NULL,
        PRIMARY KEY (site, article_id)
    ) STRICT, WITHOUT ROWID
    """,
    # Whoever changes an article, undo among them, leaves word here; the lines are
    # counted when somebody next asks about the site.
    """
    CREATE TRIGGER article_site_changed
    AFTER UPDATE OF removed, site, version_id ON article
    WHEN OLD.removed <> NEW.removed OR OLD.site <> NEW.site
        OR OLD.version_id IS NOT NEW.version_id
    BEGIN
        INSERT OR IGNORE INTO site_changed
            SELECT OLD.site, OLD.id WHERE OLD.site <> '';
        INSERT OR IGNORE INTO site_changed
            SELECT NEW.site, NEW.id WHERE NEW.site <> '';
    END
    """,
    "INSERT INTO site_changed SELECT site, id FROM article"
    " WHERE site <> '' AND removed = 0",
)


def m006_site_lines(db: Database) -> None:
    """Counts of lines by site; what is counted, and what has changed since."""
    for statement in _STATEMENTS:
        db.execute(statement)
