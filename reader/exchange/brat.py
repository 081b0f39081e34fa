"""brat's standoff files, zipped: for each article its text and its annotations."""

import re
import zipfile
from collections.abc import Iterator
from typing import BinaryIO, Final

from reader.exchange.archive import Archive, part, stem
from reader.exchange.incoming import (
    FormatError,
    Incoming,
    Mark,
    Named,
    Remark,
    Unread,
)
from reader.exchange.outgoing import Choices, Leaf, Outgoing, Written
from reader.model import Annotation, Span

_NOT_A_TYPE: Final = re.compile(r"[^A-Za-z0-9_-]+")
_MEMO: Final = "Memo"
"""The type of a memo without a tag."""
_ESCAPES: Final = (("\\", "\\\\"), ("\n", "\\n"), ("\r", "\\r"), ("\t", "\\t"))
_OFFSET: Final = re.compile(r"\d{1,18}")
"""No text is longer, and Python refuses to read a number of thousands of digits."""
_ESCAPED: Final = re.compile(r"\\([\\nrt])")


def write(outgoing: Outgoing, out: BinaryIO, choices: Choices) -> Written:
    """Write a zip file that unpacks to a collection brat can open.

    A type has only letters, digits, `_` and `-`; what it stands for is in
    `visual.conf`, where brat looks for what to show.
    """
    count = 0
    types = _types([tag.path for tag in outgoing.tags()])
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for leaf in outgoing.leaves():
            name = stem(leaf.page.article)
            archive.writestr(part(f"{name}.txt"), leaf.page.version.text.encode())
            lines = "".join(_lines(leaf, types))
            archive.writestr(part(f"{name}.ann"), lines.encode())
            count += len(leaf.annotations)
        names = "".join(f"{name}\n" for name in [*types.values(), _MEMO])
        parts = ("relations", "events", "attributes")
        others = "".join(f"\n[{name}]\n" for name in parts)
        archive.writestr(part("annotation.conf"), f"[entities]\n{names}{others}")
        labels = "".join(f"{name} | {path}\n" for path, name in types.items())
        archive.writestr(part("visual.conf"), f"[labels]\n{labels}\n[drawing]\n")
    return Written(count)


def _types(paths: list[str]) -> dict[str, str]:
    """For each tag a type that no other has."""
    types: dict[str, str] = {}
    taken = {_MEMO}
    for path in paths:
        name = wanted = _NOT_A_TYPE.sub("_", path).strip("_") or "tag"
        number = 1
        while name in taken:
            number += 1
            name = f"{wanted}-{number}"
        taken.add(name)
        types[path] = name
    return types


def _lines(leaf: Leaf, types: dict[str, str]) -> Iterator[str]:
    text = leaf.page.version.text
    for number, annotation in enumerate(leaf.annotations, 1):
        name = types[annotation.tag.path] if annotation.tag else _MEMO
        pieces = _pieces(text, annotation)
        places = ";".join(f"{piece.start} {piece.end}" for piece in pieces)
        words = " ".join(piece.of(text) for piece in pieces)
        yield f"T{number}\t{name} {places}\t{words}\n"
        if annotation.memo:
            memo = annotation.memo
            for character, escape in _ESCAPES:
                memo = memo.replace(character, escape)
            yield f"#{number}\tAnnotatorNotes T{number}\t{memo}\n"


def _pieces(text: str, annotation: Annotation) -> list[Span]:
    """The parts of a passage between line ends, which no brat annotation may hold."""
    start = annotation.span.start
    return [
        Span(start + line.start(), start + line.end())
        for line in re.finditer(r"[^\n\r]+", annotation.span.of(text))
    ]


def read(file: BinaryIO) -> Iterator[Incoming]:
    """Read such a zip file; relations, events and attributes are passed over."""
    archive = Archive(file)
    try:
        labels = _labels(archive.text("visual.conf") or "")
    except UnicodeDecodeError as error:
        raise FormatError("its visual.conf is not UTF-8; save it as UTF-8") from error
    yield Remark("brat standoff files")
    for name in archive.names(".ann"):
        source = f"{name.removesuffix('.ann')}.txt"
        try:
            text, lines = archive.text(source), archive.text(name) or ""
        except UnicodeDecodeError:
            yield Unread(name, f"it or {source} is not UTF-8; save both as UTF-8")
            continue
        if text is None:
            yield Unread(name, f"there is no {source} beside it")
            continue
        named = Named(source=source, text=text)
        yield named
        yield from _annotations(name, lines, named, labels)


def _labels(conf: str) -> dict[str, str]:
    """What the types stand for, by `visual.conf`."""
    section = conf.partition("[labels]")[2].partition("\n[")[0]
    pairs = (line.partition(" | ") for line in section.split("\n") if " | " in line)
    return {name.strip(): path.partition(" | ")[0].strip() for name, _, path in pairs}


def _annotations(
    name: str, lines: str, named: Named, labels: dict[str, str]
) -> Iterator[Incoming]:
    notes: dict[str, str] = {}
    found: list[tuple[int, str, str, str]] = []
    others = 0
    for number, line in enumerate(lines.split("\n"), 1):
        key, _, rest = line.partition("\t")
        if key.startswith("T"):
            found.append((number, key, *_head(rest)))
        elif key.startswith("#"):
            about, _, note = rest.partition("\t")
            target = about.rpartition(" ")[2]
            notes[target] = "\n".join(filter(None, (notes.get(target), _plain(note))))
        elif line.strip():
            others += 1
    for number, key, kind, places in found:
        offsets = [int(each) for each in _OFFSET.findall(places)]
        memo = notes.get(key, "")
        alone = kind == _MEMO and kind not in labels and memo
        yield Mark(
            place=f"{name} line {number}",
            on=named,
            tag="" if alone else labels.get(kind, kind),
            memo=memo,
            start=min(offsets, default=None),
            end=max(offsets, default=None),
        )
    if others:
        yield Remark(f"{name}: {others} relations, events or attributes not read")


def _head(rest: str) -> tuple[str, str]:
    kind, _, places = rest.partition("\t")[0].partition(" ")
    return kind, places


def _plain(note: str) -> str:
    marks = {"\\": "\\", "n": "\n", "r": "\r", "t": "\t"}
    return _ESCAPED.sub(lambda found: marks[found.group(1)], note)
