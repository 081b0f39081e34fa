"""Which files are articles, and what reads them: one row a format."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import PurePath
from typing import Final

from reader.model import Document
from reader.sources import html, plain


@dataclass(frozen=True, slots=True)
class Format:
    """A kind of file that articles come in."""

    name: str
    suffixes: tuple[str, ...]
    """How its files' names end, in small letters; empty for no suffix at all."""
    read: Callable[[str, bytes], Document]
    """Makes a document of a source and its bytes; raises `UnreadableError`."""


FORMATS: Final = (
    Format("plain text", (".txt", ".text", ".md", ".markdown", ""), plain.read),
    Format("web page", (".html", ".htm", ".xhtml"), html.read),
)

_BY_SUFFIX: Final = {suffix: row for row in FORMATS for suffix in row.suffixes}

SUFFIXES: Final = tuple(suffix for suffix in _BY_SUFFIX if suffix)
"""How the names of files end that are read when they lie in a folder."""


def is_article(name: str) -> bool:
    """Whether a file of this name, found in a folder, is read."""
    return _suffix(name) in _BY_SUFFIX


def format_of(name: str) -> Format:
    """What reads a file of this name; whatever has no row of its own is plain text."""
    return _BY_SUFFIX.get(_suffix(name), FORMATS[0])


def _suffix(name: str) -> str:
    return PurePath(name).suffix.lower()
