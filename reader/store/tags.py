"""The codebook."""

import sqlite3
from typing import Any
from unicodedata import normalize

from reader.model import Tag
from reader.store.errors import StoreError
from reader.store.history import Change
from reader.text.safe import safe_line

LONGEST = 200
"""Code points that a tag's path may have; longer ones are pasted text, not names."""

_SELECT = "SELECT id, path, description, colour, key, uses FROM tag"


class Tags:
    """The tag table, in records."""

    def __init__(self, conn: sqlite3.Connection) -> None:
        self._conn = conn

    def all(self) -> list[Tag]:
        """Every tag, by its path."""
        return [Tag(*row) for row in self._conn.execute(f"{_SELECT} ORDER BY path_key")]

    def named(self, path: str) -> Tag | None:
        """The tag of this name, whatever its case and its Unicode form."""
        row = self._conn.execute(
            f"{_SELECT} WHERE path_key = ?", (path_key(path),)
        ).fetchone()
        return Tag(*row) if row else None

    def ensure(self, change: Change, path: str) -> Tag:
        """The tag of this name, made within the step when there is none.

        Raises:
            StoreError: When this cannot be the name of a tag.
        """
        found = self.named(path)
        if found is not None:
            return found
        path = proper_path(path)
        row: dict[str, Any] = {
            "path": path,
            "path_key": path_key(path),
            "description": "",
            "colour": self._next_colour(),
            "key": self._free_key(),
        }
        tag_id = change.insert("tag", row)
        return Tag(int(tag_id), path, "", row["colour"], row["key"])

    def _next_colour(self) -> int:
        row = self._conn.execute("SELECT coalesce(max(colour), -1) + 1 FROM tag")
        return int(row.fetchone()[0])

    def _free_key(self) -> str:
        """The first digit that no tag has yet, so that early tags are one key away."""
        taken = {row[0] for row in self._conn.execute("SELECT key FROM tag")}
        return next((digit for digit in "123456789" if digit not in taken), "")


def path_key(path: str) -> str:
    """What two names have in common that must not both exist: NFC, case folded."""
    parts = (part.strip() for part in normalize("NFC", path).split("/"))
    return "/".join(parts).casefold()


def proper_path(path: str) -> str:
    """The path as it is kept: NFC, no space around its parts.

    Raises:
        StoreError: When it is empty, too long, or holds control characters.
    """
    parts = [part.strip() for part in normalize("NFC", path).split("/")]
    whole = "/".join(parts)
    if not all(parts):
        raise StoreError("a tag needs a name; its parts stand between single slashes")
    if len(whole) > LONGEST:
        raise StoreError(f"a tag's name has at most {LONGEST} characters")
    if safe_line(whole) != whole:
        raise StoreError("a tag's name holds no control characters")
    return whole
