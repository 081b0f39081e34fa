"""The address that a web page names as its own, for one that came as a file."""

import re
from collections.abc import Iterator
from operator import itemgetter
from typing import Final

from reader.sources.declared import decode_page
from reader.sources.markup import pieces, plain
from reader.sources.refusal import UnreadableError
from reader.text.web_address import NoWebAddressError, web_address

_FAR: Final = 200_000
"""Code points in which it is looked for: it stands in the page's head."""
_LONGEST_TAG: Final = 4_000
"""Code points of a tag that is looked into."""
_ATTRIBUTE: Final = re.compile(
    r"""(?<![\w:-])([\w:-]++)\s*+=\s*+(?:"([^"]*+)"|'([^']*+)'|([^\s"'>]++))"""
)

_NAMED: Final = {
    "link": (0, ("rel",), "canonical", "href"),
    "meta": (1, ("property", "name"), "og:url", "content"),
}
"""For each tag: its rank, the attributes that say what it names, what they say then,
and the attribute with the address."""


def own_address(data: bytes) -> str:
    """The address that a page says it has: its canonical one, else that of `og:url`.

    Only a whole address of http or https that a browser may have is one; a page that
    names none, or names a place beside itself, has none.
    """
    try:
        page = decode_page(data).text[:_FAR]
    except UnreadableError:
        return ""
    _, address = min(_said(page), key=itemgetter(0), default=(0, ""))
    return address


def _said(page: str) -> Iterator[tuple[int, str]]:
    """The addresses that the head names, each after its rank: the first ones first."""
    for piece in pieces(page):
        if piece.tag == "body" or (piece.tag == "head" and piece.closes):
            return
        is_read = piece.tag in _NAMED and piece.end - piece.start <= _LONGEST_TAG
        if is_read and (found := _of_tag(page[piece.start : piece.end], piece.tag)):
            yield found


def _of_tag(tag: str, name: str) -> tuple[int, str] | None:
    told = {
        key.lower(): plain(one or two or three).strip()
        for key, one, two, three in _ATTRIBUTE.findall(tag)
    }
    rank, kinds, wanted, value = _NAMED[name]
    said = " ".join(told.get(kind, "") for kind in kinds).lower().split()
    if wanted not in said:
        return None
    try:
        return rank, web_address(told.get(value, "")).written
    except NoWebAddressError:
        return None
