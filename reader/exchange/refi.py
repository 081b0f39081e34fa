"""What REFI-QDA's two files, the codebook and the project, have in common."""

import re
from collections.abc import Iterator, Sequence
from typing import IO, Any, Final
from uuid import UUID, uuid5

from lxml import etree

from reader import __version__
from reader.exchange.incoming import LONGEST_PATH, NO_COLOUR, Entry, FormatError
from reader.model import Tag
from reader.palette import colour_hex, colour_named

ORIGIN: Final = f"reader {__version__}"
_OURS: Final = UUID("9d2c5c0e-5d0c-5f0e-8f6b-6e5a3f1f7a10")
"""The namespace of the GUIDs that are made here."""
_NOT_XML: Final = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def guid(kind: str, name: object) -> str:
    """The GUID of a thing: the same in every export, another for every kind."""
    return str(uuid5(_OURS, f"{kind}:{name}"))


def xml_text(text: str) -> str:
    """The text with U+FFFD for what XML cannot hold, one for one."""
    return _NOT_XML.sub("\ufffd", text)


def code_guid(path: str) -> str:
    """The GUID of a tag: by its path, so that two libraries agree on it."""
    return guid("code", path.casefold())


def write_codes(xml: Any, tags: Sequence[Tag]) -> None:
    """Write the codebook as nested codes; levels that are no tags cannot be used."""
    known = {tag.path: tag for tag in tags}
    levels: dict[str, list[str]] = {"": []}
    for path in known:
        parts = path.split("/")
        for depth in range(1, len(parts) + 1):
            level = "/".join(parts[:depth])
            if level not in levels:
                levels[level] = []
                levels["/".join(parts[: depth - 1])].append(level)

    def write(level: str) -> None:
        tag = known.get(level)
        named = {
            "guid": code_guid(level),
            "name": xml_text(level.rpartition("/")[2]),
            "isCodable": "true" if tag else "false",
        }
        if tag:
            named["color"] = colour_hex(tag.colour)
        with xml.element("Code", named):
            if tag and tag.description:
                with xml.element("Description"):
                    xml.write(xml_text(tag.description))
            for below in levels[level]:
                write(below)

    with xml.element("Codes"):
        for level in levels[""]:
            write(level)


def parsed(file: IO[bytes]) -> Any:
    """The root of an XML file, parsed without entities, network or DTD.

    Raises:
        FormatError: When it is no XML, or has a document type.
    """
    parser = etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        dtd_validation=False,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
    )
    try:
        tree = etree.parse(file, parser)
    except etree.XMLSyntaxError as error:
        raise FormatError(f"its XML is broken: {error.msg}") from error
    except OSError as error:  # So libxml2 calls bytes that are not of the encoding.
        raise FormatError("its XML is broken: bytes of another encoding") from error
    if tree.docinfo.doctype:
        raise FormatError("it has a document type, which no REFI-QDA file needs")
    return tree.getroot()


def local(element: Any) -> str:
    """An element's name without its namespace, of which there are several versions."""
    return str(etree.QName(element).localname)


def children(element: Any, *names: str) -> Iterator[Any]:
    """The elements right under one that have these names, or all of them."""
    if element is not None:
        # lxml looks for them itself, at a tenth of what it costs to see each one here.
        yield from element.iterchildren(*(f"{{*}}{name}" for name in names or ("*",)))


def child(element: Any, name: str) -> Any:
    """The first of them, or None."""
    return next(children(element, name), None)


def text_of(element: Any, name: str) -> str:
    """The text of the first child of this name, or nothing."""
    found = child(element, name)
    return "" if found is None else "".join(found.itertext())


def key(text: str | None) -> str:
    """A GUID as it is compared: without braces, in small letters."""
    return (text or "").strip().strip("{}").lower()


def codes(book: Any) -> tuple[dict[str, str], list[Entry]]:
    """The path of each code by its GUID, and the tags, whatever their depth."""
    paths: dict[str, str] = {}
    entries: list[Entry] = []
    waiting = [
        ("", each) for each in reversed(list(children(child(book, "Codes"), "Code")))
    ]
    while waiting:
        above, code = waiting.pop()
        name = (code.get("name") or "").strip().replace("/", "\u2215")
        path = (f"{above}/{name}" if above else name)[:LONGEST_PATH]
        paths[key(code.get("guid"))] = path
        if (code.get("isCodable") or "true").strip() in ("true", "1"):
            colour = colour_named(code.get("color") or "")
            known = NO_COLOUR if colour is None else colour
            tag = Tag(0, path, text_of(code, "Description"), known)
            entries.append(Entry(f"code {path[:60]}", tag))
        waiting += [(path, each) for each in reversed(list(children(code, "Code")))]
    return paths, entries
