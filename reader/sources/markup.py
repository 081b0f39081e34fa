"""HTML cut into tags and text, in one pass that no page can slow down."""

import re
from collections.abc import Iterator
from html import unescape
from typing import Final, NamedTuple

_VALUE: Final = r"""(?:[^>=]++|=\s*+"[^"]*+"|=\s*+'[^']*+'|=(?!\s*+["']))*+"""
"""A `>` inside a quoted value does not end the tag. Every part takes what it can and
gives nothing back, so that a broken tag is read once and not once for each letter."""
_MARKUP: Final = re.compile(rf"<(?:(/?)([a-zA-Z][^\s/>]*+)(?:({_VALUE})>)?|!--|[!?])")

_CODE: Final = frozenset({"script", "style"})
"""What stands in them is code, to the end of the page when nothing closes them."""
_UNSHOWN: Final = _CODE | {"noscript", "template", "title"}
"""What stands in the others is no part of the page, if something closes them."""

_LONG_NUMBER: Final = re.compile(r"&#(?:[0-9]{8,}|[xX][0-9a-fA-F]{7,});?")
"""Beyond the last code point, leading zeros aside; `unescape` fails on the longest."""


class Piece(NamedTuple):
    """A tag of a page, or the text between two."""

    start: int
    """The first code point in the page, from 0."""
    end: int
    """One past the last code point."""
    tag: str = ""
    """The tag's name in small letters; empty for text."""
    closes: bool = False
    """Whether it is an end tag."""


def pieces(page: str) -> Iterator[Piece]:
    """The tags and the text of a page, in order.

    Left out are comments, declarations, and what stands in scripts, styles,
    templates, the title and what is shown only without scripts. What looks like
    markup and never ends is text: nothing is lost to a missing `>` or `-->`.
    """
    closings = _Closings(page)
    done = at = 0
    last = page.rfind(">")
    while (found := _MARKUP.search(page, at)) and found.start() < last:
        start, at = found.span()
        closing, name, rest = found.groups()
        if rest is None:
            at = closings.past("-->" if found[0] == "<!--" else ">", start + 2)
            if at < 0:
                at = found.end()
                continue
        if done < start:
            yield Piece(done, start)
        done = at
        if name:
            name = name.lower()
            yield Piece(start, at, name, closing == "/")
            if name in _UNSHOWN and not closing and page[at - 2] != "/":
                done = at = _past_unshown(name, at, closings)
    if done < len(page):
        yield Piece(done, len(page))


def plain(text: str) -> str:
    """Text with its character references as the characters that they stand for."""
    return unescape(_LONG_NUMBER.sub("\ufffd", text)) if "&" in text else text


class _Closings:
    """Finds what closes something, and remembers when nothing more does.

    Without that memory, a page of nothing but openings would be searched to its end
    for each of them.
    """

    def __init__(self, page: str) -> None:
        self.page = page
        self._none: set[str] = set()

    def past(self, closing: str, start: int) -> int:
        """Where the next mark ends, or -1 when there is none."""
        if closing in self._none:
            return -1
        found = self.page.find(closing, start)
        if found < 0:
            self._none.add(closing)
            return -1
        return found + len(closing)

    def end_tag(self, name: str, start: int) -> int:
        """Where the next end tag of this name begins, or -1."""
        if name in self._none:
            return -1
        found = re.compile(f"</{name}", re.IGNORECASE).search(self.page, start)
        if not found:
            self._none.add(name)
            return -1
        return found.start()


def _past_unshown(name: str, end: int, closings: _Closings) -> int:
    """Where the page goes on after the start tag that ends here."""
    found = closings.end_tag(name, end)
    if found < 0:
        return len(closings.page) if name in _CODE else end
    return found
