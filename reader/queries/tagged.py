"""The language of the retrieval: `sanctions AND china NOT trade in:paragraph`.

Tags stand with AND, OR, NOT and brackets between them; NOT binds most, OR least. A tag
means those under it too, and may have blanks in its name. As in the search, nothing is
an error: what is missing is left out, what is too much is passed over; both are said.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Final

from reader.queries.fields import FIELDS
from reader.queries.nodes import About, All, Any, Node, Not


class Unit(StrEnum):
    """How near tags must stand to stand together."""

    PASSAGE = "passage"
    """On words that overlap."""
    SENTENCE = "sentence"
    PARAGRAPH = "paragraph"
    ARTICLE = "article"


LANGUAGE: Final = (
    ("sanctions", "the passages of this tag and of those under it"),
    ("sanctions AND china", "where both stand in one paragraph"),
    ("sanctions NOT trade", "the first, where the second does not stand"),
    ("china OR (russia NOT trade)", "brackets say what belongs together"),
    ("… in:sentence", "also in:passage, in:paragraph, in:article"),
)
"""Each form with what it means, for whoever has not typed anything yet."""

_PIECE: Final = re.compile(r'[()]|"([^"]*)"?|[^\s()"]+')
_UNIT: Final = re.compile(r"in:(\w+)", re.IGNORECASE)
_LONGEST: Final = 2_000
_DEEPEST: Final = 16
_UNITS: Final = f"there are {', '.join(Unit)}"
_OPERATORS: Final = frozenset({"AND", "OR", "NOT", "(", ")"})


ANYTHING: Final = All(())
"""What an empty line asks."""


@dataclass(frozen=True, slots=True)
class TagQuery:
    """What was asked of the tags."""

    root: Node = ANYTHING
    unit: Unit = Unit.PARAGRAPH
    notes: tuple[str, ...] = field(default=(), compare=False)
    """What was left out of it, a sentence each, for the person who typed."""

    @property
    def wanted(self) -> tuple[str, ...]:
        """The paths whose passages are listed; without any, all are."""
        return tuple(dict.fromkeys(_wanted(self.root)))

    @property
    def is_plain(self) -> bool:
        """Whether it is one tag, or none: then nothing has to stand together."""
        return isinstance(self.root, About) or self.root == ANYTHING


def parse(typed: str) -> TagQuery:
    """Make a query of whatever was typed."""
    notes: list[str] = []
    if len(typed) > _LONGEST:
        notes.append(f"only the first {_LONGEST:,} characters count")
    pieces, unit = _pieces(typed[:_LONGEST], notes)
    root = _Parser(pieces, notes).whole()
    return TagQuery(root, unit, tuple(dict.fromkeys(notes)))


def _pieces(typed: str, notes: list[str]) -> tuple[list[str | tuple[str]], Unit]:
    """Operators as they are, each name as a tuple; and the unit that was named last."""
    pieces: list[str | tuple[str]] = []
    unit = Unit.PARAGRAPH
    said_in = False
    for found in _PIECE.finditer(typed):
        word = found[0]
        named = _UNIT.fullmatch(word)
        wanted = _unit(word if said_in else named[1] if named else "")
        if said_in or named or word == "IN":
            if wanted is None and word != "IN":
                notes.append(f"“{word}” is left out: {_UNITS}")
            unit = wanted or unit
            said_in = word == "IN"
            continue
        if word in _OPERATORS:
            pieces.append(word)
        elif found[1] is not None:
            pieces.append((found[1],))
        elif pieces and isinstance(pieces[-1], tuple):
            pieces[-1] = (f"{pieces[-1][0]} {word}",)
        else:
            pieces.append((word,))
    if said_in:
        notes.append(f"“IN” is left out: {_UNITS}")
    return pieces, unit


def _unit(word: str) -> Unit | None:
    """The unit whose name begins so."""
    word = word.casefold()
    return next((unit for unit in Unit if word and unit.startswith(word)), None)


class _Parser:
    """One descent over the pieces of a line."""

    def __init__(self, pieces: Sequence[str | tuple[str]], notes: list[str]) -> None:
        self._pieces = pieces
        self._at = 0
        self._notes = notes

    def whole(self) -> Node:
        """All pieces; brackets that close nothing are passed over."""
        parts: list[Node] = []
        while self._at < len(self._pieces):
            if (part := self._any(0)) is not None:
                parts.append(part)
            self._pass(")")
        return _one(parts, All) or ANYTHING

    def _pass(self, *words: str) -> bool:
        here = self._pieces[self._at] if self._at < len(self._pieces) else None
        if here in words:
            self._at += 1
        return here in words

    def _leave_out(self, operator: str) -> None:
        missing = "after it" if operator == "NOT" else "on each side of it"
        self._notes.append(f"“{operator}” is left out: it needs a tag {missing}")

    def _any(self, depth: int) -> Node | None:
        parts = [self._all(depth)]
        while self._pass("OR"):
            parts.append(self._all(depth))
        found = [part for part in parts if part is not None]
        if len(parts) > max(1, len(found)):
            self._leave_out("OR")
        return _one(found, Any)

    def _all(self, depth: int) -> Node | None:
        parts: list[Node] = []
        while True:
            before = self._at
            joins = self._pass("AND")
            part = self._not(depth)
            if joins and (part is None or not parts):
                self._leave_out("AND")
            if part is not None:
                parts.append(part)
            if self._at == before:
                return _one(parts, All)

    def _not(self, depth: int) -> Node | None:
        count = 0
        while self._pass("NOT"):
            count += 1
        part = self._primary(depth)
        if part is None and count:
            self._leave_out("NOT")
        return Not(part) if count % 2 and part is not None else part

    def _primary(self, depth: int) -> Node | None:
        if self._pass("("):
            group = self._any(depth + 1) if depth < _DEEPEST else None
            if depth == _DEEPEST:
                self._notes.append(f"brackets are read {_DEEPEST} deep")
            self._pass(")")
            return group
        here = self._pieces[self._at] if self._at < len(self._pieces) else None
        if isinstance(here, tuple):
            self._at += 1
            path = FIELDS["tag"](here[0])
            return About("tag", path) if path else None
        return None


def _one(parts: Sequence[Node], kind: type[All] | type[Any]) -> Node | None:
    if len(parts) > 1:
        return kind(tuple(parts))
    return parts[0] if parts else None


def _wanted(node: Node) -> list[str]:
    match node:
        case About(value=path):
            return [path]
        case All(parts) | Any(parts):
            return [path for part in parts for path in _wanted(part)]
        case _:
            return []
