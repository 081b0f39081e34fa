"""An e-mail as a document: its text, or the text of its page."""

import re
from dataclasses import replace
from email.errors import MessageError
from email.message import EmailMessage
from email.parser import BytesParser
from email.policy import EmailPolicy
from email.utils import parseaddr
from typing import Any, Final, cast

from reader.model import Document
from reader.sources import html, plain
from reader.sources.dates import day
from reader.sources.decoding import in_utf8
from reader.sources.fields import one_line
from reader.sources.refusal import UnreadableError

_BROKEN: Final = (
    *(MessageError, LookupError, ValueError, AttributeError, TypeError),
    RecursionError,
)
"""What the standard library's parser raises over headers that no one should write."""

_LONGEST_HEADER: Final = 2_000
"""Code points. The library's time grows with the square of a header's parameters."""
_BOUNDARY: Final = re.compile(rb"(?i)boundary[\s\d*]*=")
"""What gives the parts of a part their boundary; the word alone is somebody's."""
_MOST_PARTS: Final = 2_000
_MOST_LOOKS: Final = 6
"""For each byte. The library holds every line against the boundary of every part that
it is in, so that a line costs as much as parts are nested."""
_LITTLE: Final = 1_000_000
"""Bytes up to which a message may cost what one of so many may."""


class _Bounded(EmailPolicy):
    """Looks at the beginning of each header alone."""

    def header_fetch_parse(self, name: str, value: str) -> Any:
        """What a header says."""
        return super().header_fetch_parse(name, value[:_LONGEST_HEADER])


class _Parts:
    """Makes the messages in a message, as many as anybody sends."""

    def __init__(self) -> None:
        self._made = 0

    def __call__(self, policy: EmailPolicy) -> EmailMessage:
        """One more."""
        self._made += 1
        if self._made > _MOST_PARTS:
            raise UnreadableError(f"has more than {_MOST_PARTS:,} parts")
        return EmailMessage(policy)


def read(source: str, data: bytes, location: str = "") -> Document:
    """The document that a message holds; attachments are left out.

    Raises:
        UnreadableError: When it is no message, or there is no text in it.
    """
    if not data:
        raise UnreadableError("is empty")
    if _looks(data) > _MOST_LOOKS * max(len(data), _LITTLE):
        raise UnreadableError("has too many parts in parts")
    try:
        parser = BytesParser(cast("Any", _Parts()), policy=_Bounded())
        message = cast("EmailMessage", parser.parsebytes(data))
        body = message.get_body(("plain", "html"))
        page = body is not None and body.get_content_subtype() == "html"
        payload = body.get_payload(decode=True) if body is not None else None
    except _BROKEN as error:
        raise UnreadableError(f"is no e-mail that can be read: {error}") from error
    if body is None or not isinstance(payload, bytes) or not message.keys():
        raise UnreadableError("has no text in it, or is no e-mail")
    if page:
        document = html.read(source, payload, location)
    else:
        charset = body.get_content_charset("") or ""
        document = plain.read(source, in_utf8(payload, charset), location)
    subject = one_line(_header(message, "subject"))
    name, address = parseaddr(_header(message, "from"))
    return replace(
        document,
        original=data,
        title=subject or document.title,
        author=one_line(name or address),
        published=day(_header(message, "date")) or document.published,
    )


def _looks(data: bytes) -> int:
    """How often a line may be held against a boundary, at most."""
    lines = data.count(b"\n") + data.count(b"\r")
    return lines * len(_BOUNDARY.findall(data))


def _header(message: EmailMessage, name: str) -> str:
    try:
        return str(message.get(name, ""))
    except _BROKEN:
        # A header that the library cannot take apart says nothing.
        return ""
