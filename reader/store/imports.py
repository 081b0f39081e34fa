"""Documents on their way in: new articles, known ones, and newer texts of them."""

import sqlite3
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Final

from reader.model import Document, Kept
from reader.store.arriving import Arriving, Here
from reader.store.coders import Coders
from reader.store.connection import writing, writing_again
from reader.store.history import Change, History
from reader.store.identity import now
from reader.store.index_rows import NewText
from reader.store.texts import PUT_VERSION, PUT_WHOLE_PAGE, lines_in, version_row

if TYPE_CHECKING:
    from reader.store.index import Index
    from reader.store.versions import Versions

_PUT_ARTICLE: Final = """
    INSERT INTO article (
        id, version_id, title, title_key, source, site, author, published, language,
        words, lines, added_at, import_step
    ) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
"""
_PUT_SOURCE: Final = (
    "INSERT INTO article_source (article_id, location, source, added_at)"
    " VALUES (?, ?, ?, ?)"
)
_NAME: Final = """
    INSERT INTO article_name (rowid, title, site, source)
    SELECT id, title, site, source FROM article WHERE id BETWEEN ? AND ?
"""
_PUT_WAITING: Final = "INSERT INTO unindexed (article_id) VALUES (?)"
_PUT_SITE: Final = "INSERT OR IGNORE INTO site_changed (site, article_id) VALUES (?, ?)"


class Imports:
    """What becomes of a document: the article, version and article_source tables.

    It belongs to the article whose file it is, as far as that is known: with another
    text than last time it is a newer version of that. Else it belongs to the article
    that has its text. Else it is a new one.

    What comes in can be read at once, and found by its words; its cleaning waits for
    `Index`.
    """

    def __init__(
        self,
        conn: sqlite3.Connection,
        history: History,
        coders: Coders,
        versions: Callable[[], "Versions"],
        index: Callable[[], "Index"],
        back_up: Callable[[str], object],
    ) -> None:
        """Take what is needed.

        Args:
            conn: The library.
            history: Where the steps are.
            coders: Who imports.
            versions: Asked only when a text has changed.
            index: Asked only when there is something new.
            back_up: Copies the library, once before what an import changes first.
        """
        self._back_up = back_up
        self._backed_up = 0
        self._conn = conn
        self._history = history
        self._coders = coders
        self._versions = versions
        self._index = index

    def open(self, label: str) -> int:
        """Begin an import, which is one step however many transactions it takes."""
        with writing(self._conn):
            return self._history.open(self._coders.current, label)

    def close(self, step_id: int) -> None:
        """End an import; one that brought nothing leaves no step behind."""
        with writing(self._conn):
            if self._history.change(step_id).is_empty:
                self._conn.execute("DELETE FROM step WHERE id = ?", (step_id,))

    def keep_ready(
        self,
        step_id: int,
        arriving: Sequence[Arriving],
        meanwhile: Callable[[], object] = lambda: None,
    ) -> list[tuple[int, Kept]]:
        """Bring documents in, all of them or none; one whose text is here is left.

        Args:
            step_id: What `open` gave.
            arriving: The documents, made ready in whatever thread.
            meanwhile: Called when what is new is in, and only its words are still to be
                indexed: SQLite does that in one statement, and other threads run.

        Returns:
            For each document its article's id, and what became of it.
        """
        self._copy_first(step_id, arriving)
        with writing_again(self._conn):
            change = self._history.change(step_id)
            outcomes, rows = self._keep(change, arriving)
            if rows.put():
                change.imported()
                self._index().put_new(rows.texts, meanwhile)
            return outcomes

    def keep(
        self, step_id: int, documents: Sequence[Document]
    ) -> list[tuple[int, Kept]]:
        """The same for documents of which nothing is made ready."""
        return self.keep_ready(step_id, list(map(Arriving.of, documents)))

    def _copy_first(self, step_id: int, arriving: Sequence[Arriving]) -> None:
        """Copy the library before an import changes it; one that does not, need not."""
        if self._backed_up == step_id or self._conn.in_transaction:
            return
        is_empty = not self._conn.execute("SELECT 1 FROM article LIMIT 1").fetchone()
        here = Here(self._conn, arriving)
        if is_empty or any(here.is_news(each) for each in arriving):
            self._backed_up = step_id
            if not is_empty:
                self._back_up("import")

    def _keep(
        self, change: Change, arriving: Sequence[Arriving]
    ) -> tuple[list[tuple[int, Kept]], "_Rows"]:
        here = Here(self._conn, arriving)
        rows = _Rows(self._conn, change.step_id)
        outcomes = []
        for each in arriving:
            found = here.of(each)
            if found is None:
                article_id = rows.add(each)
                outcomes.append((article_id, Kept.NEW))
            else:
                rows.put()  # It may be the text of one that came just now.
                article_id = found.article_id
                outcomes.append((article_id, self._again(change, here, each)))
            here.note(each, article_id)
        return outcomes, rows

    def _again(self, change: Change, here: Here, arriving: Arriving) -> Kept:
        """Bring in what the library has, or had, in this or another text."""
        found, document = here.of(arriving), arriving.document
        assert found
        if document.location and not here.is_placed(document.location):
            change.insert("article_source", _source(found.article_id, document))
        if found.is_removed:
            change.update("article", found.article_id, {"removed": 0})
        if not found.is_same:
            self._versions().renew(change, found.article_id, arriving)
            return Kept.CHANGED
        return Kept.BACK if found.is_removed else Kept.SAME

    def add(self, change: Change, document: Document) -> int:
        """Make a new article of a document within a step, and give its id.

        Its words wait too: FTS5 is much slower with one at a time.
        """
        rows = _Rows(self._conn, change.step_id)
        article_id = rows.add(Arriving.of(document))
        rows.put()
        change.imported()
        return article_id


