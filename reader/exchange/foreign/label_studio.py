"""Label Studio's JSON: tasks with a text, and regions on it."""

from collections.abc import Iterable, Iterator
from typing import Any

from reader.exchange.incoming import (
    Incoming,
    Mark,
    Named,
    Unread,
    listed,
    text_of,
    whole,
    words,
)


def is_label_studio(task: dict[str, Any]) -> bool:
    """Whether the first object of a file is one of its tasks."""
    return isinstance(task.get("data"), dict)


def read(tasks: Iterable[Any]) -> Iterator[Incoming]:
    """Read such tasks; an annotation that was cancelled is passed over.

    Its offsets count UTF-16 units in older versions and code points in newer ones,
    so they hold only where the region's own text stands.
    """
    for number, task in enumerate(tasks, 1):
        place = f"task {number}"
        data = task.get("data") if isinstance(task, dict) else None
        if not isinstance(data, dict):
            yield Unread(place, "has no data")
            continue
        texts = {name: text_of(v) for name, v in data.items() if isinstance(v, str)}
        for annotation in listed(task.get("annotations")):
            if annotation.get("was_cancelled"):
                yield Unread(place, "an annotation in it was cancelled")
                continue
            coder = _coder(annotation.get("completed_by"))
            for result in listed(annotation.get("result")):
                yield from _marks(place, result, texts, coder, annotation)


def _marks(
    place: str,
    result: dict[str, Any],
    texts: dict[str, str],
    coder: str,
    annotation: dict[str, Any],
) -> Iterator[Incoming]:
    value = result.get("value")
    kind = words(result.get("type"))
    labels = value.get(kind) if isinstance(value, dict) else None
    text = texts.get(words(result.get("to_name")))
    if text is None and len(texts) == 1:
        (text,) = texts.values()
    text = texts.get("text", text)
    if not isinstance(value, dict) or not isinstance(labels, list) or text is None:
        yield Unread(place, f"a result of type {kind or 'unknown'} labels no text")
        return
    named = Named(
        title=texts.get("title", ""), source=texts.get("source", ""), text=text
    )
    yield named
    for label in map(words, labels):
        yield Mark(
            place=place,
            on=named,
            tag=label,
            memo=_note(result.get("meta")),
            quote=words(value.get("text")),
            id=words(result.get("id")) if len(labels) == 1 else "",
            start=whole(value.get("start")),
            end=whole(value.get("end")),
            unit=None,
            coder=coder,
            created_at=words(annotation.get("created_at")),
            updated_at=words(annotation.get("updated_at")),
        )


def _coder(by: Any) -> str:
    """Who it was: an address or a name; a bare number names nobody."""
    if isinstance(by, dict):
        return words(by.get("email")) or words(by.get("username"))
    return words(by) if isinstance(by, str) else ""


def _note(meta: Any) -> str:
    notes = meta.get("text") if isinstance(meta, dict) else None
    return "\n".join(map(words, notes)) if isinstance(notes, list) else words(notes)
