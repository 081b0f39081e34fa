"""Which articles are listed: the fields of a filter, and filters kept under a name."""

import json
import re
import sqlite3
from collections.abc import Callable, Mapping
from dataclasses import dataclass, fields
from datetime import date
from typing import NamedTuple, Self

from reader.model import Status
from reader.store.errors import AskedWronglyError
from reader.text.safe import safe_line

UNTAGGED = "-"
"""Asked for instead of a tag: the articles that have none."""
LONGEST = 60
"""Code points of the name of a saved filter."""
_MOST = 1_000_000_000
"""Copies; SQLite has no greater numbers than that and some more."""
_DATE = re.compile(r"[0-9]{4}(-[0-9]{2}){0,2}")


@dataclass(frozen=True, slots=True)
class Filter:
    """What an article must be to be listed; what is empty does not matter.

    The values are what a person types, checked and made regular by `Filter.read`.
    """

    words: str = ""
    """Its title, site or source has all these words, or words that begin so."""
    status: str = ""
    tag: str = ""
    """It has this tag or one under it; `UNTAGGED`: it has none."""
    site: str = ""
    since: str = ""
    """An ISO 8601 date, or the beginning of one: 2021, 2021-03."""
    until: str = ""
    """As `since`; the whole of that year, month or day is in."""
    coder: str = ""
    """This coder has annotated it."""
    hidden: str = ""
    """At least so many per cent of its lines are hidden."""
    language: str = ""
    """An ISO 639-1 code."""
    attribute: str = ""
    """It has this attribute, `name`, or `name=value`."""
    copies: str = ""
    """It is one of at least so many copies of a story."""

    @classmethod
    def read(cls, said: Mapping[str, str]) -> Self:
        """Take what was typed, by the names of the fields.

        Raises:
            AskedWronglyError: When a value cannot be what its field wants.
        """
        return cls(
            **{
                name: FIELDS[name].read(value.strip())
                for name, value in said.items()
                if name in FIELDS and value.strip()
            }
        )

    @property
    def said(self) -> dict[str, str]:
        """The fields that matter, with their values."""
        values = ((field.name, getattr(self, field.name)) for field in fields(self))
        return {name: value for name, value in values if value}

    def __bool__(self) -> bool:
        return bool(self.said)

    @property
    def chips(self) -> tuple[str, ...]:
        """Each field that matters, in a few words."""
        return tuple(
            "untagged"
            if (name, value) == ("tag", UNTAGGED)
            else FIELDS[name].chip.format(value)
            for name, value in self.said.items()
        )


class Field(NamedTuple):
    """How a field is asked for, shown and checked."""

    label: str
    hint: str
    chip: str
    """Where its value goes, in a chip."""
    read: Callable[[str], str] = str


def _status(said: str) -> str:
    for status in Status:
        if status.value.startswith(said.lower()):
            return status.value
    raise AskedWronglyError(f"“{said}” is no status; there are {', '.join(Status)}")


def _date(said: str) -> str:
    whole = said + "-01-01"[len(said) - 4 :] if _DATE.fullmatch(said) else ""
    try:
        date.fromisoformat(whole)
    except ValueError:
        raise AskedWronglyError(
            f"“{said}” is no date; write 2021, 2021-03 or 2021-03-05"
        ) from None
    return said


def _share(said: str) -> str:
    number = said.removesuffix("%").strip()
    if not (number.isascii() and number.isdecimal() and int(number) <= 100):
        raise AskedWronglyError(f"“{said}” is no share; write a number from 0 to 100")
    return str(int(number))


def _number(said: str) -> str:
    if not (said.isascii() and said.isdecimal() and 2 <= int(said) <= _MOST):
        raise AskedWronglyError(f"“{said}” is no number of copies; write 2 or more")
    return str(int(said))


FIELDS: Mapping[str, Field] = {
    "words": Field("Words", "in title, site or file name", "“{}”"),
    "status": Field("Status", "unread, reading, done", "{}", _status),
    "tag": Field("Tag", "with those under it;  -  for untagged", "tag {}"),
    "site": Field("Site", "its whole name", "site {}"),
    "since": Field("Since", "2021, 2021-03 or 2021-03-05", "since {}", _date),
    "until": Field("Until", "2021, 2021-03 or 2021-03-05", "until {}", _date),
    "coder": Field("Coder", "who has annotated it", "coder {}"),
    "hidden": Field(
        "Hidden", "per cent of its lines, at least", "hidden ≥ {}%", _share
    ),
    "language": Field("Language", "en, de, fr …", "language {}", str.lower),
    "attribute": Field("Attribute", "name=value, or a name", "{}"),
    "copies": Field("Copies", "of a story, at least", "≥ {} copies", _number),
}
"""What a filter can ask for, in the order in which it is asked."""


class SavedFilters:
    """The saved_filter table; a filter describes the window, so none is a step."""

    def __init__(self, conn: sqlite3.Connection) -> None:
        self._conn = conn

    def all(self) -> dict[str, Filter]:
        """Every filter, by its name."""
        rows = self._conn.execute("SELECT name, said FROM saved_filter ORDER BY name")
        return {name: Filter.read(json.loads(said)) for name, said in rows}

    def put(self, name: str, asked: Filter) -> None:
        """Keep a filter under a name; an empty one takes the name away.

        Raises:
            AskedWronglyError: When this cannot be a name.
        """
        name = name.strip()
        if not name or len(name) > LONGEST or safe_line(name) != name:
            raise AskedWronglyError(
                f"a filter's name has 1 to {LONGEST} characters, none of them control"
                " characters"
            )
        if not asked:
            self._conn.execute("DELETE FROM saved_filter WHERE name = ?", (name,))
            return
        self._conn.execute(
            "INSERT INTO saved_filter (name, said) VALUES (?, ?)"
            " ON CONFLICT DO UPDATE SET said = excluded.said",
            (name, json.dumps(asked.said, ensure_ascii=False)),
        )
