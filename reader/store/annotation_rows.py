"""A row of the annotation table as a record: its columns, and how they are read."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import datetime
from typing import Any

from reader.model import Anchor, Annotation, Span, Tag, Version
from reader.store.errors import AskedWronglyError
from reader.store.tags import COLUMNS as TAG_COLUMNS
from reader.store.tags import tag_of

_ANCHORS = {anchor.value: anchor for anchor in Anchor}
CONTEXT = 60
"""Code points of context kept on each side of a passage."""

COLUMNS = (
    "article_id",
    "version_id",
    "start",
    "end",
    "quote",
    "prefix",
    "suffix",
    "paragraph",
    "sentence",
    "tag_id",
    "coder_id",
    "memo",
    "anchor",
    "created_at",
    "updated_at",
)
"""The columns that would make an annotation again, besides its id."""

SELECT = f"""
    SELECT a.id, a.article_id, a.version_id, a.start, a."end", a.quote, a.prefix,
        a.suffix, a.paragraph, a.sentence, a.memo, coder.name, a.anchor,
        a.created_at, a.updated_at,
        {", ".join(f"tag.{column}" for column in TAG_COLUMNS)}
    FROM annotation AS a JOIN coder ON coder.id = a.coder_id
    LEFT JOIN tag ON tag.id = a.tag_id
"""
"""Gives what `annotations_of` takes; a condition may follow it."""


def annotation_of(row: tuple[Any, ...]) -> Annotation:
    """The annotation that a row of `SELECT` tells of."""
    return next(annotations_of((row,)))


def annotations_of(rows: Iterable[tuple[Any, ...]]) -> Iterator[Annotation]:
    """The annotations that rows of `SELECT` tell of; each tag is made once."""
    tags: dict[int | None, Tag | None] = {None: None}
    for row in rows:
        (key, article_id, version_id, start, end, quote, prefix, suffix, paragraph,
         sentence, memo, coder, anchor, created, updated, *about) = row  # fmt: skip
        tag_id = about[0]
        if tag_id not in tags:
            tags[tag_id] = tag_of(tuple(about))
        yield Annotation(
            key, article_id, version_id, Span(start, end), quote, prefix, suffix,
            paragraph, sentence, tags[tag_id], memo, coder, _ANCHORS[anchor],
            datetime.fromisoformat(created), datetime.fromisoformat(updated),
        )  # fmt: skip


def annotation_from(row: Mapping[str, Any], tag: Tag | None, coder: str) -> Annotation:
    """The annotation that columns of the table tell of, with what they point to."""
    return Annotation(
        id=row["id"],
        article_id=row["article_id"],
        version_id=row["version_id"],
        span=Span(row["start"], row["end"]),
        quote=row["quote"],
        prefix=row["prefix"],
        suffix=row["suffix"],
        paragraph=row["paragraph"],
        sentence=row["sentence"],
        tag=tag,
        memo=row["memo"],
        coder=coder,
        anchor=Anchor(row["anchor"]),
        created_at=datetime.fromisoformat(row["created_at"]),
        updated_at=datetime.fromisoformat(row["updated_at"]),
    )


def standing(version: Version, span: Span) -> dict[str, Any]:
    """The columns that say where an annotation stands, with its words."""
    text = version.text
    return {
        "article_id": version.article_id,
        "version_id": version.id,
        "start": span.start,
        "end": span.end,
        "quote": span.of(text),
        "prefix": text[max(0, span.start - CONTEXT) : span.start],
        "suffix": text[span.end : span.end + CONTEXT],
    }


def check_passage(span: Span, version: Version) -> None:
    """Refuse what is no passage of a text.

    Raises:
        AskedWronglyError: When it is empty, or outside.
    """
    if not span.of(version.text).strip() or span.end > len(version.text):
        raise AskedWronglyError(
            f"{span.start} to {span.end} is no passage of this text, which has"
            f" {len(version.text)} characters"
        )
