"""A decoded text on its way into the tables, and back out of them."""

import zlib
from typing import Final

from reader.store.arriving import Arriving

PUT_VERSION: Final = """
    INSERT INTO version (
        id, article_id, text, sha256, encoding, newline, original, added_at, words
    ) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
"""
"""Takes a `version_row`."""
PUT_WHOLE_PAGE: Final = "INSERT OR IGNORE INTO whole_page (version_id) VALUES (?)"
"""Takes the id of a version that is all lines of a web page."""


def version_row(
    version_id: int | None, article_id: int, arriving: Arriving, at: str
) -> tuple[object, ...]:
    """A document as a version of an article; an id of None is given by the table."""
    said = arriving.document
    original = b"" if arriving.is_exact else zlib.compress(said.original)
    return (
        *(version_id, article_id, said.text, arriving.sha256),
        *(said.encoding, said.newline, original, at, arriving.words),
    )


def unpacked(original: bytes, text: str) -> bytes:
    """The bytes that a version was read from, of what lies in its row."""
    return zlib.decompress(original) if original else text.encode()


def lines_in(text: str) -> int:
    """How many lines are not blank."""
    lines = text.split("\n")
    return len(lines) - lines.count("") - sum(map(str.isspace, lines))
