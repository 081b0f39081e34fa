"""One open library: its tables, and what is done with all of it."""

from collections.abc import Callable, Generator
from contextlib import contextmanager, nullcontext
from pathlib import Path
from typing import TYPE_CHECKING, Self, TypeVar

from reader.model import Article, Span, Step, Version
from reader.store.connection import connect, remark, writing
from reader.store.errors import plainly
from reader.store.reading import Reading
from reader.store.tables import Tables
from reader.store.to_read import is_so

if TYPE_CHECKING:
    from reader.review import Session
    from reader.store.backups import Backup
    from reader.store.doctor import Finding
    from reader.store.turn import Turn

Answer = TypeVar("Answer")

_STEPS = 1000
"""Of SQLite's machine, about 10 us, between two looks whether to go on."""

_AT_ONCE = 100
"""Annotations that an item of a review brings along at once."""


class Store(Tables):
    """One open library. It belongs to the thread that opened it."""

    def __init__(self, path: Path | None, coder: str = "me") -> None:
        """Open the library at `path`, or one in memory.

        Raises:
            StoreError: When there is no library to be had there.
        """
        with plainly(path):
            conn = connect(path)
            super().__init__(conn, path, coder)
            self._data_version = conn.execute("PRAGMA data_version").fetchone()[0]
            self._newest = self._last()
        self._is_unwanted = False
        conn.set_progress_handler(lambda: self._is_unwanted, _STEPS)

    @property
    def remark(self) -> str:
        """What is special about the way it is open; empty for nothing."""
        return remark(self._conn, self.path)

    @property
    def is_read_only(self) -> bool:
        """Whether nothing can be changed in it."""
        return is_so(self._conn)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def answer(self, question: Callable[["Store"], Answer]) -> Answer:
        """Ask something, with the errors that a user can mend as `StoreError`."""
        self._is_unwanted = False
        with plainly(self.path):
            return question(self)

    def interrupt(self) -> None:
        """End what is being asked at this moment; any thread may say so.

        It ends with `InterruptedStoreError`, at the next statement that takes long if
        none does now. SQLite's own interruption would go on for as long as any rows
        were being read, and an exception that somebody keeps holds such rows: then
        every later question was ended too, and asked again, without end.
        """
        self._is_unwanted = True

    def restore(self, copy: Path) -> "Backup":
        """Make the library what a copy is, and give the copy of what it was.

        Raises:
            StoreError: When the copy cannot be used.
        """
        from reader.store.backups import restore

        assert self.path, "a library in memory has no copies"
        return restore(self._conn, self.path, copy)

    def examine(self) -> "list[Finding]":
        """What in the library is not as it must be."""
        from reader.store.doctor import examine

        return list(examine(self._conn, self.path))

    def repair(self) -> None:
        """Set right what can be known from the rest."""
        from reader.store.doctor import repair

        repair(self._conn, self.path)

    def changed_elsewhere(self, *, is_learning: bool = False) -> bool:
        """Whether another program has written here since this was asked last.

        Args:
            is_learning: Whether somebody is cleaning and indexing all the time. Then
                steps and new articles count, and the rest is told when that is over.
        """
        now = self._conn.execute("PRAGMA data_version").fetchone()[0]
        last = self._last()
        is_changed = now != self._data_version
        if is_changed and is_learning and last == self._newest:
            return False
        self._data_version, self._newest = now, last
        return bool(is_changed)

    def _last(self) -> object:
        """The last step, and the last article."""
        return self._conn.execute(
            "SELECT (SELECT max(id) FROM step), (SELECT max(id) FROM article)"
        ).fetchone()

    def close(self) -> None:
        """Close the file; nothing more can be asked."""
        self._conn.close()

    def reading(
        self,
        article_id: int,
        *,
        known: Version | None = None,
        most: int | None = None,
        near: Span | None = None,
    ) -> Reading | None:
        """An article with its text, verdicts and annotations, unless it is gone.

        Args:
            article_id: The article.
            known: The version that is shown now; if it is still the article's, its
                text is not read again.
            most: With more annotations than that they are left out, to be asked for
                once the text is there to read.
            near: Those that begin nearest to it are there even so, `most` of them.
        """
        article = self.articles.one(article_id)
        if article is None:
            return None
        version = known
        if version is None or version.id != article.version_id:
            version = self.articles.version(article.version_id)
        lines = self.verdicts.of(version)
        has_all = most is None or article.annotations <= most
        if most is None or has_all:
            found = self.annotations.of(article_id)
        else:
            found = self.annotations.near(article_id, near, most) if near else []
        here = [each for each in found if each.version_id == version.id]
        return Reading(
            self.articles.one(article_id) or article,  # Counted by the verdicts.
            version,
            lines,
            here,
            self.articles.place(article_id),
            len(found) - len(here),
            has_all,
        )

    def turn(
        self,
        session: "Session",
        way: "Callable[[Store], int | None]",
        first: "Callable[[Store], object] | None" = None,
        *,
        known: Version | None = None,
    ) -> "Turn":
        """Do something in a review, find a place, and have its item to show.

        Args:
            session: The review.
            way: Finds the place of the item.
            first: What is done before; it is written together with the place.
            known: The version that is shown now. An item of another article comes
                with the annotations in its sight, where there are very many.
        """
        from reader.store.turn import Turn

        with writing(self._conn) if first is not None else nullcontext():
            if first is not None:
                first(self)
            place = way(self)
            item = None if place is None else self.decisions.item(session, place)
            if item is not None:
                self.sessions.look_at(session.id, item.place)
        session = self.sessions.one(session.id)
        pace = self.sessions.pace(session)
        if item is None:
            return Turn(session, pace)
        is_here = known is not None and known.article_id == item.article_id
        near = item.annotation.span if item.annotation else None
        most = None if is_here else _AT_ONCE
        reading = self.reading(item.article_id, known=known, most=most, near=near)
        if reading is None:
            return Turn(session, pace)
        settings = self.settings.all()
        cases = self.disputes.of(item.article_id) if session.query.cases else ()
        return Turn(session, pace, item, reading, self.tags.all(), settings, cases)

    def recount(self, article_id: int) -> Article | None:
        """Clean an article as it is to be cleaned now; it has its counts then."""
        article = self.articles.one(article_id)
        if article is not None:
            self.verdicts.hidden(self.articles.version(article.version_id))
        return self.articles.one(article_id)

    def undo(self) -> Step | None:
        """Take back this coder's last step."""
        return self.history.undo(self.coders.current)

    def redo(self) -> Step | None:
        """Do again what this coder took back last."""
        return self.history.redo(self.coders.current)


@contextmanager
def library(path: Path | None, coder: str = "me") -> Generator[Store]:
    """Open a library for the block, with every error in words for the user.

    Raises:
        StoreError: When it cannot be opened, or something in the block went wrong.
    """
    with plainly(path), Store(path, coder) as store:
        yield store
