"""Annotations by the thousand: as plain values on their way out, in one step in."""

import json
import sqlite3
from collections.abc import Generator, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from enum import StrEnum
from pathlib import PurePath

from reader.model import PlainAnnotation, Span, Tag, Version
from reader.store.annotation_rows import standing
from reader.store.coders import Coders
from reader.store.history import Change, History
from reader.store.identity import now, uuid7
from reader.store.tags import Tags, path_key

_ROW = """
    a.id, a.version_id, a.start, a."end", a.quote, a.prefix, a.suffix, a.paragraph,
    a.sentence, a.tag_id, a.coder_id, a.memo, a.anchor, a.created_at, a.updated_at
"""


@dataclass(frozen=True, slots=True)
class Chosen:
    """Which annotations are meant; with nothing said, all."""

    tag: str | None = None
    """Only this tag and those under it."""
    articles: Sequence[int] | None = None
    """Only what stands on these."""
    coder: str | None = None


@dataclass(frozen=True, slots=True)
class Coming:
    """An annotation that is to be put in, its place found."""

    version: Version
    span: Span
    paragraph: int
    sentence: int
    tag: str
    """Its path, or empty when it is a memo alone."""
    memo: str
    coder: str
    """Empty for whoever works now."""
    anchor: str
    id: str = ""
    created_at: str = ""
    updated_at: str = ""


class Outcome(StrEnum):
    """What became of an annotation that came in."""

    NEW = "new"
    SAME = "same"
    """It was here, just so."""
    OTHER = "other"
    """One with its id is here, and says something else; that one stays."""


