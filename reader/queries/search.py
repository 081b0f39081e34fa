"""The language of the search: words, phrases, exceptions, fields. Nothing is an error.

    query := any*              side by side: all of them
    any   := near (OR near)*   OR binds its neighbours alone, as on the web
    near  := not (near: not)*
    not   := -not | NOT not | word | "phrase" | field:value | ( query )

What is missing is left out, what is closed too often or never is closed at the end,
and what no field can take is looked for as words.
"""

from collections.abc import Iterable, Sequence
from itertools import islice
from typing import Final

from reader.queries.fields import FIELDS
from reader.queries.lexemes import Kind, Lexeme, lexemes
from reader.queries.nodes import About, All, Any, Near, Node, Not, Query, Words
from reader.text.tokens import tokens

LANGUAGE: Final = (
    ("north korea", "both words, in any order"),
    ('"north korea"', "the words side by side"),
    ("sanction*", "every word that begins so"),
    ("kim OR moon", "one of the two, or both"),
    ("kim -trump", "the first without the second"),
    ("kim near:5 moon", "at most 5 words between; near: alone is 10"),
    ("tag:china  -tag:*", "with that tag, or one under it; with no tag"),
    ("site:bbc  title:visit", "part of the site, of the title; also author:"),
    ("after:2018-12 before:2019-03", "from the first on, until the second"),
    ("status:unread", "unread, reading or done"),
)
"""Each form with what it means, for whoever has not typed anything yet."""

_LONGEST: Final = 2_000
"""Code points of a query that are looked at; a pasted page is no query."""
_MOST: Final = 64
"""Pieces that are; the rest is left out, and said."""
_DEEPEST: Final = 8
_SHORTEST: Final = 3
"""Letters from which an unfinished word finds what it may become."""


def parse(typed: str, *, typing: bool = False) -> Query:
    """Make a query of whatever was typed.

    Args:
        typed: The line.
        typing: Whether its last word may be unfinished: then it is a beginning.
    """
    pieces = list(islice(lexemes(typed[:_LONGEST]), _MOST + 1))
    parser = _Parser(pieces[:_MOST], typing=typing)
    root = parser.all(0)
    if len(pieces) > _MOST or len(typed) > _LONGEST:
        parser.notes.append(f"only the first {_MOST} words count")
    return Query(root, tuple(parser.notes))


class _Parser:
    """One descent over the pieces of a line."""

    def __init__(self, pieces: Sequence[Lexeme], *, typing: bool) -> None:
        self._pieces = pieces
        self._at = 0
        self._typing = typing
        self._too_deep = 0
        self.notes: list[str] = []

    def _next_is(self, kind: Kind) -> bool:
        return self._at < len(self._pieces) and self._pieces[self._at].kind == kind

    @property
    def _goes_on(self) -> bool:
        """Whether what is missing may be about to be typed."""
        return self._typing and self._at == len(self._pieces)

    def _take(self) -> Lexeme:
        self._at += 1
        return self._pieces[self._at - 1]

    def all(self, depth: int) -> Node:
        """Everything up to the bracket that closes this depth, or to the end."""
        parts: list[Node] = []
        while self._at < len(self._pieces):
            if self._next_is("close"):
                self._take()
                if self._too_deep:
                    self._too_deep -= 1
                elif depth:
                    break
            elif (part := self._any(depth)) is not None:
                parts.append(part)
        return _all(parts)

    def _any(self, depth: int) -> Node | None:
        parts = [self._near(depth)]
        while self._next_is("or"):
            self._take()
            parts.append(self._near(depth))
        found = [part for part in parts if part is not None]
        if len(parts) > max(1, len(found)) and not self._goes_on:
            self.notes.append("“OR” is left out: it needs words on each side of it")
        return Any(tuple(found)) if len(found) > 1 else found[0] if found else None

    def _near(self, depth: int) -> Node | None:
        first = self._not(depth)
        parts, distances = [first] if first is not None else [], []
        while self._next_is("near"):
            distances.append(self._take().distance)
            if (part := self._not(depth)) is not None:
                parts.append(part)
        if len(parts) < 2:
            if distances and not self._goes_on:
                self.notes.append(_BETWEEN)
            return parts[0] if parts else None
        words = [part for part in parts if isinstance(part, Words)]
        if len(words) == len(parts):
            return Near(tuple(words), min(distances))
        self.notes.append(_BETWEEN)
        return All(tuple(parts))

    def _not(self, depth: int) -> Node | None:
        if self._next_is("not"):
            self._take()
            part = self._not(depth)
            if isinstance(part, Not):
                return part.part
            if part is None and not self._goes_on:
                self.notes.append("“NOT” is left out: it needs words after it")
            return None if part is None else Not(part)
        if self._next_is("open"):
            self._take()
            if depth >= _DEEPEST:
                self._too_deep += 1
                return self._not(depth)
            group = self.all(depth + 1)
            return None if group == All(()) else group
        if self._next_is("field"):
            return self._about(self._take())
        return self._words(self._take()) if self._next_is("term") else None

    def _about(self, piece: Lexeme) -> Node | None:
        value = FIELDS[piece.field](piece.text)
        if value is not None:
            return About(piece.field, value)
        if not piece.text.strip():
            return None
        typed = f"{piece.field}:{piece.text}"
        if not (piece.is_open and self._typing):
            self.notes.append(
                f"“{typed}” is looked for as words: {_WANTED[piece.field]}"
            )
        return self._words(Lexeme("term", typed))

    def _words(self, piece: Lexeme) -> Words | None:
        found = tuple(tokens(piece.text))
        if not found:
            return None
        if piece.field and not (piece.is_open and self._typing):
            self.notes.append(f"“{piece.text}” is looked for as words: {_KNOWN}")
        unfinished = self._typing and piece.is_open and len(found[-1]) >= _SHORTEST
        return Words(found, piece.is_prefix or unfinished)


_BETWEEN: Final = "near: stands between words or phrases"
_KNOWN: Final = f"the fields are {', '.join(FIELDS)}"
_WANTED: Final = {
    **dict.fromkeys(("before", "after"), "a date is 2019, 2019-03 or 2019-03-31"),
    "status": "a status is unread, reading or done",
    **dict.fromkeys(("tag", "site", "title", "author"), "it has no value"),
}


def _all(parts: Iterable[Node]) -> Node:
    """The parts with those of groups that say the same taken up among them."""
    flat: list[Node] = []
    for part in parts:
        flat += part.parts if isinstance(part, All) else [part]
    return flat[0] if len(flat) == 1 else All(tuple(flat))
