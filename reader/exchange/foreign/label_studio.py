"""Label Studio's JSON: tasks with a text, and regions on it; whole, or as JSON-MIN."""

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


def is_label_studio(task: dict[str, Any]) -> bool:
    """Whether the first object of a file is one of its tasks."""
    return isinstance(task.get("data"), dict) or _is_min(task)


def _is_min(task: dict[str, Any]) -> bool:
    return {"annotator", "annotation_id"} <= task.keys()


def _whole(task: dict[str, Any]) -> dict[str, Any]:
    """A task as it is written whole, of one in JSON-MIN.

    There the values of its regions stand under the names of what made them, beside
    the data of the task, and what type they are of is told by what they hold.
    """
    regions = [value for each in task.values() for value in listed(each)]
    about = {name: task.get(name) for name in ("created_at", "updated_at")}
    results = [{"value": value, "type": _type(value)} for value in regions]
    annotation = {**about, "completed_by": task["annotator"], "result": results}
    data = {name: value for name, value in task.items() if name not in about}
    return {"data": data, "annotations": [annotation]}


def _type(value: dict[str, Any]) -> str:
    return next((name for name, held in value.items() if isinstance(held, list)), "")


def read(tasks: Iterable[Any]) -> Iterator[Incoming]:
    """Read such tasks; an annotation that was cancelled is passed over.

    Its offsets count UTF-16 units in older versions and code points in newer ones,
    so they hold only where the region's own text stands.
    """
    for number, task in enumerate(tasks, 1):
        place = f"task {number}"
        if isinstance(task, dict) and _is_min(task):
            task = _whole(task)
        data = task.get("data") if isinstance(task, dict) else None
        if not isinstance(data, dict):
            yield Unread(place, "has no data")
            continue
        texts = {name: words(v) for name, v in data.items() if isinstance(v, str)}
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
    if whole(value.get("start")) is None:
        yield Unread(place, f"a result of type {kind} labels no passage")
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
