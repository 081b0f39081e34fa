"""One open library, put together from its tables."""

from collections.abc import Callable, Generator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Self, TypeVar

from reader.model import Annotation, Article, Step, Version
from reader.store.articles import Articles
from reader.store.coders import Coders
from reader.store.connection import connect
from reader.store.errors import plainly
from reader.store.history import History
from reader.store.listing import Listing
from reader.store.settings import Settings

if TYPE_CHECKING:
    from reader.cleaning import Line
    from reader.store.annotations import Annotations
    from reader.store.attributes import Attributes
    from reader.store.backups import Backup
    from reader.store.bulk import Bulk
    from reader.store.codebook import Codebook
    from reader.store.codings import Codings
    from reader.store.decisions import Decisions
    from reader.store.disputes import Disputes
    from reader.store.doctor import Finding
    from reader.store.filtering import SavedFilters
    from reader.store.imports import Imports
    from reader.store.keywords import Keywords
    from reader.store.likenesses import Likenesses
    from reader.store.matrices import Matrices
    from reader.store.occurrences import Occurrences
    from reader.store.overlaps import Overlaps
    from reader.store.retrieval import Retrieval
    from reader.store.rules import Rules
    from reader.store.search import Search
    from reader.store.sessions import Sessions
    from reader.store.settling import Settling
    from reader.store.steps import Steps
    from reader.store.suggestions import Suggestions
    from reader.store.tags import Tags
    from reader.store.typical import Typical
    from reader.store.verdicts import Verdicts
    from reader.store.versions import Versions

Answer = TypeVar("Answer")

_STEPS = 1000
"""Of SQLite's machine, about 10 us, between two looks whether to go on."""


@dataclass(frozen=True, slots=True)
class Reading:
    """All that a screen needs to show one article."""

    article: Article
    version: Version
    lines: tuple["Line", ...]
    annotations: Sequence[Annotation]
    place: int
    """The code point where reading stopped."""
    orphans: int = 0
    """How many annotations stand on an older text and were not found in this one."""

    @property
    def is_all_hidden(self) -> bool:
        """Whether nothing is left to read: every line that says anything is hidden."""
        text = self.version.text
        said = (line for line in self.lines if line.span.of(text).strip())
        first = next(said, None)
        if first is None or not first.hidden:
            return False
        return all(line.hidden for line in said)


