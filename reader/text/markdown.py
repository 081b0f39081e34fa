"""What a Markdown text says by its marks, as looks of spans of its source.

Nothing is taken away and no offset changes; the marks themselves are spans too.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator
from itertools import pairwise
from typing import TYPE_CHECKING, Final, NamedTuple

from reader.model import Span

if TYPE_CHECKING:
    from markdown_it.token import Token

    from reader.text.markdown_inline import Inline, Piece

LONGEST: Final = 100_000
"""Code points of a text that is looked at; lists of nothing but marks take the parser
a second and a half."""
_LONGEST_BLOCK: Final = 20_000
"""Code points of a paragraph whose insides are looked at."""

_FRONT: Final = re.compile(r"---[ \t]*\n(?:.*\n)*?(?:---|\.\.\.)[ \t]*(?=\n|\Z)")
_QUOTED: Final = re.compile(r"[ \t]*>(?:[ \t]*>)*")
_BULLET: Final = re.compile(r"[ \t>]*(?:[-*+]|\d{1,9}[.)])(?![^ \t\n])")


class Styled(NamedTuple):
    """A span that looks the same all through."""

    span: Span
    looks: tuple[str, ...]
    """`heading`, `quote`, `bullet`, `code`, `strong`, `emphasis`, `link`, and `syntax`
    for the marks that make them; in alphabetical order."""


def styled(text: str) -> tuple[Styled, ...]:
    """The spans of a Markdown text that have a look, in order, none over another.

    A text that is too long to be looked at quickly has none.
    """
    if len(text) > LONGEST:
        return ()
    from reader.text.markdown_inline import Inline

    return tuple(_flat(_Blocks(text, Inline()).pieces()))


def _flat(pieces: "Iterator[Piece]") -> Iterator[Styled]:
    """Pieces that lie in one another as such that stand side by side."""
    edges: dict[int, list[tuple[str, int]]] = {}
    for start, end, look in pieces:
        if start < end:
            edges.setdefault(start, []).append((look, 1))
            edges.setdefault(end, []).append((look, -1))
    depths: dict[str, int] = {}
    for start, end in pairwise(sorted(edges)):
        for look, change in edges[start]:
            depths[look] = depths.get(look, 0) + change
        if looks := tuple(sorted(look for look, depth in depths.items() if depth)):
            yield Styled(Span(start, end), looks)


class _Blocks:
    """The blocks of a text, and where their lines are."""

    def __init__(self, text: str, inline: "Inline") -> None:
        # One for one, so that a place in it is a place in the text.
        text = text.replace("\r", " ").replace("\0", "\ufffd")
        self._front = front.end() if (front := _FRONT.match(text)) else 0
        self._text = re.sub(r"[^\n]", " ", text[: self._front]) + text[self._front :]
        self._starts = [0, *(found.end() for found in re.finditer("\n", text))]
        self._inline = inline
        self._done: dict[int, int] = {}
        """Up to where the marks before a line's text are known, by its number."""

    def pieces(self) -> "Iterator[Piece]":
        """All that has a look."""
        yield 0, self._front, "syntax"
        env: dict[str, object] = {}
        for token in self._inline.parser.parse(self._text, env):
            if token.map is None:
                continue
            first, behind = token.map
            if token.type == "inline":
                yield from self._inside(token, first, env)
            else:
                yield from self._block(token, first, behind)

    def _block(self, token: "Token", first: int, behind: int) -> "Iterator[Piece]":
        start, end = self._line(first)[0], self._line(behind - 1)[1]
        match token.type:
            case "heading_open":
                yield start, end, "heading"
                yield from self._around_heading(token, first, behind)
            case "blockquote_open":
                for number in range(first, behind):
                    yield from self._quoted(number)
            case "list_item_open":
                yield from self._bullet(first)
            case "fence":
                yield start, end, "code"
                yield *self._line(first), "syntax"
                if behind - first > 1 + token.content.count("\n"):
                    yield *self._line(behind - 1), "syntax"
            case "code_block":
                yield start, end, "code"
            case "html_block" | "hr":
                yield start, end, "syntax"

    def _around_heading(
        self, token: "Token", first: int, behind: int
    ) -> "Iterator[Piece]":
        start, end = self._line(first)
        if token.markup.startswith("#"):
            at = self._text.index("#", start)
            yield at, at + len(token.markup), "syntax"
            closing = re.search(r"[ \t]#+[ \t]*$", self._text[at:end])
            if closing:
                yield at + closing.start(), end, "syntax"
        else:
            yield *self._line(behind - 1), "syntax"

    def _quoted(self, number: int) -> "Iterator[Piece]":
        start, end = self._line(number)
        at = self._done.get(number, start)
        if found := _QUOTED.match(self._text, at, end):
            yield at, found.end(), "syntax"
            self._done[number] = at = found.end()
        yield at, end, "quote"

    def _bullet(self, number: int) -> "Iterator[Piece]":
        start, end = self._line(number)
        at = self._done.get(number, start)
        if found := _BULLET.match(self._text, at, end):
            yield at, found.end(), "bullet"
            self._done[number] = found.end()

    def _inside(
        self, token: "Token", first: int, env: dict[str, object]
    ) -> "Iterator[Piece]":
        """What there is in the lines of a paragraph or a heading."""
        if len(token.content) > _LONGEST_BLOCK:
            return
        lines = token.content.split("\n")
        inside = [0]
        for line in lines:
            inside.append(inside[-1] + len(line) + 1)
        places = [
            self._place(first + number, line) for number, line in enumerate(lines)
        ]
        for start, end, look in self._inline.pieces(token.content, env):
            for number in range(bisect_right(inside, start) - 1, len(lines)):
                if inside[number] >= end:
                    break
                shift = places[number] - inside[number]
                last = min(end, inside[number + 1] - 1)
                yield max(start, inside[number]) + shift, last + shift, look

    def _place(self, number: int, line: str) -> int:
        """Where the words of a line begin: behind what marks it as quoted or a list."""
        start, end = self._line(number)
        return max(start, self._text.rfind(line, start, end))

    def _line(self, number: int) -> tuple[int, int]:
        """A line of the text, without its end."""
        number = min(number, len(self._starts) - 1)
        is_last = number + 1 == len(self._starts)
        end = len(self._text) if is_last else self._starts[number + 1] - 1
        return self._starts[number], end
