"""Which articles or passages a review goes through, found in the library."""

import json
import sqlite3
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from itertools import accumulate
from typing import Any

from reader.review import Query, Unit
from reader.store.criteria import criteria
from reader.store.filtering import Filter
from reader.store.matching import matching
from reader.store.tags import path_key

_TAGGED = """(tag.path_key = :tag OR (:among = '[]'
    AND substr(tag.path_key, 1, length(:tag) + 1) = :tag || '/'))"""
"""An agreement is that of one tag, without those under it."""

LAYERS = "SELECT id FROM coder WHERE name = 'gold' OR name LIKE '% (again)'"
"""Coders that are no persons do not disagree."""

SHARED = f"""SELECT article_id FROM (
        SELECT article_id, coder_id FROM annotation
        UNION SELECT article_id, coder_id FROM finished)
    WHERE coder_id NOT IN ({LAYERS})
    GROUP BY article_id HAVING count(*) > 1"""
"""The articles that several persons have tagged or finished."""

_ARTICLE = (
    ("status", "article.status = :status"),
    ("site", "article.site = :site"),
    (
        "words",
        "instr(article.title_key || char(31) || lower(article.source), :words) > 0",
    ),
    (
        "folder",
        """EXISTS (SELECT 1 FROM article_source AS s WHERE s.article_id = article.id
            AND substr(s.location, 1, length(:folder)) = :folder)""",
    ),
    ("articles", "article.id IN (SELECT value FROM json_each(:articles))"),
    ("filter", "article.id IN (SELECT value FROM json_each(:filter))"),
)

_NARROWED = {
    Unit.ARTICLES: (
        *_ARTICLE,
        (
            "tag",
            f"""EXISTS (SELECT 1 FROM annotation AS a JOIN tag ON tag.id = a.tag_id
            WHERE a.article_id = article.id AND {_TAGGED})""",
        ),
        (
            "coder",
            """EXISTS (SELECT 1 FROM finished JOIN coder ON coder.id = coder_id
            WHERE article_id = article.id AND coder.name = :coder
            AND (:weeks = 0 OR finished.at <= :until))""",
        ),
        (
            "unfinished_by",
            """NOT EXISTS (SELECT 1 FROM finished JOIN coder ON coder.id = coder_id
            WHERE article_id = article.id AND coder.name = :unfinished_by)""",
        ),
        (
            "undealt",
            """article.id NOT IN (SELECT CAST(target AS INTEGER) FROM session_item
            JOIN session ON session.id = session_id
            WHERE session.removed = 0 AND session.sample GLOB 'dealt to *')""",
        ),
    ),
    Unit.PASSAGES: (
        *_ARTICLE,
        ("tag", _TAGGED),
        ("coder", "coder.name = :coder"),
        ("unsure", "a.anchor <> 'anchored'"),
        ("weeks", "a.created_at <= :until"),
        (
            "among",
            """a.tag_id IS NOT NULL AND a.anchor <> 'orphan'
            AND a.version_id = article.version_id
            AND coder.name IN (SELECT value FROM json_each(:among))
            AND NOT EXISTS (SELECT 1 FROM json_each(:among) AS other WHERE NOT EXISTS (
                SELECT 1 FROM finished JOIN coder AS c ON c.id = finished.coder_id
                WHERE finished.article_id = a.article_id AND c.name = other.value))
            AND (NOT :disputed OR EXISTS (
                SELECT 1 FROM json_each(:among) AS other WHERE NOT EXISTS (
                    SELECT 1 FROM annotation AS o INDEXED BY annotation_by_article
                    JOIN coder AS c ON c.id = o.coder_id
                    WHERE o.article_id = a.article_id AND o.version_id = a.version_id
                    AND o.start = a.start AND o."end" = a."end"
                    AND o.tag_id = a.tag_id AND c.name = other.value)))""",
        ),
        (
            "disputed",
            f""":among <> '[]' OR a.article_id IN ({SHARED})
            AND a.coder_id NOT IN ({LAYERS})
            AND NOT EXISTS (
                SELECT 1 FROM annotation AS o INDEXED BY annotation_by_article
                WHERE o.article_id = a.article_id AND o.coder_id <> a.coder_id
                AND o.coder_id NOT IN ({LAYERS})
                AND o.version_id = a.version_id AND o.start = a.start
                AND o."end" = a."end" AND o.tag_id IS a.tag_id)""",
        ),
    ),
}
"""For each field of a query, what it asks of a row."""

_FROM = {
    Unit.ARTICLES: ("article.id FROM article", "article.id"),
    Unit.PASSAGES: (
        "a.id FROM annotation AS a JOIN article ON article.id = a.article_id"
        " JOIN coder ON coder.id = a.coder_id LEFT JOIN tag ON tag.id = a.tag_id",
        'a.article_id, a.start, a."end" DESC, a.id',
    ),
}


def candidates(conn: sqlite3.Connection, query: Query, now: datetime) -> list[str]:
    """The ids of all that a query asks for, in the order of the texts."""
    sql, values = _where(conn, query, now)
    what, order = _FROM[query.unit]
    rows = conn.execute(f"SELECT {what} {sql} ORDER BY {order}", values)
    return [str(row[0]) for row in rows]


def counts(
    conn: sqlite3.Connection, queries: Sequence[Query], now: datetime
) -> Iterator[int]:
    """How many each finds; those that differ in their tag alone in one look."""
    whole: Query | None = None
    by_tag: Mapping[str, int] = {}
    for query in queries:
        if query.tag and query.unit is Unit.PASSAGES and not query.among:
            if whole != (untagged := replace(query, tag="")):
                whole, by_tag = untagged, _count_by_tag(conn, untagged, now)
            yield by_tag.get(path_key(query.tag), 0)
        else:
            sql, values = _where(conn, query, now)
            what = _FROM[query.unit][0].partition(" ")[2]
            row = conn.execute(f"SELECT count(*) {what} {sql}", values)
            yield int(row.fetchone()[0])


def _count_by_tag(
    conn: sqlite3.Connection, query: Query, now: datetime
) -> Mapping[str, int]:
    """How many passages a query of no tag finds, by the keys of tags and levels."""
    sql, values = _where(conn, query, now)
    what = _FROM[Unit.PASSAGES][0].partition(" ")[2]
    found: Counter[str] = Counter()
    for key, number in conn.execute(
        f"SELECT tag.path_key, count(*) {what} {sql} AND a.tag_id IS NOT NULL"
        " GROUP BY a.tag_id",
        values,
    ):
        levels = accumulate(key.split("/"), "{}/{}".format)
        found.update(dict.fromkeys(levels, number))
    return found


def _where(
    conn: sqlite3.Connection, query: Query, now: datetime
) -> tuple[str, dict[str, Any]]:
    asked = query.fields()
    terms = [term for name, term in _NARROWED[query.unit] if name in asked]
    values = {
        **asked,
        "tag": path_key(query.tag),
        "among": json.dumps(query.among),
        "articles": json.dumps(query.articles),
        "disputed": query.disputed,
        "weeks": query.weeks,
        "words": query.words.casefold(),
        "until": (now - timedelta(weeks=query.weeks)).isoformat(),
    }
    if query.filter:
        wanted = criteria(Filter.read(query.filter))
        values["filter"] = json.dumps(list(matching(conn, wanted)))
    each = (f"({term})" for term in ("article.removed = 0", *terms))
    return f"WHERE {' AND '.join(each)}", values
