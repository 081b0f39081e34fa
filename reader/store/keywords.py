"""The words that suggest a tag."""

import sqlite3
from typing import Any

from reader.model import Tag
from reader.store.coders import Coders
from reader.store.errors import AskedWronglyError
from reader.store.history import Change, History
from reader.store.identity import now
from reader.store.tags import COLUMNS as TAG_COLUMNS
from reader.store.tags import Tags, tag_of
from reader.text.excerpt import quoted
from reader.text.safe import safe_line
from reader.text.sought import Sought, SoughtError, compiled
from reader.text.suggestions import Keyword

_SOUGHT = ("words", "is_regex", "whole_words", "match_case")
_COLUMNS = ("tag_id", *_SOUGHT, "coder_id", "created_at")

_SELECT = f"""
    SELECT keyword.id, {", ".join(_SOUGHT)}, coder.name,
        {", ".join(f"tag.{column}" for column in TAG_COLUMNS)}
    FROM keyword JOIN tag ON tag.id = tag_id JOIN coder ON coder.id = coder_id
"""


class Keywords:
    """The keyword table, in records."""

    def __init__(
        self, conn: sqlite3.Connection, history: History, coders: Coders, tags: Tags
    ) -> None:
        self._conn = conn
        self._history = history
        self._coders = coders
        self._tags = tags

    def all(self) -> list[Keyword]:
        """Every keyword of every tag that there is, tag by tag."""
        rows = self._conn.execute(f"{_SELECT} ORDER BY tag.path_key, keyword.id")
        return [_keyword(row) for row in rows]

    def one(self, keyword_id: int) -> Keyword:
        """The keyword of this id.

        Raises:
            AskedWronglyError: When there is none.
        """
        query = f"{_SELECT} WHERE keyword.id = ?"
        row = self._conn.execute(query, (keyword_id,)).fetchone()
        if row is None:
            raise AskedWronglyError(f"there is no keyword {keyword_id}")
        return _keyword(row)

    def add(self, path: str, sought: Sought) -> None:
        """Suggest a tag wherever something stands, as a step; the tag may be new.

        What suggests the tag already is left as it is.

        Raises:
            AskedWronglyError: When it cannot be looked for, or the name is no tag's.
        """
        _check(sought)
        label = f"suggest {path} by {quoted(sought.words)}"
        with self._history.step(self._coders.current, label) as change:
            tag = self._tags.ensure(change, path)
            self.put(change, tag, sought, self._coders.current, now().isoformat())

    def put(
        self, change: Change, tag: Tag, sought: Sought, coder_id: int, created_at: str
    ) -> bool:
        """Put a keyword in within a step, unless it suggests the tag already."""
        if any((k.tag.id, k.sought) == (tag.id, sought) for k in self.all()):
            return False
        row = {"tag_id": tag.id, **_row(sought)}
        row |= {"coder_id": coder_id, "created_at": created_at}
        change.insert("keyword", row)
        return True

    def edit(self, keyword_id: int, sought: Sought) -> None:
        """Look for something else, as a step.

        Raises:
            AskedWronglyError: When there is no such keyword, or nothing to look for.
        """
        _check(sought)
        keyword = self.one(keyword_id)
        label = f"suggest {keyword.tag.path} by {quoted(sought.words)}"
        with self._history.step(self._coders.current, label) as change:
            change.update("keyword", keyword_id, _row(sought))

    def remove(self, keyword_id: int) -> None:
        """Suggest the tag by it no more, as a step.

        Raises:
            AskedWronglyError: When there is no such keyword.
        """
        keyword = self.one(keyword_id)
        label = f"no more suggest {keyword.tag.path} by {quoted(keyword.sought.words)}"
        with self._history.step(self._coders.current, label) as change:
            change.delete("keyword", keyword_id, _COLUMNS)


def follow(conn: sqlite3.Connection, change: Change, tag_id: int, into: int) -> None:
    """Let the keywords and the rejections of a tag be another's, within a step."""
    for table in ("keyword", "rejection"):
        query = f"SELECT id FROM {table} WHERE tag_id = ?"
        for (row_id,) in conn.execute(query, (tag_id,)).fetchall():
            change.update(table, row_id, {"tag_id": into})


def _check(sought: Sought) -> None:
    try:
        compiled(sought)
    except SoughtError as error:
        raise AskedWronglyError(str(error)) from error
    if safe_line(sought.words) != sought.words:
        raise AskedWronglyError("a keyword is one line without control characters")


def _row(sought: Sought) -> dict[str, Any]:
    return {
        "words": sought.words,
        "is_regex": int(sought.is_regex),
        "whole_words": int(sought.whole_words),
        "match_case": int(sought.match_case),
    }


def _keyword(row: tuple[Any, ...]) -> Keyword:
    keyword_id, words, is_regex, whole_words, match_case, coder, *tag = row
    sought = Sought(words, bool(is_regex), bool(whole_words), bool(match_case))
    return Keyword(keyword_id, tag_of(tuple(tag)), sought, coder)
