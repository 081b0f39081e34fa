"""UIMA CAS JSON for INCEpTION, zipped: for each article its text and its tags."""

import json
import zipfile
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Any, BinaryIO, Final

from reader.exchange.archive import Archive, part, stem
from reader.exchange.incoming import (
    FormatError,
    Incoming,
    Mark,
    Named,
    Remark,
    Unread,
    listed,
    whole,
    words,
)
from reader.exchange.outgoing import Choices, Leaf, Outgoing, Written
from reader.model import Annotation
from reader.text.counted import counted
from reader.text.units import Counting, Unit

_DKPRO: Final = "de.tudarmstadt.ukp.dkpro.core.api."
_ENTITY: Final = f"{_DKPRO}ner.type.NamedEntity"
"""A layer that every project of INCEpTION has: one of our own would be refused where
nobody made it first."""
_META: Final = f"{_DKPRO}metadata.type.DocumentMetaData"
_STRUCTURES: Final = "%FEATURE_STRUCTURES"
_TEXT: Final = 1
"""The number of the structure that is the text itself."""
_PASSED_OVER: Final = (_DKPRO, "de.tudarmstadt.ukp.clarin.webanno.", "uima.")
"""Words, sentences and what else no coder made; but for `_ENTITY`."""
_NOTED: Final = frozenset({"memo", "note", "notes", "comment", "comments"})
"""Features that say something about a passage and are no tag of it."""
_NOT_TAGS: Final = _NOTED | {"identifier"}
_NOTE: Final = (
    "for INCEpTION: unpack it, and import the files as UIMA CAS JSON; tags are values"
    " of the layer Named entity, which must allow overlaps and part of a word"
)


def write(outgoing: Outgoing, out: BinaryIO, choices: Choices) -> Written:
    """Write a file for each article that has tags; offsets count UTF-16 units.

    The format is that of UIMA's SPECIFICATION 0.4.0, with its type system inside.
    """
    count = memos = 0
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for leaf in outgoing.leaves():
            tags = sum(each.tag is not None for each in leaf.annotations)
            memos += sum(bool(each.memo) for each in leaf.annotations)
            if tags:
                count += tags
                data = json.dumps(_cas(leaf), ensure_ascii=False)
                archive.writestr(part(f"{stem(leaf.page.article)}.json"), data.encode())
    lost = (f"{counted(memos, 'memo')} left out: the layer has no place for them",)
    return Written(count, (_NOTE, *(lost if memos else ())))


def _cas(leaf: Leaf) -> dict[str, Any]:
    """An article as a CAS: types, structures, and which of them are in the view."""
    article, text = leaf.page.article, leaf.page.version.text
    counting = leaf.page.counting(Unit.UTF16)
    sofa = {
        "%ID": _TEXT,
        "%TYPE": "uima.cas.Sofa",
        "sofaNum": 1,
        "sofaID": "_InitialView",
        "mimeType": "text",
        "sofaString": text,
    }
    about = {
        "%ID": _TEXT + 1,
        "%TYPE": _META,
        "@sofa": _TEXT,
        "begin": 0,
        "end": counting.of(len(text)),
        "language": "x-unspecified",
        "documentTitle": article.title,
        "documentId": article.source,
    }
    tags = list(_tags(leaf.annotations, counting, _TEXT + 2))
    members = [each["%ID"] for each in (about, *tags)]
    return {
        "%TYPES": {
            _META: _type(_META, "DocumentAnnotation", "documentTitle", "documentId"),
            _ENTITY: _type(_ENTITY, "Annotation", "value", "identifier"),
        },
        _STRUCTURES: [sofa, about, *tags],
        "%VIEWS": {"_InitialView": {"%SOFA": _TEXT, "%MEMBERS": members}},
    }


def _tags(
    annotations: Sequence[Annotation], counting: Counting, first: int
) -> Iterator[dict[str, Any]]:
    """The annotations with a tag as structures, numbered from `first` on."""
    for number, each in enumerate(annotations, first):
        if each.tag:
            yield {
                "%ID": number,
                "%TYPE": _ENTITY,
                "@sofa": _TEXT,
                "begin": counting.of(each.span.start),
                "end": counting.of(each.span.end),
                "value": each.tag.path,
            }


def _type(name: str, above: str, *features: str) -> dict[str, Any]:
    texts = {
        feature: {"%NAME": feature, "%RANGE": "uima.cas.String"} for feature in features
    }
    return {"%NAME": name, "%SUPER_TYPE": f"uima.tcas.{above}", **texts}


def is_cas(value: Any) -> bool:
    """Whether a JSON value is a CAS."""
    return isinstance(value, dict) and _STRUCTURES in value


def read(file: BinaryIO) -> Iterator[Incoming]:
    """Read a zip file of them."""
    archive = Archive(file)
    yield Remark("UIMA CAS JSON")
    for name in archive.names(".json"):
        try:
            value = json.loads(archive.text(name) or "")
        except (ValueError, RecursionError):
            value = None
        if is_cas(value):
            yield from read_one(value, name)
        else:
            yield Unread(name, "is no UIMA CAS JSON")


def read_one(cas: dict[str, Any], name: str = "") -> Iterator[Incoming]:
    """Read one CAS: its first text, and the layers that people make.

    Args:
        cas: The JSON value.
        name: What its file is called.

    Raises:
        FormatError: When it has no text.
    """
    each = cas[_STRUCTURES]
    structures = list(listed(list(each.values()) if isinstance(each, dict) else each))
    texts = [s for s in structures if isinstance(s.get("sofaString"), str)]
    if not texts:
        raise FormatError(f"{name or 'it'} is a UIMA CAS without a text")
    about = next((s for s in structures if "documentTitle" in s), {})
    title = words(about.get("documentTitle")) or name.removesuffix(".json")
    named = Named(
        title=title,
        source=words(about.get("documentId")) or title,
        text=words(texts[0]["sofaString"]),
    )
    yield named
    others: Counter[str] = Counter()
    for structure in structures:
        kind = words(structure.get("%TYPE"))
        if "begin" not in structure or "documentTitle" in structure:
            continue
        if kind.startswith(_PASSED_OVER) and kind != _ENTITY:
            others[kind.rpartition(".")[2]] += 1
        else:
            yield from _marks(structure, kind, named)
    said = ", ".join(f"{count} {kind}" for kind, count in others.items())
    if said:
        yield Remark(f"{named.label}: not read: {said}")


def _marks(structure: dict[str, Any], kind: str, named: Named) -> Iterator[Mark]:
    """A mark for each text that a feature has; without one the layer is the tag."""
    values = {
        name: value
        for name, value in structure.items()
        if isinstance(value, str) and value and name[0] not in "%@#^"
    }
    layer = kind.rpartition(".")[2]
    tags = [value for name, value in values.items() if name.lower() not in _NOT_TAGS]
    notes = [value for name, value in values.items() if name.lower() in _NOTED]
    if kind != _ENTITY:
        tags = [f"{layer}/{value}" for value in tags]
    start, end = whole(structure.get("begin")), whole(structure.get("end"))
    for tag in tags or [layer]:
        yield Mark(
            place=f"{named.label}, {layer} {start} to {end}",
            on=named,
            tag=tag,
            memo="\n\n".join(notes),
            start=start,
            end=end,
            unit=Unit.UTF16,
        )
