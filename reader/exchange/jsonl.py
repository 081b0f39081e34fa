"""JSONL: one article a line, with its text and the spans on it."""

from collections.abc import Iterable, Iterator
from typing import Any, TextIO

from reader.exchange.incoming import (
    Incoming,
    Mark,
    Named,
    Unread,
    listed,
    whole,
    words,
)
from reader.exchange.json_lines import json_line
from reader.exchange.outgoing import Choices, Leaf, Outgoing, Written
from reader.model import Annotation
from reader.text.units import Counting, Unit


def write(outgoing: Outgoing, out: TextIO, choices: Choices) -> Written:
    """Write a line for each article that has annotations.

    `text` and `spans` with `start`, `end` and `label` are what spaCy's and Prodigy's
    users expect; the other names are our own and do not disturb them. A memo without
    a tag is a span whose label is empty.
    """
    count = 0
    for leaf in outgoing.leaves():
        line = json_line(_article(leaf, choices))
        out.write((choices.shown(line) if choices.shown else line) + "\n")
        count += len(leaf.annotations)
    return Written(count)


def _article(leaf: Leaf, choices: Choices) -> dict[str, Any]:
    article, version = leaf.page.article, leaf.page.version
    counting = leaf.page.counting(choices.unit)
    return {
        "text": version.text,
        "meta": {
            "article_id": article.id,
            "title": article.title,
            "source": article.source,
            "site": article.site,
            "author": article.author,
            "published": article.published,
            "encoding": version.encoding,
            "text_sha256": version.sha256,
            "offset_unit": choices.unit.value,
        },
        "spans": [_span(each, counting) for each in leaf.annotations],
    }


def _span(annotation: Annotation, counting: Counting) -> dict[str, Any]:
    return {
        "start": counting.of(annotation.span.start),
        "end": counting.of(annotation.span.end),
        "label": annotation.tag.path if annotation.tag else "",
        "id": annotation.id,
        "memo": annotation.memo,
        "coder": annotation.coder,
        "status": annotation.anchor.value,
        "created_at": annotation.created_at.isoformat(),
        "updated_at": annotation.updated_at.isoformat(),
    }


def read(lines: Iterable[tuple[int, Any]]) -> Iterator[Incoming]:
    """Read such lines, ours or Prodigy's.

    Args:
        lines: The number of each line, from 1, and the JSON value on it.
    """
    for number, line in lines:
        place = f"line {number}"
        if not isinstance(line, dict) or not isinstance(line.get("text"), str):
            yield Unread(place, "is no article: it has no text")
        elif line.get("answer", "accept") != "accept":
            yield Unread(place, f"was answered with {words(line['answer'])}")
        else:
            named, unit = _named(line)
            yield named
            for count, span in enumerate(listed(line.get("spans", line.get("ents")))):
                yield _mark(f"{place}, span {count + 1}", span, named, unit)


def _named(line: dict[str, Any]) -> tuple[Named, Unit | None]:
    meta = line.get("meta")
    said = {
        name: words(value)
        for name, value in (meta if isinstance(meta, dict) else {}).items()
    }
    unit = said.get("offset_unit", "codepoint")
    named = Named(
        title=said.get("title", ""),
        source=said.get("source", ""),
        text=words(line["text"]),
        site=said.get("site", ""),
        author=said.get("author", ""),
        published=said.get("published", ""),
        encoding=said.get("encoding", "utf-8"),
    )
    return named, Unit(unit) if unit in set(Unit) else None


def _mark(
    place: str, span: dict[str, Any], named: Named, unit: Unit | None
) -> Mark | Unread:
    start, end = whole(span.get("start")), whole(span.get("end"))
    if start is None or end is None:
        return Unread(place, "start and end are no whole numbers from 0 on")
    return Mark(
        place=place,
        on=named,
        tag=words(span.get("label")),
        memo=words(span.get("memo")),
        start=start,
        end=end,
        unit=unit,
        id=words(span.get("id")),
        coder=words(span.get("coder")),
        status=words(span.get("status")),
        created_at=words(span.get("created_at")),
        updated_at=words(span.get("updated_at")),
    )
