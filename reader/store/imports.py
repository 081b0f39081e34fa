"""Documents on their way in: new articles, known ones, and newer texts of them."""

import sqlite3
from typing import TYPE_CHECKING

from reader.model import Document, Kept
from reader.store.coders import Coders
from reader.store.connection import writing
from reader.store.history import Change, History
from reader.store.identity import now
from reader.store.texts import counts, digest, insert_text

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from reader.cleaning import Cleaned
    from reader.store.versions import Versions


class Imports:
    """What becomes of a document: the article and article_source tables.

    It belongs to the article whose file it is, as far as that is known: with another
    text than last time it is a newer version of that. Else it belongs to the article
    that has its text. Else it is a new one.
    """

    def __init__(
        self,
        conn: sqlite3.Connection,
        history: History,
        coders: Coders,
        versions: "Callable[[], Versions]",
        back_up: "Callable[[str], object]",
    ) -> None:
        """Take what is needed.

        Args:
            conn: The library.
            history: Where the steps are.
            coders: Who imports.
            versions: Asked only when a text has changed.
            back_up: Copies the library, once before what an import changes first.
        """
        self._back_up = back_up
        self._backed_up = 0
        self._conn = conn
        self._history = history
        self._coders = coders
        self._versions = versions

    def open(self, label: str) -> int:
        """Begin an import, which is one step however many transactions it takes."""
        with writing(self._conn):
            return self._history.open(self._coders.current, label)

    def close(self, step_id: int) -> None:
        """End an import; one that brought nothing leaves no step behind."""
        with writing(self._conn):
            if self._history.change(step_id).is_empty:
                self._conn.execute("DELETE FROM step WHERE id = ?", (step_id,))

    def keep(
        self, step_id: int, documents: "Sequence[tuple[Document, Cleaned | None]]"
    ) -> list[tuple[int, Kept]]:
        """Bring documents in, all of them or none; one whose text is here is left.

        One that was known needs no verdicts: they may be None.

        Returns:
            For each document its article's id, and what became of it.
        """
        self._copy_first(step_id, documents)
        with writing(self._conn):
            change = self._history.change(step_id)
            return [self._keep(change, *document) for document in documents]

    def _copy_first(
        self, step_id: int, documents: "Sequence[tuple[Document, Cleaned | None]]"
    ) -> None:
        """Copy the library before an import changes it; one that does not, need not."""
        if self._backed_up == step_id or self._conn.in_transaction:
            return
        is_empty = not self._conn.execute("SELECT 1 FROM article LIMIT 1").fetchone()
        if is_empty or any(self._is_news(document) for document, _ in documents):
            self._backed_up = step_id
            if not is_empty:
                self._back_up("import")

    def _is_news(self, document: Document) -> bool:
        found = self._owner(document) or self._alike(document)
        return found is None or found[1] or not found[2]

    def is_known(self, document: Document) -> bool:
        """Whether its text is here as it is, so that nobody needs to clean it."""
        found = self._owner(document) or self._alike(document)
        return found is not None and found[2]

    def _keep(
        self, change: Change, document: Document, cleaned: "Cleaned | None"
    ) -> tuple[int, Kept]:
        found = self._owner(document) or self._alike(document)
        if found is None:
            cleaned = cleaned or _cleaned(document)
            return self.add(change, document, cleaned), Kept.NEW
        article_id, is_removed, is_same = found
        self._add_source(change, article_id, document)
        if is_removed:
            change.update("article", article_id, {"removed": 0})
        if not is_same:
            cleaned = cleaned or _cleaned(document)
            self._versions().renew(change, article_id, document, cleaned)
            return article_id, Kept.CHANGED
        return article_id, Kept.BACK if is_removed else Kept.SAME

    def add(self, change: Change, document: Document, cleaned: "Cleaned") -> int:
        """Make a new article of a document within a step, and give its id."""
        article_id = self._insert(change.step_id, document, cleaned)
        change.imported()
        return article_id

    def _owner(self, document: Document) -> tuple[int, bool, bool] | None:
        """The article that was read from the same file, whatever its text is now.

        Returns:
            Its id, whether it was removed, and whether the text is the same.
        """
        if not document.location:
            return None
        row = self._conn.execute(
            "SELECT article.id, removed, sha256 = ? FROM article_source AS s"
            " JOIN article ON article.id = s.article_id"
            " JOIN version ON version.id = version_id WHERE location = ?",
            (digest(document.text), document.location),
        ).fetchone()
        return (row[0], bool(row[1]), bool(row[2])) if row else None

    def _alike(self, document: Document) -> tuple[int, bool, bool] | None:
        """The article that has, or once had, this very text."""
        row = self._conn.execute(
            "SELECT article.id, removed FROM version"
            " JOIN article ON article.id = article_id WHERE sha256 = ?"
            " ORDER BY version.id = version_id DESC, article.id LIMIT 1",
            (digest(document.text),),
        ).fetchone()
        return (row[0], bool(row[1]), True) if row else None

    def _add_source(self, change: Change, article_id: int, document: Document) -> None:
        """Remember one more file that holds the article; an exact copy adds one."""
        if not document.location:
            return
        is_known = self._conn.execute(
            "SELECT 1 FROM article_source WHERE location = ?", (document.location,)
        ).fetchone()
        if not is_known:
            change.insert("article_source", _source(article_id, document))

    def _insert(self, step_id: int, document: Document, cleaned: "Cleaned") -> int:
        row = {
            "title": document.title,
            "title_key": document.title.casefold(),
            "source": document.source,
            "site": document.site,
            "author": document.author,
            "published": document.published,
            "language": document.language,
            "added_at": now().isoformat(),
            "import_step": step_id,
            **counts(document.text, cleaned),
        }
        article_id = self._put("article", row)
        version_id = insert_text(self._conn, article_id, document, cleaned)
        self._conn.execute(
            "UPDATE article SET version_id = ? WHERE id = ?", (version_id, article_id)
        )
        if document.location:
            self._put("article_source", _source(article_id, document))
        if document.site:
            from reader.store.site_lines import SiteLines

            SiteLines(self._conn).count(article_id)
        return article_id

    def _put(self, table: str, row: dict[str, object]) -> int:
        marks = ", ".join("?" * len(row))
        put = f"INSERT INTO {table} ({', '.join(row)}) VALUES ({marks})"
        row_id = self._conn.execute(put, tuple(row.values())).lastrowid
        assert row_id
        return row_id


def _cleaned(document: Document) -> "Cleaned":
    """What was known a moment ago, and is not known any more, is cleaned after all."""
    from reader.cleaning import clean

    return clean(document.text)


def _source(article_id: int, document: Document) -> dict[str, object]:
    return {
        "article_id": article_id,
        "location": document.location,
        "source": document.source,
        "added_at": now().isoformat(),
    }
