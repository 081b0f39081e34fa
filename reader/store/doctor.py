"""Looking a library through: what must be true of it, and what can be set right."""

import sqlite3
import stat
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from reader.store.connection import writing


@dataclass(frozen=True, slots=True)
class Check:
    """One thing that must be true; `counts` is the query for how often it is not."""

    says: str
    """What is wrong, after the number."""
    counts: str
    repair: str = ""
    """The statement that sets it right, where that can be known."""


@dataclass(frozen=True, slots=True)
class Finding:
    """Something that is not as it must be."""

    says: str
    can_repair: bool


_ANNOTATED = "SELECT count(*) FROM annotation AS a WHERE a.article_id = article.id"
_USED = "SELECT count(*) FROM annotation AS a WHERE a.tag_id = tag.id"

CHECKS: Final = (
    Check(
        "annotations whose quote is not what stands at their place",
        "SELECT count(*) FROM annotation AS a JOIN version AS v ON v.id = a.version_id"
        ' WHERE a.quote <> substr(v.text, a.start + 1, a."end" - a.start)',
    ),
    Check(
        "annotations that stand on a text of another article",
        "SELECT count(*) FROM annotation AS a JOIN version AS v ON v.id = a.version_id"
        " WHERE a.article_id <> v.article_id",
    ),
    Check(
        "articles without a text",
        "SELECT count(*) FROM article WHERE version_id IS NULL AND removed = 0",
    ),
    Check(
        "articles with a wrong number of annotations in the list",
        f"SELECT count(*) FROM article WHERE annotations <> ({_ANNOTATED})",
        f"UPDATE article SET annotations = ({_ANNOTATED})"
        f" WHERE annotations <> ({_ANNOTATED})",
    ),
    Check(
        "tags with a wrong number of uses",
        f"SELECT count(*) FROM tag WHERE uses <> ({_USED})",
        f"UPDATE tag SET uses = ({_USED}) WHERE uses <> ({_USED})",
    ),
    Check(
        "steps of the history that lead nowhere",
        "SELECT count(*) FROM history WHERE step_id NOT IN (SELECT id FROM step)",
    ),
)


def examine(conn: sqlite3.Connection, path: Path | None) -> Iterator[Finding]:
    """Look through the file, the tables, and what follows from one another in them."""
    for (said,) in conn.execute("PRAGMA integrity_check(20)").fetchall():
        if said != "ok":
            yield Finding(f"the file is damaged: {said}", can_repair=False)
    for table, row, other, _ in conn.execute("PRAGMA foreign_key_check").fetchall():
        yield Finding(f"row {row} of {table} has lost its {other}", can_repair=False)
    for check in CHECKS:
        if count := conn.execute(check.counts).fetchone()[0]:
            yield Finding(f"{count:,} {check.says}", bool(check.repair))
    if path is not None and _is_open(path):
        yield Finding("others on this machine can read the file", can_repair=True)


def repair(conn: sqlite3.Connection, path: Path | None) -> None:
    """Set right what follows from the rest: counts, what is indexed, the mode."""
    with writing(conn):
        for check in CHECKS:
            if check.repair:
                conn.execute(check.repair)
        conn.execute(
            "INSERT OR IGNORE INTO unindexed (article_id) SELECT id FROM article"
        )
        conn.execute(
            "INSERT OR IGNORE INTO uncompared (article_id) SELECT id FROM article"
        )
    if path is not None and _is_open(path):
        path.chmod(0o600)


def _is_open(path: Path) -> bool:
    return bool(stat.S_IMODE(path.stat().st_mode) & 0o077)
