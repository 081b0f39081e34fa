"""A decoded text on its way into the tables, with what the cleaner said of it."""

import sqlite3
import zlib
from hashlib import sha256
from typing import TYPE_CHECKING

from reader.model import Document
from reader.store.identity import now

if TYPE_CHECKING:
    from reader.cleaning import Cleaned


def digest(text: str) -> str:
    """The SHA-256 of a text's UTF-8 bytes, in hexadecimal."""
    return sha256(text.encode()).hexdigest()


def insert_text(
    conn: sqlite3.Connection, article_id: int, document: Document, cleaned: "Cleaned"
) -> int:
    """Make a document's text the newest version of an article, and give its id."""
    from reader.store.verdicts import dump, first_stamp

    version_id = conn.execute(
        "INSERT INTO version (article_id, text, sha256, encoding, newline,"
        " original, added_at) VALUES (?, ?, ?, ?, ?, ?, ?)",
        (
            article_id,
            document.text,
            digest(document.text),
            document.encoding,
            document.newline,
            zlib.compress(document.original),
            now().isoformat(),
        ),
    ).lastrowid
    assert version_id
    conn.execute(
        "INSERT INTO cleaning (version_id, cleaner, verdicts) VALUES (?, ?, ?)",
        (version_id, first_stamp(), dump(cleaned.lines)),
    )
    return version_id


def counts(text: str, cleaned: "Cleaned") -> dict[str, int]:
    """How many words it shows, and how many lines are not blank."""
    spans = [line.span for line in cleaned.lines if not line.hidden]
    return {
        "words": sum(len(span.of(text).split()) for span in spans),
        "lines": sum(bool(line.span.of(text).strip()) for line in cleaned.lines),
    }
