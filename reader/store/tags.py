"""The codebook as it is asked for, and the making of a tag."""

import sqlite3
from typing import Any
from unicodedata import normalize

from reader.model import Tag
from reader.store.errors import AskedWronglyError
from reader.store.history import Change
from reader.text.safe import safe_line
from reader.text.slips import or_rather

LONGEST = 200
"""Code points that a tag's path may have; longer ones are pasted text, not names."""

COLUMNS = (
    "id", "path", "description", "colour", "key", "uses", "memo", "retired", "place",
)  # fmt: skip
"""The columns of a tag, in the order in which `tag_of` takes them."""

_SELECT = f"SELECT {', '.join(COLUMNS)} FROM tag"
_BY_NAME = "(SELECT id FROM coder WHERE name = :coder)"
_LOOKED_BACK = 400
"""Annotations that tell what is in use; older ones would weigh nothing."""


class Tags:
    """The tag table, in records."""

    def __init__(self, conn: sqlite3.Connection) -> None:
        self._conn = conn

    def all(self) -> list[Tag]:
        """Every tag, by its path."""
        rows = self._conn.execute(f"{_SELECT} ORDER BY path_key")
        return [tag_of(row) for row in rows]

    def named(self, path: str) -> Tag | None:
        """The tag of this name, whatever its case and its Unicode form."""
        row = self._conn.execute(
            f"{_SELECT} WHERE path_key = ?", (path_key(path),)
        ).fetchone()
        return tag_of(row) if row else None

    def none_called(self, path: str) -> AskedWronglyError:
        """What is raised where a tag is not there; it tells which may be meant."""
        near = or_rather(path, (tag.path for tag in self.all()))
        return AskedWronglyError(f"there is no tag {path}{near}")

    def below(self, path: str) -> list[Tag]:
        """The tag of this path and all under it, the shortest paths first."""
        rows = self._conn.execute(
            f"{_SELECT} WHERE path_key = :key"
            " OR substr(path_key, 1, length(:key) + 1) = :key || '/'"
            " ORDER BY length(path_key), path_key",
            {"key": path_key(path)},
        )
        return [tag_of(row) for row in rows]

    def twins(self, path: str) -> list[Tag]:
        """The tags whose names are so near that they may mean the same."""
        from reader.text.twins import near_twins

        every = {tag.path: tag for tag in self.all()}
        return [every[twin] for twin in near_twins(path, every)]

    def articles(self) -> dict[int, int]:
        """On how many articles each tag stands, by the tag's id."""
        rows = self._conn.execute(
            "SELECT tag_id, count(DISTINCT article_id) FROM annotation"
            " WHERE tag_id IS NOT NULL GROUP BY tag_id"
        )
        return dict(rows.fetchall())

    def last(self, coder: str) -> tuple[str, ...]:
        """The tag that a coder applied last, alone in a tuple; empty when none."""
        # The last is found soon going back in time; all that the coder ever did would
        # have to be sorted.
        row = self._conn.execute(
            f"""SELECT tag.path FROM annotation CROSS JOIN tag ON tag.id = tag_id
            WHERE EXISTS (SELECT 1 FROM annotation WHERE coder_id = {_BY_NAME})
            AND +coder_id = {_BY_NAME} ORDER BY annotation.id DESC LIMIT 1""",
            {"coder": coder},
        ).fetchone()
        return tuple(row or ())

    def lately(self, coder: int | None = None) -> list[tuple[int, int]]:
        """The last annotations: the tag's id, the length of the passage.

        The newest stands first, for the ids of annotations sort by time.

        Args:
            coder: The id of the one whose they are; without it they are everybody's.
        """
        return self._conn.execute(
            'SELECT tag_id, "end" - start FROM annotation WHERE tag_id IS NOT NULL'
            " AND (?1 IS NULL OR coder_id = ?1) ORDER BY id DESC LIMIT ?2",
            (coder, _LOOKED_BACK),
        ).fetchall()

    def ensure(self, change: Change, path: str, *, with_key: bool = True) -> Tag:
        """The tag of this name, made within the step when there is none.

        Args:
            change: The step.
            path: Its name.
            with_key: Whether a new one gets a digit that is free.

        Raises:
            AskedWronglyError: When this cannot be the name of a tag.
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
            "key": self._free_key() if with_key else "",
        }
        tag_id = change.insert("tag", row)
        return Tag(int(tag_id), path, "", row["colour"], row["key"])

    def _next_colour(self) -> int:
        """The first that no tag has, so that the colours of the palette come first."""
        taken = {row[0] for row in self._conn.execute("SELECT colour FROM tag")}
        return next(n for n in range(len(taken) + 1) if n not in taken)

    def _free_key(self) -> str:
        """The first digit that no tag has yet, so that early tags are one key away."""
        taken = {row[0] for row in self._conn.execute("SELECT key FROM tag")}
        return next((digit for digit in "123456789" if digit not in taken), "")


def tag_of(row: tuple[Any, ...]) -> Tag:
    """A row of `COLUMNS` as a record."""
    tag_id, path, description, colour, key, uses, memo, retired, place = row
    return Tag(tag_id, path, description, colour, key, uses, memo, bool(retired), place)


def path_key(path: str) -> str:
    """What two names have in common that must not both exist: NFC, case folded."""
    parts = (part.strip() for part in normalize("NFC", path).split("/"))
    return "/".join(parts).casefold()


def proper_path(path: str) -> str:
    """The path as it is kept: NFC, no space around its parts.

    Raises:
        AskedWronglyError: When it is empty, too long, or holds control characters.
    """
    parts = [part.strip() for part in normalize("NFC", path).split("/")]
    whole = "/".join(parts)
    if not all(parts):
        raise AskedWronglyError(
            "a tag needs a name; its parts stand between single slashes"
        )
    if len(whole) > LONGEST:
        raise AskedWronglyError(f"a tag's name has at most {LONGEST} characters")
    if safe_line(whole) != whole:
        raise AskedWronglyError("a tag's name holds no control characters")
    return whole