def _source(article_id: int, document: Document) -> dict[str, object]:
    return {
        "article_id": article_id,
        "location": document.location,
        "source": document.source,
        "added_at": now().isoformat(),
    }


class _Rows:
    """New articles with their versions, put into the tables many at a time."""

    def __init__(self, conn: sqlite3.Connection, step_id: int) -> None:
        self.texts: list[NewText] = []
        """All that was ever added."""
        self._conn = conn
        self._step_id = step_id
        self._at = now().isoformat()
        self._articles: list[tuple[object, ...]] = []
        self._versions: list[tuple[object, ...]] = []
        self._sources: list[tuple[object, ...]] = []
        self._whole_pages: list[tuple[int]] = []
        self._next_article = 0
        self._next_version = 0
        self._has_put = False

    def add(self, arriving: Arriving) -> int:
        """Make an article of a document, and give the id that it is going to have."""
        if not self._articles:
            self._next_article = self._free("article")
            self._next_version = self._free("version")
        else:
            self._next_article += 1
            self._next_version += 1
        article_id, version_id = self._next_article, self._next_version
        said = arriving.document
        self._articles.append(
            (
                *(article_id, version_id, said.title, said.title.casefold()),
                *(said.source, said.site, said.author, said.published, said.language),
                *(arriving.words, lines_in(said.text), self._at, self._step_id),
            )
        )
        self.texts.append(NewText(article_id, version_id, said.title, arriving.tokens))
        self._versions.append(version_row(version_id, article_id, arriving, self._at))
        if said.is_whole_page:
            self._whole_pages.append((version_id,))
        if said.location:
            self._sources.append((article_id, said.location, said.source, self._at))
        return article_id

    def _free(self, table: str) -> int:
        row = self._conn.execute(f"SELECT coalesce(max(id), 0) + 1 FROM {table}")
        return int(row.fetchone()[0])

    def put(self) -> bool:
        """Put in what was added; whether anything ever was."""
        if self._articles:
            self._has_put = True
            for statement, rows in (
                (_PUT_ARTICLE, self._articles),
                (PUT_VERSION, self._versions),
                (PUT_WHOLE_PAGE, self._whole_pages),
                (_PUT_SOURCE, self._sources),
                (_PUT_WAITING, [row[:1] for row in self._articles]),
                (_PUT_SITE, [(row[5], row[0]) for row in self._articles if row[5]]),
            ):
                self._conn.executemany(statement, rows)
            first, last = self._articles[0][0], self._articles[-1][0]
            self._conn.execute(_NAME, (first, last))
            self._articles, self._versions = [], []
            self._sources, self._whole_pages = [], []
        return self._has_put
