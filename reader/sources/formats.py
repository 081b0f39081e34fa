"""Which files are articles, and what reads them: one row a format."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import BinaryIO, Final, Protocol

from reader.model import Document
from reader.sources import html, json_lines, markdown, plain, tables
from reader.sources.fields import Fields
from reader.sources.refusal import Refusal


class Reads(Protocol):
    """What reads a kind of file."""

    def __call__(self, source: str, data: bytes, location: str = "") -> Document:
        """The document; raises `UnreadableError`."""


@dataclass(frozen=True, slots=True)
class Format:
    """A kind of file that articles come in."""

    name: str
    suffixes: tuple[str, ...]
    """How its files' names end, in small letters; empty for no suffix at all."""
    read: Reads
    is_slow: bool = False
    """Whether reading one takes so long that another process had better do it."""


@dataclass(frozen=True, slots=True)
class Collection:
    """A kind of file with many articles in it."""

    name: str
    suffixes: tuple[str, ...]
    read: Callable[[str, BinaryIO, Fields, int], Iterator[Document | Refusal]]
    """Makes documents of a source and its stream, with the names of its fields and
    the bytes that one article may have; raises `UnreadableError`."""


def _mail(source: str, data: bytes, location: str = "") -> Document:
    # The library behind it is large, and an e-mail is seldom among the articles.
    from reader.sources import mail

    return mail.read(source, data, location)


def _web_archive(
    source: str, stream: BinaryIO, fields: Fields, most: int
) -> Iterator[Document | Refusal]:
    # Seldom too, and so are the parts of the library that it rests on.
    from reader.sources import web_archive

    return web_archive.read(source, stream, fields, most)


_MARKDOWN: Final = Format("Markdown", (".md", ".markdown"), markdown.read, is_slow=True)

_PAGE: Final = Format("web page", (".html", ".htm", ".xhtml"), html.read, is_slow=True)

FORMATS: Final = (
    Format("plain text", (".txt", ".text", ""), plain.read),
    _MARKDOWN,
    _PAGE,
    Format("e-mail", (".eml",), _mail, is_slow=True),
)

COLLECTIONS: Final = (
    Collection("JSON lines", (".jsonl", ".ndjson"), json_lines.read),
    Collection("CSV", (".csv", ".tsv"), tables.read),
    Collection("web archive", (".warc", ".warc.gz"), _web_archive),
)

ARCHIVES: Final = (".zip",)
"""What files of all these kinds may come together in."""

_BEGINS_PAGE: Final = re.compile(
    rb"(?:\xef\xbb\xbf)?\s*(?:<\?xml[^>]{0,200}>\s*)?<(?:!doctype\s+)?html\b", re.I
)

_FORMATS: Final = {suffix: row for row in FORMATS for suffix in row.suffixes}
_COLLECTIONS: Final = {suffix: row for row in COLLECTIONS for suffix in row.suffixes}

SUFFIXES: Final = tuple(suffix for suffix in _FORMATS if suffix)
"""How the names of files end that are read when they lie in a folder."""


def is_article(name: str) -> bool:
    """Whether a file of this name, found in a folder, is read.

    What may hold many articles is read only when it is named: a table in a folder
    of articles is more often about them, such as an export of annotations.
    """
    return _suffix(name) in _FORMATS


def is_readable(name: str) -> bool:
    """Whether it is read by a row of the tables, and is no archive of such."""
    return _suffix(name) in _FORMATS or _suffix(name) in _COLLECTIONS


def is_archive(name: str) -> bool:
    """Whether files of other names may lie in it."""
    return _suffix(name) in ARCHIVES


def format_of(name: str) -> Format:
    """What reads a file of this name; whatever has no row of its own is plain text."""
    return _FORMATS.get(_suffix(name), FORMATS[0])


def format_in(data: bytes) -> Format:
    """What reads bytes that have no name: as a web page what begins as one."""
    return _PAGE if _BEGINS_PAGE.match(data) else FORMATS[0]


def is_markdown(source: str) -> bool:
    """Whether a text from there is Markdown; what lies on the web came as a page."""
    return format_of(source) is _MARKDOWN and "://" not in source


def is_page(source: str) -> bool:
    """Whether what is from there is a file that holds a web page."""
    return format_of(source) is _PAGE and "://" not in source


def collection_of(name: str) -> Collection | None:
    """What reads a file of this name article by article, if there are many in it."""
    return _COLLECTIONS.get(_suffix(name))


def _suffix(name: str) -> str:
    stem, _, suffix = name.lower().rpartition("/")[2].rpartition(".")
    if suffix == "gz" and "." in stem:
        stem, _, inner = stem.rpartition(".")
        suffix = f"{inner}.gz"
    return f".{suffix}" if stem and suffix else ""