class Store:
    """One open library. It belongs to the thread that opened it."""

    def __init__(self, path: Path | None, coder: str = "me") -> None:
        """Open the library at `path`, or one in memory.

        Raises:
            StoreError: When there is no library to be had there.
        """
        self.path = path
        with plainly(path):
            self._conn = connect(path)
        self._data_version = self._conn.execute("PRAGMA data_version").fetchone()[0]
        self._is_unwanted = False
        self._conn.set_progress_handler(lambda: self._is_unwanted, _STEPS)
        self.history = History(self._conn)
        self.coders = Coders(self._conn, coder)
        self.articles = Articles(self._conn, self.history, self.coders)
        self.listing = Listing(self._conn)
        self.settings = Settings(self._conn)

    # The rest is imported when it is first asked for: none of it is needed to show
    # the list that every start begins with.

    @cached_property
    def imports(self) -> "Imports":
        """The way in for documents."""
        from reader.store.imports import Imports

        return Imports(
            self._conn,
            self.history,
            self.coders,
            lambda: self.versions,
            self.back_up,
        )

    @cached_property
    def versions(self) -> "Versions":
        """Newer texts of articles that are there."""
        from reader.store.versions import Versions

        return Versions(self._conn, self.annotations)

    @cached_property
    def settling(self) -> "Settling":
        """Passages that a newer text has left in doubt."""
        from reader.store.settling import Settling

        return Settling(self._conn, self.history, self.coders, self.annotations)

    @cached_property
    def steps(self) -> "Steps":
        """What was done, step by step, and the way to each step."""
        from reader.store.steps import Steps

        return Steps(self._conn, self.history, self.coders)

    @cached_property
    def tags(self) -> "Tags":
        """The codebook, to ask."""
        from reader.store.tags import Tags

        return Tags(self._conn)

    @cached_property
    def overlaps(self) -> "Overlaps":
        """What a coder has on a passage twice."""
        from reader.store.overlaps import Overlaps

        return Overlaps(self.history, self.coders, self.annotations)

    @cached_property
    def codebook(self) -> "Codebook":
        """The codebook, to edit."""
        from reader.store.codebook import Codebook

        return Codebook(self._conn, self.history, self.coders, self.tags)

    @cached_property
    def attributes(self) -> "Attributes":
        """What is known of each article."""
        from reader.store.attributes import Attributes

        return Attributes(self._conn, self.history, self.coders)

    @cached_property
    def filters(self) -> "SavedFilters":
        """Filters of the list that have a name."""
        from reader.store.filtering import SavedFilters

        return SavedFilters(self._conn)

    @cached_property
    def rules(self) -> "Rules":
        """What the cleaner was taught."""
        from reader.store.rules import Rules

        return Rules(self._conn, self.history, self.coders)

    @cached_property
    def verdicts(self) -> "Verdicts":
        """What is hidden in each version, and why."""
        from reader.store.verdicts import Verdicts

        return Verdicts(self._conn, self.history, self.coders, self.rules)

    @cached_property
    def annotations(self) -> "Annotations":
        """Passages with their tags and memos."""
        from reader.store.annotations import Annotations

        return Annotations(self._conn, self.history, self.coders, self.tags)

    @cached_property
    def keywords(self) -> "Keywords":
        """The words that suggest a tag."""
        from reader.store.keywords import Keywords

        return Keywords(self._conn, self.history, self.coders, self.tags)

    @cached_property
    def suggestions(self) -> "Suggestions":
        """What passages might be tagged with."""
        from reader.store.suggestions import Suggestions

        return Suggestions(
            self._conn, self.history, self.coders, self.tags, self.keywords
        )

    @cached_property
    def likenesses(self) -> "Likenesses":
        """Paragraphs like a passage."""
        from reader.store.likenesses import Likenesses

        return Likenesses(self._conn, self.coders)

    @cached_property
    def typical(self) -> "Typical":
        """Words that are typical of a tag."""
        from reader.store.typical import Typical

        return Typical(self._conn, self.tags)

    @cached_property
    def occurrences(self) -> "Occurrences":
        """Words in all articles, and one tag for all of their places."""
        from reader.store.occurrences import Occurrences

        return Occurrences(self._conn, self.articles, self.verdicts, self.annotations)

    @cached_property
    def bulk(self) -> "Bulk":
        """Annotations by the thousand, on their way out or in."""
        from reader.store.bulk import Bulk

        return Bulk(self._conn, self.history, self.coders, self.tags)

    @cached_property
    def retrieval(self) -> "Retrieval":
        """The passages of tags, across articles."""
        from reader.store.retrieval import Retrieval

        return Retrieval(
            self._conn,
            self.history,
            self.coders,
            self.articles,
            self.annotations,
            self.tags,
        )

    @cached_property
    def matrices(self) -> "Matrices":
        """Tags counted against what there is."""
        from reader.store.matrices import Matrices

        return Matrices(self._conn, self.retrieval)

    @cached_property
    def search(self) -> "Search":
        """The words of all articles."""
        from reader.store.search import Search

        return Search(self._conn, self.articles, self.verdicts)

    @cached_property
    def sessions(self) -> "Sessions":
        """Review sessions, and how far they have come."""
        from reader.store.sessions import Sessions

        return Sessions(self._conn, self.history, self.coders, self.disputes)

    @cached_property
    def disputes(self) -> "Disputes":
        """The places on which coders differ."""
        from reader.store.disputes import Disputes

        return Disputes(self._conn, self.annotations)

    @cached_property
    def codings(self) -> "Codings":
        """What coders have finished, as agreement takes it."""
        from reader.store.codings import Codings

        return Codings(self._conn, self.articles, self.verdicts)

    @cached_property
    def decisions(self) -> "Decisions":
        """What was decided in them."""
        from reader.store.decisions import Decisions

        return Decisions(
            self._conn,
            self.history,
            self.coders,
            self.tags,
            self.articles,
            self.annotations,
        )

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

        It ends with `InterruptedStoreError`, at the next statement if none runs now.
        """
        self._is_unwanted = True
        self._conn.interrupt()

    def back_up(self, reason: str) -> "Backup | None":
        """Copy the library beside itself; one in memory has no copies."""
        from reader.store.backups import back_up

        return None if self.path is None else back_up(self._conn, self.path, reason)

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

    def changed_elsewhere(self) -> bool:
        """Whether another program has written here since this was asked last."""
        now = self._conn.execute("PRAGMA data_version").fetchone()[0]
        before, self._data_version = self._data_version, now
        return bool(now != before)

    def close(self) -> None:
        """Close the file; nothing more can be asked."""
        self._conn.close()

    def reading(self, article_id: int) -> Reading | None:
        """An article with its text, verdicts and annotations, unless it is gone."""
        article = self.articles.one(article_id)
        if article is None:
            return None
        version = self.articles.version(article.version_id)
        found = self.annotations.of(article_id)
        here = [each for each in found if each.version_id == version.id]
        return Reading(
            article,
            version,
            self.verdicts.of(version),
            here,
            self.articles.place(article_id),
            len(found) - len(here),
        )

    def recount(self, article_id: int) -> Article | None:
        """Clean an article as it is to be cleaned now; it has its counts then."""
        article = self.articles.one(article_id)
        if article is not None:
            self.verdicts.of(self.articles.version(article.version_id))
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
