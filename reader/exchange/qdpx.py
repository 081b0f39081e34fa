"""REFI-QDA projects (.qdpx): articles, codebook and annotations for QDA programs."""

import zipfile
from collections.abc import Iterator
from tempfile import TemporaryFile
from typing import Any, BinaryIO, Final

from lxml import etree

from reader.exchange.archive import part
from reader.exchange.outgoing import Choices, Leaf, Outgoing, Page, Written
from reader.exchange.qdpx_reading import read
from reader.exchange.refi import ORIGIN, code_guid, guid, write_codes, xml_text
from reader.model import Annotation, Article
from reader.text.units import Counting, Unit

__all__ = ["read", "write"]

_NAMESPACE: Final = "urn:QDA-XML:project:1.0"
_VARIABLES: Final = ("title", "source", "site", "author", "published", "text_sha256")
"""What is known of an article and has no place of its own in the standard."""


def write(outgoing: Outgoing, out: BinaryIO, choices: Choices) -> Written:
    r"""Write a project, each article as a text file with `\n` at its line ends.

    Positions count code points of that file, the end not included. A memo is the
    description of its selection. Controls that XML cannot hold become U+FFFD.
    """
    count = 0
    with (
        zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as project,
        TemporaryFile() as qde,
    ):
        with etree.xmlfile(qde, encoding="utf-8") as xml:
            xml.write_declaration()
            named = {"name": xml_text(outgoing.name) or "reader", "origin": ORIGIN}
            with xml.element("Project", named, nsmap={None: _NAMESPACE}):
                _head(xml, outgoing)
                count = _sources(xml, outgoing, project)
        qde.seek(0)
        with project.open(part("project.qde"), "w") as stream:
            while piece := qde.read(1 << 20):
                stream.write(piece)
    return Written(count)


def _head(xml: Any, outgoing: Outgoing) -> None:
    coders = sorted(outgoing.coders().values())
    if coders:
        with xml.element("Users"):
            for name in coders:
                _empty(xml, "User", guid=guid("user", name), name=xml_text(name))
    tags = outgoing.tags()
    if tags:
        with xml.element("CodeBook"):
            write_codes(xml, tags)
    with xml.element("Variables"):
        for name in _VARIABLES:
            _empty(
                xml,
                "Variable",
                guid=guid("variable", name),
                name=name,
                typeOfVariable="Text",
            )


def _sources(xml: Any, outgoing: Outgoing, project: zipfile.ZipFile) -> int:
    """Write the sources, each as soon as it is known; an empty list is not valid."""
    count = 0
    names: set[str] = set()
    leaves = outgoing.leaves(bare=True)
    first = next(leaves, None)
    if first is None:
        return 0
    with xml.element("Sources"):
        for leaf in _with(first, leaves):
            page = leaf.page
            key = guid("source", f"{page.version.sha256}:{page.article.id}")
            text = plain(page.version.text)
            project.writestr(part(f"sources/{key}.txt"), text.encode())
            attributes = {
                "guid": key,
                "name": _unique(page.article, names),
                "plainTextPath": f"internal://{key}.txt",
            }
            with xml.element("TextSource", attributes):
                _selections(xml, leaf, text)
                _values(xml, page)
            count += len(leaf.annotations)
    return count


def plain(text: str) -> str:
    r"""The text of a source: only `\n` at line ends, and nothing XML cannot hold."""
    text = xml_text(text.replace("\r\n", "\n").replace("\r", "\n"))
    return "\ufffd" + text[1:] if text.startswith("\ufeff") else text


def _selections(xml: Any, leaf: Leaf, text: str) -> None:
    counting = leaf.page.counting(Unit.LF)
    for annotation in leaf.annotations:
        user = guid("user", annotation.coder)
        made = annotation.created_at.isoformat()
        with xml.element("PlainTextSelection", _place(annotation, counting, text)):
            if annotation.memo:
                with xml.element("Description"):
                    xml.write(xml_text(annotation.memo))
            if annotation.tag:
                coding = {
                    "guid": annotation.id,
                    "creatingUser": user,
                    "creationDateTime": made,
                }
                with xml.element("Coding", coding):
                    _empty(xml, "CodeRef", targetGUID=code_guid(annotation.tag.path))


def _place(annotation: Annotation, counting: Counting, text: str) -> dict[str, str]:
    start, end = counting.of(annotation.span.start), counting.of(annotation.span.end)
    # The annotation's own id is that of its coding; without one, of its selection.
    own = annotation.tag is None
    return {
        "guid": annotation.id if own else guid("selection", annotation.id),
        "name": text[start:end],
        "startPosition": str(start),
        "endPosition": str(end),
        "creatingUser": guid("user", annotation.coder),
        "creationDateTime": annotation.created_at.isoformat(),
        "modifiedDateTime": annotation.updated_at.isoformat(),
    }


def _values(xml: Any, page: Page) -> None:
    article = page.article
    for name in _VARIABLES:
        value = page.version.sha256 if name == "text_sha256" else getattr(article, name)
        if value:
            with xml.element("VariableValue"):
                _empty(xml, "VariableRef", targetGUID=guid("variable", name))
                with xml.element("TextValue"):
                    xml.write(xml_text(value))


def _unique(article: Article, names: set[str]) -> str:
    """A name that no other source has: some programs fail on two of the same."""
    name = wanted = xml_text(article.title or article.source) or "untitled"
    number = 1
    while name.casefold() in names:
        number += 1
        name = f"{wanted} ({number})"
    names.add(name.casefold())
    return name


def _with(first: Leaf, rest: Iterator[Leaf]) -> Iterator[Leaf]:
    yield first
    yield from rest


def _empty(xml: Any, element: str, **attributes: str) -> None:
    with xml.element(element, attributes):
        pass
