"""Whether a text is still the newest of its article."""

import sqlite3

from reader.model import Version
from reader.store.errors import NewerTextError


def check_newest(conn: sqlite3.Connection, version: Version) -> None:
    """Refuse a text that another program has renewed since it was read.

    On an older text nobody would look for what is put there now. This must be asked
    within the transaction that puts it there.

    Raises:
        NewerTextError: When the article has another text by now.
    """
    row = conn.execute(
        "SELECT version_id FROM article WHERE id = ?", (version.article_id,)
    ).fetchone()
    if row is None or row[0] != version.id:
        raise NewerTextError
