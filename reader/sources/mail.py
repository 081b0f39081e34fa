"""An e-mail as a document: its text, or the text of its page."""

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


class _Bounded(EmailPolicy):
    """Looks at the beginning of each header alone."""

    def header_fetch_parse(self, name: str, value: str) -> Any:
        """What a header says."""
        return super().header_fetch_parse(name, value[:_LONGEST_HEADER])


def read(source: str, data: bytes) -> Document:
    """The document that a message holds; attachments are left out.

    Raises:
        UnreadableError: When it is no message, or there is no text in it.
    """
    try:
        parser = BytesParser(policy=_Bounded())
        message = cast("EmailMessage", parser.parsebytes(data))
        body = message.get_body(("plain", "html"))
        page = body is not None and body.get_content_subtype() == "html"
        payload = body.get_payload(decode=True) if body is not None else None
    except _BROKEN as error:
        raise UnreadableError(f"is no e-mail that can be read: {error}") from error
    if body is None or not isinstance(payload, bytes) or not message.keys():
        raise UnreadableError("has no text in it, or is no e-mail")
    if page:
        document = html.read(source, payload)
    else:
        charset = body.get_content_charset("") or ""
        document = plain.read(source, in_utf8(payload, charset))
    subject = one_line(_header(message, "subject"))
    name, address = parseaddr(_header(message, "from"))
    return replace(
        document,
        original=data,
        title=subject or document.title,
        author=one_line(name or address),
        published=day(_header(message, "date")) or document.published,
    )


def _header(message: EmailMessage, name: str) -> str:
    try:
        return str(message.get(name, ""))
    except _BROKEN:
        # A header that the library cannot take apart says nothing.
        return ""
