"""Which column or key holds what, where articles come in rows."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Final
from urllib.parse import urlsplit

from reader.model import Document
from reader.sources.binary import is_binary
from reader.sources.dates import day, published
from reader.sources.decoding import NOT_KEPT, decode
from reader.sources.refusal import UnreadableError
from reader.sources.titles import title

_NAMES: Final[Mapping[str, tuple[str, ...]]] = {
    "text": ("text", "body", "content", "article", "maintext", "articlebody"),
    "title": ("title", "headline", "name"),
    "author": ("author", "authors", "byline"),
    "published": (
        "published", "date", "date_publish", "pub_date", "publish_date", "datetime",
        "published_at",
    ),
    "site": ("site", "source_domain", "domain", "publisher", "outlet"),
    "language": ("language", "lang"),
    "url": ("url", "link", "source_url"),
    "id": ("id", "uuid", "guid"),
}  # fmt: skip
"""What each is called by those who write such files: the names of schema.org, of
news-please, and what they share with the usual column headings."""

_LONGEST: Final = 300


@dataclass(frozen=True, slots=True)
class Fields:
    """The names that the user gave; what is not given is looked for."""

    text: str = ""
    title: str = ""
    author: str = ""
    published: str = ""
    site: str = ""

    def of(self, row: Mapping[str, object], what: str) -> str:
        """What a row says of one thing, as text; empty when it says nothing."""
        wanted = getattr(self, what, "")
        names = (wanted.casefold(),) if wanted else _NAMES[what]
        by_name = {_key(name): name for name in row}
        for name in names:
            if name in by_name and (value := _words(row[by_name[name]])):
                return value
        return ""


def from_row(
    source: str, number: int, row: Mapping[str, object], original: bytes, fields: Fields
) -> Document:
    """The article that a row holds.

    Args:
        source: The file.
        number: Which row it is, from 1; a row without an address or an id of its own
            is known by it.
        row: Its values by the names of the columns.
        original: The bytes that it was read from.
        fields: How the columns are called, as far as the user says.

    Raises:
        UnreadableError: When there is no text in it.
    """
    words = fields.of(row, "text")
    if not words.strip():
        raise UnreadableError(_textless(row, fields.text or "text"))
    decoded = decode(words.encode("utf-8", "surrogatepass"))
    if is_binary(decoded):
        raise UnreadableError("is not text")
    url = _kept(fields.of(row, "url"))
    own = _kept(fields.of(row, "id"))
    said = fields.of(row, "published")
    return Document(
        source=url or f"{source}:{number}",
        text=decoded.text,
        original=original,
        encoding="utf-8",
        newline=decoded.newline,
        title=one_line(fields.of(row, "title")) or title(decoded.text),
        site=one_line(fields.of(row, "site")) or site_of(url),
        author=one_line(fields.of(row, "author")),
        published=day(said) or published(decoded.text),
        language=_kept(fields.of(row, "language")[:2].lower()),
        location=url or f"#{own or number}",
        replaced=decoded.replaced,
        no_date=_no_date(said),
    )


def _textless(row: Mapping[str, object], wanted: str) -> str:
    """Why a row has no text: its field is empty, or is called otherwise."""
    names = _NAMES["text"] if wanted == "text" else (wanted.casefold(),)
    if name := next((each for each in row if _key(each) in names), ""):
        return f"has nothing in its field “{name}”"
    return (
        f"has no field “{wanted}”; it has {', '.join(row) or 'no fields'}"
        " (--text-field names the one to read)"
    )


def named(document: Document, said: Mapping[str, str]) -> Document:
    """The document with what its file says of itself in place of what was guessed."""
    fields = Fields()
    title_ = one_line(fields.of(said, "title"))
    date = fields.of(said, "published")
    return replace(
        document,
        title=title_ or document.title,
        author=one_line(fields.of(said, "author")) or document.author,
        published=day(date) or document.published,
        site=one_line(fields.of(said, "site")) or document.site,
        no_date=_no_date(date),
    )


def _no_date(said: str) -> str:
    """What is said for a date, if it is none, or could be two."""
    return "" if day(said) else one_line(said)


def one_line(value: str) -> str:
    """A title, an author or a site, on one line of no great length."""
    return " ".join(_kept(value.replace("\0", " ")).split())[:_LONGEST]


def _kept(value: str) -> str:
    """With U+FFFD for what is not kept, as in a text."""
    return NOT_KEPT.sub("\ufffd", value)


def site_of(address: str) -> str:
    """The site that an address of the web is on; empty for any other."""
    try:
        host = urlsplit(address).hostname or ""
    except ValueError:
        return ""
    return one_line(host.removeprefix("www."))


@lru_cache(maxsize=1024)
def _key(name: str) -> str:
    """A name as it is compared; the rows of a table have the same ones."""
    return name.strip().casefold()


def _words(value: object) -> str:
    if isinstance(value, str):
        return value
    if isinstance(value, list) and all(isinstance(each, str) for each in value):
        return ", ".join(value)
    return str(value) if isinstance(value, int | float) else ""
