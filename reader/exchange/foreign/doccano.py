"""doccano's JSONL: a text a line, its labels as triples or as objects."""

from collections.abc import Iterable, Iterator
from typing import Any

from reader.exchange.incoming import (
    Incoming,
    Mark,
    Named,
    Unread,
    listed,
    whole,
    words,
)


def is_doccano(line: dict[str, Any]) -> bool:
    """Whether the first line of a file is doccano's."""
    return isinstance(line.get("label"), list) or "entities" in line


def read(lines: Iterable[tuple[int, Any]]) -> Iterator[Incoming]:
    """Read such lines; each text is an article, and offsets count code points."""
    for number, line in lines:
        place = f"line {number}"
        if not isinstance(line, dict) or not isinstance(line.get("text"), str):
            yield Unread(place, "is no article: it has no text")
            continue
        named = Named(
            title=words(line.get("filename")) or words(line.get("title")),
            text=words(line["text"]),
        )
        yield named
        for count, (start, end, label) in enumerate(_labels(line), 1):
            yield Mark(
                place=f"{place}, label {count}",
                on=named,
                tag=label,
                start=start,
                end=end,
            )


def _labels(line: dict[str, Any]) -> Iterator[tuple[int | None, int | None, str]]:
    for each in line.get("label") or ():
        if isinstance(each, list) and len(each) == 3:
            yield whole(each[0]), whole(each[1]), words(each[2])
    for each in listed(line.get("entities")):
        start, end = whole(each.get("start_offset")), whole(each.get("end_offset"))
        yield start, end, words(each.get("label"))
