"""Where an annotation of a file stands in the library: found, never guessed."""

import re
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import PurePath
from typing import Final
from uuid import UUID

from reader.exchange.incoming import Mark, Named
from reader.model import Anchor, Span, Version
from reader.store import Store
from reader.store.bulk import Coming
from reader.text.excerpt import quoted
from reader.text.quotes import best_places
from reader.text.units import Counting, Unit

_CHANGED: Final = re.compile("[\0-\x08\x0b\x0c\x0e-\x1f\ufeff\ufffe\uffff]")
"""What no XML can hold, and the mark that some programs drop."""


class NotPlacedError(ValueError):
    """It cannot be said where it stands; the message says why."""


class NoArticleError(NotPlacedError):
    """Its article is not here, or cannot be told from others."""


class Placing:
    """The articles of a library as the marks of a file name them."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._names: dict[str, set[int]] | None = None
        self._last: tuple[Named, Version] | None = None
        self._countings: dict[Unit, Counting] = {}
        """Of the version met last."""

    def coming(self, mark: Mark) -> Coming:
        """The mark with its place, ready to be put in.

        Raises:
            NotPlacedError: When its article or its place is not known for sure.
        """
        if not (mark.tag.strip() or mark.memo):
            raise NotPlacedError("has neither a tag nor a memo")
        version = self.version(mark.on)
        span = self._span(version, mark)
        sure = mark.paragraph > 0 and mark.sentence > 0 and bool(mark.on.sha256)
        paragraph, sentence = (
            (mark.paragraph, mark.sentence)
            if sure
            else self._store.annotations.number(version, span.start)
        )
        return Coming(
            version=version,
            span=span,
            paragraph=paragraph,
            sentence=sentence,
            tag=mark.tag.strip(),
            memo=mark.memo,
            coder=mark.coder,
            anchor=mark.status if mark.status in set(Anchor) else Anchor.ANCHORED.value,
            id=_id(mark.id),
            created_at=_moment("created_at", mark.created_at),
            updated_at=_moment("updated_at", mark.updated_at),
        )

    def version(self, named: Named) -> Version:
        """The version that is meant.

        Raises:
            NoArticleError: When there is none, or several.
        """
        if self._last is None or self._last[0] is not named:
            self._last = named, self._store.articles.version(self._found(named))
            self._countings.clear()
        return self._last[1]

    def _found(self, named: Named) -> int:
        known = self.known(named)
        if known is not None:
            return known
        for name, ids in self._called(named):
            if len(ids) == 1:
                return next(iter(ids))
            raise NoArticleError(f"{len(ids)} articles here are called {name}")
        raise NoArticleError(f"there is no article {quoted(named.label)} here")

    def known(self, named: Named) -> int | None:
        """The version with the very text that is meant, line ends apart; or None."""
        for digest in filter(None, (named.sha256, named.digest)):
            found = self._store.bulk.version_with(digest)
            if found is not None:
                return found
        if named.text is None:
            return None
        wanted = _plain(named.text)
        for _, ids in self._called(named):
            for version_id in sorted(ids):
                if _plain(self._store.articles.version(version_id).text) == wanted:
                    return version_id
        return None

    def _called(self, named: Named) -> Iterator[tuple[str, set[int]]]:
        """The versions of articles that have one of the names, name by name."""
        if self._names is None:
            self._names = self._store.bulk.names()
        for name in (named.source, named.title, PurePath(named.source).name):
            if name and (ids := self._names.get(name.strip().casefold())):
                yield name, ids

    def _span(self, version: Version, mark: Mark) -> Span:
        """Where the offsets say, if the words are there; else where the words are."""
        told = self._told(version, mark)
        if told is not None:
            return told
        if not mark.quote.strip():
            raise NotPlacedError(_no_place(version, mark))
        found = best_places(version.text, mark.quote, mark.before, mark.after)
        if not found:
            raise NotPlacedError(f"the article does not have {quoted(mark.quote)}")
        if len(found) > 1:
            raise NotPlacedError(
                f"{quoted(mark.quote)} stands in {len(found)} places of the article,"
                f" at {', '.join(str(span.start) for span in found[:5])}"
                + (" and more" if len(found) > 5 else "")
            )
        return found[0]

    def _told(self, version: Version, mark: Mark) -> Span | None:
        if mark.start is None or mark.end is None:
            return None
        units = (mark.unit,) if mark.unit else (Unit.CODEPOINT, Unit.UTF16)
        # Without words to check them by, offsets are believed in the very text that
        # they were counted in, and nowhere else.
        believed = bool(mark.on.text is not None or mark.on.sha256 == version.sha256)
        found = []
        for unit in units:
            counting = self._counting(version, unit)
            start, end = counting.code_point(mark.start), counting.code_point(mark.end)
            if start is None or end is None or start >= end:
                continue
            text = version.text[start:end]
            agrees = _agrees(text, mark.quote) if mark.quote.strip() else believed
            if agrees and text.strip() and end <= len(version.text):
                found.append(Span(start, end))
        if not mark.quote.strip() and len(set(found)) > 1:
            raise NotPlacedError(
                f"{mark.start} to {mark.end} is one passage if code points are counted"
                " and another if UTF-16 units are; its words are not told"
            )
        return found[0] if found else None

    def _counting(self, version: Version, unit: Unit) -> Counting:
        if unit not in self._countings:
            self._countings[unit] = Counting(version.text, unit)
        return self._countings[unit]


def _plain(text: str) -> str:
    """What of a text every program leaves as it was."""
    return _CHANGED.sub("\ufffd", text.replace("\r\n", "\n").replace("\r", "\n"))


def _agrees(text: str, quote: str) -> bool:
    """Whether a quote may be of this text: all of its lines, or with some hidden.

    White space inside a line is not compared: spreadsheets change line ends.
    """
    if text == quote:
        return True
    lines = iter([line.split() for line in text.split("\n")])
    return all(line.split() in lines for line in quote.split("\n"))


def _no_place(version: Version, mark: Mark) -> str:
    if mark.start is None or mark.end is None:
        return "has neither a place nor a quote"
    size = len(version.text)
    return (
        f"{mark.start} to {mark.end} is no passage of the text, which has 0 to {size}"
    )


def _id(text: str) -> str:
    """A UUID as it is kept; anything else is no id of ours, and it gets a new one."""
    try:
        return str(UUID(text)) if text else ""
    except ValueError:
        return ""


def _moment(name: str, text: str) -> str:
    """A time as it is kept: ISO 8601 with its zone; without one it is UTC."""
    if not text:
        return ""
    try:
        moment = datetime.fromisoformat(text)
    except ValueError:
        raise NotPlacedError(f"{name} is {text!r}, which is no ISO 8601 time") from None
    return (moment if moment.tzinfo else moment.replace(tzinfo=UTC)).isoformat()
