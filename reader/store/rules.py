"""What the analyst has taught the cleaner."""

import sqlite3
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

from reader.cleaning import Match, Taught
from reader.cleaning.taught import matches, ruling
from reader.store.coders import Coders
from reader.store.errors import AskedWronglyError
from reader.store.hidden import HIDDEN_LINES, numbers
from reader.store.history import History
from reader.store.identity import now
from reader.text.counted import counted
from reader.text.excerpt import excerpt, quoted
from reader.text.safe import safe_line

LONGEST = 500
"""Code points of a rule's text; the cleaner matches none that is longer."""
_EXAMPLES = 5
_COLUMNS = ("match", "text", "hide", "site", "kind", "coder_id", "created_at")


@dataclass(frozen=True, slots=True)
class Rule:
    """A taught rule as it is kept."""

    id: int
    taught: Taught
    coder: str


@dataclass(slots=True)
class Effect:
    """What a rule would change in the library."""

    lines: int = 0
    articles: int = 0
    examples: list[str] = field(default_factory=list)

    def take(self, lines: Sequence[str]) -> None:
        """Add what was found in one article."""
        self.lines += len(lines)
        self.articles += bool(lines)
        for line in lines[: _EXAMPLES - len(self.examples)]:
            self.examples.append(excerpt(line, 80))

    @property
    def count(self) -> str:
        """How much it is, in words."""
        if not self.lines:
            return "nothing"
        lines = counted(self.lines, "line")
        return f"{lines} in {counted(self.articles, 'article')}"


class Rules:
    """The cleaning_rule table, in records."""

    def __init__(
        self, conn: sqlite3.Connection, history: History, coders: Coders
    ) -> None:
        self._conn = conn
        self._history = history
        self._coders = coders

    def all(self) -> list[Rule]:
        """Every rule, the oldest first."""
        rows = self._conn.execute(
            "SELECT r.id, match, text, hide, site, kind, coder.name"
            " FROM cleaning_rule AS r JOIN coder ON coder.id = coder_id ORDER BY r.id"
        )
        return [Rule(row[0], _taught(row[1:6]), row[6]) for row in rows]

    def on(self, site: str) -> list[Taught]:
        """The rules that hold on a site, those for everywhere among them."""
        rows = self._conn.execute(
            "SELECT match, text, hide, site, kind FROM cleaning_rule"
            " WHERE site IN ('', ?) ORDER BY id",
            (site,),
        )
        return [_taught(row) for row in rows]

    def add(self, taught: Taught) -> None:
        """Teach a rule, as a step; one that is there already is left.

        Raises:
            AskedWronglyError: When it could match nothing, or everything.
        """
        _check(taught)
        if any(rule.taught == taught for rule in self.all()):
            return
        with self._history.step(self._coders.current, _label(taught)) as change:
            change.insert("cleaning_rule", self._row(taught))

    def edit(self, rule_id: int, taught: Taught) -> None:
        """Put another rule in its place, as a step.

        Raises:
            AskedWronglyError: When there is no such rule, or it could match nothing.
        """
        _check(taught)
        row = self._row(taught)
        with self._history.step(self._coders.current, _label(taught)) as change:
            self._present(rule_id)
            changes = {name: row[name] for name in _COLUMNS[:5]}
            change.update("cleaning_rule", rule_id, changes)

    def remove(self, rule_id: int) -> None:
        """Forget a rule, as a step.

        Raises:
            AskedWronglyError: When there is no such rule.
        """
        rule = self._present(rule_id)
        label = f"forget: {_label(rule.taught)}"
        with self._history.step(self._coders.current, label) as change:
            change.delete("cleaning_rule", rule_id, _COLUMNS)

    def effect(self, taught: Taught) -> Effect:
        """What this rule, on top of those there are, would change in the library."""
        effect = Effect()
        for text, site, hidden in self._judged(taught.site):
            rules = self.on(site)
            changed = []
            for number, line in enumerate(text.split("\n")):
                if matches(taught, line):
                    # Articles are cleaned again when they are next opened, so the
                    # rules that stand are asked first and the old verdict last.
                    now = ruling(line, rules)
                    is_hidden = now.hide if now else number in hidden
                    if is_hidden != taught.hide:
                        changed.append(line)
            effect.take(changed)
        return effect

    def known(self, taught: Taught) -> Effect:
        """The lines that a rule knows, whether it changes them or not."""
        effect = Effect()
        for text, _, _ in self._judged(taught.site):
            lines = text.split("\n")
            effect.take([line for line in lines if matches(taught, line)])
        return effect

    def _judged(self, site: str) -> Iterator[tuple[str, str, frozenset[int]]]:
        """Each article's text and site, and the numbers of the lines hidden in it."""
        rows = self._conn.execute(
            f"""SELECT version.text, site, {HIDDEN_LINES}
            FROM article JOIN version ON version.id = article.version_id
            WHERE removed = 0 AND (? IN ('', site))""",
            (site,),
        )
        for text, where, hidden in rows:
            yield text, where, numbers(hidden)

    def _row(self, taught: Taught) -> dict[str, Any]:
        values = (
            taught.match.value,
            taught.text,
            int(taught.hide),
            taught.site,
            taught.kind,
            self._coders.current,
            now().isoformat(),
        )
        return dict(zip(_COLUMNS, values, strict=True))

    def _present(self, rule_id: int) -> Rule:
        for rule in self.all():
            if rule.id == rule_id:
                return rule
        raise AskedWronglyError(f"there is no cleaning rule {rule_id}")


def _taught(row: tuple[Any, ...]) -> Taught:
    match, text, hide, site, kind = row
    return Taught(Match(match), text, bool(hide), site, kind)


def _check(taught: Taught) -> None:
    if not taught.text.replace("*", "").strip():
        raise AskedWronglyError(
            "a cleaning rule needs words; stars alone match everything"
        )
    if len(taught.text) > LONGEST:
        raise AskedWronglyError(f"a cleaning rule has at most {LONGEST} characters")
    if safe_line(taught.text) != taught.text:
        raise AskedWronglyError(
            "a cleaning rule is one line without control characters"
        )


def _label(taught: Taught) -> str:
    what = "hide" if taught.hide else "keep"
    where = f" on {taught.site}" if taught.site else ""
    return f"{what} lines like {quoted(taught.text)}{where}"
