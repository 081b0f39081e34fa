"""The tables of a library, each opened when it is first asked for."""

import sqlite3
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from reader.store.articles import Articles
from reader.store.coders import Coders
from reader.store.history import History
from reader.store.listing import Listing
from reader.store.settings import Settings

if TYPE_CHECKING:
    from reader.store.annotations import Annotations
    from reader.store.attributes import Attributes
    from reader.store.backups import Backup
    from reader.store.bulk import Bulk
    from reader.store.codebook import Codebook
    from reader.store.codings import Codings
    from reader.store.copies import Copies
    from reader.store.dealing import Dealing
    from reader.store.decisions import Decisions
    from reader.store.disputes import Disputes
    from reader.store.filtering import SavedFilters
    from reader.store.imports import Imports
    from reader.store.keywords import Keywords
    from reader.store.likenesses import Likenesses
    from reader.store.matrices import Matrices
    from reader.store.occurrences import Occurrences
    from reader.store.overlaps import Overlaps
    from reader.store.proposals import Proposals
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


class Tables:
    """What a library holds, by the name of each part."""

    def __init__(self, conn: sqlite3.Connection, path: Path | None, coder: str) -> None:
        self._conn = conn
        self.path = path
        self.history = History(conn)
        self.coders = Coders(conn, coder)
        self.articles = Articles(conn, self.history, self.coders)
        self.listing = Listing(conn)
        self.settings = Settings(conn)

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
            lambda: self.search.index,
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

        return Attributes(self._conn, self.history, self.coders, self.articles)

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

        return Likenesses(self._conn, self.coders, self.search.index)

    @cached_property
    def copies(self) -> "Copies":
        """What articles share, word for word."""
        from reader.store.copies import Copies

        return Copies(self._conn, self.articles)

    @cached_property
    def typical(self) -> "Typical":
        """Words that are typical of a tag."""
        from reader.store.typical import Typical

        return Typical(self._conn, self.tags, self.search.index)

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

        return Search(self._conn, self.coders, self.articles, self.verdicts)

    @cached_property
    def dealing(self) -> "Dealing":
        """Articles given to coders."""
        from reader.store.dealing import Dealing

        return Dealing(self._conn, self.history, self.coders, self.sessions)

    @cached_property
    def sessions(self) -> "Sessions":
        """Review sessions, and how far they have come."""
        from reader.store.sessions import Sessions

        return Sessions(
            self._conn, self.history, self.coders, self.disputes, self.proposals
        )

    @cached_property
    def proposals(self) -> "Proposals":
        """Suggestions as items of a review."""
        from reader.store.proposals import Proposals

        return Proposals(
            self._conn, self.articles, self.verdicts, self.suggestions, self.tags
        )

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
            self.suggestions,
            self.proposals,
        )

    def back_up(self, reason: str) -> "Backup | None":
        """Copy the library beside itself; one in memory has no copies."""
        from reader.store.backups import back_up

        return None if self.path is None else back_up(self._conn, self.path, reason)
