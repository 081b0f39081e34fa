"""What the cleaner said of a version's lines, and what the analyst said against it."""

import json
import sqlite3
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache
from hashlib import sha256

from reader.cleaning import Judged, Said, Strength, Taught
from reader.cleaning.decisions import decided
from reader.model import Override, Span, Version
from reader.store.coders import Coders
from reader.store.connection import impatient
from reader.store.history import Change, History
from reader.store.identity import now
from reader.store.in_parts import marks
from reader.store.judging import (
    Judgement,
    Task,
    hidden_in,
    judgement,
    named_in,
)
from reader.store.newest import check_newest
from reader.store.rules import Rules
from reader.store.site_lines import SiteLines
from reader.text.excerpt import quoted
from reader.text.lines import lines, lines_numbered

_KEPT_STRENGTH = "SELECT value FROM setting WHERE name = 'strength'"
_LIBRARY_STRENGTH = f"coalesce(({_KEPT_STRENGTH}), '{Strength.NORMAL.value}')"
_STRENGTH = f"coalesce(nullif(strength, ''), {_LIBRARY_STRENGTH})"

_Key = tuple[int, str, str | None]
"""A version, the stamp of its verdicts, and what was kept of them."""


class Verdicts:
    """The cleaning and line_override tables, in records."""

    def __init__(
        self, conn: sqlite3.Connection, history: History, coders: Coders, rules: Rules
    ) -> None:
        self._conn = conn
        self._history = history
        self._coders = coders
        self._rules = rules
        self._sites = SiteLines(conn)
        self._named: tuple[_Key, Mapping[int, Said]] | None = None
        """What was named last, and of what: a text is asked for after each tag."""

    def of(self, version: Version) -> Judged:
        """One item for each line of the version, the analyst's word above all.

        A version that was judged by an older cleaner, under other rules or at
        another strength, is judged anew.
        """
        asked = self._asked(version.article_id)
        kept = self._kept(version.id, asked.stamp)
        said: Mapping[int, Said] | None = named_in(kept) if kept else None
        if said is None:
            key = version.id, asked.stamp, kept
            if self._named is None or self._named[0] != key:
                self._named = key, self._anew(version, asked, kept).said
            said = self._named[1]
        return Judged(version.text, decided(said, self.overrides(version.id)))

    def hidden(self, version: Version) -> Sequence[Span]:
        """The hidden lines of `of` alone, which is quicker to tell, in order."""
        numbers = self._judged_hidden(version)
        for override in self.overrides(version.id):
            (numbers.add if override.hidden else numbers.discard)(override.line)
        return lines_numbered(version.text, numbers)

    def _judged_hidden(self, version: Version) -> set[int]:
        """The numbers of the lines that the cleaner by itself hides."""
        asked = self._asked(version.article_id)
        kept = self._kept(version.id, asked.stamp)
        if kept is not None:
            return hidden_in(kept)
        return set(self._anew(version, asked, kept).hidden_numbers)

    def _kept(self, version_id: int, stamp: str) -> str | None:
        """The verdicts as they were kept; None when they are out of date."""
        row = self._conn.execute(
            "SELECT verdicts FROM cleaning WHERE version_id = ? AND cleaner = ?",
            (version_id, stamp),
        ).fetchone()
        return row[0] if row else None

    def _anew(self, version: Version, asked: "_Asked", kept: str | None) -> Judged:
        """Judge a version again, and keep what it comes to if that is not known."""
        lines = self._task(version.text, asked).clean()
        if kept is None or hidden_in(kept) != set(lines.hidden_numbers):
            with impatient(self._conn):
                self.put(version.id, judgement(version.text, asked.stamp, lines))
        return lines

    def tasks(self) -> Callable[[str, str, str], Task]:
        """What gives the task of judging a text, for many texts in a row.

        It takes the text, its site, and how sure the cleaner has to be: a strength,
        or nothing where that is the library's. The rules of a site are asked for
        once, so it is good for one batch and not for a session.
        """
        known = lru_cache(maxsize=None)(self._at)
        usual = self.library_strength.value

        def task(text: str, site: str, strength: str) -> Task:
            return self._task(text, known(site, strength or usual))

        return task

    def _task(self, text: str, asked: "_Asked") -> Task:
        is_known = asked.extent > 0
        return Task(
            text,
            asked.stamp,
            asked.strength,
            asked.taught,
            self._sites.on(asked.site, text) if is_known else {},
        )

    def put(self, version_id: int, judgement: Judgement) -> None:
        """Write down what was said of a version last."""
        self._conn.execute(
            "INSERT INTO cleaning (version_id, cleaner, verdicts, words)"
            " VALUES (?, ?, ?, ?) ON CONFLICT DO UPDATE SET"
            " cleaner = excluded.cleaner, verdicts = excluded.verdicts,"
            " words = excluded.words",
            (version_id, judgement.stamp, judgement.verdicts, judgement.words),
        )

    def outdated(self, article_ids: Sequence[int]) -> list[int]:
        """Those whose hidden lines are not what they would be if asked for now."""
        rows = self._conn.execute(
            f"""SELECT article.id, site, {_STRENGTH}, cleaner FROM article
            LEFT JOIN cleaning ON cleaning.version_id = article.version_id
            WHERE removed = 0 AND article.id IN ({marks(article_ids)})""",
            tuple(article_ids),
        ).fetchall()
        asked = {each: self._at(*each) for each in {row[1:3] for row in rows}}
        stale = {row[0] for row in rows if row[3] != asked[row[1:3]].stamp}
        return [article_id for article_id in article_ids if article_id in stale]

    def hiding(self) -> Callable[[int], tuple[str, Sequence[Span]]]:
        """What gives a version's text and hidden lines, for many versions in a row.

        It takes `of`'s way where that would judge anew. The rules of a site are
        asked for once, so it is good for one export and not for a session.
        """
        stamps = lru_cache(maxsize=None)(lambda *where: self._at(*where).stamp)
        usual = self.library_strength

        def hidden(version_id: int) -> tuple[str, Sequence[Span]]:
            text, cleaner, verdicts, site, strength, overrides = self._conn.execute(
                """SELECT version.text, cleaner, verdicts, site, strength,
                (SELECT json_group_array(json_array(line, hidden)) FROM line_override
                 WHERE version_id = version.id)
                FROM version JOIN article ON article.id = article_id
                LEFT JOIN cleaning ON cleaning.version_id = version.id
                WHERE version.id = ?""",
                (version_id,),
            ).fetchone()
            if cleaner != stamps(site, strength or usual):
                return text, self._hidden_anew(version_id)
            numbers = hidden_in(verdicts)
            for line, is_hidden in () if overrides == "[]" else json.loads(overrides):
                (numbers.add if is_hidden else numbers.discard)(line)
            return text, lines_numbered(text, numbers)

        return hidden

    def _hidden_anew(self, version_id: int) -> Sequence[Span]:
        row = self._conn.execute(
            "SELECT id, article_id, text, sha256, encoding, newline, added_at"
            " FROM version WHERE id = ?",
            (version_id,),
        ).fetchone()
        key, article_id, text, sha256_, encoding, newline, at = row
        moment = datetime.fromisoformat(at)
        version = Version(key, article_id, text, sha256_, encoding, newline, moment)
        return self.hidden(version)

    def strength(self, article_id: int) -> Strength:
        """How sure the cleaner has to be in this article."""
        row = self._conn.execute(
            f"SELECT {_STRENGTH} FROM article WHERE id = ?", (article_id,)
        ).fetchone()
        return Strength(row[0])

    @property
    def library_strength(self) -> Strength:
        """How sure it has to be where an article has no strength of its own."""
        return Strength(self._conn.execute(f"SELECT {_LIBRARY_STRENGTH}").fetchone()[0])

    def set_library_strength(self, strength: Strength) -> None:
        """Clean the whole library at another strength from now on, as a step."""
        label = f"clean the library {strength}"
        with self._history.step(self._coders.current, label) as change:
            if self._conn.execute(_KEPT_STRENGTH).fetchone():
                change.update("setting", "strength", {"value": strength.value})
            else:
                row = {"name": "strength", "value": strength.value}
                change.insert("setting", row)

    def set_strength(self, article_id: int, strength: Strength) -> None:
        """Clean one article at another strength from now on, as a step."""
        with self._history.step(
            self._coders.current,
            f"clean this article {strength}",
            article_id=article_id,
        ) as change:
            change.update("article", article_id, {"strength": strength.value})

    def _asked(self, article_id: int) -> "_Asked":
        """How an article is to be cleaned."""
        row = self._conn.execute(
            f"SELECT site, {_STRENGTH} FROM article WHERE id = ?", (article_id,)
        ).fetchone()
        return self._at(*row)

    def _at(self, site: str, strength: str) -> "_Asked":
        extent = self._sites.extent(site)
        return _Asked(site, Strength(strength), self._rules.on(site), extent)

    def overrides(self, version_id: int) -> list[Override]:
        """What the analyst decided about lines of a version."""
        rows = self._conn.execute(
            "SELECT line, hidden FROM line_override WHERE version_id = ? ORDER BY line",
            (version_id,),
        )
        return [Override(line, bool(hidden)) for line, hidden in rows]

    def override(self, version: Version, numbers: Sequence[int], hidden: bool) -> None:
        """Hide or keep lines against their verdicts, as one step.

        What agrees with the verdict anyway takes the override away.
        """
        spans = lines(version.text)
        what = "hide" if hidden else "keep"
        with self._history.step(
            self._coders.current,
            f"{what} the line {quoted(spans[numbers[0]].of(version.text))}"
            + (f" and {len(numbers) - 1} more" if len(numbers) > 1 else ""),
            article_id=version.article_id,
            offset=spans[numbers[0]].start,
        ) as change:
            check_newest(self._conn, version)
            judged = self._judged_hidden(version)
            for number in numbers:
                self._override(change, version.id, number, hidden, number in judged)

    def _override(
        self, change: Change, version_id: int, number: int, hidden: bool, judged: bool
    ) -> None:
        """Hide or keep a line which the cleaner by itself hides or keeps."""
        row = {
            "version_id": version_id,
            "line": number,
            "hidden": int(hidden),
            "coder_id": self._coders.current,
            "updated_at": now().isoformat(),
        }
        found = self._conn.execute(
            "SELECT id, hidden FROM line_override WHERE version_id = ? AND line = ?",
            (version_id, number),
        ).fetchone()
        if hidden == (bool(found[1]) if found else judged):
            return
        if found:
            change.delete("line_override", found[0], tuple(row))
        if hidden != judged:
            change.insert("line_override", row)


@dataclass(frozen=True, slots=True)
class _Asked:
    """All that the verdicts on an article rest on, besides its text."""

    site: str = ""
    strength: Strength = Strength.NORMAL
    taught: Sequence[Taught] = ()
    extent: int = 0
    """Of the site: the lines of a small one are not told from its articles'."""

    @property
    def stamp(self) -> str:
        """With any other stamp, verdicts are out of date."""
        from reader.cleaning import CLEANER

        taught = sha256(repr(list(self.taught)).encode()).hexdigest()[:16]
        rules = taught if self.taught else "-"
        site = f" {self.extent}" if self.extent else ""
        return f"{CLEANER} {self.strength} {rules}{site}"
