"""What the cleaner said of a version's lines, and what the analyst said against it."""

import json
import sqlite3
from collections.abc import Iterable, Sequence
from hashlib import sha256

from reader.cleaning import Line, Strength, Taught
from reader.cleaning.decisions import decided
from reader.model import Override, Version
from reader.store.coders import Coders
from reader.store.history import Change, History
from reader.store.identity import now
from reader.store.rules import Rules
from reader.text.excerpt import quoted
from reader.text.lines import lines


class Verdicts:
    """The cleaning and line_override tables, in records."""

    def __init__(
        self, conn: sqlite3.Connection, history: History, coders: Coders, rules: Rules
    ) -> None:
        self._conn = conn
        self._history = history
        self._coders = coders
        self._rules = rules

    def of(self, version: Version) -> tuple[Line, ...]:
        """One item for each line of the version, the analyst's word above all.

        A version that was judged by an older cleaner, under other rules or at
        another strength, is judged anew.
        """
        strength, taught = self._asked(version.article_id)
        wanted = stamp(strength, taught)
        row = self._conn.execute(
            "SELECT cleaner, verdicts FROM cleaning WHERE version_id = ?",
            (version.id,),
        ).fetchone()
        if row and row[0] == wanted:
            verdicts = row[1]
        else:
            from reader.cleaning import clean

            judged = clean(version.text, strength=strength, taught=taught)
            verdicts = dump(judged.lines)
            self._conn.execute(
                "INSERT INTO cleaning (version_id, cleaner, verdicts) VALUES (?, ?, ?)"
                " ON CONFLICT DO UPDATE SET cleaner = excluded.cleaner,"
                " verdicts = excluded.verdicts",
                (version.id, wanted, verdicts),
            )
        return decided(_load(version.text, verdicts), self.overrides(version.id))

    def strength(self, article_id: int) -> Strength:
        """How sure the cleaner has to be in this article."""
        row = self._conn.execute(
            "SELECT coalesce(nullif(strength, ''), (SELECT value FROM setting"
            " WHERE name = 'strength'), ?) FROM article WHERE id = ?",
            (Strength.NORMAL.value, article_id),
        ).fetchone()
        return Strength(row[0])

    def set_strength(self, article_id: int, strength: Strength) -> None:
        """Clean one article at another strength from now on, as a step."""
        with self._history.step(
            self._coders.current,
            f"clean this article {strength}",
            article_id=article_id,
        ) as change:
            change.update("article", article_id, {"strength": strength.value})

    def _asked(self, article_id: int) -> tuple[Strength, list[Taught]]:
        """How an article is to be cleaned: its strength, and the rules of its site."""
        site = self._conn.execute(
            "SELECT site FROM article WHERE id = ?", (article_id,)
        ).fetchone()[0]
        return self.strength(article_id), self._rules.on(site)

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
            for number in numbers:
                self._override(change, version, number, hidden)

    def _override(
        self, change: Change, version: Version, number: int, hidden: bool
    ) -> None:
        if self.of(version)[number].hidden == hidden:
            return
        row = {
            "version_id": version.id,
            "line": number,
            "hidden": int(hidden),
            "coder_id": self._coders.current,
            "updated_at": now().isoformat(),
        }
        found = self._conn.execute(
            "SELECT id FROM line_override WHERE version_id = ? AND line = ?",
            (version.id, number),
        ).fetchone()
        if found:
            change.delete("line_override", found[0], tuple(row))
        if self.of(version)[number].hidden != hidden:
            change.insert("line_override", row)


def stamp(strength: Strength = Strength.NORMAL, taught: Sequence[Taught] = ()) -> str:
    """What verdicts rest on; with any other stamp they are out of date."""
    from reader.cleaning import CLEANER

    rules = sha256(repr(list(taught)).encode()).hexdigest()[:16] if taught else "-"
    return f"{CLEANER} {strength} {rules}"


def dump(judged: Iterable[Line]) -> str:
    """The hidden lines as JSON, `[number, kind, rule, confidence]` each."""
    return json.dumps(
        [
            [number, line.kind, line.rule, line.confidence]
            for number, line in enumerate(judged)
            if line.hidden
        ],
        ensure_ascii=False,
    )


def _load(text: str, verdicts: str) -> tuple[Line, ...]:
    hidden = {number: rest for number, *rest in json.loads(verdicts)}
    return tuple(
        Line(span, True, *hidden[number])
        if number in hidden
        else Line(span, hidden=False)
        for number, span in enumerate(lines(text))
    )
