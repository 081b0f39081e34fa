"""What a file of annotations says, as a library can keep it."""

import re
from dataclasses import replace
from typing import Any, Final, TypeVar

from reader.exchange.incoming import Mark, Named
from reader.sources.decoding import NOT_KEPT

_NO_CHARACTER: Final = re.compile("[\ud800-\udfff]")
"""Of what a person writes a NUL is kept; a text has none, nor what names it."""
_OF_ARTICLE: Final = (
    "title", "source", "sha256", "text", "site", "author", "published", "encoding",
)  # fmt: skip
_OF_MARK: Final = ("tag", "memo", "coder")
_BESIDE: Final = ("quote", "before", "after", "place")
"""What is looked for in a text that has U+FFFD there, or only told; none is kept."""

_R = TypeVar("_R", Mark, Named)


class Keeping:
    """The records of one file with U+FFFD for each character that no library keeps."""

    def __init__(self) -> None:
        self._last: tuple[Named, Named] | None = None

    def article(self, named: Named) -> tuple[Named, int]:
        """An article as it is kept, and for how many characters U+FFFD stands."""
        kept, number = _kept(named, _OF_ARTICLE, NOT_KEPT)
        self._last = named, kept
        return kept, number

    def mark(self, mark: Mark) -> tuple[Mark, int]:
        """The same of an annotation; those that share an article share it still."""
        if self._last is None or self._last[0] is not mark.on:
            self.article(mark.on)
        assert self._last is not None
        if self._last[1] is not mark.on:
            mark = replace(mark, on=self._last[1])
        mark, _ = _kept(mark, _BESIDE, NOT_KEPT)
        return _kept(mark, _OF_MARK, _NO_CHARACTER)


def _kept(
    record: _R, names: tuple[str, ...], unkept: re.Pattern[str]
) -> tuple[_R, int]:
    said: dict[str, Any] = {}
    number = 0
    for name in names:
        value: str | None = getattr(record, name)
        if value and (not value.isascii() or "\0" in value):
            text, count = unkept.subn("\ufffd", value)
            if count:
                said[name] = text
                number += count
    return (replace(record, **said) if said else record), number
