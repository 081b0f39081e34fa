"""What articles share with others, learned a batch at a time as they change."""

import sqlite3
from collections.abc import Sequence
from dataclasses import dataclass
from struct import pack, unpack

from reader.store.backlog import Backlog
from reader.store.connection import writing
from reader.store.families import Families
from reader.store.shown import ShownState, shown_state, shown_words
from reader.text.lines import lines_numbered
from reader.text.near_copies import SKETCHES, runs, sketches
from reader.text.passages import Passages
from reader.text.sentence_keys import KEYS, keyed_sentences
from reader.text.tokens import TOKENS

_CHARACTERS = 1_000_000
_NEXT = """
    SELECT wanted.article_id, length(text)
    FROM (SELECT article_id FROM uncompared LIMIT 2000) AS wanted
    LEFT JOIN article ON article.id = wanted.article_id
    LEFT JOIN version ON version.id = article.version_id
    LEFT JOIN cleaning ON cleaning.version_id = version.id
    WHERE article.id IS NULL OR removed = 1 OR cleaning.version_id IS NOT NULL LIMIT ?
"""
"""A part of the list, because in a large import nearly all of it is not cleaned."""


@dataclass(frozen=True, slots=True)
class _Learned:
    """What is to be kept of an article, and of which state of it."""

    article_id: int
    state: ShownState | None
    """None of an article that is not in the library."""
    sentences: bytes = b""
    sketch: bytes = b""
    said: Sequence[str] = ()


class Comparing(Backlog):
    """The compared and sentence tables, and the list of what is to be compared.

    An article is compared once it has been cleaned: before, nobody knows its junk.
    """

    _LIST = "uncompared"
    _DERIVED = tuple(
        f"DELETE FROM {table}"
        for table in ("sentence", "copy_band", "copy_pair", "compared", "family")
    )
    _MADE_BY = "compared-by"
    _MADE = f"{TOKENS} {KEYS} {SKETCHES}"
    _BATCH = 100

    def __init__(self, conn: sqlite3.Connection) -> None:
        super().__init__(conn)
        self._families = Families(conn)

    def _take(self, most: int) -> int:
        """Compare so many.

        The texts are read and cut before the transaction begins, so that another
        writer waits only for the rows; what has changed meanwhile is left for later.
        """
        learned = self._learned(self._some(most))
        if not learned:
            return 0
        with writing(self._conn):
            self._families.forget_texts()
            for each in learned:
                self._keep(each)
        return len(learned)

    def _some(self, most: int) -> list[int]:
        """The next articles, no more than a batch has characters for."""
        rows = self._conn.execute(_NEXT, (most,))
        chosen: list[int] = []
        size = 0
        for article_id, length in rows:
            if chosen and size + (length or 0) > _CHARACTERS:
                break
            chosen.append(article_id)
            size += length or 0
        return chosen

    def _learned(self, ids: Sequence[int]) -> list[_Learned]:
        found = {each: shown_state(self._conn, each) for each in ids}
        texts = {each: (row[0], row[2]) for each, row in found.items() if row}
        said = {each: runs(shown_words(*text)) for each, text in texts.items()}
        made = dict(zip(said, sketches(list(said.values())), strict=True))
        return [
            _Learned(each, texts[each][0], _keys(*texts[each]), made[each], said[each])
            if each in texts
            else _Learned(each, None)
            for each in ids
        ]

    def _keep(self, learned: _Learned) -> None:
        article_id = learned.article_id
        now = shown_state(self._conn, article_id)
        if (now and now[0]) != learned.state:
            return
        row = self._conn.execute(
            "SELECT sentences, sketch FROM compared WHERE article_id = ?", (article_id,)
        ).fetchone()
        was: tuple[bytes, bytes | None] = row or (b"", None)
        self._put_sentences(article_id, was[0], learned.sentences)
        self._conn.execute(
            "INSERT INTO compared VALUES (?, ?, ?, NULL) ON CONFLICT DO UPDATE"
            " SET sentences = excluded.sentences, sketch = excluded.sketch",
            (article_id, learned.sentences, learned.sketch),
        )
        lost = self._families.put(article_id, was[1], learned.sketch, learned.said)
        if learned.state is None:
            self._conn.execute(
                "DELETE FROM compared WHERE article_id = ?", (article_id,)
            )
        # Of a large family not every two were compared: one may have been between.
        self._conn.executemany(
            "INSERT OR IGNORE INTO uncompared VALUES (?)", ((each,) for each in lost)
        )
        self._conn.execute("DELETE FROM uncompared WHERE article_id = ?", (article_id,))

    def _put_sentences(self, article_id: int, was: bytes, now: bytes) -> None:
        old, new = set(_unpacked(was)), set(_unpacked(now))
        self._conn.executemany(
            "DELETE FROM sentence WHERE key = ? AND article_id = ?",
            ((key, article_id) for key in old - new),
        )
        self._conn.executemany(
            "INSERT INTO sentence VALUES (?, ?)",
            ((key, article_id) for key in sorted(new - old)),
        )


def _keys(state: ShownState, text: str) -> bytes:
    """The keys of its sentences, each once, 8 bytes a key."""
    passages = Passages(text, lines_numbered(text, state.hidden))
    keys = sorted({key for key, _ in keyed_sentences(passages)})
    return pack(f"<{len(keys)}q", *keys)


def _unpacked(keys: bytes) -> tuple[int, ...]:
    return unpack(f"<{len(keys) // 8}q", keys)
