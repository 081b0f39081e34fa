"""On how many articles of a site a line stands."""

import sqlite3
from collections.abc import Iterable, Sequence
from hashlib import blake2b
from typing import Final

from reader.cleaning import line_keys
from reader.store.connection import writing_again
from reader.store.to_read import forgiving

_AT_ONCE: Final = 100
"""Changed articles that are counted again for one question; the rest wait."""
_LONGEST: Final = 2_000
"""Lines of an article that are counted; more are no article."""
_FEW: Final = 3
"""With fewer articles nothing can be said of a site's lines."""
_MOST: Final = 50_000
"""A larger site counts for one of so many articles."""


class SiteLines:
    """The counts. They can be made again from the texts at any time.

    A key is a hash of the site and the line's key, because most lines stand on one
    article alone and their words would be the half of the library.
    """

    def __init__(self, conn: sqlite3.Connection) -> None:
        self._conn = conn

    def extent(self, site: str) -> int:
        """How large a site is, roughly: one more each time it has doubled.

        0 where it has too few articles to tell its lines from theirs. Verdicts that
        rest on an older extent are out of date.
        """
        if not site:
            return 0
        self._count_changed(site)
        found = self._conn.execute(
            "SELECT articles FROM site_size WHERE site = ?", (site,)
        ).fetchone()
        return int(min(found[0], _MOST) // _FEW).bit_length() if found else 0

    def on(self, site: str, text: str) -> dict[str, int]:
        """For each line of a text, by its key, how many of the articles have it."""
        by_hash = {_hash(site, key): key for key in _keys(text)}
        found: dict[str, int] = {}
        for hashed, key in by_hash.items():
            row = self._conn.execute(
                "SELECT articles FROM site_line WHERE key = ?", (hashed,)
            ).fetchone()
            if row:
                found[key] = row[0]
        return found

    def count(self, article_id: int) -> None:
        """Count an article as it is now, and no more as it was."""
        before = self._conn.execute(
            "SELECT site_article.site, text FROM site_article"
            " JOIN version ON version.id = version_id"
            " WHERE site_article.article_id = ?",
            (article_id,),
        ).fetchall()
        for site, text in before:
            self._add(-1, site, text)
        self._conn.execute(
            "DELETE FROM site_article WHERE article_id = ?", (article_id,)
        )
        now = self._conn.execute(
            "SELECT site, version.text, version.id FROM article"
            " JOIN version ON version.id = article.version_id"
            " WHERE article.id = ? AND removed = 0 AND site <> ''",
            (article_id,),
        ).fetchall()
        for site, text, version_id in now:
            self._add(1, site, text)
            self._conn.execute(
                "INSERT INTO site_article VALUES (?, ?, ?)",
                (article_id, version_id, site),
            )
        self._conn.executemany(
            "DELETE FROM site_changed WHERE site = ? AND article_id = ?",
            ((site, article_id) for site, *_ in (*before, *now)),
        )

    def catch_up(self, most: int) -> int:
        """Count some of what has changed on any site, and give how many articles."""
        changed = self._conn.execute(
            "SELECT site, article_id FROM site_changed LIMIT ?", (most,)
        ).fetchall()
        self._count(changed)
        return len(changed)

    def _count_changed(self, site: str) -> None:
        """Count what was removed, brought back or changed since the last question."""
        changed = self._conn.execute(
            "SELECT site, article_id FROM site_changed WHERE site = ? LIMIT ?",
            (site, _AT_ONCE),
        ).fetchall()
        self._count(changed)

    def _count(self, changed: Sequence[tuple[str, int]]) -> None:
        if not changed:
            return
        with forgiving(), writing_again(self._conn):
            for _, article_id in changed:
                self.count(article_id)
            self._conn.executemany(
                "DELETE FROM site_changed WHERE site = ? AND article_id = ?", changed
            )

    def _add(self, by: int, site: str, text: str) -> None:
        hashes = [(_hash(site, key), by) for key in _keys(text)]
        self._conn.executemany(
            "INSERT INTO site_line VALUES (?, ?)"
            " ON CONFLICT DO UPDATE SET articles = articles + excluded.articles",
            hashes,
        )
        if by < 0:
            self._conn.executemany(
                "DELETE FROM site_line WHERE key = ? AND articles <= 0",
                ((hashed,) for hashed, _ in hashes),
            )


def _keys(text: str) -> Iterable[str]:
    """The keys of a text's lines, each once."""
    lines = dict.fromkeys(text.split("\n", _LONGEST)[:_LONGEST])
    keys = dict.fromkeys(line_keys(lines))
    keys.pop("", None)
    return keys


def _hash(site: str, key: str) -> int:
    """64 bits: of 100 million lines two meet by chance in one library of 3,700."""
    words = f"{site}\n{key}".encode("utf-8", "replace")
    return int.from_bytes(blake2b(words, digest_size=8).digest(), signed=True)
