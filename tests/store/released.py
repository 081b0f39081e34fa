"""Libraries as released programs left them."""

import sqlite3
import zlib
from hashlib import sha256
from importlib import import_module
from pathlib import Path
from pkgutil import iter_modules

from sqlite_utils import Database, Migrations

from reader.store import schema

TEXT = "Harbour falls quiet\n\nThe harbour was quiet on Monday.\n\nLeave a Reply\n"

_AT = "2026-11-22T10:00:00+00:00"


def _names() -> list[str]:
    """The modules of the schema, in the order in which they were released."""
    return sorted(m.name for m in iter_modules(schema.__path__) if m.name[:1] == "m")


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


RELEASES = tuple(range(1, len(_names()) + 1))
"""The numbers of all schemas that there were."""


def first_release(path: Path) -> Path:
    """A library of the first schema, with an article, a tag, and a hidden line."""
    return release(path, 1)


def release(path: Path, number: int) -> Path:
    """The same as a program of a later schema left it that had brought it up."""
    conn = sqlite3.connect(path, isolation_level=None)
    to = Migrations("reader")
    for name in _names()[:number]:
        module = import_module(f"{schema.__name__}.{name}")
        to()(getattr(module, name))
    db = Database(conn, execute_plugins=False)
    to.apply(db, stop_before=_names()[1] if number > 1 else None)
    for table, row in _ROWS.items():
        marks = ", ".join("?" * len(row))
        names = ", ".join(f'"{name}"' for name in row)
        conn.execute(
            f"INSERT INTO {table} ({names}) VALUES ({marks})", tuple(row.values())
        )
    conn.execute("UPDATE article SET version_id = 1")
    to.apply(db)
    conn.execute("PRAGMA application_id = 1919246692")
    conn.execute(f"PRAGMA user_version = {number}")
    conn.close()
    path.chmod(0o600)
    return path
