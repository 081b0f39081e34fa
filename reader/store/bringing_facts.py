"""What is known of another library's articles, and what suggests its tags, brought in.

What is empty here is filled. What both know and tell differently is listed, and stays
as it is here; a title counts only where somebody has corrected it.
"""

from typing import TYPE_CHECKING

from reader.store.attributes import FACTS
from reader.store.history import Change
from reader.store.merged import Matched, Merged
from reader.text.excerpt import quoted

if TYPE_CHECKING:
    from reader.store.store import Store

_KNOWN = f"SELECT is_titled, {', '.join(FACTS.values())} FROM article WHERE id = ?"


class BringingFacts:
    """The facts, attributes and keywords of one merge."""

    def __init__(
        self,
        ours: "Store",
        theirs: "Store",
        change: Change,
        matched: Matched,
        merged: Merged,
    ) -> None:
        self._ours, self._theirs = ours, theirs
        self._change, self._matched, self._merged = change, matched, merged
        self._conn, self._other = ours._conn, theirs._conn

    def run(self) -> None:
        """Bring them in; the articles and the tags are here."""
        rows = self._other.execute("SELECT id FROM article WHERE removed = 0")
        for (article_id,) in rows.fetchall():
            here = self._matched.articles.get(article_id)
            if here is not None:
                self._bring_facts(article_id, here)
                self._bring_attributes(article_id, here)
        self._bring_keywords()

    def _bring_facts(self, article_id: int, here: int) -> None:
        is_titled, *theirs = self._other.execute(_KNOWN, (article_id,)).fetchone()
        has_title, *ours = self._conn.execute(_KNOWN, (here,)).fetchone()
        for name, there, known in zip(FACTS, theirs, ours, strict=True):
            is_known = bool(has_title if name == "title" else known)
            if there == known or not (is_titled if name == "title" else there):
                continue
            if is_known:
                self._differ(here, name, there)
                continue
            row: dict[str, object] = {FACTS[name]: there}
            if name == "title":
                row |= {"title_key": there.casefold(), "is_titled": 1}
            self._change.update("article", here, row)
            self._merged.new["article facts"] += 1

    def _bring_attributes(self, article_id: int, here: int) -> None:
        query = "SELECT name_key, value FROM attribute WHERE article_id = ?"
        known = dict(self._conn.execute(query, (here,)).fetchall())
        for name, key, value in self._other.execute(
            "SELECT name, name_key, value FROM attribute WHERE article_id = ?",
            (article_id,),
        ).fetchall():
            if key not in known:
                row = {"name": name, "name_key": key, "value": value}
                self._change.insert("attribute", {"article_id": here, **row})
                self._merged.new["attributes"] += 1
            elif known[key] != value:
                self._differ(here, name, value)

    def _bring_keywords(self) -> None:
        for keyword in self._theirs.keywords.all():
            query = "SELECT created_at FROM keyword WHERE id = ?"
            (created,) = self._other.execute(query, (keyword.id,)).fetchone()
            tag, _ = self._ours.bulk.tag(self._change, keyword.tag.path)
            whose = self._ours.coders.named(keyword.coder)
            if self._ours.keywords.put(
                self._change, tag, keyword.sought, whose, created
            ):
                self._merged.new["keywords"] += 1

    def _differ(self, here: int, name: str, value: str) -> None:
        self._merged.conflicts.append(f"article {here}, {name}: {quoted(value)} there")
