"""What is known of an article: its own facts, a memo, and any name and value."""

import re
import sqlite3
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from unicodedata import normalize

from reader.model import Status
from reader.store.articles import Articles
from reader.store.coders import Coders
from reader.store.errors import AskedWronglyError, StoreError
from reader.store.history import Change, History
from reader.store.in_parts import marks
from reader.text.excerpt import quoted
from reader.text.safe import safe_line

_COLUMNS = ("article_id", "name", "name_key", "value")
LONGEST_NAME = 80
LONGEST = 10_000
"""Code points of a value; a memo is a value too."""
_STATUS = "status"
"""The name by which the status is said; an attribute cannot be called so."""
_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_DAY_LENGTH = 10

FACTS = {
    "title": "title",
    "site": "site",
    "author": "author",
    "date": "published",
    "memo": "memo",
}
"""The names that every article has, and the columns that hold them."""


@dataclass(frozen=True, slots=True)
class About:
    """What is known of one article."""

    article_id: int
    facts: Mapping[str, str]
    """The names of `FACTS` with their values, which may be empty."""
    attributes: Mapping[str, str]
    """What the analyst added, by name."""
    is_whole_page: bool = False
    """Whether its text is all lines of a web page: no article was found in it."""


class Attributes:
    """The attribute table and the facts of the article table, in records."""

    def __init__(
        self,
        conn: sqlite3.Connection,
        history: History,
        coders: Coders,
        articles: Articles,
    ) -> None:
        self._conn = conn
        self._history = history
        self._coders = coders
        self._articles = articles

    def about(self, article_id: int) -> About:
        """All that is known of an article.

        Raises:
            StoreError: When it is not there.
        """
        columns = ", ".join(FACTS.values())
        row = self._conn.execute(
            f"SELECT {columns}, EXISTS (SELECT 1 FROM whole_page AS w"
            " WHERE w.version_id = article.version_id)"
            " FROM article WHERE id = ? AND removed = 0",
            (article_id,),
        ).fetchone()
        if row is None:
            raise StoreError("that article is not in the library any more")
        *known, is_whole_page = row
        facts = dict(zip(FACTS, known, strict=True))
        attributes = self.of([article_id])[article_id]
        return About(article_id, facts, attributes, bool(is_whole_page))

    def of(self, article_ids: Sequence[int]) -> dict[int, dict[str, str]]:
        """What the analyst added to each of these articles, by name."""
        found: dict[int, dict[str, str]] = {each: {} for each in article_ids}
        for article_id, name, value in self._conn.execute(
            "SELECT article_id, name, value FROM attribute"
            f" WHERE article_id IN ({marks(found)}) ORDER BY article_id, name_key",
            tuple(found),
        ):
            found[article_id][name] = value
        return found

    def names(self) -> list[str]:
        """The names that the analyst has used, most used first."""
        rows = self._conn.execute(
            "SELECT min(name) FROM attribute GROUP BY name_key"
            " ORDER BY count(*) DESC, name_key"
        )
        return [row[0] for row in rows]

    def put(self, article_id: int, values: Mapping[str, str]) -> None:
        """Set names to values, as one step; an empty value takes the name away.

        A `status` is how far the reading has come, for this coder too.

        Raises:
            StoreError: When a name or a value cannot be, or the article is gone.
        """
        about = self.about(article_id)
        title = about.facts["title"]
        names = ", ".join(values)
        with self._history.step(
            self._coders.current,
            f"set {names} of {quoted(title)}",
            article_id=article_id,
        ) as change:
            for name, value in values.items():
                self._put(change, article_id, name, value)

    def _put(self, change: Change, article_id: int, name: str, value: str) -> None:
        name, value = _proper_name(name), value.strip()
        if len(value) > LONGEST:
            raise AskedWronglyError(f"{name} has at most {LONGEST:,} characters")
        if value and _key(name) == _STATUS:
            self._articles.put_status(change, article_id, _status(value))
            return
        column = FACTS.get(_key(name))
        if column is not None:
            _check_fact(column, value)
            row: dict[str, object] = {column: value}
            if column == "title":
                row |= {"title_key": value.casefold(), "is_titled": 1}
            change.update("article", article_id, row)
            return
        found = self._conn.execute(
            "SELECT id FROM attribute WHERE article_id = ? AND name_key = ?",
            (article_id, _key(name)),
        ).fetchone()
        if found is None and value:
            values = (article_id, name, _key(name), value)
            change.insert("attribute", dict(zip(_COLUMNS, values, strict=True)))
        elif found is not None and value:
            change.update("attribute", found[0], {"value": value})
        elif found is not None:
            change.delete("attribute", found[0], _COLUMNS)


def _key(name: str) -> str:
    return normalize("NFC", name).casefold()


def _proper_name(name: str) -> str:
    name = " ".join(normalize("NFC", name).split())
    if not name or "=" in name:
        raise AskedWronglyError("an attribute needs a name, without “=”")
    if len(name) > LONGEST_NAME or safe_line(name) != name:
        raise AskedWronglyError(
            f"an attribute's name is one line of at most {LONGEST_NAME} characters"
        )
    return name


def _status(said: str) -> Status:
    try:
        return Status(said.casefold())
    except ValueError:
        known = ", ".join(Status)
        raise AskedWronglyError(
            f"{quoted(said)} is no status; there are {known}"
        ) from None


def _check_fact(column: str, value: str) -> None:
    if column == "title" and not value:
        raise AskedWronglyError("an article needs a title")
    if column == "published" and value:
        # Python reads 20190108 and 2019-W02-2, too, which would not sort as dates.
        is_day = _DAY.fullmatch(value[:_DAY_LENGTH])
        try:
            (datetime if len(value) > _DAY_LENGTH else date).fromisoformat(value)
        except ValueError:
            is_day = None
        if is_day is None:
            raise AskedWronglyError(
                f"{quoted(value)} is no date; write it as 2019-01-08"
            )
