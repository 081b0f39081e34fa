"""Addresses of the web in texts, and which of them may be handed to a browser."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final
from urllib.parse import quote, urlsplit

from reader.text.safe import safe_line
from reader.text.words import PUNCTUATION

_BEGINS: Final = re.compile("https?://", re.IGNORECASE)
_IN_TEXT: Final = re.compile(
    rf"https?://[^\s<>\"\0-\x20\x7f-\x9f\\]*[^\s<>\"\0-\x20\x7f-\x9f\\{PUNCTUATION}]/?",
    re.IGNORECASE,
)
_HOST: Final = re.compile(r"[a-z0-9._-]+|[a-f0-9:.]+")
"""A name or a number; a browser would take `%2e` in it for a full stop."""
_LONGEST: Final = 2_000
"""Code points of an address, about as many as servers take and a dialog shows."""
_AS_THEY_ARE: Final = "%:/?#[]@!&()*+,;=~-._"
"""The signs of an address (RFC 3986) but for `$` and `'`: should the user's `$BROWSER`
hand it to a shell between quotation marks, these would end them, or run something."""


class NoWebAddressError(ValueError):
    """It is not handed to a browser; the message says why, after its words."""


@dataclass(frozen=True, slots=True)
class WebAddress:
    """An address that a browser may open."""

    written: str
    """As it stands in a text or a field."""
    opened: str
    """The same in ASCII, as a browser gets it: what no address holds is escaped."""
    host: str
    """Where it leads, in ASCII, with the port if it says one: behind a name that is
    put before an `@`, and without letters that look like others."""


def is_web(text: str) -> bool:
    """Whether a text means to be an address of the web."""
    return bool(_BEGINS.match(text.strip()))


def addresses(text: str) -> Iterator[str]:
    """The addresses of the web that stand in a text, in their order.

    Punctuation at the end is none of it, but for a bracket that is opened in it.
    """
    for found in _IN_TEXT.finditer(text):
        address = found.group()
        is_open = address.count("(") > address.count(")")
        closes = is_open and text.startswith(")", found.end())
        yield f"{address})" if closes else address


def web_address(text: str) -> WebAddress:
    """An address as a browser may have it.

    Raises:
        NoWebAddressError: When it is none of http or https, or two programs could
            read it in two ways: with a blank, a control character or a backslash.
    """
    written = text.strip()
    if not _BEGINS.match(written):
        raise NoWebAddressError("is no address of http or https")
    if len(written) > _LONGEST:
        raise NoWebAddressError(f"is longer than {_LONGEST:,} characters")
    if safe_line(written) != written or not written.isprintable():
        raise NoWebAddressError("has a character in it that cannot be seen")
    if " " in written or "\\" in written:
        raise NoWebAddressError("has a blank or a backslash in it")
    try:
        parts = urlsplit(written)
        host, port = (parts.hostname or "").encode("idna").decode(), parts.port
    except ValueError as error:
        raise NoWebAddressError("does not say clearly where it leads") from error
    if not _HOST.fullmatch(host):
        raise NoWebAddressError("does not say clearly where it leads")
    user, at, _ = parts.netloc.rpartition("@")
    place = (f"[{host}]" if ":" in host else host) + (
        "" if port is None else f":{port}"
    )
    rest = written[len(parts.scheme) + len("://") + len(parts.netloc) :]
    whole = f"{parts.scheme}://{user}{at}{place}{rest}"
    # Python's own module would put something else where that stands.
    opened = quote(whole, safe=_AS_THEY_ARE).replace("%action", "%ACtion")
    return WebAddress(written, opened, place)
