"""A typed line in pieces: words, phrases, fields, brackets, operators."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final, Literal

from reader.queries.fields import FIELDS

Kind = Literal["term", "field", "or", "not", "near", "open", "close"]

_PIECE: Final = re.compile(
    r"""
      (?P<open>\() | (?P<close>\))
    | (?P<not>-(?=[^\s)]))
    | (?P<name>[A-Za-z]+):"(?P<value>[^"]*)"?
    | "(?P<phrase>[^"]*)(?P<end>"\**)?
    | (?P<word>[^\s"()]+)
    """,
    re.VERBOSE,
)
_OPERATORS: Final[dict[str, Kind]] = {"OR": "or", "|": "or", "NOT": "not"}
_NOISE: Final = frozenset({"AND", "&", "&&", "+"})
_NEAR: Final = "near"
_FARTHEST: Final = 1000
DISTANCE: Final = 10
"""The tokens between words that are `near:` one another, when no number is given."""


@dataclass(frozen=True, slots=True)
class Lexeme:
    """One piece of what was typed."""

    kind: Kind
    text: str = ""
    field: str = ""
    """Of a term: the field that it seems to ask, of which there is none."""
    is_prefix: bool = False
    is_open: bool = False
    """Whether it is the last thing typed, and may go on."""
    distance: int = DISTANCE


def lexemes(typed: str) -> Iterator[Lexeme]:
    """The pieces of a line. Every line has some, or none; none is wrong."""
    for found in _PIECE.finditer(typed):
        is_open = found.end() == len(typed)
        kind = found.lastgroup
        if kind in ("open", "close", "not"):
            yield Lexeme("not" if kind == "not" else _bracket(kind))
        elif kind == "value":
            yield from _field(found["name"], found["value"], found[0], is_open=is_open)
        elif kind in ("phrase", "end"):
            phrase, end = found["phrase"], found["end"]
            is_prefix = phrase.endswith("*") or (end or "").endswith("*")
            yield Lexeme("term", phrase, "", is_prefix, is_open and not end)
        else:
            yield from _word(found["word"], is_open=is_open)


def _bracket(kind: str) -> Kind:
    return "open" if kind == "open" else "close"


def _word(word: str, *, is_open: bool) -> Iterator[Lexeme]:
    name, colon, value = word.partition(":")
    if word in _OPERATORS:
        yield Lexeme(_OPERATORS[word])
    elif colon:
        yield from _field(name, value, word, is_open=is_open)
    elif word not in _NOISE:
        yield Lexeme("term", word, "", word.endswith("*"), is_open)


def _field(name: str, value: str, typed: str, *, is_open: bool) -> Iterator[Lexeme]:
    name = name.casefold()
    if name == _NEAR:
        yield from _near(value, is_open=is_open)
    elif name in FIELDS:
        yield Lexeme("field", value, name, is_open=is_open)
    else:
        # Not of the hours of a time, nor of an address.
        is_meant = name.isalpha() and value and not value.startswith("/")
        foreign = name if is_meant else ""
        yield Lexeme("term", typed, foreign, typed.endswith("*"), is_open)


def _near(value: str, *, is_open: bool) -> Iterator[Lexeme]:
    """`near:` and `near:5` stand between words; `near:word` has the second in it."""
    if value.isascii() and value.isdigit():
        yield Lexeme("near", distance=min(int(value[:9]), _FARTHEST))
        return
    yield Lexeme("near")
    if value:
        yield Lexeme("term", value, "", value.endswith("*"), is_open)
