"""W3C Web Annotations as JSON-LD; Hypothesis speaks nearly the same."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Any, Final, TextIO

from reader.exchange.incoming import Incoming, Mark, Named, Unread, listed, whole, words
from reader.exchange.json_lines import json_line
from reader.exchange.outgoing import Choices, Leaf, Outgoing, Written
from reader.model import Annotation
from reader.text.units import Unit

_CONTEXT: Final = "http://www.w3.org/ns/anno.jsonld"
_SUM: Final = "urn:sha256:"
"""What the name of a text begins with; the SHA-256 of its UTF-8 bytes follows."""


def write(outgoing: Outgoing, out: TextIO, choices: Choices) -> Written:
    """Write one annotation page whose items come one by one.

    Positions count code points, as the recommendation (section 4.2.4) says; each
    passage is named by its words with their context too.
    """
    count = 0
    out.write('{"@context": "' + _CONTEXT + '", "type": "AnnotationPage", "items": [')
    for leaf in outgoing.leaves():
        for annotation in leaf.annotations:
            line = json_line(_item(leaf, annotation))
            out.write(",\n" if count else "\n")
            out.write(choices.shown(line) if choices.shown else line)
            count += 1
    out.write("\n]}\n")
    return Written(count)


def _item(leaf: Leaf, annotation: Annotation) -> dict[str, Any]:
    article = leaf.page.article
    bodies = [("tagging", annotation.tag.path)] if annotation.tag else []
    if annotation.memo:
        bodies.append(("commenting", annotation.memo))
    return {
        "id": f"urn:uuid:{annotation.id}",
        "type": "Annotation",
        "motivation": bodies[0][0],
        "creator": {"type": "Person", "name": annotation.coder},
        "created": annotation.created_at.isoformat(),
        "modified": annotation.updated_at.isoformat(),
        "body": [
            {"type": "TextualBody", "purpose": purpose, "value": value}
            for purpose, value in bodies
        ],
        "target": {
            "source": {
                "id": _SUM + leaf.page.version.sha256,
                "type": "Text",
                "format": "text/plain",
                "label": article.title,
                "name": article.source,
            },
            "selector": [
                {
                    "type": "TextQuoteSelector",
                    "exact": annotation.quote,
                    "prefix": annotation.prefix,
                    "suffix": annotation.suffix,
                },
                {
                    "type": "TextPositionSelector",
                    "start": annotation.span.start,
                    "end": annotation.span.end,
                },
            ],
        },
    }


def read(items: Iterable[Any]) -> Iterator[Incoming]:
    """Read annotations, ours or another program's; a mark for each tag of each."""
    for number, item in enumerate(items, 1):
        place = f"annotation {number}"
        target = _first(item.get("target") if isinstance(item, dict) else None)
        if not isinstance(target, dict):
            yield Unread(place, "points to no text")
            continue
        mark = _mark(place, item, target)
        tags = _tags(item)
        if item.get("references"):
            yield Unread(place, "is a reply to another annotation")
        elif mark.quote or mark.start is not None:
            for tag in tags or [""]:
                # An id is of one annotation; where a foreign one has several tags,
                # each becomes one of its own.
                yield replace(mark, tag=tag, id=mark.id if len(tags) < 2 else "")
        else:
            yield Unread(place, "names no passage: it is about the page as a whole")


def _mark(place: str, item: dict[str, Any], target: dict[str, Any]) -> Mark:
    quote, position = _selectors(target)
    ours = isinstance(target.get("source"), dict)
    creator = _first(item.get("creator"))
    name = creator.get("name") if isinstance(creator, dict) else item.get("user")
    key = words(item.get("id"))
    return Mark(
        place=place,
        on=_named(item, target),
        memo=words(item.get("text")) or _bodies(item, "commenting"),
        quote=words(quote.get("exact")),
        before=words(quote.get("prefix")),
        after=words(quote.get("suffix")),
        # The positions of others count in the text of a web page that is not here.
        start=whole(position.get("start")) if ours else None,
        end=whole(position.get("end")) if ours else None,
        unit=Unit.CODEPOINT if ours else None,
        id=key.removeprefix("urn:uuid:") if key.startswith("urn:uuid:") else "",
        coder=words(name).removeprefix("acct:").partition("@")[0],
        created_at=words(item.get("created")),
        updated_at=words(item.get("modified") or item.get("updated")),
    )


def _named(item: dict[str, Any], target: dict[str, Any]) -> Named:
    source = target.get("source")
    if isinstance(source, dict):
        key = words(source.get("id"))
        return Named(
            title=words(source.get("label")),
            source=words(source.get("name")) or key,
            sha256=key.removeprefix(_SUM) if key.startswith(_SUM) else "",
        )
    document = item.get("document")
    title = document.get("title") if isinstance(document, dict) else ""
    return Named(
        title=words(_first(title)), source=words(source) or words(item.get("uri"))
    )


def _selectors(target: dict[str, Any]) -> tuple[dict[str, Any], dict[str, Any]]:
    """What names the passage by its words, and what by its place; or nothing."""
    selector = target.get("selector")
    found = {
        words(each.get("type")): each
        for each in listed(selector if isinstance(selector, list) else [selector])
    }
    return found.get("TextQuoteSelector", {}), found.get("TextPositionSelector", {})


def _tags(item: dict[str, Any]) -> list[str]:
    theirs = item.get("tags")
    if isinstance(theirs, list):
        return [tag for tag in map(words, theirs) if tag]
    return [words(each.get("value")) for each in _of_purpose(item, "tagging")]


def _bodies(item: dict[str, Any], purpose: str) -> str:
    return "\n\n".join(words(each.get("value")) for each in _of_purpose(item, purpose))


def _of_purpose(item: dict[str, Any], purpose: str) -> list[dict[str, Any]]:
    body = item.get("body")
    bodies = listed(body if isinstance(body, list) else [body])
    return [
        each
        for each in bodies
        if each.get("purpose", item.get("motivation", "commenting")) == purpose
    ]


def _first(value: Any) -> Any:
    return value[0] if isinstance(value, list) and value else value
