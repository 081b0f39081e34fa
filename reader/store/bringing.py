"""What of another library comes into this one, kind by kind, within one step."""

import json
from typing import TYPE_CHECKING

from reader.model import Article, Document, PlainAnnotation, Span, Version
from reader.store.bringing_facts import BringingFacts
from reader.store.bringing_reviews import BringingReviews
from reader.store.bulk import Chosen, Coming, Outcome
from reader.store.history import Change
from reader.store.merged import Matched, Merged
from reader.text.excerpt import excerpt, quoted

if TYPE_CHECKING:
    from reader.store.store import Store


class Bringing:
    """One merge under way."""

    def __init__(
        self, ours: "Store", theirs: "Store", change: Change, merged: Merged
    ) -> None:
        self._ours, self._theirs = ours, theirs
        self._change, self._merged = change, merged
        self._conn, self._other = ours._conn, theirs._conn
        self._matched = Matched(coders=theirs.bulk.coders())
        self._removed = self._taken_off()
        self._here: Version | None = None
        """The version met last; annotations come article by article."""

    def run(self) -> None:
        """Bring everything in."""
        self._bring_tags()
        self._bring_articles()
        self._bring_lines()
        self._bring_rules()
        BringingFacts(
            self._ours, self._theirs, self._change, self._matched, self._merged
        ).run()
        for row in self._theirs.bulk.rows(Chosen()):
            self._bring_annotation(row)
        self._bring_finished()
        self._bring_reviews()
        self._bring_filters()

    def _taken_off(self) -> frozenset[str]:
        """The ids of annotations that somebody has removed here."""
        rows = self._conn.execute(
            """SELECT row_id FROM history JOIN step ON step.id = step_id
            WHERE table_name = 'annotation' AND after IS NULL AND undone = 0
            AND row_id NOT IN (SELECT id FROM annotation)"""
        )
        return frozenset(row[0] for row in rows)

    def _version(self, version_id: int) -> Version:
        if self._here is None or self._here.id != version_id:
            self._here = self._ours.articles.version(version_id)
        return self._here

    def _bring_tags(self) -> None:
        for tag in self._theirs.tags.all():
            self._matched.tags[tag.id] = tag.path
            here = self._ours.tags.named(tag.path)
            if here is None:
                self._merged.new["tags"] += 1
            elif tag.description and here.description not in ("", tag.description):
                self._differ(f"tag {tag.path}: described otherwise")
            if here and tag.memo and here.memo not in ("", tag.memo):
                self._differ(f"tag {tag.path}: has another memo")
            colour = None if here else tag.colour
            known = {
                "description": tag.description,
                "memo": tag.memo,
                "colour": colour,
            }
            self._ours.bulk.tag(self._change, tag.path, **known)

    def _bring_articles(self) -> None:
        rows = self._other.execute(
            "SELECT article.id, version.id, sha256, version.id = version_id,"
            " version.id = version_id AND NOT removed"
            " FROM version JOIN article ON article.id = article_id ORDER BY version.id"
        ).fetchall()
        for article_id, version_id, sha256, is_current, comes in rows:
            here = self._conn.execute(
                "SELECT version.id, article.id, removed FROM version"
                " JOIN article ON article.id = article_id WHERE sha256 = ?"
                " ORDER BY removed, version.id = version_id DESC LIMIT 1",
                (sha256,),
            ).fetchone()
            if here is not None:
                self._matched.versions[version_id] = here[0]
                if is_current:
                    self._matched.articles[article_id] = here[1]
                if here[2] and comes:
                    self._change.update("article", here[1], {"removed": 0})
                    self._merged.new["articles"] += 1
            elif comes:
                made = self._bring_article(article_id)
                self._matched.versions[version_id] = made.version_id
                self._matched.articles[article_id] = made.id

    def _bring_article(self, article_id: int) -> Article:
        article = self._theirs.articles.one(article_id)
        assert article is not None
        version = self._theirs.articles.version(article.version_id)
        document = Document(
            article.source,
            version.text,
            self._theirs.articles.original(version.id),
            version.encoding,
            version.newline,
            article.title,
            article.site,
            article.author,
            article.published,
        )
        made = self._ours.imports.add(self._change, document)
        self._merged.new["articles"] += 1
        self._conn.execute(
            "UPDATE article SET status = ?, memo = ?, is_titled = ? WHERE id = ?",
            (article.status.value, *self._noted(article_id), made),
        )
        for row in self._other.execute(
            "SELECT name, name_key, value FROM attribute WHERE article_id = ?",
            (article_id,),
        ).fetchall():
            values = dict(zip(("name", "name_key", "value"), row, strict=True))
            self._change.insert("attribute", {"article_id": made, **values})
        here = self._ours.articles.one(made)
        assert here is not None
        return here

    def _noted(self, article_id: int) -> tuple[str, int]:
        """Its memo, and whether its title was corrected."""
        query = "SELECT memo, is_titled FROM article WHERE id = ?"
        memo, is_titled = self._other.execute(query, (article_id,)).fetchone()
        return memo, is_titled

    def _bring_lines(self) -> None:
        """What was decided about lines, where nothing was decided here."""
        columns = "version_id, line, hidden, coder.name, updated_at"
        for version_id, line, hidden, coder, at in self._other.execute(
            f"SELECT {columns} FROM line_override JOIN coder ON coder.id = coder_id"
        ).fetchall():
            here = self._matched.versions.get(version_id)
            if here is None:
                continue
            found = self._conn.execute(
                "SELECT hidden FROM line_override WHERE version_id = ? AND line = ?",
                (here, line),
            ).fetchone()
            if found is not None:
                if found[0] != hidden:
                    article = self._version(here).article_id
                    self._differ(f"article {article}, line {line + 1}: hidden or kept")
                continue
            row = {
                "version_id": here,
                "line": line,
                "hidden": hidden,
                "coder_id": self._ours.coders.named(coder),
                "updated_at": at,
            }
            self._change.insert("line_override", row)
            self._merged.new["decided lines"] += 1

    def _bring_rules(self) -> None:
        here = {rule.taught for rule in self._ours.rules.all()}
        for rule in self._theirs.rules.all():
            if rule.taught in here:
                continue
            row = {
                "match": rule.taught.match.value,
                "text": rule.taught.text,
                "hide": int(rule.taught.hide),
                "site": rule.taught.site,
                "kind": rule.taught.kind,
                "coder_id": self._ours.coders.named(rule.coder),
                "created_at": self._created(rule.id),
            }
            self._change.insert("cleaning_rule", row)
            self._merged.new["cleaning rules"] += 1

    def _created(self, rule_id: int) -> str:
        query = "SELECT created_at FROM cleaning_rule WHERE id = ?"
        return str(self._other.execute(query, (rule_id,)).fetchone()[0])

    def _bring_annotation(self, row: PlainAnnotation) -> None:
        (name, version_id, start, end, quote, _, _, paragraph, sentence, tag_id,
         coder_id, memo, anchor, created, updated) = row  # fmt: skip
        tag = "" if tag_id is None else self._matched.tags[tag_id]
        coder = self._matched.coders[coder_id]
        said = f"{tag or 'memo'} on {quoted(quote)} by {coder}"
        here = self._matched.versions.get(version_id)
        if here is None:
            self._differ(f"{said}: its article has another text here")
            return
        if name in self._removed:
            self._differ(f"{said}: it was removed here")
            return
        coming = Coming(
            self._version(here), Span(start, end), paragraph, sentence,
            tag, memo, coder, anchor, name, created, updated,
        )  # fmt: skip
        if self._stands_under_another_id(coming):
            self._merged.same += 1
            return
        outcome = self._ours.bulk.put(self._change, coming)
        if outcome is Outcome.NEW:
            self._merged.new["annotations"] += 1
        elif outcome is Outcome.SAME:
            self._merged.same += 1
        else:
            self._differ(f"{said}{_about(memo)}: changed here or there since")

    def _stands_under_another_id(self, coming: Coming) -> bool:
        """Whether the coder has tagged the same passage the same way here too."""
        row = self._conn.execute(
            """SELECT a.memo, a.id FROM annotation AS a
            JOIN coder ON coder.id = a.coder_id LEFT JOIN tag ON tag.id = a.tag_id
            WHERE a.article_id = ? AND a.version_id = ? AND a.start = ? AND a."end" = ?
            AND a.id <> ? AND coder.name = ? AND tag.path = ?""",
            (
                coming.version.article_id,
                coming.version.id,
                coming.span.start,
                coming.span.end,
                coming.id,
                coming.coder,
                coming.tag,
            ),
        ).fetchone()
        if row is not None:
            self._matched.annotations[coming.id] = row[1]
        if row is not None and coming.memo and coming.memo != row[0]:
            self._differ(
                f"{coming.tag} by {coming.coder} twice on the same passage, with the"
                f" memo {quoted(coming.memo)} there"
            )
        return row is not None

    def _bring_finished(self) -> None:
        rows = self._other.execute(
            "SELECT version_id, coder_id, at FROM finished"
            " JOIN article ON article.id = article_id WHERE removed = 0"
        ).fetchall()
        for version_id, coder_id, at in rows:
            here = self._matched.versions.get(version_id)
            if here is None:
                continue
            article_id = self._version(here).article_id
            mine = self._ours.coders.named(self._matched.coders[coder_id])
            is_known = self._conn.execute(
                "SELECT 1 FROM finished WHERE article_id = ? AND coder_id = ?",
                (article_id, mine),
            ).fetchone()
            if not is_known:
                row = {"article_id": article_id, "coder_id": mine, "at": at}
                self._change.insert("finished", row)
                self._merged.new["finished marks"] += 1

    def _bring_reviews(self) -> None:
        reviews = BringingReviews(self._ours, self._theirs, self._change, self._matched)
        reviews.run()
        came = {"sessions": reviews.sessions, "decisions": reviews.decisions}
        self._merged.new.update({name: count for name, count in came.items() if count})
        self._merged.conflicts += reviews.conflicts

    def _bring_filters(self) -> None:
        here = self._ours.filters.all()
        for name, asked in self._theirs.filters.all().items():
            if name not in here:
                said = json.dumps(asked.said, ensure_ascii=False)
                self._change.insert("saved_filter", {"name": name, "said": said})
                self._merged.new["saved filters"] += 1
            elif here[name] != asked:
                self._differ(f"saved filter {name}: asks for something else")

    def _differ(self, words: str) -> None:
        self._merged.conflicts.append(words)


def _about(memo: str) -> str:
    return f", memo “{excerpt(memo)}” there" if memo else ""
