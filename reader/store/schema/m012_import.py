"""The way from a version to its article, which the hidden lines are counted by."""

from sqlite_utils import Database


def m012_import(db: Database) -> None:
    """Without this index each article that comes in would read through all others."""
    db.execute("CREATE INDEX article_by_version ON article (version_id)")
