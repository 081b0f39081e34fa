"""Libraries as released programs left them."""

import sqlite3
import zlib
from hashlib import sha256
from pathlib import Path

from sqlite_utils import Database, Migrations

from reader.store.schema.m001_library import m001_library

TEXT = "Harbour falls quiet\n\nThe harbour was quiet on Monday.\n\nLeave a Reply\n"

_AT = "2026-11-22T10:00:00+00:00"
_ROWS: dict[str, dict[str, object]] = {
    "coder": {"id": 1, "name": "ana"},
    "step": {"id": 1, "coder_id": 1, "label": "import", "at": _AT},
    "article": {
        "id": 1, "title": "Harbour", "title_key": "harbour", "source": "/news/h.txt",
        "site": "", "author": "", "published": "", "words": 9, "lines": 3,
        "added_at": _AT, "import_step": 1,
    },
    "version": {
        "id": 1, "article_id": 1, "text": TEXT,
        "sha256": sha256(TEXT.encode()).hexdigest(), "encoding": "utf-8",
        "newline": "lf", "original": zlib.compress(TEXT.encode()), "added_at": _AT,
    },
    "cleaning": {
        "version_id": 1, "cleaner": "older",
        "verdicts": '[[4, "comments", "key word", 0.99]]',
    },
    "tag": {"id": 1, "path": "place", "path_key": "place", "colour": 0},
    "annotation": {
        "id": "a1", "article_id": 1, "version_id": 1, "start": 0, "end": 7,
        "quote": "Harbour", "prefix": "", "suffix": TEXT[7:67], "paragraph": 1,
        "sentence": 1, "tag_id": 1, "coder_id": 1, "created_at": _AT,
        "updated_at": _AT,
    },
}  # fmt: skip


def first_release(path: Path) -> Path:
    """A library of the first schema, with an article, a tag, and a hidden line."""
    conn = sqlite3.connect(path, isolation_level=None)
    migrations = Migrations("reader")
    migrations()(m001_library)
    migrations.apply(Database(conn, execute_plugins=False))
    for table, row in _ROWS.items():
        marks = ", ".join("?" * len(row))
        names = ", ".join(f'"{name}"' for name in row)
        conn.execute(
            f"INSERT INTO {table} ({names}) VALUES ({marks})", tuple(row.values())
        )
    conn.execute("UPDATE article SET version_id = 1")
    conn.execute("PRAGMA application_id = 1919246692")
    conn.execute("PRAGMA user_version = 1")
    conn.close()
    path.chmod(0o600)
    return path