class Bulk:
    """The annotation table, many rows at a time."""

    def __init__(
        self, conn: sqlite3.Connection, history: History, coders: Coders, tags: Tags
    ) -> None:
        self._conn = conn
        self._history = history
        self._coders = coders
        self._tags = tags
        self._ids: dict[str, int] = {}

    def rows(self, chosen: Chosen) -> Iterator[PlainAnnotation]:
        """The annotations as plain values, article by article, text order in each."""
        where, values = self._where(chosen)
        # CROSS JOIN keeps the articles outside, so that their order costs no sorting.
        return self._conn.execute(
            f"""SELECT {_ROW} FROM article CROSS JOIN annotation AS a
            ON a.article_id = article.id WHERE article.removed = 0 {where}
            ORDER BY article.id, a.version_id, a.start, a."end" DESC, a.id""",
            values,
        )

    def count(self, chosen: Chosen) -> int:
        """How many there are."""
        where, values = self._where(chosen)
        found = self._conn.execute(
            "SELECT count(*) FROM annotation AS a JOIN article"
            f" ON article.id = a.article_id WHERE article.removed = 0 {where}",
            values,
        )
        return int(found.fetchone()[0])

    def _where(self, chosen: Chosen) -> tuple[str, list[str | int]]:
        """The conditions of a query; what was not chosen costs nothing."""
        parts: list[str] = []
        values: list[str | int] = []
        if chosen.tag is not None:
            key = path_key(chosen.tag)
            parts.append(
                "AND a.tag_id IN (SELECT id FROM tag WHERE path_key = ?"
                " OR substr(path_key, 1, length(?) + 1) = ? || '/')"
            )
            values += [key, key, key]
        if chosen.articles is not None:
            parts.append("AND article.id IN (SELECT value FROM json_each(?))")
            values.append(json.dumps(list(chosen.articles)))
        if chosen.coder is not None:
            parts.append("AND a.coder_id = (SELECT id FROM coder WHERE name = ?)")
            values.append(chosen.coder)
        return " ".join(parts), values

    def coders(self) -> dict[int, str]:
        """The names of the coders by the ids that plain values have."""
        return dict(self._conn.execute("SELECT id, name FROM coder").fetchall())

    def heading(self, version_id: int) -> tuple[int, str, str, str, str]:
        """A version's article (id, title, source, date), and its text's SHA-256."""
        row: tuple[int, str, str, str, str] = self._conn.execute(
            "SELECT article.id, title, source, published, sha256 FROM version"
            " JOIN article ON article.id = article_id WHERE version.id = ?",
            (version_id,),
        ).fetchone()
        return row

    def revision(self) -> int:
        """A number that changes when another process has changed the library."""
        return int(self._conn.execute("PRAGMA data_version").fetchone()[0])

    def version_with(self, sha256: str) -> int | None:
        """The version whose text has this sum, of an article that is in the library."""
        found = self._conn.execute(
            "SELECT version.id FROM version JOIN article ON article.id = article_id"
            " WHERE sha256 = ? AND removed = 0 LIMIT 1",
            (sha256,),
        ).fetchone()
        return found[0] if found else None

    def names(self) -> dict[str, set[int]]:
        """The versions that are read now, by all that their articles may be called.

        Titles, sources, and file names with and without their ending, case folded.
        """
        found: dict[str, set[int]] = {}
        for version_id, title, source in self._conn.execute(
            "SELECT version_id, title, source FROM article WHERE removed = 0"
        ):
            file = PurePath(source)
            for name in {title, source, file.name, file.stem}:
                found.setdefault(name.strip().casefold(), set()).add(version_id)
        return found

    @contextmanager
    def step(self, label: str) -> Generator[Change]:
        """Everything that is put in within the block becomes one step."""
        self._ids.clear()
        with self._history.step(self._coders.current, label) as change:
            yield change

    def tag(
        self, change: Change, path: str, **known: str | int | None
    ) -> tuple[Tag, bool]:
        """The tag of this name, and whether it was made; what was said of it stays.

        Args:
            change: The step that it belongs to.
            path: Its name.
            known: Columns of it, of which only those that are empty are filled.

        Raises:
            StoreError: When this cannot be the name of a tag.
        """
        is_new = self._tags.named(path) is None
        tag = self._tags.ensure(change, path)
        news = {
            name: value
            for name, value in known.items()
            if value not in (None, "") and (is_new or getattr(tag, name) == "")
        }
        if news:
            change.update("tag", tag.id, news)
        return tag, is_new or bool(news)

    def put(self, change: Change, coming: Coming) -> Outcome:
        """Put an annotation in, unless it is here.

        Raises:
            StoreError: When its tag cannot be the name of one.
        """
        tag_id = self._tag_id(change, coming.tag) if coming.tag else None
        coder_id = self._coder_id(coming.coder)
        row = {
            **standing(coming.version, coming.span),
            "paragraph": coming.paragraph,
            "sentence": coming.sentence,
            "tag_id": tag_id,
            "coder_id": coder_id,
            "memo": coming.memo,
        }
        if coming.id and (found := self._known(coming.id, row)):
            return found
        if self._stands(row, sure=not coming.id):
            return Outcome.SAME
        at = now()
        change.insert(
            "annotation",
            {
                "id": coming.id or uuid7(at),
                **row,
                "anchor": coming.anchor,
                "created_at": coming.created_at or at.isoformat(),
                "updated_at": coming.updated_at or at.isoformat(),
            },
        )
        return Outcome.NEW

    def _tag_id(self, change: Change, path: str) -> int:
        if path not in self._ids:
            self._ids[path] = self._tags.ensure(change, path).id
        return self._ids[path]

    def _coder_id(self, name: str) -> int:
        if not name:
            return self._coders.current
        key = f"\0{name}"
        if key not in self._ids:
            self._ids[key] = self._coders.named(name)
        return self._ids[key]

    def _known(self, annotation_id: str, row: dict[str, object]) -> Outcome | None:
        """Whether the one with this id, if there is one, says the same."""
        found = self._conn.execute(
            'SELECT version_id, start, "end", tag_id, coder_id, memo FROM annotation'
            " WHERE id = ?",
            (annotation_id,),
        ).fetchone()
        if found is None:
            return None
        names = ("version_id", "start", "end", "tag_id", "coder_id", "memo")
        same = all(row[name] == value for name, value in zip(names, found, strict=True))
        return Outcome.SAME if same else Outcome.OTHER

    def _stands(self, row: dict[str, object], *, sure: bool) -> bool:
        """Whether this tag, or this memo without one, stands there already.

        One with an id of its own is the same only with the same tag and memo.
        """
        names = ("article_id", "version_id", "start", "end", "coder_id", "tag_id")
        found = self._conn.execute(
            "SELECT 1 FROM annotation WHERE article_id = ? AND version_id = ?"
            ' AND start = ? AND "end" = ? AND coder_id = ? AND tag_id IS ?'
            " AND (memo = ? OR (? AND tag_id IS NOT NULL))"
            " AND (? OR tag_id IS NOT NULL)",
            (*(row[name] for name in names), row["memo"], sure, sure),
        )
        return found.fetchone() is not None
