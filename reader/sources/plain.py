"""A plain text file as a document."""

from reader.model import Document
from reader.sources.binary import is_binary, kind_of_file
from reader.sources.dates import published
from reader.sources.decoding import decode
from reader.sources.refusal import UnreadableError
from reader.sources.titles import title


def read(source: str, data: bytes, location: str = "") -> Document:
    """The document that the bytes hold, with all of their text.

    Args:
        source: The file or address, as it was given.
        data: What is in it.
        location: Where it was read from, as the article's place.

    Raises:
        UnreadableError: When there is no text in it.
    """
    if not data:
        raise UnreadableError("is empty")
    if kind := kind_of_file(data):
        raise UnreadableError(f"is {kind}; only text is read")
    decoded = decode(data)
    if not decoded.text or decoded.text.isspace():
        raise UnreadableError("has nothing but blanks in it")
    if is_binary(decoded):
        raise UnreadableError("is not text")
    return Document(
        source=source,
        text=decoded.text,
        original=data,
        encoding=decoded.encoding,
        newline=decoded.newline,
        title=title(decoded.text),
        published=published(decoded.text),
        location=location,
        replaced=decoded.replaced,
        utf8=decoded.utf8,
    )
